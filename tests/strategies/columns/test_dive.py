"""Dives: whole lines, near the bound, from either way to fix; and broken rosters are mended."""

from __future__ import annotations

import pytest

from rostering.domain.problem import Problem
from rostering.strategies.columns.branching import Best
from rostering.strategies.columns.dive import Fix, dive, duties, lines
from rostering.strategies.columns.generation import Found, Generation
from rostering.strategies.columns.master import BARRED
from rostering.strategies.columns.neighbourhood import Neighbourhoods
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.rosters import PROMISING, Rosters
from rostering.strategies.columns.team import Column, Team
from rostering.strategies.columns.ward import Ward
from tests.strategies.columns.small import random_ward
from tests.strategies.columns.test_proofs import EXACT, SMALL, optimum

FAR = float("inf")


def relaxed(generation: Generation) -> Found:
    return generation.run(Node(), FAR, lambda: False)


def dived(problem: Problem, fix: Fix, *, late: bool = False) -> tuple[Ward, tuple[Column, ...]]:
    ward = Ward(problem)
    generation = Generation(ward.team)
    root = relaxed(generation)
    found = dive(generation, Node(), root, FAR, lambda: False, lambda: 2.0 * late, fix)
    assert found is not None
    return ward, found


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("fix", [duties, lines])
@pytest.mark.parametrize("name", EXACT)
def test_what_a_dive_ends_with_has_the_points_of_the_card(name: str, fix: Fix, late: bool) -> None:
    ward, found = dived(SMALL[name], fix, late=late)
    assert [column.person for column in sorted(found, key=lambda one: one.person)] == list(
        range(len(ward.team.seats))
    )
    points, barred = ward.team.charged(found)
    judged = ward.judged(ward.assignments(found))
    assert (judged is None) == (barred > 0)
    if judged is not None:
        assert judged == points >= optimum(name)


@pytest.mark.parametrize("fix", [duties, lines])
def test_a_dive_ends_near_the_optimum(fix: Fix) -> None:
    names = [name for name in EXACT if optimum(name)]
    best = sum(optimum(name) for name in names)
    found = 0.0
    for name in names:
        ward, columns = dived(SMALL[name], fix)
        points, barred = ward.team.charged(columns)
        assert not barred
        found += points
    assert best <= found <= 1.05 * best


def test_a_dive_that_is_stopped_has_nothing() -> None:
    generation = Generation(Ward(random_ward(20, days=14)).team)
    root = relaxed(generation)
    assert not root.relaxed.whole
    assert dive(generation, Node(), root, FAR, lambda: True, lambda: 0.0, duties) is None


def idle(team: Team) -> tuple[Column, ...]:
    """Return the lines that are cheapest while nobody is needed."""
    found = team.price(range(len(team.seats)), 0 * Generation(team).master.solve().duals, {})
    assert found is not None
    return tuple(column for _, column in found)


def test_a_roster_in_barred_values_is_mended() -> None:
    team = Ward(SMALL["two weeks"]).team

    def worth(columns: tuple[Column, ...]) -> float:
        points, barred = team.charged(columns)
        return points + BARRED * barred

    def keep(columns: tuple[Column, ...]) -> None:
        if worth(columns) < best.points:
            best.points, best.columns = worth(columns), columns

    start = idle(team)
    assert team.charged(start)[1] > 0
    best = Best(worth(start), start)
    near = Neighbourhoods(team, 0 * Generation(team).master.solve().duals, (), 1)
    for _ in range(60):
        near.improve(best, lambda: False, keep, mending=True)
        if not team.charged(best.columns)[1]:
            break
    assert team.charged(best.columns)[1] == 0


def test_while_mending_a_barred_value_keeps_its_first_price() -> None:
    team = Ward(SMALL["two weeks"]).team
    start = idle(team)
    points, barred = team.charged(start)
    found = Generation(team, mending=True).run(Node().fixing(start), FAR, lambda: False)
    assert found.relaxed.objective == pytest.approx(points + BARRED * barred)


def test_a_broken_roster_is_mended_when_it_promises_far_less_than_the_best() -> None:
    ward = Ward(SMALL["two weeks"])
    rosters = Rosters(ward, lambda phase, *, better=False: None)
    lawful = dived(SMALL["two weeks"], duties)[1]
    broken = idle(ward.team)
    points, barred = ward.team.charged(broken)
    assert barred
    rosters.arrived(broken, "dive")
    seen = [(rosters.mending, rosters.start.columns == broken)]
    rosters.arrived(lawful, "dive")
    assert rosters.points == ward.team.charged(lawful)[0]
    worth_it = points < PROMISING * rosters.best.points
    seen.append((rosters.mending, rosters.start.columns == broken))
    rosters.give_up()
    seen.append((rosters.mending, rosters.start.columns == broken))
    assert seen == [(True, True), (worth_it, worth_it), (False, False)]
