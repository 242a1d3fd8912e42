"""The third face of every rule: lattices and rows pass and charge what the checker does."""

import pytest

from tests.rules.law import every, named
from tests.rules.worlds import World
from tests.strategies.columns.faces import OneADay, agree, offered, plain, plain_rosters

TWINS = [world for world in every("twins") if all(plain(world))]
PRICE = 7
SAMPLE = 20
LOOSE = {"contract_hours", "night_workers"}
"""Rules of which no lattice follows everything; it must not become a habit."""
ONE_A_DAY = ("no_overlap",)
MODES = [("hard", ()), ("priced", ONE_A_DAY)]


@pytest.mark.parametrize(("mode", "beside"), MODES, ids=["hard", "priced"])
@pytest.mark.parametrize("world", TWINS, ids=named)
def test_lattices_pass_and_charge_what_the_checker_does(
    world: World, mode: str, beside: tuple[str, ...]
) -> None:
    ward = OneADay(world.court(mode, PRICE, beside), offered(world))
    assert ward.exact or world.rule in LOOSE
    for duties in plain_rosters(world, SAMPLE):
        assert agree(ward, duties), duties
