"""The two faces of every rule agree on every line of its tiny worlds."""

import pytest

from rostering.model.build import build
from tests.rules.law import every, named
from tests.rules.twins import Twin, least_cost
from tests.rules.worlds import World

TWINS = every("twins")
PRICE = 7
SAMPLE = 20
ONE_A_DAY = ("no_overlap",)


@pytest.mark.parametrize("world", TWINS, ids=named)
def test_solver_and_checker_agree_on_every_line(world: World) -> None:
    twin = Twin(world)
    passed = twin.passed()
    assert 0 < len(passed) < len(twin.lines()), "the world does not put the rule to the test"
    assert twin.allowed() == passed


@pytest.mark.parametrize("world", TWINS, ids=named)
def test_they_agree_where_nobody_may_work_twice_a_day(world: World) -> None:
    twin = Twin(world)
    assert twin.allowed(beside=ONE_A_DAY) == twin.passed(beside=ONE_A_DAY)


@pytest.mark.parametrize("beside", [(), ONE_A_DAY], ids=["alone", "one a day"])
@pytest.mark.parametrize("world", TWINS, ids=named)
def test_a_priced_rule_charges_what_the_checker_counts(
    world: World, beside: tuple[str, ...]
) -> None:
    twin = Twin(world)
    court = world.court("priced", PRICE, beside)
    built = build(court.index, court.rulings)
    for line in twin.some_lines(SAMPLE):
        amount, barred = twin.breaches(court, line)
        cost = least_cost(built, twin.assignments(line))
        assert cost == (None if barred else PRICE * amount), line


@pytest.mark.parametrize("world", TWINS, ids=named)
def test_a_switched_rule_binds_when_the_switch_is_on_and_only_then(world: World) -> None:
    twin = Twin(world)
    assert twin.allowed(switched=True) == twin.passed()
    assert twin.allowed(switched=False) == set(twin.lines())
