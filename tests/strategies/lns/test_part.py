"""A part of a model: the same optimum as the whole, and costs that the score card confirms."""

import random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from rostering.domain.problem import Problem
from rostering.model.build import build
from rostering.strategies.base import Budget, Status
from rostering.strategies.lns.hoods import HOODS, View
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.part import Part
from rostering.strategies.lns.solving import solve
from tests.strategies.lns.bench import ENDLESS, Bench, turning, worlds

WORLDS = worlds()


def meter() -> Meter:
    return Meter(Budget(seconds=None, workers=1))


def optimum(problem: Problem) -> int:
    """Return the least points of any roster, from the whole model."""
    bench = Bench.of(problem)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    assert solver.solve(build(bench.court.index, bench.court.rulings).model) == cp_model.OPTIMAL
    return round(solver.objective_value)


@pytest.mark.parametrize("name", WORLDS)
def test_with_everything_free_the_optimum_is_that_of_the_whole_model(name: str) -> None:
    bench = Bench.of(WORLDS[name])
    incumbent = bench.incumbent()
    part = Part(bench.court.index, incumbent, bench.cells.literals)
    solved = solve(part, meter(), ENDLESS, 1)
    assert solved.status is Status.OPTIMAL
    incumbent.take(incumbent.tried(part.free, solved.values))
    assert (incumbent.debt, incumbent.points) == (0, optimum(WORLDS[name]))
    assert bench.verdict(incumbent) == (0, incumbent.points)


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("repair", [False, True])
def test_a_neighbourhood_costs_what_it_said_and_leaves_the_rest_alone(
    name: str, *, repair: bool
) -> None:
    """From a lawful roster, or any: at a solved part the solver's cost is the roster's."""
    bench, rng = Bench.of(WORLDS[name]), random.Random(name)
    incumbent = bench.anyhow(rng, 0.4)
    if not repair:
        whole = Part(bench.court.index, incumbent, bench.cells.literals, goals=False)
        found = solve(whole, meter(), ENDLESS, 1)
        incumbent.take(incumbent.tried(whole.free, found.values))
        assert incumbent.debt == 0
    for hood in [*HOODS.values()] * 2:
        free = hood(View(bench.cells, incumbent, rng, size=12))
        before, others = incumbent.points + incumbent.debt, np.delete(incumbent.truth, free)
        part = Part(bench.court.index, incumbent, free, repair=repair)
        solved = solve(part, meter(), ENDLESS, 1)
        assert solved.status is Status.OPTIMAL
        incumbent.take(incumbent.tried(free, solved.values))
        assert incumbent.points + incumbent.debt == before + solved.more <= before
        duties = np.isin(np.delete(np.arange(bench.said.size), free), bench.cells.literals)
        assert (np.delete(incumbent.truth, free)[duties] == others[duties]).all()
        broken, points = bench.verdict(incumbent)
        assert (bool(broken), points) == (incumbent.debt > 0, incumbent.points)


def test_what_has_no_lawful_roster_is_impossible_with_everything_free() -> None:
    crowded = worlds()["corner"].demand[0].model_copy(update={"minimum": 3, "target": 3})
    bench = Bench.of(worlds()["corner"].model_copy(update={"demand": (crowded,)}))
    part = Part(bench.court.index, bench.incumbent(), bench.cells.literals, goals=False)
    assert solve(part, meter(), ENDLESS, 1).status is Status.INFEASIBLE


def test_a_part_without_any_room_is_the_roster_itself() -> None:
    """On three days of a full line most duties are struck out before the solver sees them."""
    bench = Bench.of(turning())
    incumbent = bench.anyhow(random.Random(1), 0.9)
    nothing = np.zeros(0, dtype=np.int64)
    part = Part(bench.court.index, incumbent, nothing, repair=True)
    solved = solve(part, meter(), ENDLESS, 1)
    assert (solved.more, len(solved.values)) == (0, 0)


def size_of(part: Part) -> int:
    return len(part.speaker.model.proto.variables)


def test_only_what_touches_the_free_duties_is_said() -> None:
    bench = Bench.of(WORLDS["tiny"])
    incumbent = bench.anyhow(random.Random(2), 0.3)
    few = Part(bench.court.index, incumbent, bench.cells.on(0, 0, 3), repair=True)
    many = Part(bench.court.index, incumbent, bench.cells.within(range(3), 0, 7), repair=True)
    whole = Part(bench.court.index, incumbent, bench.cells.literals, repair=True)
    sizes = [size_of(part) for part in (few, many, whole)]
    assert sizes == sorted(sizes)
    assert 4 * sizes[0] < sizes[2]
