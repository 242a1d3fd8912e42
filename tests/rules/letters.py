"""Short lines of shift letters, spans of days and lengths of time, as a lawyer would write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\(([^)]*)\)|(\S)")
_LENGTH = re.compile(r"^(-?)(?:(\d+)h)?(?:(\d+)m?)?$")

OPEN = "?"
UNKNOWN = "-"
FREE = "F"


@dataclass(frozen=True, slots=True)
class Work:
    """One duty of a cell: shift code, unit (None: the person's own) and role."""

    shift: str
    unit: str | None = None
    role: str | None = None


Cell = tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """A parsed line: the known past in front of the bar and the days behind it."""

    past: tuple[str, ...]
    days: tuple[str, ...]


def letters(text: str) -> Letters:
    """Split ``AA- | DD(D,A)F`` into tokens; leading ``-`` of the past are days nobody knows."""
    past, bar, days = text.rpartition("|")
    known = [match.group(1) or match.group(2) for match in _TOKEN.finditer(past)]
    while known and known[0] == UNKNOWN:
        known.pop(0)
    tokens = tuple(match.group(1) or match.group(2) for match in _TOKEN.finditer(days))
    return Letters(tuple(known) if bar else (), tokens)


def cell(token: str) -> Cell:
    """Return the duties of a token: ``D``, ``F``, ``D,A``, ``D@west`` or ``D!charge``."""
    if token == FREE:
        return ()
    return tuple(_work(part.strip()) for part in token.split(","))


def _work(part: str) -> Work:
    rest, _, role = part.partition("!")
    shift, _, unit = rest.partition("@")
    return Work(shift, unit or None, role or None)


def length(text: object) -> object:
    """Return minutes for ``11h``, ``1h30`` or ``45m``; anything else as it is."""
    if not isinstance(text, str) or not text or text[-1] not in "hm0123456789":
        return text
    match = _LENGTH.match(text)
    if match is None or (match.group(2) is None and not text.endswith("m")):
        return text
    minutes = int(match.group(2) or 0) * 60 + int(match.group(3) or 0)
    return -minutes if match.group(1) else minutes


def span(text: object) -> tuple[int, int]:
    """Return first and last day of ``3`` or ``-1..6``."""
    first, _, last = str(text).partition("..")
    return int(first), int(last or first)
