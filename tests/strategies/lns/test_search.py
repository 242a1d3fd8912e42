"""A search and its use by others: offers taken over, rosters improved within a budget."""

import random

import pytest

from rostering.domain.problem import Problem
from rostering.strategies.base import Budget, Offer
from rostering.strategies.lns.improver import Improved, Improver
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.search import Search
from tests.kinds.small_base import MONDAY, PEOPLE
from tests.kinds.small_base import ward as small_base
from tests.strategies.lns.bench import Bench, worlds

WORLDS = worlds()
STEPS = Budget(seconds=None, steps=20, workers=1)


def ignored(_: Incumbent) -> None:
    """Tell nobody."""


def test_an_improver_mends_any_roster_and_tells_each_better_one() -> None:
    bench = Bench.of(WORLDS["tiny"])
    start = bench.anyhow(random.Random(1), 0.4)
    assert start.debt
    told: list[Improved] = []
    improver = Improver(bench.court)
    found = improver.improve(bench.cells.roster(start.truth), STEPS, better=told.append)
    assert found.lawful
    assert found.closed
    assert (told[-1].points, told[-1].roster) == (found.points, found.roster)
    lawful = [one.points for one in told if one.lawful]
    assert lawful == sorted(lawful, reverse=True)
    again = improver.improve(found.roster, STEPS)
    assert (again.points, again.closed) == (found.points, True)


def test_an_improver_that_is_told_to_stop_gives_its_roster_back() -> None:
    bench = Bench.of(WORLDS["tiny"])
    start = bench.anyhow(random.Random(1), 0.4)
    roster = bench.cells.roster(start.truth)
    found = Improver(bench.court).improve(roster, STEPS, stop=lambda: True)
    assert (found.roster, found.points, found.steps) == (roster, start.points, 0)


def test_a_better_roster_offered_is_taken_over_and_a_worse_one_is_not() -> None:
    bench = Bench.of(WORLDS["tiny"])
    best = Improver(bench.court).improve((), STEPS)
    bad = bench.anyhow(random.Random(1), 0.4)
    search = Search(bench.court.index, bench.cells, bad, Meter(STEPS), ignored)
    search.offers = lambda: Offer(roster=best.roster, objective=best.points)
    search.hear()
    assert bench.cells.roster(search.incumbent.truth) == best.roster
    assert (search.incumbent.points, search.incumbent.debt) == (best.points, 0)
    assert bench.verdict(search.incumbent) == (0, best.points)
    search.offers = lambda: Offer(roster=())
    search.hear()
    assert search.incumbent.points == best.points


def test_a_bound_offered_ends_a_search_that_has_reached_it() -> None:
    bench = Bench.of(WORLDS["tiny"])
    best = Improver(bench.court).improve((), STEPS)
    truth = bench.cells.truth(bench.said.size, best.roster)
    search = Search(
        bench.court.index, bench.cells, Incumbent(bench.said, truth), Meter(STEPS), ignored
    )
    search.offers = lambda: Offer(bound=best.points - 1)
    search.hear()
    assert not search.done
    search.offers = lambda: Offer(bound=best.points)
    search.hear()
    assert search.done


def four_months() -> Problem:
    people = [
        {
            "id": name,
            "name": name.title(),
            "home_unit": "u",
            "positions": [{"id": "p", "unit": "u", "percent": 75}],
        }
        for name in PEOPLE
    ]
    return small_base(people=people, horizon={"start": MONDAY, "days": 119})


def long_roster(workers: int) -> tuple[Bench, Incumbent]:
    """Return four months of a ward of four, made by days from nothing; hours are just enough."""
    bench = Bench.of(four_months())
    incumbent = bench.incumbent()
    meter = Meter(Budget(seconds=None, workers=workers))
    Search(bench.court.index, bench.cells, incumbent, meter, ignored).construct()
    return bench, incumbent


@pytest.mark.parametrize("workers", [1, 2])
def test_a_long_roster_made_by_days_leaves_next_to_nothing_to_mend(workers: int) -> None:
    empty = Bench.of(four_months()).incumbent()
    bench, incumbent = long_roster(workers)
    assert incumbent.debt < empty.debt // 50
    assert bench.verdict(incumbent)[1] == incumbent.points


def test_a_person_has_hours_left_for_the_second_half_of_a_long_roster() -> None:
    bench, incumbent = long_roster(1)
    worked = bench.cells.literals[incumbent.truth[bench.cells.literals] == 1]
    early = bench.said.day[worked] < 60
    for person in range(len(bench.cells.people)):
        mine = bench.said.who[worked] == person
        assert abs((mine & early).sum() - (mine & ~early).sum()) <= 6
