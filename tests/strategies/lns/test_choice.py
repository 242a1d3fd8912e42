"""Neighbourhoods: what they free, and how kinds and sizes are learnt."""

import random

import numpy as np
import pytest

from rostering.strategies.base import Status
from rostering.strategies.lns.choice import Choice
from rostering.strategies.lns.hoods import HOODS, View
from tests.strategies.lns.bench import Bench, worlds

WORLDS = worlds()


@pytest.mark.parametrize("name", HOODS)
@pytest.mark.parametrize("world", ["tiny", "turning"])
def test_a_neighbourhood_frees_whole_cells_each_literal_once(name: str, world: str) -> None:
    bench = Bench.of(WORLDS[world])
    seen = set()
    for seed in range(10):
        rng = random.Random(seed)
        free = HOODS[name](View(bench.cells, bench.anyhow(rng, 0.3), rng, size=20))
        assert len(free)
        assert len(np.unique(free)) == len(free) < len(bench.cells.literals)
        said = bench.said
        whole = {
            literal
            for person, day in zip(said.who[free].tolist(), said.day[free].tolist(), strict=True)
            for literal in bench.cells.on(person, day, day + 1).tolist()
        }
        assert whole == set(free.tolist())
        seen.add(tuple(free.tolist()))
    assert len(seen) > 1


def test_the_worst_neighbourhood_holds_a_duty_of_a_costly_row() -> None:
    bench = Bench.of(WORLDS["tiny"])
    incumbent = bench.anyhow(random.Random(3), 0.3)
    costly = np.flatnonzero(incumbent.row_debt)
    touched = set(np.concatenate([bench.said.duties_of(int(row)) for row in costly]).tolist())
    for seed in range(10):
        free = HOODS["worst"](View(bench.cells, incumbent, random.Random(seed), size=20))
        assert touched & set(free.tolist())


def test_what_is_solved_in_vain_grows_and_what_is_not_solved_shrinks() -> None:
    choice = Choice(("a", "b"), most=260)
    first = choice.told()["a"][0]
    choice.learn("a", Status.OPTIMAL, 0, 0.1)
    choice.learn("b", Status.FEASIBLE, 5, 0.1)
    assert choice.told()["b"][0] < first < choice.told()["a"][0]
    for _ in range(50):
        choice.learn("a", Status.OPTIMAL, 0, 0.1)
    assert choice.told()["a"][0] == 260


def test_the_kind_that_brings_most_a_step_is_chosen_most() -> None:
    choice, rng = Choice(("slow", "good", "vain"), most=100), random.Random(1)
    choice.learn("slow", Status.OPTIMAL, 100, 10.0)
    choice.learn("good", Status.OPTIMAL, 100, 1.0)
    choice.learn("vain", Status.OPTIMAL, 0, 1.0)
    picked = [choice.pick(rng)[0] for _ in range(300)]
    count = {name: picked.count(name) for name in ("slow", "good", "vain")}
    assert count["good"] > 2 * count["slow"] > 0
    assert count["vain"] > 0, "every kind is tried again now and then"
