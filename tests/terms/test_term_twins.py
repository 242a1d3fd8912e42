"""Measure and post of every term agree on sampled lines of its tiny worlds."""

import pytest

from rostering.terms.base import Term
from tests.rules.twins import Twin
from tests.rules.worlds import World
from tests.terms.goals import WEIGHT, Goal, every, named

TWINS = every("twins")
SAMPLE = 40


@pytest.mark.parametrize(("term", "world"), TWINS, ids=named)
def test_the_solver_charges_what_the_card_measures(term: Term, world: World) -> None:
    twin, goal = Twin(world), Goal(term, world)
    values = []
    for line in twin.some_lines(SAMPLE):
        duties = twin.assignments(line)
        values.append(goal.measured(duties))
        assert goal.told(duties) == WEIGHT * values[-1], line
    assert len(set(values)) > 1, "the world does not put the term to the test"


@pytest.mark.parametrize(("term", "world"), TWINS, ids=named)
def test_it_does_where_nobody_may_work_twice_a_day(term: Term, world: World) -> None:
    twin, goal = Twin(world), Goal(term, world, one_a_day=True)
    priced = 0
    for line in twin.some_lines(SAMPLE):
        duties = twin.assignments(line)
        told = goal.told(duties)
        if told is not None:  # else the line has two duties at once
            priced += 1
            assert told == WEIGHT * goal.measured(duties), line
    assert priced > 1
