"""Ordinary hours in any fixed week (AML § 10-4, § 10-5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "hours_per_week"


@dataclass(frozen=True, slots=True)
class Values:
    """Most working minutes of duties that start in one week, Monday to Sunday."""

    maximum: int | None = limit(Sense.AT_MOST, "minutes")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every week with more minutes than allowed, or than the past has already used."""
    sums: dict[int, int] = defaultdict(int)
    past: dict[int, int] = defaultdict(int)
    for duty in line.duties:
        monday = line.index.calendar.monday(duty.day)
        sums[monday] += duty.minutes
        past[monday] += duty.minutes if duty.past else 0
    for monday, total in sums.items():
        if monday + 6 < 0:
            continue
        strictest = _strictest(limits, monday)
        if strictest is None:
            continue
        most = max(strictest, past[monday])
        if total > most:
            yield Violation(
                ID, line.person.id, monday, monday + 6, total - most, total - most, "minutes",
                "hours_per_week.over", {"total": total, "most": most},
            )  # fmt: skip


def _strictest(limits: Dated[Values], monday: int) -> int | None:
    """Return the strictest bound of the week's days: an agreement opens whole weeks only."""
    if len(limits.spans) == 1:
        return limits.spans[0][1].maximum
    bounds = (limits.at(day).maximum for day in range(max(0, monday), monday + 7))
    return min((bound for bound in bounds if bound is not None), default=None)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for monday in verbs.index.calendar.weeks(0, verbs.index.days - 1):
        bounds = [limits.at(day).maximum for day in range(max(0, monday), monday + 7)]
        held = [bound for bound in bounds if bound is not None]
        if not held:
            continue
        week = [duty for day in range(monday, monday + 7) for duty in verbs.on(day)]
        used = sum(duty.minutes for duty in week if duty.past)
        weighted = [(duty.minutes, verbs.takes(duty)) for duty in week]
        verbs.at_most(weighted, max(min(held), used))


RULE = employee_rule(ID, Values, check, post)
