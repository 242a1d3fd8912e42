"""Ordinary hours, without overtime, in a fixed window of 24 hours (AML § 10-4, § 10-5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.rules.base import CLOCK, Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "hours_per_day"


@dataclass(frozen=True, slots=True)
class Values:
    """Most ordinary minutes of duties that start in one window.

    ``boundary`` is the local minute of day at which the window begins; a duty counts whole where
    it starts.
    """

    maximum: int | None = limit(Sense.AT_MOST, "minutes")
    boundary: int = limit(Sense.SETTING, CLOCK, 0, within=(0, 1439))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every window with more minutes than allowed, or than the past has already used."""
    sums: dict[int, int] = defaultdict(int)
    past: dict[int, int] = defaultdict(int)
    for duty in line.duties:
        if duty.pay is Pay.OVERTIME:
            continue
        boundary = limits.at(duty.day).boundary
        window = duty.day if boundary <= line.index.shifts[duty.code].start else duty.day - 1
        sums[window] += duty.minutes
        past[window] += duty.minutes if duty.past else 0
    for window, total in sums.items():
        if window < -1 or (window < 0 and not limits.at(window).boundary):
            continue
        most = limits.at(window).maximum
        if most is not None and total > max(most, past[window]):
            most = max(most, past[window])
            yield Violation(
                ID, line.person.id, window, window, total - most, total - most, "minutes",
                "hours_per_day.over", {"total": total, "most": most}, "maximum",
            )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for window in range(-1, verbs.index.days):
        most = limits.at(window).maximum
        if most is None or (window < 0 and not limits.at(window).boundary):
            continue
        inside = [
            duty
            for day in (window, window + 1)
            for duty in verbs.on(day)
            if duty.pay is not Pay.OVERTIME and _window(verbs.index, duty, limits) == window
        ]
        used = sum(duty.minutes for duty in inside if duty.past)
        weighted = [(duty.minutes, verbs.takes(duty)) for duty in inside]
        verbs.at_most(weighted, max(most, used))


def _window(index: ProblemIndex, duty: Duty, limits: Dated[Values]) -> int:
    start = index.shifts[duty.code].start
    return (duty.day * 1440 + start - limits.at(duty.day).boundary) // 1440


RULE = employee_rule(ID, Values, check, post)
