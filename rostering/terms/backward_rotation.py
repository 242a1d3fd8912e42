"""Backward rotation: a shift of an earlier kind on the day after a later one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.shifts import ShiftKind
from rostering.terms.base import employee_term
from rostering.verbs import Verbs

_ORDER = {
    ShiftKind.DAY: 1,
    ShiftKind.LONG: 1,
    ShiftKind.OFFICE: 1,
    ShiftKind.EVENING: 2,
    ShiftKind.NIGHT: 3,
}


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each pair of duties on days in a row whose kinds go backward."""
    for day in range(max(0, line.first + 1), line.last + 1):
        for late, early in product(line.on(day), line.on(day - 1)):
            if _ORDER[late.kind] < _ORDER[early.kind]:
                facts = {"early": early.code, "late": late.code}
                yield Cause(1, line.person.id, day, "backward_rotation", facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such pair, slot by slot."""
    for day in range(verbs.index.days):
        for (early, first), (late, second) in product(verbs.slots(day - 1), verbs.slots(day)):
            if _ORDER[early.kind] > _ORDER[late.kind]:
                verbs.price([first, second], weight)


TERM = employee_term("backward_rotation", "times", measure, post)
