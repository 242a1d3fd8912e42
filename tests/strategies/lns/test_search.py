"""A search and its use by others: offers taken over, rosters improved within a budget."""

import random

from rostering.strategies.base import Budget, Offer
from rostering.strategies.lns.improver import Improved, Improver
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.search import Search
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
