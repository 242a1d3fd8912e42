"""What usual words of a day mean: F, FE, SYK, KU and their like."""

from __future__ import annotations

from rostering.domain.shifts import ShiftKind
from rostering.readers.existing.mapping import Meaning

#: Words that say what a day code means; compared without case and dots.
DAY_WORDS: dict[str, Meaning] = {
    word: meaning
    for meaning, words in {
        Meaning.F1: "f1 ukefri vekefri ukefridag",
        Meaning.F2: "f2",
        Meaning.F3: "f3",
        Meaning.F4: "f4",
        Meaning.F5: "f5",
        Meaning.VACATION: "fe ferie feriedag vacation",
        Meaning.SICK: "sy syk sykdom sykemelding sykmeldt egenmelding sjuk sjukdom",
        Meaning.SICK_CHILD: "sb syktbarn sjuktbarn barnsykdom",
        Meaning.LEAVE: "pe perm permisjon leave",
        Meaning.COURSE: "ku kurs course opplæring",
        Meaning.TIME_OFF: "av avsp avspasering",
        Meaning.OFF: "f fri fridag off - –",
    }.items()
    for word in words.split()
}
#: Codes that a proposal always knows.
USUAL = ("F1", "F2", "F3", "F4", "F5", "FE", "SY", "SB", "PE", "KU", "AV", "F")
_BEGINNINGS = {
    "syktb": Meaning.SICK_CHILD,
    "sykt b": Meaning.SICK_CHILD,
    "syk": Meaning.SICK,
    "sjuk": Meaning.SICK,
    "egen": Meaning.SICK,
    "fer": Meaning.VACATION,
    "perm": Meaning.LEAVE,
    "kurs": Meaning.COURSE,
    "avsp": Meaning.TIME_OFF,
    "fri": Meaning.OFF,
    "ukefri": Meaning.F1,
}
_KINDS = {
    "d": ShiftKind.DAY,
    "a": ShiftKind.EVENING,
    "k": ShiftKind.EVENING,
    "n": ShiftKind.NIGHT,
    "l": ShiftKind.LONG,
}


def day_meaning(word: str) -> Meaning | None:
    """Return what a word says of a day, or None when it is not one of those known."""
    return DAY_WORDS.get("".join(word.casefold().replace(".", "").split()))


def proposed_row(code: str) -> str:
    """Return a row of the code table to fill in for an unknown code; times stand empty."""
    word = code.casefold()
    for beginning, meaning in _BEGINNINGS.items():
        if word.startswith(beginning):
            return f'{{ code = "{code}", means = "{meaning}" }}'
    kind = _KINDS.get(word[:1]) if len(code.rstrip("0123456789")) == 1 else None
    more = f', kind = "{kind}"' if kind else ""
    return f'{{ code = "{code}", start = "", end = ""{more} }}'
