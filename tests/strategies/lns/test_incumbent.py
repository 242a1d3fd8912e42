"""A roster in tables: its points and breaches are those that rules and terms find."""

import random

import numpy as np
import pytest

from rostering.errors import EngineDrift
from rostering.score import total_points
from rostering.strategies.lns.judged import Judged
from tests.strategies.lns.bench import Bench, worlds

WORLDS = worlds()


@pytest.mark.parametrize("name", WORLDS)
def test_points_and_lawfulness_of_any_roster_are_the_score_cards(name: str) -> None:
    bench, rng = Bench.of(WORLDS[name]), random.Random(name)
    for share in (0, 0.2, 0.5, 0.8):
        incumbent = bench.anyhow(rng, share)
        plan = bench.court.index.plan(bench.cells.roster(incumbent.truth))
        assert incumbent.points == total_points(bench.court, plan)
        broken, points = bench.verdict(incumbent)
        assert (bool(broken), points) == (incumbent.debt > 0, incumbent.points)


@pytest.mark.parametrize("name", WORLDS)
def test_a_change_that_is_taken_leaves_what_a_fresh_roster_would_be(name: str) -> None:
    bench, rng = Bench.of(WORLDS[name]), random.Random(name)
    incumbent = bench.anyhow(rng, 0.4)
    for _ in range(6):
        literals = np.array(rng.sample(bench.cells.literals.tolist(), 8))
        values = np.array([rng.randrange(2) for _ in literals])
        before = incumbent.points, incumbent.debt
        change = incumbent.tried(literals, values)
        assert (incumbent.points, incumbent.debt) == before, "trying alone changes nothing"
        incumbent.take(change)
        fresh = bench.incumbent(*bench.cells.literals[incumbent.truth[bench.cells.literals] == 1])
        assert (incumbent.points, incumbent.debt) == (fresh.points, fresh.debt)
        assert (incumbent.truth == fresh.truth).all()
        assert (incumbent.row_points == fresh.row_points).all()


def test_a_roster_that_costs_other_than_the_tables_say_is_refused() -> None:
    bench = Bench.of(WORLDS["turning"])
    incumbent = bench.anyhow(random.Random(1), 0.5)
    judged, roster = Judged(bench.court), bench.cells.roster(incumbent.truth)
    judged.confirm(incumbent, roster)
    incumbent.points += 1
    with pytest.raises(EngineDrift, match="points"):
        judged.confirm(incumbent, roster)
    incumbent.points -= 1
    incumbent.debt = 0 if incumbent.debt else 1
    with pytest.raises(EngineDrift, match="lawful"):
        judged.confirm(incumbent, roster)


def test_only_changed_lines_are_read_again_and_the_verdict_stays_right() -> None:
    bench, rng = Bench.of(WORLDS["tiny"]), random.Random(4)
    judged = Judged(bench.court)
    incumbent = bench.anyhow(rng, 0.4)
    for _ in range(4):
        literals = np.array(rng.sample(bench.cells.literals.tolist(), 5))
        incumbent.take(incumbent.tried(literals, 1 - incumbent.truth[literals]))
        roster = bench.cells.roster(incumbent.truth)
        assert judged.verdict(roster) == Judged(bench.court).verdict(roster)
        judged.confirm(incumbent, roster)
