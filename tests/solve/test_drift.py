"""A roster that checker or score card do not confirm never leaves the engine."""

from __future__ import annotations

import pytest

from rostering.check import Court
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift
from rostering.score import score_plan
from rostering.solve import Budget, _judged
from rostering.strategies.base import Answer, Status
from rostering.strategies.process import Result
from tests.solve.corner import corner, day

LAWFUL = tuple(Assignment(person="bo", date=day(n), shift="D", unit="u") for n in range(4))


def result(duties: tuple[Assignment, ...], objective: int | None, bound: int, cut: bool) -> Result:
    """Return what a strategy would have said."""
    answer = Answer(Status.FEASIBLE, duties, objective, bound)
    return Result(answer, 1.0, 0.5, 100.0, stopped=False, cut=cut)


def judged(duties: tuple[Assignment, ...], wrong_by: int = 0, *, cut: bool = False) -> int | None:
    """Return the objective after judging; the strategy's claim is wrong by some points."""
    court = Court.of(corner(locks=[{"person": "bo", "date": day(0), "shift": "D"}]))
    true = score_plan(court, court.index.plan(duties)).total
    said = result(duties, true + wrong_by, 0, cut)
    return _judged(court, said, Budget(), "cpsat", "en").objective


def test_a_true_claim_passes() -> None:
    assert judged(LAWFUL) is not None


def test_a_breach_is_refused() -> None:
    with pytest.raises(EngineDrift, match="breaks hard rules"):
        judged(LAWFUL[:3])


def test_points_that_the_card_does_not_confirm_are_refused() -> None:
    for wrong_by in (-1, 1):
        with pytest.raises(EngineDrift, match="score card says"):
            judged(LAWFUL, wrong_by)


def test_a_solve_cut_short_may_have_said_more_but_never_less() -> None:
    assert judged(LAWFUL, 5, cut=True) == judged(LAWFUL)
    with pytest.raises(EngineDrift, match="score card says"):
        judged(LAWFUL, -1, cut=True)


def test_a_moved_lock_is_refused() -> None:
    swapped = (Assignment(person="ann", date=day(0), shift="D", unit="u"), *LAWFUL[1:])
    with pytest.raises(EngineDrift, match="fixed cell of bo"):
        judged(swapped)


def test_a_bound_above_the_roster_is_refused() -> None:
    court = Court.of(corner())
    true = score_plan(court, court.index.plan(LAWFUL)).total
    with pytest.raises(EngineDrift, match="bound"):
        _judged(court, result(LAWFUL, true, true + 1, cut=False), Budget(), "cpsat", "en")
