"""Ordinary hours over the averaging period: the full-time week on average, by category.

AML § 10-4, § 10-5 (40, 38 or 36 hours) and, where it binds, HTA chapter 1 § 4 (37.5, 35.5 or 33.6).
A person's ordinary duties in all positions and units count; known absence does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.shifts import Pay
from rostering.domain.weekly_hours import category
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "averaging"


@dataclass(frozen=True, slots=True)
class Values:
    """Most ordinary minutes a week on average over ``weeks``, for each full-time week.

    Where fewer weeks are known, they alone are held against the sum of all of them. The number
    of weeks is that of the period's first day, the category that of a window's first day in it.
    """

    day: int | None = limit(Sense.AT_MOST, "minutes")
    turnus: int | None = limit(Sense.AT_MOST, "minutes")
    round_the_clock: int | None = limit(Sense.AT_MOST, "minutes")
    weeks: int = limit(Sense.SETTING, "weeks", 52, within=(1, 52))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every period with more minutes than allowed, or than the past has used."""
    index, weeks = line.index, limits.at(0).weeks
    for window in windows(index, weeks):
        name = _name(index, line.person, window)
        mean = limits.least(name, days_of(window))
        if mean is None:
            continue
        duties = _ordinary(line, window)
        total = sum(duty.minutes for duty in duties)
        most = max(mean * weeks, sum(duty.minutes for duty in duties if duty.past))
        if total > most:
            last, over = window[0] + 7 * len(window) - 1, total - most
            facts = {"total": total, "most": most, "weeks": weeks}
            yield Violation(
                ID,
                line.person.id,
                window[0],
                last,
                over,
                over,
                "minutes",
                "averaging.over",
                facts,
                name,
            )


def _name(index: ProblemIndex, person: Person, window: tuple[int, ...]) -> str:
    """Return the value that binds a person in a window: its category's."""
    return category(person, index.clock.date(max(0, window[0]))).value


def _ordinary(line: Line, window: tuple[int, ...]) -> list[Duty]:
    """Return the ordinary duties of a window; a week that comes twice counts twice."""
    days = (day for monday in window for day in range(monday, monday + 7))
    return [duty for day in days for duty in line.on(day) if duty.pay is not Pay.OVERTIME]


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: the ordinary minutes of a period sum to the bound at most."""
    weeks = limits.at(0).weeks
    for window in windows(verbs.index, weeks):
        first = verbs.index.clock.date(max(0, window[0]))
        name = str(category(verbs.person, first))
        days = [day for monday in window for day in range(monday, monday + 7)]
        bounds = [getattr(limits.at(day), name) for day in days if day >= 0]
        held = [bound for bound in bounds if bound is not None]
        if held:
            inside = [duty for day in days for duty in verbs.on(day)]
            counted = [duty for duty in inside if duty.pay is not Pay.OVERTIME]
            used = sum(duty.minutes for duty in counted if duty.past)
            weighted = [(duty.minutes, verbs.takes(duty)) for duty in counted]
            verbs.at_most(weighted, max(weeks * min(held), used))


RULE = employee_rule(ID, Values, check, post, seldom=True)
