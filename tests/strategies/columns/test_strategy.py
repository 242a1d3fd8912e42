"""The strategy behind its interface: news, budgets, stops, warm rosters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.solve import solve
from rostering.strategies.auto.nearby import Nearby
from rostering.strategies.base import Answer, Budget, Progress, Status
from rostering.strategies.columns.strategy import Columns
from rostering.strategies.columns.ward import Ward
from tests.solve.corner import corner, day
from tests.strategies.columns.small import random_ward
from tests.strategies.lns.bench import worlds

HARD = random_ward(20, days=14)
"""A ward whose gap stays open for a while."""
ENDLESS = Budget(seconds=300, workers=1)
ONE_STEP = Budget(seconds=None, steps=1, workers=1, seed=3)


def run(
    problem: Problem,
    budget: Budget = ENDLESS,
    warm: tuple[Assignment, ...] | None = None,
    report: Callable[[Progress], None] = lambda _: None,
    on_stop: Callable[[Callable[[], None]], None] = lambda _: None,
) -> Answer:
    return Columns().run(problem, budget, warm, report, on_stop)


def test_the_first_news_is_that_it_builds_and_better_follows_on_better() -> None:
    told: list[Progress] = []
    found = run(HARD, ONE_STEP, report=told.append)
    assert told[0].phase == "build"
    assert [news.seconds for news in told] == sorted(news.seconds for news in told)
    points = [news.objective for news in told if news.roster is not None and news.objective]
    assert points == sorted(points, reverse=True)
    assert len(set(points)) == len(points) > 0
    bounds = [news.bound for news in told if news.bound is not None]
    assert bounds == sorted(bounds)
    assert (points[-1], bounds[-1]) == (found.objective, found.bound)


def test_every_roster_told_is_lawful_and_has_the_points_told() -> None:
    told: list[Progress] = []
    ward = Ward(HARD)
    run(HARD, ONE_STEP, report=told.append)
    rosters = [(news.roster, news.objective) for news in told if news.roster is not None]
    assert rosters
    for assignments, points in rosters:
        assert ward.judged(assignments) == points


def test_two_runs_with_steps_and_one_worker_are_equal() -> None:
    assert run(HARD, ONE_STEP) == run(HARD, ONE_STEP)


def test_steps_end_it_while_neighbourhoods_are_searched_too() -> None:
    found = run(random_ward(23, days=14), Budget(seconds=None, steps=6, workers=1))
    assert found.assignments is not None


def test_a_stop_ends_it_with_the_best_so_far() -> None:
    stops: list[Callable[[], None]] = []

    def hear(news: Progress) -> None:
        if news.roster is not None:
            stops[-1]()

    found = run(HARD, ENDLESS, report=hear, on_stop=stops.append)
    assert found.assignments is not None
    assert found.objective == Ward(HARD).judged(found.assignments)


def test_a_stop_before_there_is_anything_leaves_a_bound_at_most() -> None:
    found = run(HARD, ENDLESS, on_stop=lambda stop: stop())
    assert (found.status, found.assignments) == (Status.UNKNOWN, None)


def test_no_seconds_at_all_end_it_after_one_round() -> None:
    found = run(HARD, Budget(seconds=0.0, workers=1))
    assert (found.status, found.assignments, found.objective) == (Status.UNKNOWN, None, None)


def test_a_lawful_warm_roster_is_told_first_and_never_made_worse() -> None:
    warm = run(HARD, ONE_STEP)
    told: list[Progress] = []
    again = run(HARD, ONE_STEP, warm.assignments, told.append)
    first = next(news for news in told if news.roster is not None)
    assert (first.phase, first.roster, first.objective) == (
        "warm", warm.assignments, warm.objective,
    )  # fmt: skip
    assert again.objective is not None
    assert warm.objective is not None
    assert again.objective <= warm.objective


@pytest.mark.parametrize(
    "cells",
    [[("ann", 0, "A"), ("ann", 1, "D")], [("ann", 0, "D"), ("ann", 0, "A")]],
    ids=["too little rest", "two duties on a day"],
)
def test_a_warm_roster_that_breaks_a_rule_does_no_harm(cells: list[tuple[str, int, str]]) -> None:
    warm = tuple(
        Assignment(person=person, date=day(number), shift=shift, unit="u")
        for person, number, shift in cells
    )
    told: list[Progress] = []
    found = run(corner(), ENDLESS, warm, told.append)
    assert found.status is Status.OPTIMAL
    assert "warm" not in [news.phase for news in told]


def test_a_roster_that_cannot_be_bettered_is_told_as_optimal_at_once() -> None:
    best = run(worlds()["tiny"])
    again = run(worlds()["tiny"], warm=best.assignments)
    assert best.status is again.status is Status.OPTIMAL
    assert best.objective == best.bound == again.objective == again.bound


def test_behind_the_engine_the_card_confirms_it_and_locked_cells_stay() -> None:
    problem = corner(locks=[{"person": "bo", "date": day(1), "shift": "A"}])
    outcome = solve(problem, ENDLESS, strategy="columns")
    assert outcome.status is Status.OPTIMAL
    assert outcome.card is not None
    assert outcome.roster is not None
    assert outcome.card.lawful
    assert outcome.card.total == outcome.objective == outcome.bound
    held = {(a.person, str(a.date), a.shift) for a in outcome.roster.assignments}
    assert ("bo", day(1), "A") in held


def test_a_published_roster_is_where_it_starts() -> None:
    duties = [{"person": "ann", "date": day(n), "shift": "D", "unit": "u"} for n in range(4)]
    told: list[Progress] = []
    outcome = solve(corner(published=duties), ENDLESS, strategy="columns", report=told.append)
    first = next(news for news in told if news.roster is not None)
    assert first.phase == "warm"
    assert isinstance(outcome.roster, Roster)


def test_without_branching_neighbourhoods_go_on_from_what_the_dives_found() -> None:
    told: list[Progress] = []
    found = Columns(branching=False).run(HARD, ONE_STEP, None, told.append, lambda _: None)
    assert found.assignments is not None
    assert found.objective == Ward(HARD).judged(found.assignments)
    assert "branch" not in {news.phase for news in told}


def test_a_second_search_has_another_seed_and_the_same_optimum() -> None:
    problem = worlds()["tiny"]
    first = run(problem, ENDLESS)
    second = Nearby().run(problem, ENDLESS, None, lambda _: None, lambda _: None)
    assert (second.status, second.objective) == (first.status, first.objective)
    assert first.status is Status.OPTIMAL
