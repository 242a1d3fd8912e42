"""Single days at work or off, between two of the other sort."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.terms.base import employee_term
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each day that differs from both its neighbours; edges do not count."""
    for day in range(max(-1, line.first + 1), line.last):
        here = line.works(day)
        if here != line.works(day - 1) and here != line.works(day + 1):
            text = "single_day.work" if here else "single_day.off"
            yield Cause(1, line.person.id, day, text)


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such day."""
    for day in range(max(0, verbs.index.first_known + 2), verbs.index.days):
        before, here, after = (verbs.works(day - back) for back in (2, 1, 0))
        verbs.price([-before, here, -after], weight)
        verbs.price([before, -here, after], weight)


TERM = employee_term("single_days", "days", measure, post)
