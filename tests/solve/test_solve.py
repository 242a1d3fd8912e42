"""What comes out of a solve: judged rosters, honest statuses, locks kept, warm starts used."""

from __future__ import annotations

from itertools import product

import pytest

from rostering.check import check
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.score import score
from rostering.solve import Budget, Outcome, solve
from rostering.strategies.base import Progress, Status
from tests.solve.corner import corner, day

QUICK = Budget(seconds=20, workers=1)


def cells(outcome: Outcome) -> set[tuple[str, str, str]]:
    """Return the roster as (person, date, shift)."""
    assert outcome.roster is not None
    return {(a.person, str(a.date), a.shift) for a in outcome.roster.assignments}


def test_the_optimum_is_what_trying_every_roster_finds() -> None:
    """Nine choices for two people on each of two days: 81 rosters, the best one by its card."""
    problem = corner(
        horizon={"start": "2027-03-01", "days": 2},
        wishes=[
            {"person": "ann", "first": day(0), "kind": "avoid", "strength": 3},
            {"person": "bo", "first": day(1), "kind": "want", "shifts": ["A"], "strength": 1},
        ],
    )
    totals = []
    for choice in product(["", "D", "A"], repeat=4):
        people = ["ann", "ann", "bo", "bo"]
        duties = tuple(
            Assignment(person=who, date=day(n % 2), shift=code, unit="u")
            for n, (who, code) in enumerate(zip(people, choice, strict=True))
            if code
        )
        card = score(problem, roster(problem, duties))
        if card.lawful:
            totals.append(card.total)
    outcome = solve(problem, QUICK)
    assert outcome.status is Status.OPTIMAL
    assert outcome.objective == outcome.bound == min(totals)
    assert len(set(totals)) > 3


def roster(problem: Problem, duties: tuple[Assignment, ...]) -> Roster:
    """Return a hand-made roster."""
    return Roster(
        problem_name=problem.name,
        problem_hash="by hand",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=duties,
    )


def test_what_leaves_the_engine_passes_the_checker_and_carries_its_score() -> None:
    problem = corner()
    outcome = solve(problem, QUICK)
    assert outcome.roster is not None
    assert outcome.card is not None
    assert check(problem, outcome.roster) == ()
    assert score(problem, outcome.roster) == outcome.card
    assert outcome.roster.evidence.objective == outcome.card.total


def test_a_demand_beyond_everybody_is_proved_impossible() -> None:
    demand = [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 3, "target": 3}]
    outcome = solve(corner(demand=demand), QUICK)
    assert outcome.status is Status.INFEASIBLE
    assert outcome.roster is None
    assert outcome.card is None


def test_no_time_is_unknown_and_not_infeasible() -> None:
    outcome = solve(corner(), Budget(seconds=None, steps=1e-9, workers=1))
    assert outcome.status in (Status.UNKNOWN, Status.OPTIMAL)
    assert outcome.status is not Status.INFEASIBLE


def test_locked_cells_stay_on_duty_and_off_duty() -> None:
    locks = [
        {"person": "bo", "date": day(0), "shift": "A"},
        {"person": "ann", "date": day(2)},
    ]
    found = cells(solve(corner(locks=locks), QUICK))
    assert ("bo", day(0), "A") in found
    assert not [cell for cell in found if cell[:2] == ("ann", day(2))]


def test_locks_that_break_the_law_make_it_impossible() -> None:
    absences = [{"person": "bo", "first": day(0), "kind": "vacation"}]
    locks = [{"person": "bo", "date": day(0), "shift": "D"}]
    outcome = solve(corner(absences=absences, locks=locks), QUICK)
    assert outcome.status is Status.INFEASIBLE


def test_the_published_roster_is_kept_before_the_frozen_date() -> None:
    published = [
        {"person": "ann", "date": day(0), "shift": "D", "unit": "u"},
        {"person": "ann", "date": day(1), "shift": "D", "unit": "u"},
        {"person": "bo", "date": day(1), "shift": "A", "unit": "u"},
    ]
    problem = corner(
        published=published,
        horizon={"start": "2027-03-01", "days": 4, "frozen_until": day(2)},
        weights={"stability": 0},
        wishes=[{"person": "ann", "first": day(0), "last": day(3), "kind": "avoid"}],
    )
    found = cells(solve(problem, QUICK))
    frozen = {cell for cell in found if cell[1] in (day(0), day(1))}
    assert frozen == {("ann", day(0), "D"), ("ann", day(1), "D"), ("bo", day(1), "A")}
    assert ("bo", day(3), "D") in found


def test_a_priced_rule_is_broken_when_that_is_cheaper_and_the_card_says_so() -> None:
    demand = [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 3, "target": 3}]
    problem = corner(demand=demand, rules={"coverage": {"mode": "priced", "price": 10}})
    outcome = solve(problem, QUICK)
    assert outcome.status is Status.OPTIMAL
    assert outcome.card is not None
    priced = next(entry for entry in outcome.card.terms if entry.term == "priced_rules")
    assert priced.points == 4 * 10  # one person missing on each of four days
    assert outcome.card.lawful
    assert {breach.hard for breach in outcome.card.breaches} == {False}


def test_a_warm_start_is_the_first_roster_told() -> None:
    problem = corner()
    duties = tuple(Assignment(person="bo", date=day(n), shift="D", unit="u") for n in range(4))
    told: list[Progress] = []
    solve(problem, QUICK, warm=roster(problem, duties), report=told.append)
    first = next(news.roster for news in told if news.roster is not None)
    assert first == duties


def test_a_warm_start_that_is_not_lawful_is_only_a_hint() -> None:
    problem = corner()
    duties = (Assignment(person="bo", date=day(0), shift="A", unit="u"),)
    outcome = solve(problem, QUICK, warm=roster(problem, duties))
    assert outcome.status is Status.OPTIMAL


def test_news_never_moves_backward() -> None:
    told: list[Progress] = []
    solve(corner(), QUICK, report=told.append)
    bounds = [news.bound for news in told if news.bound is not None]
    assert bounds == sorted(bounds)
    assert [news.seconds for news in told] == sorted(news.seconds for news in told)


def test_a_stop_at_once_gives_no_roster_and_claims_nothing() -> None:
    outcome = solve(corner(), Budget(seconds=60), stop=lambda: True)
    assert outcome.stopped
    assert outcome.status is not Status.INFEASIBLE


def test_a_problem_with_faults_is_not_started() -> None:
    with pytest.raises(BadInput) as caught:
        solve(corner(wishes=[{"person": "eve", "first": day(0), "kind": "avoid"}]), QUICK)
    assert [fault.where for fault in caught.value.faults] == ["wishes[0].person"]


def test_an_unknown_strategy_is_bad_input_even_from_the_child() -> None:
    with pytest.raises(BadInput, match="strategy"):
        solve(corner(), QUICK, strategy="magic")


def test_a_roster_of_other_people_is_refused_by_the_checker() -> None:
    problem = corner()
    stranger = Assignment(person="eve", date=day(0), shift="X", unit="v", role="r")
    with pytest.raises(BadInput) as caught:
        check(problem, roster(problem, (stranger,)))
    assert [fault.found for fault in caught.value.faults] == ["unknown person 'eve'"]
