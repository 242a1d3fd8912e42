"""The shapes that rosters come in, and the words that their headings use."""

from __future__ import annotations

import re
from enum import StrEnum


class Layout(StrEnum):
    """How a roster lies in its table.

    ``dates``: a row for each person, a column for each date. ``weeks``: a block for each person,
    a row for each week, Monday to Sunday. ``list``: a row for each duty. ``matrix``: a staffing
    plan, a row for each shift code, Monday to Sunday.
    """

    DATES = "dates"
    WEEKS = "weeks"
    LIST = "list"
    MATRIX = "matrix"


#: Headings by the column that they name; compared without case, dots and spaces.
HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("navn", "ansatt", "ansattnavn", "medarbeider", "name", "employee", "namn", "tilsett"),
    "id": (
        *("id", "ansattnr", "ansattnummer", "ressursnr", "ressursnummer", "lønnsnr", "personid"),
        *("employeeid", "ansattid", "tilsettnr", "nr"),
    ),
    "percent": (
        *("%", "prosent", "stilling%", "stillingsprosent", "stillingsstørrelse", "st%", "stpst"),
        *("percent", "stillingsandel", "stillingspst", "stilling"),
    ),
    "competence": (
        *("kompetanse", "profesjon", "stillingskategori", "yrke", "kategori", "tittel", "kat"),
        *("stillingstittel", "competence", "yrkesgruppe"),
    ),
    "week": ("uke", "veke", "week", "ukenr", "uke nr"),
    "date": ("dato", "date", "dag dato"),
    "code": ("vakt", "vaktkode", "kode", "code", "shift", "vaktkoder", "tegn", "vakttype"),
    "start": ("fra", "start", "fra kl", "starttid", "from", "frå", "begynner"),
    "end": ("til", "slutt", "til kl", "sluttid", "to", "end", "slutter"),
    "span": ("tid", "klokkeslett", "time", "tidsrom"),
    "hours": ("timer", "timetall", "hours", "timar"),
    "meaning": ("betyr", "betydning", "forklaring", "tekst", "beskrivelse", "meaning", "tyding"),
    "unit": ("avdeling", "enhet", "unit", "post", "tjenestested", "eining"),
}
WEEKDAYS: dict[str, int] = {
    name: number
    for names in (
        ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
        ("man", "tir", "ons", "tor", "fre", "lør", "søn"),
        ("ma", "ti", "on", "to", "fr", "lø", "sø"),
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for number, name in enumerate(names, 1)
}
#: First words of rows that hold sums or other things, never a person.
NOT_PEOPLE = (
    *("sum", "totalt", "total", "antall", "bemanning", "timer", "snitt", "gjennomsnitt", "behov"),
    *("avvik", "kommentar", "merknad"),
)
#: First words of what stands below a roster: nothing from there on is a person's row.
ENDS = ("antall på hver vakt", "tegnforklaring", "vaktkoder", "kodeforklaring", "koder")
_WEEK_LABEL = re.compile(
    r"^(?:uke|veke|week)\.?\s*(?:nr\.?\s*)?\d{1,2}(?:[-/ ]\d{4})?$", re.IGNORECASE
)
VACANT = ("vakant", "ledig", "ubesatt", "vacant")


def heading(text: str) -> str:
    """Return which column a heading names, or an empty string."""
    return _BY_HEADING.get(bare(text), "")


def bare(text: str) -> str:
    """Return a heading without case, dots and spaces."""
    return "".join(text.casefold().replace(".", "").replace("*", "").replace(":", "").split())


def weekday(text: str) -> int:
    """Return 1 to 7 for the name of a weekday, else 0."""
    return WEEKDAYS.get(bare(text), 0)


def is_week(text: str) -> bool:
    """Return whether a text only names a week, such as *Uke 9* or *veke 9/2027*."""
    return _WEEK_LABEL.match(text) is not None


def is_sum(name: str) -> bool:
    """Return whether a row's name says that it holds sums or notes, and is no person."""
    words = name.casefold().replace(":", " ").split()
    return bool(words) and words[0].strip(".") in NOT_PEOPLE


_BY_HEADING = {bare(word): key for key, words in HEADINGS.items() for word in words}
