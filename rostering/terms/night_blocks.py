"""Nights in a row above the threshold."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.shifts import ShiftKind
from rostering.terms.base import employee_term, threshold
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each night that makes a block longer than the threshold."""
    most, length = threshold("nights_in_a_row"), 0
    for day in range(line.first, line.last + 1):
        night = any(duty.kind is ShiftKind.NIGHT for duty in line.on(day))
        length = length + 1 if night else 0
        if length > most and day >= 0:
            yield Cause(1, line.person.id, day, "night_block", {"length": length})


def post(verbs: Verbs, weight: int) -> None:
    """Charge each window of nights that is one longer than the threshold."""
    most = threshold("nights_in_a_row")
    for day in range(max(0, verbs.index.first_known + most), verbs.index.days):
        window = range(day - most, day + 1)
        nights = [[v for v in verbs.on(d) if v.kind is ShiftKind.NIGHT] for d in window]
        verbs.price([verbs.any_of([verbs.takes(v) for v in night]) for night in nights], weight)


TERM = employee_term("night_blocks", "nights", measure, post)
