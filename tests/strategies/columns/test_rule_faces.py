"""The third face of every rule: lattices and rows pass and charge what the checker does."""

import pytest

from tests.rules.law import every, named
from tests.rules.worlds import World
from tests.strategies.columns.faces import OneADay, agree, offered, plain, plain_rosters

TWINS = [world for world in every("twins") if all(plain(world))]
PRICE = 7
SAMPLE = 30
ONE_A_DAY = ("no_overlap",)
MODES = [("hard", ()), ("priced", ONE_A_DAY)]


@pytest.mark.parametrize(("mode", "beside"), MODES, ids=["hard", "priced"])
@pytest.mark.parametrize("world", TWINS, ids=named)
def test_lattices_pass_and_charge_what_the_checker_does(
    world: World, mode: str, beside: tuple[str, ...]
) -> None:
    ward = OneADay(world.court(mode, PRICE, beside), offered(world))
    for duties in plain_rosters(world, SAMPLE):
        assert agree(ward, duties), duties


def test_nearly_every_rule_is_followed_to_the_point() -> None:
    """What is left out makes bounds weaker: it must not become a habit."""
    loose = {world.rule for world in TWINS if not OneADay(world.court(), offered(world)).exact}
    assert loose == {"contract_hours", "night_workers"}
