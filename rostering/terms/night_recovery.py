"""Recovery after nights: another shift sooner than 48 hours after the last night."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.shifts import ShiftKind
from rostering.terms.base import employee_term, threshold
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each duty of another kind too soon on the first day at work after a night."""
    least = threshold("night_recovery")
    for night, late in pairs(line):
        rest = late.start - night.end
        if rest < least:
            facts = {"rest": rest, "late": late.code}
            yield Cause(1, line.person.id, late.day, "night_recovery", facts)


def pairs(line: Line) -> Iterator[tuple[Duty, Duty]]:
    """Yield each night with the duties of another kind on the period's next day at work."""
    for night in line.duties:
        if night.kind is not ShiftKind.NIGHT:
            continue
        day = night.day + 1
        while day <= line.last and not line.works(day):
            day += 1
        for late in line.on(day) if day >= 0 else ():
            if night.end <= late.start and late.kind is not ShiftKind.NIGHT:
                yield night, late


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such pair with nothing but days off between."""
    least = threshold("night_recovery")
    for day in range(verbs.index.days):
        for back in range(1, 5):
            free = [-verbs.works(between) for between in range(day - back + 1, day)]
            for (early, first), (late, second) in product(
                verbs.slots(day - back), verbs.slots(day)
            ):
                close = early.end <= late.start < early.end + least
                if close and early.kind is ShiftKind.NIGHT and late.kind is not ShiftKind.NIGHT:
                    verbs.price([first, *free, second], weight)


TERM = employee_term("night_recovery", "times", measure, post)
