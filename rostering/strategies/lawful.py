"""Is there any roster at all that keeps some rules? One plain model without goals, one answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.model.build import Kept, build
from rostering.rulings import Rulings
from rostering.strategies.base import Budget, Status
from rostering.strategies.first import any_roster

_STATUS = {
    cp_model.OPTIMAL: Status.FEASIBLE,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a roster exists: FEASIBLE with one, INFEASIBLE proved, or UNKNOWN in the time."""

    status: Status
    roster: tuple[Assignment, ...] | None = None
    seconds: float = 0.0


def lawful(
    rulings: Rulings,
    budget: Budget,
    *,
    kept: Kept | None = None,
    warm: tuple[Assignment, ...] | None = None,
    on_stop: Callable[[Callable[[], None]], None] = lambda _: None,
) -> Verdict:
    """Search for any roster that keeps the hard rules, or prove that there is none.

    It runs in this process: call it in a solving process (``strategies.process``).

    Parameters
    ----------
    rulings
        The rules of a problem, with its index.
    budget
        Seconds, workers and seed of this one solve.
    kept
        Which rules are said for whom; None for all.
    warm
        A roster like the one wanted.
    on_stop
        Called with what stops the search.
    """
    began = time.monotonic()
    built = build(rulings.index, rulings, goals=False, kept=kept)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = budget.workers
    solver.parameters.interleave_search = budget.workers == 1
    solver.parameters.random_seed = budget.seed
    if budget.seconds is not None:
        solver.parameters.max_time_in_seconds = budget.seconds
    if budget.steps is not None:
        solver.parameters.max_deterministic_time = budget.steps
    on_stop(solver.stop_search)

    def solve(asked: cp_model.CpSolver) -> Status:
        return _STATUS.get(asked.solve(built.model), Status.UNKNOWN)

    status, roster = any_roster(built, warm, solver, solve)
    return Verdict(status, roster, time.monotonic() - began)


def of_problem(problem: Problem) -> Rulings:
    """Return the rulings of a problem that is known to be consistent."""
    from rostering.domain.index import ProblemIndex

    return Rulings(ProblemIndex(problem))
