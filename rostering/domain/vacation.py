"""Vacations as they really are: absences that days off join into one, counted in working days.

A working day of vacation is a Monday to Saturday that is no public holiday (ferieloven § 5),
whether a duty was planned on it or not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from rostering.domain.calendar import Calendar
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.wishes import AbsenceKind

DAYS_OFF = (AbsenceKind.F3, AbsenceKind.F4, AbsenceKind.F5, AbsenceKind.TIME_OFF)
"""Absence that is a day off, and so does not part two vacations."""


@dataclass(frozen=True, slots=True)
class VacationTally:
    """Working days of vacation: in all within the period, and of the longest one in a summer.

    ``needed`` and ``needed_in_summer`` are what a whole year and a whole summer are to have.
    """

    person: str
    in_all: int
    longest_in_summer: int
    needed: int
    needed_in_summer: int


def working_days(calendar: Calendar, first: int, last: int) -> list[int]:
    """Return the working days of the days ``first`` to ``last``."""
    return [day for day in range(first, last + 1) if not calendar.is_red(day)]


def booked(index: ProblemIndex, person: str) -> list[tuple[int, int]]:
    """Return first and last day of each stretch of vacation without a gap, earliest first."""
    found: list[tuple[int, int]] = []
    for first, last, away in sorted(index.absences[person], key=lambda span: span[:2]):
        if away.kind is not AbsenceKind.VACATION:
            continue
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def may_join(index: ProblemIndex, person: str, day: int) -> bool:
    """Return whether a day between two vacations joins them when nothing is worked on it.

    It must be known, and no absence of another kind.
    """
    away = index.away(person, day)
    return index.first_known <= day < index.days and (away is None or away.kind in DAYS_OFF)


def vacations(line: Line) -> Iterator[tuple[int, int]]:
    """Yield first and last day of each vacation; days off between two make them one."""
    joined: tuple[int, int] | None = None
    for first, last in booked(line.index, line.person.id):
        if joined is None:
            joined = (first, last)
        elif all(_is_free(line, day) for day in range(joined[1] + 1, first)):
            joined = (joined[0], last)
        else:
            yield joined
            joined = (first, last)
    if joined is not None:
        yield joined


def _is_free(line: Line, day: int) -> bool:
    return not line.works(day) and may_join(line.index, line.person.id, day)


def tally(line: Line) -> VacationTally:
    """Return what a person has of vacation; a free Saturday behind a week of it belongs to it."""
    index, told = line.index, _figures()
    summers = _summers(index, told["summer"])
    in_all = longest = 0
    for first, last in vacations(line):
        saturday = index.calendar.weekday(last) == 5 and _is_free(line, last + 1)
        days = working_days(index.calendar, first, last + saturday)
        in_all += sum(0 <= day <= line.last for day in days)
        longest = max(longest, *(len(summer.intersection(days)) for summer in summers))
    week = told["days_a_week"]
    needed, together = told["in_all"]["weeks"] * week, told["summer"]["weeks"] * week
    return VacationTally(line.person.id, in_all, longest, needed, together)


@lru_cache(maxsize=1)
def _figures() -> dict[str, Any]:
    file = resources.files("rostering.domain") / "vacation.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _summers(index: ProblemIndex, told: dict[str, Any]) -> list[set[int]]:
    """Return the days of the summer in each year that the period touches."""
    if "summers" in index.memo:
        known: list[set[int]] = index.memo["summers"]
        return known
    clock = index.clock
    years = {clock.date(0).year, clock.date(index.days - 1).year}
    index.memo["summers"] = found = [
        {
            day
            for day in range(clock.day(date(year, 1, 1)), clock.day(date(year + 1, 1, 1)))
            if told["first"] <= f"{clock.date(day):%m-%d}" <= told["last"]
        }
        for year in sorted(years)
    ]
    return found
