"""Guesses at what was meant: a misspelt name, a Norwegian date, a decimal comma."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

_NUMBER = re.compile(r"^[-+]?\d{1,12}([.,]\d{1,6})?$")
_NORWEGIAN_DATE = re.compile(r"^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"^(\d{4})[./ -]?(\d{1,2})[./ -]?(\d{1,2})(T.*)?$")
_LOOSE_TIME = re.compile(r"^(?:kl\.? ?)?(\d{1,2})(?:[:.,]?(\d{2}))?(?::00)?$", re.IGNORECASE)
_WORDS = {
    "dag": "day", "kveld": "evening", "aften": "evening", "natt": "night", "lang": "long",
    "kontor": "office", "fast": "permanent", "vikar": "temp", "tilkalling": "on_call",
    "bemanningsbyrå": "agency", "student": "student", "leder": "manager", "ferie": "vacation",
    "permisjon": "leave", "syk": "sick", "sykdom": "sick", "kurs": "course", "ønsker": "want",
    "ønsker ikke": "avoid", "fri": "avoid", "helg": "weekend", "helligdag": "holiday",
    "pris": "priced", "av": "off", "kalender": "calendar", "rullerende": "cyclic",
}  # fmt: skip


def close(word: str, known: Collection[str]) -> str:
    """Return the known word that is most like the given one, or an empty string."""
    lowered = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold()[:80], lowered, 1, 0.6)
    return lowered[found[0]] if found else ""


def spelling(word: str, known: Collection[str]) -> str:
    """Return the guess that a known word is meant, or an empty string."""
    meant = close(word, known)
    return f"{meant!r} is meant" if meant else ""


def choice(value: object, known: Sequence[str]) -> str:
    """Return which of a field's words is meant, Norwegian words included."""
    if not isinstance(value, str):
        return f"write one of them as text, for example {known[0]!r}" if known else ""
    translated = _WORDS.get(value.strip().casefold(), "")
    return f"{translated!r} is meant" if translated in known else spelling(value, known)


def number(value: object) -> str:
    """Return how a value that should have been a number is written."""
    if isinstance(value, bool) or not isinstance(value, str | float):
        return ""
    if isinstance(value, float):
        return f"write {round(value)}"
    text = value.strip().rstrip("%").strip().replace("\u00a0", "").replace(" ", "")
    if not _NUMBER.match(text):
        return ""
    reason = "use a decimal point" if "," in text else "leave out the quotation marks"
    return f"{reason}: {text.replace(',', '.')}"


def day(value: object) -> str:
    """Return how a date is written when the value looks like one."""
    text = value.strip() if isinstance(value, str) else str(value)
    parts = _parts(text)
    if parts is None:
        return ""
    year, month, number_of_day = parts
    try:
        return f"write the date as {date(year, month, number_of_day).isoformat()}"
    except ValueError:
        return _impossible(year, month)


def _parts(text: str) -> tuple[int, int, int] | None:
    if found := _NORWEGIAN_DATE.match(text):
        year = int(found[3])
        return (year + 2000 if year < 100 else year, int(found[2]), int(found[1]))
    if found := _YEAR_FIRST.match(text):
        return (int(found[1]), int(found[2]), int(found[3]))
    return None


def _impossible(year: int, month: int) -> str:
    if not 1 <= month <= 12 or not 1 <= year < 9999:
        return "day and month have changed places"
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"that month has only {(following - timedelta(days=1)).day} days"


def loose_time(text: str) -> str:
    """Return ``HH:MM`` for a time written in another way, or an empty string."""
    found = _LOOSE_TIME.match(text.strip())
    if not found:
        return ""
    hours, minutes = int(found[1]), int(found[2] or 0)
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        return ""
    return f"{hours:02d}:{minutes:02d}"


def time(value: object) -> str:
    """Return how a time of day is written when the value looks like one."""
    meant = loose_time(value) if isinstance(value, str) else ""
    return f"write the time as {meant}" if meant else ""


def yes_no(value: object) -> str:
    """Return how a yes or no is written when the value looks like one."""
    word = value.strip().casefold() if isinstance(value, str) else str(value)
    if word in {"ja", "j", "yes", "y", "true", "1", "x"}:
        return "write true, without quotation marks"
    if word in {"nei", "n", "no", "false", "0", ""}:
        return "write false, without quotation marks"
    return ""
