"""Ordinary hours in any fixed week, by the full-time week of the person (AML § 10-4, § 10-5).

37.5 hours of day work, 35.5 of turnus or 33.6 round the clock: the longest full-time week that the
person has on the week's Monday decides. Overtime is not ordinary hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.shifts import Pay
from rostering.domain.weekly_hours import Category, category
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "hours_per_week"


@dataclass(frozen=True, slots=True)
class Values:
    """Most ordinary minutes of duties that start in one week, Monday to Sunday.

    ``maximum`` binds everybody, ``turnus`` those on at most 35.5 hours or in three-part turnus,
    ``round_the_clock`` those on at most 33.6.
    """

    maximum: int | None = limit(Sense.AT_MOST, "minutes")
    turnus: int | None = limit(Sense.AT_MOST, "minutes")
    round_the_clock: int | None = limit(Sense.AT_MOST, "minutes")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every week with more minutes than allowed, or than the past has already used."""
    sums: dict[int, int] = defaultdict(int)
    past: dict[int, int] = defaultdict(int)
    for duty in line.duties:
        if duty.pay is not Pay.OVERTIME:
            monday = line.index.calendar.monday(duty.day)
            sums[monday] += duty.minutes
            past[monday] += duty.minutes if duty.past else 0
    for monday, total in sums.items():
        if monday + 6 < 0:
            continue
        most, name = _strictest(line, limits, monday)
        if most is None:
            continue
        most = max(most, past[monday])
        if total > most:
            yield Violation(
                ID, line.person.id, monday, monday + 6, total - most, total - most, "minutes",
                "hours_per_week.over", {"total": total, "most": most}, name,
            )  # fmt: skip


def _strictest(line: Line, limits: Dated[Values], monday: int) -> tuple[int | None, str]:
    """Return the strictest bound of the week's days and its name; agreements open whole weeks."""
    week = range(monday, monday + 7)
    most = limits.least("maximum", week)
    kind = category(line.person, line.index.clock.date(monday))
    own = None if kind is Category.DAY else limits.least(kind.value, week)
    if own is not None and (most is None or own <= most):
        return own, kind.value
    return most, "maximum"


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for monday in verbs.index.calendar.weeks(0, verbs.index.days - 1):
        held = list(_bounds(verbs.index, verbs.person, limits, monday))
        if not held:
            continue
        week = [
            duty
            for day in range(monday, monday + 7)
            for duty in verbs.on(day)
            if duty.pay is not Pay.OVERTIME
        ]
        used = sum(duty.minutes for duty in week if duty.past)
        weighted = [(duty.minutes, verbs.takes(duty)) for duty in week]
        verbs.at_most(weighted, max(min(held), used))


def _bounds(
    index: ProblemIndex, person: Person, limits: Dated[Values], monday: int
) -> Iterator[int]:
    """Yield every bound on any of the week's days that concerns the person."""
    kind = category(person, index.clock.date(monday))
    for day in range(max(0, monday), monday + 7):
        values = limits.at(day)
        concerned = [values.maximum]
        if kind is Category.TURNUS:
            concerned.append(values.turnus)
        elif kind is Category.ROUND_THE_CLOCK:
            concerned.append(values.round_the_clock)
        yield from (bound for bound in concerned if bound is not None)


RULE = employee_rule(ID, Values, check, post)
