"""Instances of the First International Nurse Rostering Competition, read from their text form.

Order of the fields: S. Haspeslagh, P. De Causmaecker, M. Stølevik and A. Schaerf, "First
International Nurse Rostering Competition 2010", 2010, and the text form's own headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.validators.verdict import Unusable, known, parsed, read_text

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LIMITS = (
    "max assignments",
    "min assignments",
    "max consecutive working days",
    "min consecutive working days",
    "max consecutive free days",
    "min consecutive free days",
    "max consecutive working weekends",
    "min consecutive working weekends",
    "max working weekends",
)
SWITCHES = (
    "complete weekends",
    "identical shifts in a weekend",
    "night before a free weekend",
    "two free days after nights",
    "alternative skill",
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A rule that may be off: its weight a unit, and its value (1 where it is only on or off)."""

    on: bool
    weight: int
    value: int = 1


@dataclass(frozen=True, slots=True)
class Contract:
    """The rules of a kind of contract by name, its weekend's weekdays and unwanted patterns."""

    limits: dict[str, Limit]
    weekend: tuple[int, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Unwanted days in a row: (shift, ``Any`` or ``None``; weekday name or ``Any``) a day."""

    weight: int
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Employee:
    """One nurse."""

    contract: str
    skills: frozenset[str]


@dataclass(frozen=True, slots=True)
class Request:
    """A wish of an employee about a day; ``shift`` is None when it is about any shift."""

    employee: str
    day: date
    shift: str | None
    weight: int


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance; ``cover`` gives the heads needed by (day from zero, shift)."""

    start: date
    days: int
    skills: dict[str, frozenset[str]]
    contracts: dict[str, Contract]
    patterns: dict[str, Pattern]
    staff: dict[str, Employee]
    cover: dict[tuple[int, str], int]
    wanted: tuple[Request, ...]
    unwanted: tuple[Request, ...]

    def weekday(self, day: int) -> int:
        """Return the weekday of a day of the horizon, Monday 0."""
        return (self.start + timedelta(days=day)).weekday()


def read_instance(path: Path) -> Instance:
    """Read an instance file."""
    parts = _parts(path)
    where = str(path)
    _, first, last = _cells(parts, "SCHEDULING_PERIOD")[0]
    start = _date(where, first)
    shifts = {row[0]: row for row in _cells(parts, "SHIFT_TYPES")}
    days = (_date(where, last) - start).days + 1
    return Instance(
        start=start,
        days=days,
        skills={code: frozenset(row[5].split()) for code, row in shifts.items()},
        contracts={row[0]: _contract(where, row) for row in _cells(parts, "CONTRACTS")},
        patterns={row[0]: _pattern(where, row) for row in _cells(parts, "PATTERNS")},
        staff={
            row[0]: Employee(row[2], frozenset(row[4].split()))
            for row in _cells(parts, "EMPLOYEES")
        },
        cover=_cover(where, parts, start, days),
        wanted=_requests(where, parts, "ON"),
        unwanted=_requests(where, parts, "OFF"),
    )


def _parts(path: Path) -> dict[str, list[str]]:
    """Return the lines of each section, without its heading and its slashes."""
    parts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in read_text(path).splitlines():
        text = line.strip().rstrip(";").strip()
        heading = re.fullmatch(r"([A-Z_]{6,})(?: =? ?\d+)?", text)
        if heading:
            current = parts.setdefault(heading[1], [])
        elif text and not text.startswith("//"):
            current.append(text)
    if "EMPLOYEES" not in parts or not parts.get("SCHEDULING_PERIOD"):
        raise Unusable(path, "no period or no employees", "an instance with all its sections")
    return parts


def _cells(parts: dict[str, list[str]], name: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(",")] for line in parts.get(name, [])]


def _date(where: str, text: str) -> date:
    return parsed(where, date.fromisoformat, text, "a date like 2010-01-28")


def _number(where: str, text: str) -> int:
    return parsed(where, int, text, "a whole number")


def _contract(where: str, row: list[str]) -> Contract:
    numbers = [
        [_number(where, part) for part in cell.strip("()").split("|")]
        for cell in row
        if cell.startswith("(")
    ]
    limits = {
        name: Limit(bool(on), weight, value)
        for name, (on, weight, value) in zip(LIMITS, numbers[1:10], strict=True)
    }
    switches = {
        name: Limit(bool(on), weight)
        for name, (on, weight) in zip(SWITCHES, numbers[10:], strict=True)
    }
    names = re.findall(r"[A-Z][a-z]+", row[12])
    weekend = tuple(DAYS.index(known(where, "weekday", name, DAYS)) for name in names)
    return Contract({**limits, **switches}, weekend, tuple(row[19].split()))


def _pattern(where: str, row: list[str]) -> Pattern:
    entries = tuple(re.findall(r"\((\w+)\|(\w+)\)", row[2]))
    return Pattern(_number(where, row[1]), entries)


def _cover(
    where: str, parts: dict[str, list[str]], start: date, days: int
) -> dict[tuple[int, str], int]:
    """Return the heads needed; a date's own numbers replace those of its weekday."""
    cover = {}
    for name, shift, heads in _cells(parts, "DAY_OF_WEEK_COVER"):
        weekday = DAYS.index(known(where, "weekday", name, DAYS))
        for day in range((weekday - start.weekday()) % 7, days, 7):
            cover[day, shift] = _number(where, heads)
    for text, shift, heads in _cells(parts, "DATE_SPECIFIC_COVER"):
        cover[(_date(where, text) - start).days, shift] = _number(where, heads)
    return cover


def _requests(where: str, parts: dict[str, list[str]], kind: str) -> tuple[Request, ...]:
    by_day = (
        Request(who, _date(where, day), None, _number(where, weight))
        for who, day, weight in _cells(parts, f"DAY_{kind}_REQUESTS")
    )
    by_shift = (
        Request(who, _date(where, day), shift, _number(where, weight))
        for who, day, shift, weight in _cells(parts, f"SHIFT_{kind}_REQUESTS")
    )
    return (*by_day, *by_shift)
