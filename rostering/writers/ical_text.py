"""The lines of an iCalendar file: escaped, folded and ended as RFC 5545 asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_LINE = 75
_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//helseturnus//turnus calendar//NO",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Turnus",
)
_TEXTS = {"SUMMARY", "LOCATION"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def event(properties: Iterable[tuple[str, str]], stamped: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines of an event; ``stamped`` holds what all events of a file share."""
    first, *rest = properties
    lines = [f"{name}:{_written(name, value)}" for name, value in (first, *stamped, *rest)]
    return ["BEGIN:VEVENT", *lines, "END:VEVENT"]


def wrapped(lines: Iterable[str]) -> str:
    """Return a whole calendar: head and end around the events, folded, with CRLF."""
    folded = (folding(line) for line in (*_HEAD, *lines, "END:VCALENDAR"))
    return "".join(f"{line}\r\n" for line in folded)


def escaped(text: str) -> str:
    """Return text with backslash, semicolon, comma and line breaks escaped (RFC 5545 3.3.11)."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folding(line: str) -> str:
    """Return a line in pieces of at most 75 octets, never cut inside a letter (RFC 5545 3.1)."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += octets
    return "\r\n".join([*pieces, piece])


def _written(name: str, value: str) -> str:
    return escaped(value) if name in _TEXTS else value
