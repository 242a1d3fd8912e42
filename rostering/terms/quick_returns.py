"""Quick returns: less than 11 hours between two duties."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.terms.base import employee_term, posted_short_rests, short_rests
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each pair of duties with too short a rest between them."""
    for early, late in short_rests(line):
        facts = {"rest": late.start - early.end}
        yield Cause(1, line.person.id, late.day, "quick_return", facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such pair."""
    for first, second in posted_short_rests(verbs):
        verbs.price([first, second], weight)


TERM = employee_term("quick_returns", "times", measure, post)
