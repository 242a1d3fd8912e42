"""Quick returns: less than 11 hours between two duties."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.terms.base import employee_term, threshold
from rostering.verbs import Literal, Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each pair of duties with too short a rest between them."""
    for early, late in pairs(line):
        facts = {"rest": late.start - early.end}
        yield Cause(1, line.person.id, late.day, "quick_return", facts)


def pairs(line: Line) -> Iterator[tuple[Duty, Duty]]:
    """Yield each duty of the period with one that ends too shortly before it, the earlier first."""
    least = threshold("quick_return")
    for number, late in enumerate(line.duties):
        if late.day >= 0:
            for early in line.before(number, least):
                if 0 <= late.start - early.end < least:
                    yield early, late


def posted_pairs(verbs: Verbs) -> Iterator[tuple[Literal, Literal]]:
    """Yield the literals of each such pair that a solver may make."""
    least = threshold("quick_return")
    for day in range(verbs.index.days):
        before = [slot for back in (2, 1, 0) for slot in verbs.slots(day - back)]
        for (early, first), (late, second) in product(before, verbs.slots(day)):
            if late.start - least < early.end <= late.start:
                yield first, second


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such pair."""
    for first, second in posted_pairs(verbs):
        verbs.price([first, second], weight)


TERM = employee_term("quick_returns", "times", measure, post)
