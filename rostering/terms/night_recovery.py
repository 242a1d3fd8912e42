"""Recovery after nights: another shift sooner than 48 hours after the last night."""

from __future__ import annotations

from collections.abc import Iterator

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
    for late in verbs.candidates:
        if late.past or late.kind is ShiftKind.NIGHT:
            continue
        for day in range(late.day - 4, late.day + 1):
            for early in verbs.on(day):
                close = early.end <= late.start < early.end + least
                if close and early.kind is ShiftKind.NIGHT:
                    verbs.price([verbs.takes(early), verbs.takes(late)], weight)


TERM = employee_term("night_recovery", "times", measure, post)
