"""The contract's full-time week beside the one that the roster gives, and what decides it."""

from __future__ import annotations

from rostering.domain.contract import weekly_minutes
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.weekly_hours import Category, Entitlement, entitled_week
from rostering.report.model import ReasonEntry, WeekEntry

_ROUND_THE_CLOCK = ("night_year", "sunday_year")
_THREE_PART = ("sundays", "day_evening")
_TURNUS = ("sundays", "night_week")


def week_entry(line: Line) -> WeekEntry | None:
    """Return a person's full-time weeks; None for who has no position."""
    if not line.person.positions:
        return None
    found = entitled_week(line.index, line)
    contract = _contract(line)
    return WeekEntry(
        contract=contract,
        minutes=found.week,
        shorter=found.week < contract and not _follows(line.person),
        reasons=tuple(_met(found)),
        category=found.category.value,
        three_part=found.three_part,
    )


def _contract(line: Line) -> int:
    """Return the longest full-time week of a person's positions, in minutes."""
    when = line.index.clock.date(0)
    return round(max(100 * weekly_minutes(p, when) / p.percent for p in line.person.positions))


def _follows(person: Person) -> bool:
    return all(position.three_part for position in person.positions)


def _met(found: Entitlement) -> list[ReasonEntry]:
    names: tuple[str, ...] = ()
    if found.category is Category.ROUND_THE_CLOCK:
        names = _ROUND_THE_CLOCK
    elif found.three_part:
        names = _THREE_PART
    elif found.category is Category.TURNUS:
        names = _TURNUS
    return [
        ReasonEntry(name=name, has=has, asked=asked)
        for name, has, asked in found.reasons
        if name in names and has >= asked
    ]
