"""All hours, overtime included: in 24 hours, in any week and on average (AML § 10-6 (8)-(9))."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.line import Line
from rostering.rules.base import CLOCK, Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "all_hours"


@dataclass(frozen=True, slots=True)
class Values:
    """Most minutes of all duties, ordinary or not, by where they start.

    ``per_day`` in 24 hours from the local minute ``boundary``, ``per_week`` from Monday to Sunday
    and ``mean`` a week on average over so many ``weeks``.
    """

    per_day: int | None = limit(Sense.AT_MOST, "minutes")
    per_week: int | None = limit(Sense.AT_MOST, "minutes")
    mean: int | None = limit(Sense.AT_MOST, "minutes")
    weeks: int = limit(Sense.SETTING, "weeks", 8, within=(1, 52))
    boundary: int = limit(Sense.SETTING, CLOCK, 0, within=(0, 1439))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every day, week and row of weeks with more minutes than allowed."""
    yield from _days(line, limits)
    yield from _rows(line, limits, "per_week", 1)
    yield from _rows(line, limits, "mean", limits.at(0).weeks)


def _days(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    by_day: dict[int, list[Duty]] = defaultdict(list)
    for duty in line.duties:
        early = line.index.shifts[duty.code].start < limits.at(duty.day).boundary
        by_day[duty.day - early].append(duty)
    for day, duties in by_day.items():
        most = limits.at(day).per_day
        if most is not None and (day >= 0 or (day == -1 and limits.at(day).boundary)):
            yield from _over(line, duties, most, (day, day), "per_day")


def _rows(line: Line, limits: Dated[Values], name: str, weeks: int) -> Iterator[Violation]:
    calendar = line.index.calendar
    by_week: dict[int, list[Duty]] = defaultdict(list)
    for duty in line.planned if line.index.cyclic else line.duties:
        by_week[calendar.monday(duty.day)].append(duty)
    for window in windows(line.index, weeks):
        most = limits.least(name, days_of(window))
        if most is not None:
            duties = [duty for monday in window for duty in by_week[monday]]
            span = (window[0], window[0] + 7 * len(window) - 1)
            yield from _over(line, duties, most * weeks, span, name)


def _over(
    line: Line, duties: Iterable[Duty], most: int, span: tuple[int, int], name: str
) -> Iterator[Violation]:
    """Yield the breach when duties sum to more than allowed and than the past has used."""
    total = sum(duty.minutes for duty in duties)
    if total > most:  # nearly never: only then does the past matter
        most = max(most, sum(duty.minutes for duty in duties if duty.past))
    if total > most:
        facts = {"total": total, "most": most}
        text, over = f"all_hours.{name.removeprefix('per_')}", total - most
        yield Violation(ID, line.person.id, *span, over, over, "minutes", text, facts, name)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for day in range(-1, verbs.index.days):
        values = limits.at(day)
        if day >= 0 or values.boundary:
            near = [*verbs.on(day), *verbs.on(day + 1)]
            _post(verbs, [d for d in near if _day(verbs, d, limits) == day], [values.per_day], 1)
    for monday in verbs.index.calendar.weeks(0, verbs.index.days - 1):
        days = range(monday, monday + 7)
        bounds = [limits.at(max(0, day)).per_week for day in days]
        _post(verbs, [duty for day in days for duty in verbs.on(day)], bounds, 1)
    weeks = limits.at(0).weeks
    for window in windows(verbs.index, weeks):
        inside = [day for monday in window for day in range(monday, monday + 7)]
        bounds = [limits.at(max(0, day)).mean for day in inside]
        _post(verbs, [duty for day in inside for duty in verbs.on(day)], bounds, weeks)


def _post(verbs: Verbs, duties: list[Duty], bounds: list[int | None], times: int) -> None:
    held = [bound for bound in bounds if bound is not None]
    if held:
        used = sum(duty.minutes for duty in duties if duty.past)
        minutes = [(duty.minutes, verbs.takes(duty)) for duty in duties]
        verbs.at_most(minutes, max(times * min(held), used))


def _day(verbs: Verbs, duty: Duty, limits: Dated[Values]) -> int:
    start = verbs.index.shifts[duty.code].start
    return (duty.day * 1440 + start - limits.at(duty.day).boundary) // 1440


RULE = employee_rule(ID, Values, check, post, seldom=True)
