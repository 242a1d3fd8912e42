"""Bounds lie under the optimum that CP-SAT proves, and branch and price proves the same one."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from ortools.sat.python import cp_model

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.model.build import build
from rostering.strategies.base import Answer, Budget, Status
from rostering.strategies.columns.generation import Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.strategy import Columns
from rostering.strategies.columns.ward import Ward
from tests.kinds.small_base import MONDAY, ward
from tests.solve.corner import corner, day
from tests.strategies.columns.small import problems, random_ward

DAYS_ONLY = [{"id": "day", "units": ["u"], "shifts": ["D"], "minimum": 1, "target": 2}]
WEEKDAYS = [{**DAYS_ONLY[0], "weekdays": [1, 2, 3, 4, 5]}]
SMALL = {
    **{name: problem for name, problem in problems().items() if name not in ("round", "history")},
    **{f"random {seed}": random_ward(seed) for seed in (22, 25, 26, 27)},
    "after a past": random_ward(24, people=4, history=True),
    "two weeks": ward(demand=DAYS_ONLY, horizon={"start": MONDAY, "days": 14}),
    "round": ward(demand=WEEKDAYS, horizon={"start": MONDAY, "days": 7, "kind": "cyclic"}),
}
EXACT = [name for name, problem in SMALL.items() if Ward(problem).exact]
LOOSE = [name for name in SMALL if name not in EXACT]
PLENTY, LITTLE = Budget(seconds=20, workers=1), Budget(seconds=2, workers=1)


def solved(problem: Problem, *, goals: bool = True) -> tuple[int, tuple[Assignment, ...]]:
    """Return the least points of a problem and a roster, by the whole model."""
    court = Court.of(problem)
    built = build(court.index, court.rulings, goals=goals)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    assert solver.solve(built.model) == cp_model.OPTIMAL
    return round(solver.objective_value), built.read(solver.boolean_value)


@cache
def optimum(name: str) -> int:
    return solved(SMALL[name])[0]


def answer(problem: Problem, warm: tuple[Assignment, ...] | None = None) -> Answer:
    budget = PLENTY if Ward(problem).exact else LITTLE
    return Columns().run(problem, budget, warm, lambda _: None, lambda _: None)


def test_some_problems_are_exact_and_some_are_not() -> None:
    assert {"corner", "tiny", "pair", "after a past", "random 22"} <= set(EXACT)
    assert {"turning", "shared line"} <= set(LOOSE)


@pytest.mark.parametrize("name", SMALL)
def test_no_round_gives_a_bound_above_the_optimum(name: str) -> None:
    team = Ward(SMALL[name]).team
    bounds: list[float] = []
    found = Generation(team).run(Node(), float("inf"), lambda: False, bounds.append)
    assert bounds == sorted(bounds)
    assert bounds[-1] == found.bound
    assert found.bound <= optimum(name) + 1e-6


@pytest.mark.parametrize("name", SMALL)
def test_any_duals_give_a_bound(name: str) -> None:
    team, drawn = Ward(SMALL[name]).team, np.random.default_rng(1)
    generation = Generation(team)
    for scale in (0, 1, 10, 100, 1000):
        duals = (
            drawn.normal(0, scale, len(team.rows.rows)) if scale else np.zeros(len(team.rows.rows))
        )
        assert generation.price(Node(), duals)[0] <= optimum(name) + 1e-6


@pytest.mark.parametrize("name", EXACT)
def test_branch_and_price_proves_the_optimum_of_the_whole_model(name: str) -> None:
    found = answer(SMALL[name])
    assert (found.status, found.objective, found.bound) == (
        Status.OPTIMAL, optimum(name), optimum(name),
    )  # fmt: skip
    assert found.assignments is not None
    assert Ward(SMALL[name]).judged(found.assignments) == optimum(name)


@pytest.mark.parametrize("name", LOOSE)
def test_where_something_is_left_out_a_roster_is_lawful_and_its_points_are_right(name: str) -> None:
    problem = SMALL[name]
    found = answer(problem, solved(problem, goals=False)[1])
    assert found.assignments is not None
    assert found.objective is not None
    assert Ward(problem).judged(found.assignments) == found.objective >= optimum(name)


@pytest.mark.parametrize("name", LOOSE)
def test_where_something_is_left_out_no_bound_is_above_the_optimum(name: str) -> None:
    """From a lawful roster that is no optimum, so that a bound taken from it shows."""
    problem = SMALL[name]
    found = answer(problem, solved(problem, goals=False)[1])
    assert found.bound is not None
    assert found.bound <= optimum(name)


@pytest.mark.parametrize(
    "problem",
    [
        corner(demand=[{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 3, "target": 3}]),
        corner(locks=[{"person": "ann", "date": day(n), "shift": shift}
                      for n, shift in ((0, "A"), (1, "D"))]),
    ],
    ids=["more than there are", "locks against rest"],
)  # fmt: skip
def test_what_no_roster_can_keep_is_infeasible(problem: Problem) -> None:
    found = answer(problem)
    assert (found.status, found.assignments) == (Status.INFEASIBLE, None)


def test_where_something_is_left_out_nothing_found_is_not_called_infeasible() -> None:
    problem = problems()["round"]
    assert not Ward(problem).exact
    found = answer(problem)
    assert (found.status, found.assignments) == (Status.UNKNOWN, None)
