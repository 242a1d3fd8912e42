"""Overtime in one week, in four weeks in a row and over a year (AML § 10-6 (4)-(6)).

What the account of overtime holds was worked before the period, the known past included: what is
not known day by day counts in the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import TRUE, Verbs

ID = "overtime"
FOUR = 4


@dataclass(frozen=True, slots=True)
class Values:
    """Most minutes of overtime in a fixed week, in four in a row, and in ``year_weeks`` of them."""

    week: int | None = limit(Sense.AT_MOST, "minutes")
    four_weeks: int | None = limit(Sense.AT_MOST, "minutes")
    year: int | None = limit(Sense.AT_MOST, "minutes")
    year_weeks: int = limit(Sense.SETTING, "weeks", 52, within=(2, 53))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every week and row of weeks with more overtime than allowed or used already."""
    if not any(duty.pay is Pay.OVERTIME for duty in line.duties):
        return  # what was used before is never held against anybody
    index = line.index
    minutes: dict[int, int] = defaultdict(int)
    past: dict[int, int] = defaultdict(int)
    for duty in line.planned if index.cyclic else line.duties:
        if duty.pay is Pay.OVERTIME:
            minutes[index.calendar.monday(duty.day)] += duty.minutes
            past[index.calendar.monday(duty.day)] += duty.minutes if duty.past else 0
    for name, window, carried, allowed in _bounds(line, limits):
        total = carried + sum(minutes[monday] for monday in window)
        most = max(allowed, carried + sum(past[monday] for monday in window))
        if total > most:
            facts = {"total": total, "most": most}
            last, over = window[0] + 7 * len(window) - 1, total - most
            yield Violation(
                ID,
                line.person.id,
                window[0],
                last,
                over,
                over,
                "minutes",
                "overtime.over",
                facts,
                name,
            )


def _bounds(line: Line, limits: Dated[Values]) -> Iterator[tuple[str, tuple[int, ...], int, int]]:
    """Yield each bound's name and row of weeks, what was used before it and is allowed in it."""
    index = line.index
    for name, weeks in (("week", 1), ("four_weeks", FOUR)):
        for window in windows(index, weeks):
            most = limits.least(name, days_of(window))
            if most is not None:
                yield name, window, 0, most
    for weeks in sorted({limits.at(day).year_weeks for day in range(index.days)}):
        for window, carried in _years(index, line.person.id, weeks):
            held = [limits.at(day) for day in days_of(window) if day >= 0]
            years = [v.year for v in held if v.year is not None and v.year_weeks == weeks]
            if years:
                yield "year", window, carried, min(years)


def _years(index: ProblemIndex, person: str, weeks: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield each year's known weeks with the overtime that the account adds to them.

    A year that began before the first known day holds one known week less at least, and all that
    was used before.
    """
    used = 0 if index.cyclic else _used(index, person)
    for row in windows(index, weeks):
        if len(row) == weeks or not used:
            yield row, 0
    begun = tuple(index.calendar.weeks(index.first_known, index.days - 1))[: weeks - 1]
    if used and begun[-1] + 6 >= 0:
        yield begun, used


def _used(index: ProblemIndex, person: str) -> int:
    """Return the minutes used before the first known day: the account less the known past."""
    balances = index.problem.accounts
    held = sum(b.minutes for b in balances if b.person == person and b.account == "overtime")
    known = sum(d.minutes for d in index.history[person] if d.pay is Pay.OVERTIME)
    return max(0, held - known)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: the overtime of each row of weeks sums to the bound at most."""
    planned = [limits.at(day) for day in range(verbs.index.days)]
    for (monday,) in windows(verbs.index, 1):
        week = range(max(0, monday), monday + 7)
        _post(verbs, (monday,), [limits.at(day).week for day in week])
    for four in windows(verbs.index, FOUR):
        days = [day for monday in four for day in range(max(0, monday), monday + 7)]
        _post(verbs, four, [limits.at(day).four_weeks for day in days])
    for weeks in dict.fromkeys(values.year_weeks for values in planned):
        for row, used in _years(verbs.index, verbs.person.id, weeks):
            days = [day for monday in row for day in range(max(0, monday), monday + 7)]
            values = [limits.at(day) for day in days]
            _post(verbs, row, [v.year for v in values if v.year_weeks == weeks], used)


def _post(verbs: Verbs, weeks: Iterable[int], bounds: list[int | None], used: int = 0) -> None:
    held = [bound for bound in bounds if bound is not None]
    days = [day for monday in weeks for day in range(monday, monday + 7)]
    duties = [duty for day in days for duty in verbs.on(day) if duty.pay is Pay.OVERTIME]
    if held and duties:
        past = used + sum(duty.minutes for duty in duties if duty.past)
        minutes = [(duty.minutes, verbs.takes(duty)) for duty in duties]
        verbs.at_most([*minutes, (used, TRUE)], max(min(held), past))


RULE = employee_rule(ID, Values, check, post, seldom=True)
