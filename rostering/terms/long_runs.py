"""Days at work in a row above the threshold."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.terms.base import employee_term, threshold
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each day that makes a run longer than the threshold."""
    most, length = threshold("days_in_a_row"), 0
    for day in range(line.first, line.last + 1):
        length = length + 1 if line.works(day) else 0
        if length > most and day >= 0:
            yield Cause(1, line.person.id, day, "long_run", {"length": length})


def post(verbs: Verbs, weight: int) -> None:
    """Charge each window of days at work that is one longer than the threshold."""
    most = threshold("days_in_a_row")
    for day in range(max(0, verbs.index.first_known + most), verbs.index.days):
        verbs.price([verbs.works(d) for d in range(day - most, day + 1)], weight)


TERM = employee_term("long_runs", "days", measure, post)
