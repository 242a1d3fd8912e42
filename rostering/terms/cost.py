"""Avoidable cost: what a duty costs above the cheapest person who could lawfully take it."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.able import able
from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.terms.base import employee_term
from rostering.verbs import Verbs
from rostering.wages.table import duty_ore

ORE_PER_UNIT = 1000


def avoidable(index: ProblemIndex, person: Person, duty: Duty) -> int:
    """Return a duty's cost above the cheapest able colleague's, in units of 10 NOK."""
    return max(0, duty_ore(index, person, duty) - _cheapest(index, person, duty)) // ORE_PER_UNIT


def _cheapest(index: ProblemIndex, person: Person, duty: Duty) -> int:
    """Return the least that the duty costs among the person and all who could take it."""
    memo = index.memo.setdefault("cheapest", {})
    if duty not in memo:
        costs = [duty_ore(index, p, duty) for p in index.problem.people if able(index, p, duty)]
        memo[duty] = min(costs, default=None)
    least: int | None = memo[duty]
    return duty_ore(index, person, duty) if least is None else least


def measure(line: Line) -> Iterator[Cause]:
    """Yield the avoidable cost of each planned duty."""
    for duty in line.planned:
        amount = avoidable(line.index, line.person, duty)
        if amount > 0:
            yield Cause(amount, line.person.id, duty.day, "cost", {"shift": duty.code})


def post(verbs: Verbs, weight: int) -> None:
    """Charge each duty its avoidable cost."""
    for duty in verbs.candidates:
        if duty.day >= 0:
            amount = avoidable(verbs.index, verbs.person, duty)
            verbs.price([verbs.takes(duty)], weight * amount)


TERM = employee_term("cost", "10 NOK", measure, post)
