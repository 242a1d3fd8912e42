"""All terms, one line each; adding a goal is its file, a line here and a default weight."""

from __future__ import annotations

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from rostering.terms import (
    backward_rotation,
    cost,
    fairness,
    hours,
    long_runs,
    night_blocks,
    night_recovery,
    past_burdens,
    quick_returns,
    reserve,
    row_prices,
    shortage,
    single_days,
    stability,
    surplus,
    wishes,
)
from rostering.terms.base import Term, defaults

TERMS: tuple[Term, ...] = (
    shortage.TERM,
    surplus.TERM,
    row_prices.TERM,
    wishes.TERM,
    fairness.TERM,
    past_burdens.TERM,
    hours.TERM,
    quick_returns.TERM,
    single_days.TERM,
    backward_rotation.TERM,
    night_blocks.TERM,
    night_recovery.TERM,
    long_runs.TERM,
    cost.TERM,
    stability.TERM,
    reserve.TERM,
)


def weights(problem: Problem) -> dict[str, int]:
    """Return every term's weight in points a unit: the problem's own, else the default.

    Raises
    ------
    BadInput
        When the problem weighs an unknown term or gives a negative weight.
    """
    known = {term.id for term in TERMS}
    found = [
        Fault(f"weights.{name}", f"unknown term {name!r}", f"one of: {', '.join(sorted(known))}")
        for name in problem.weights
        if name not in known
    ]
    found += [
        Fault(f"weights.{name}", str(value), "a whole number from 0 to 100000")
        for name, value in problem.weights.items()
        if name in known and not 0 <= value <= 100_000
    ]
    if found:
        raise BadInput(found)
    return {**defaults()["weights"], **problem.weights}
