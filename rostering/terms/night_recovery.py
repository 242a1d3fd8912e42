"""Recovery after nights: another shift sooner than 48 hours after the last night."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.shifts import ShiftKind
from rostering.terms.base import employee_term, threshold
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each night and later duty of another kind that lie too close."""
    least = threshold("night_recovery")
    for number, night in enumerate(line.duties):
        if night.kind is not ShiftKind.NIGHT:
            continue
        for late in line.duties[number + 1 : number + 6]:
            rest = late.start - night.end
            if 0 <= rest < least and late.day >= 0 and late.kind is not ShiftKind.NIGHT:
                facts = {"rest": rest, "late": late.code}
                yield Cause(1, line.person.id, late.day, "night_recovery", facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such pair."""
    least = threshold("night_recovery")
    for day in range(verbs.index.days):
        before = [slot for back in range(5) for slot in verbs.slots(day - back)]
        for (early, first), (late, second) in product(before, verbs.slots(day)):
            close = early.end <= late.start < early.end + least
            if close and early.kind is ShiftKind.NIGHT and late.kind is not ShiftKind.NIGHT:
                verbs.price([first, second], weight)


TERM = employee_term("night_recovery", "times", measure, post)
