"""The third face of every term: lattices and rows charge what the score card measures."""

import pytest

from rostering.check import Court
from rostering.rulings import Rulings
from rostering.terms.base import Term
from tests.rules.worlds import World
from tests.strategies.columns.faces import OneADay, agree, counted, offered, plain, plain_rosters
from tests.terms.goals import Goal, every, named

TWINS = [(term, world) for term, world in every("twins") if all(plain(world))]
SAMPLE = 20
LOOSE = {"hours"}
"""Terms of which no lattice follows everything; it must not become a habit."""


def ward_of(term: Term, world: World, *, one_a_day: bool = True) -> OneADay:
    """Return the ward in which one term alone has a weight."""
    index = Goal(term, world, one_a_day=one_a_day).index
    return OneADay(Court(index, Rulings(index)), offered(world))


@pytest.mark.parametrize("one_a_day", [False, True], ids=["alone", "one a day"])
@pytest.mark.parametrize(("term", "world"), TWINS, ids=named)
def test_lattices_and_rows_charge_what_the_card_measures(
    term: Term, world: World, *, one_a_day: bool
) -> None:
    ward = ward_of(term, world, one_a_day=one_a_day)
    assert ward.exact or term.id in LOOSE
    rosters = plain_rosters(world, SAMPLE)
    for duties in rosters:
        assert agree(ward, duties), duties
    assert len({counted(ward.court, duties) for duties in rosters}) > 1
