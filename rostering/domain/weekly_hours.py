"""The full-time week: which of 37.5, 35.5 and 33.6 hours binds a person, or a roster earns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rostering.domain.contract import weekly_minutes
from rostering.domain.dated_tables import table
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.shifts import ShiftKind
from rostering.domain.three_part import full_time_week, night_and_sunday


class Category(StrEnum):
    """The full-time weeks that the law tells apart (AML § 10-4 (1), (4), (5))."""

    DAY = "day"
    TURNUS = "turnus"
    ROUND_THE_CLOCK = "round_the_clock"


def category(person: Person, when: date) -> Category:
    """Return the category of the longest full-time week that a person has on a date.

    Three-part positions count as turnus; a person without a position as day work.
    """
    held = [position for position in person.positions if position.holds_on(when)]
    weeks = [100 * weekly_minutes(position, when) / position.percent for position in held]
    law = table("weekly_hours", when)
    longest = round(max(weeks, default=law["day"]))
    if longest > law["turnus"]:
        return Category.DAY
    return Category.TURNUS if longest > law["round_the_clock"] else Category.ROUND_THE_CLOCK


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The full-time week that a roster entitles to, and the facts that decide it.

    Parameters
    ----------
    week
        Minutes of the full-time week.
    category
        The category; a three-part week is turnus.
    three_part
        Whether the three-part reckoning is open to the roster.
    reasons
        What was met or not, by name: ``("night_year", 12000, 32340)`` says that 200 of 539 hours
        were reached. Hours are minutes of a full position, a year or a week; parts thousandths.
    """

    week: int
    category: Category
    three_part: bool
    reasons: tuple[tuple[str, int, int], ...]

    def met(self, name: str) -> bool:
        """Return whether a reason reaches what is asked."""
        return any(has >= asked for reason, has, asked in self.reasons if reason == name)


def entitled_week(index: ProblemIndex, line: Line) -> Entitlement:
    """Return the full-time week to which a person's planned roster entitles, with the reasons.

    Hours are divided by the person's part of a position, so that part-timers are judged like
    full-timers. Only ordinary hours count.
    """
    law = table("weekly_hours", index.clock.date(0))
    duties = [duty for duty in line.planned if duty.contractual]
    size = _positions(index, line.person)
    parts = [night_and_sunday(index, duty) for duty in duties]
    night = round(sum(at_night for at_night, _ in parts) * 7 / size) if size else 0
    sunday = round(sum(on_sunday for _, on_sunday in parts) * 7 / size) if size else 0
    reasons = tuple(_reasons(index, duties, (night, sunday), law))
    found = Entitlement(law["day"], Category.DAY, False, reasons)
    if found.met("night_year") and found.met("sunday_year"):
        return Entitlement(law["round_the_clock"], Category.ROUND_THE_CLOCK, False, reasons)
    if all(found.met(name) for name in ("day", "evening", "night", "sundays", "day_evening")):
        week = full_time_week(night, sunday, table("three_part", index.clock.date(0)))
        return Entitlement(round(week), Category.TURNUS, True, reasons)
    if found.met("sundays") or found.met("night_week"):
        return Entitlement(law["turnus"], Category.TURNUS, False, reasons)
    return found


def _positions(index: ProblemIndex, person: Person) -> float:
    """Return the days of the horizon, each times the size of the positions held on it."""
    return sum(
        position.percent / 100
        for day in range(index.days)
        for position in person.positions
        if index.away(person.id, day) is None and position.holds_on(index.clock.date(day))
    )


def _reasons(
    index: ProblemIndex, duties: list[Duty], week: tuple[int, int], law: dict[str, Any]
) -> Iterator[tuple[str, int, int]]:
    night, sunday = week
    kinds = [duty.kind for duty in duties]
    total = sum(duty.minutes for duty in duties)
    light = sum(duty.minutes for duty in duties if duty.kind is not ShiftKind.NIGHT)
    sundays = [day for day in range(index.days) if index.calendar.weekday(day) == 7]
    touched = {
        day
        for duty in duties
        for day in range(duty.day, duty.day + 3)
        if duty.overlaps(*_day(index, day))
    }
    yield "day", sum(_by_day(kind) for kind in kinds), 1
    yield "evening", kinds.count(ShiftKind.EVENING), 1
    yield "night", kinds.count(ShiftKind.NIGHT), 1
    yield "sundays", len(touched.intersection(sundays)), -(-len(sundays) // law["every_sunday"])
    yield "day_evening", light * 1000 // total if total else 0, law["day_evening_part"]
    yield "night_week", night, law["turnus_night_week"]
    yield "night_year", night * law["year_weeks"], law["year_night"]
    yield "sunday_year", sunday * law["year_weeks"], law["year_sunday"]


def _day(index: ProblemIndex, day: int) -> tuple[int, int]:
    return index.clock.at(day), index.clock.at(day + 1)


def _by_day(kind: ShiftKind) -> bool:
    return kind in (ShiftKind.DAY, ShiftKind.LONG, ShiftKind.OFFICE)
