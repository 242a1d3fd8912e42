"""Ordinary hours a week on average over several fixed weeks in a row (AML § 10-5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "hours_mean"


@dataclass(frozen=True, slots=True)
class Values:
    """Most ordinary minutes a week on average, and over how many weeks.

    Where fewer weeks are known, they alone are held against the sum of all of them. The number
    of weeks is that of the period's first day.
    """

    maximum: int | None = limit(Sense.AT_MOST, "minutes")
    weeks: int = limit(Sense.SETTING, "weeks", 8, within=(1, 52))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every row of weeks with more minutes than allowed, or than the past has used."""
    calendar, cyclic = line.index.calendar, line.index.cyclic
    ordinary: dict[int, int] = defaultdict(int)
    past: dict[int, int] = defaultdict(int)
    for duty in line.planned if cyclic else line.duties:
        if duty.pay is not Pay.OVERTIME:
            ordinary[calendar.monday(duty.day)] += duty.minutes
            past[calendar.monday(duty.day)] += duty.minutes if duty.past else 0
    weeks = limits.at(0).weeks
    for window in windows(line.index, weeks):
        mean = limits.least("maximum", days_of(window))
        if mean is None:
            continue
        total = sum(ordinary[monday] for monday in window)
        most = max(mean * weeks, sum(past[monday] for monday in window))
        if total > most:
            last = window[0] + 7 * len(window) - 1
            yield Violation(
                ID, line.person.id, window[0], last, total - most, total - most, "minutes",
                "hours_mean.over", {"total": total, "most": most, "weeks": weeks}, "maximum",
            )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: the ordinary minutes of a row of weeks sum to the bound at most."""
    weeks = limits.at(0).weeks
    for window in windows(verbs.index, weeks):
        days = [day for monday in window for day in range(monday, monday + 7)]
        inside = [d for day in days for d in verbs.on(day) if d.pay is not Pay.OVERTIME]
        means = [limits.at(day).maximum for day in days if day >= 0]
        held = [mean for mean in means if mean is not None]
        if held:
            used = sum(duty.minutes for duty in inside if duty.past)
            weighted = [(duty.minutes, verbs.takes(duty)) for duty in inside]
            verbs.at_most(weighted, max(weeks * min(held), used))


RULE = employee_rule(ID, Values, check, post, seldom=True)
