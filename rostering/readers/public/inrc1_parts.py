"""Contracts and patterns of an INRC-I instance out of their rows."""

from __future__ import annotations

import re
from collections.abc import Collection

from rostering.readers.public.inrc1_text import NUMBERED, PLAIN, Contract, Limit, Pattern
from rostering.readers.public.reading import WEEKDAYS, Reading

WEEKENDS = {
    "SaturdaySunday": "67",
    "FridaySaturdaySunday": "567",
    "SaturdaySundayMonday": "671",
    "FridaySaturdaySundayMonday": "5671",
}
ANY, NONE = "Any", "None"
_SHORT = re.compile(r"^\(\s*([01])\s*\|\s*(\d{1,6})\s*\)$")
_LONG = re.compile(r"^\(\s*([01])\s*\|\s*(\d{1,6})\s*\|\s*(\d{1,6})\s*\)$")
_STEP = re.compile(r"\(\s*([^\s|()]+)\s*\|\s*([^\s|()]+)\s*\)")
FORM = "id, name, 15 conditions in brackets around the weekend, and the unwanted patterns"


def contract(
    reading: Reading, number: int, row: list[str], patterns: Collection[str]
) -> Contract | None:
    """Return the contract of a row; None when it is too short to be one.

    The row holds id, name, single assignment a day, nine limits ``(on|weight|value)``, the
    weekend's days, five conditions ``(on|weight)``, how many patterns, and their ids.
    """
    if not reading.cells(row, number, 19, FORM):
        return None
    if not limit(reading, number, row[2], "single assignment a day").points:
        needed = "(1|weight): this version plans one shift a day"
        reading.fault(number, f"single assignment a day {row[2]}", needed)
    limits = {
        name: limit(reading, number, cell, name, numbered=True)
        for name, cell in zip(NUMBERED, row[3:12], strict=True)
    }
    reading.known(row[12], number, "weekend", WEEKENDS)
    for name, cell in zip(PLAIN, row[13:18], strict=True):
        limits[name] = limit(reading, number, cell, name)
    named = row[19].split() if len(row) > 19 else []
    if reading.whole(row[18], number, "number of patterns") != len(named):
        reading.fault(number, f"{len(named)} patterns", f"{row[18]}, as the number before says")
    for name in named:
        reading.known(name, number, "pattern", patterns)
    return Contract(row[0], limits, WEEKENDS.get(row[12], "67"), tuple(named))


def limit(reading: Reading, number: int, cell: str, name: str, *, numbered: bool = False) -> Limit:
    """Return a condition such as ``(1|1|16)``: on, weight and value; off is no points."""
    told = (_LONG if numbered else _SHORT).match(cell)
    if told is None:
        form = "(on|weight|value)" if numbered else "(on|weight)"
        needed = f"{form} with whole numbers, on being 0 or 1"
        reading.fault(number, f"{name.replace('_', ' ')} {cell[:40]!r}", needed)
        return Limit(0)
    points = int(told[1]) * int(told[2])
    return Limit(points, int(told[3]) if numbered else 0)


def pattern(
    reading: Reading, number: int, row: list[str], codes: Collection[str]
) -> Pattern | None:
    """Return the pattern of a row such as ``2, 1, 3 (None|Friday) (Any|Saturday) (Any|Sunday)``."""
    if not reading.cells(row, number, 3, "id, weight, length and days in brackets"):
        return None
    length, _, rest = row[2].partition(" ")
    steps = _STEP.findall(rest)
    if reading.whole(length, number, "length", 1, 28) != len(steps) or _STEP.sub("", rest).strip():
        reading.fault(number, f"{len(steps)} days", f"{length}, as the number before says")
    points = reading.whole(row[1], number, "weight")
    shifts = tuple(shift for shift, _ in steps)
    for shift in shifts:
        reading.known(shift, number, "shift", [*codes, ANY, NONE])
    return Pattern(row[0], points, _weekday(reading, number, [day for _, day in steps]), shifts)


def _weekday(reading: Reading, number: int, days: list[str]) -> int:
    """Return the ISO weekday of a pattern's first day, 0 for any."""
    found: set[int] = set()
    for step, day in enumerate(days):
        if reading.known(day, number, "day", [*WEEKDAYS, ANY]) and day != ANY:
            found.add((WEEKDAYS.index(day) - step) % 7 + 1)
    if len(found) > 1:
        reading.fault(number, ", ".join(days), "weekdays in their order")
    return min(found, default=0)
