"""The public families of instances under their rulebooks: solved, and at the cost that is due."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rostering.check import Court, check
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.rules.registry import RULES
from rostering.score import score
from rostering.solve import Budget, solve
from rostering.strategies.base import Status
from tests.solve import families

QUICK = Budget(seconds=60, workers=1)
COSTS = [(families.curtois, 104), (families.inrc2, 40), (families.inrc1, 13)]
BOOKS = ("curtois", "inrc2", "inrc1")


@pytest.mark.parametrize(("make", "cost"), COSTS, ids=BOOKS)
def test_the_optimum_costs_what_it_must(make: Callable[[], Problem], cost: int) -> None:
    problem = make()
    outcome = solve(problem, QUICK)
    assert outcome.status is Status.OPTIMAL
    assert outcome.objective == outcome.bound == cost
    assert outcome.roster is not None
    assert score(problem, outcome.roster).total == cost
    assert not [breach for breach in check(problem, outcome.roster) if breach.hard]


@pytest.mark.parametrize("book", BOOKS)
def test_a_family_s_book_alone_asks_for_little(book: str) -> None:
    """Seven days in a row with eight hours between them, far from the contract, break nothing."""
    position = {"id": "p", "unit": "u", "percent": 20}
    people = [
        {"id": who, "name": who, "home_unit": "u", "positions": [position]}
        for who in families.PEOPLE
    ]
    problem = families.family(book, people=people)
    court = Court.of(problem)
    worn = tuple(
        Assignment(person=who, date=families.day(number), shift="DE"[number % 2], unit="u")
        for who in families.PEOPLE
        for number in range(7)
    )
    assert list(court.judge(court.index.plan(worn))) == []
    assert list(court.judge(court.index.plan(()))) == []


@pytest.mark.parametrize("book", BOOKS)
def test_a_family_s_book_bars_two_shifts_a_day(book: str) -> None:
    court = Court.of(families.family(book))
    both = tuple(
        Assignment(person="a", date=families.day(0), shift=code, unit="u") for code in "DE"
    )
    assert [v.rule for v in court.judge(court.index.plan(both))] == ["no_overlap"]


@pytest.mark.parametrize("book", BOOKS)
def test_an_agreement_gives_each_group_its_own_limits(book: str) -> None:
    problem = families.family(
        book,
        agreements=[
            families.contract("full", "ab", stretches=[["work", "at most", "3", "1", "open"]]),
            families.contract("half", "c", stretches=[["work", "at most", "2", "5", "open"]]),
        ],
    )
    court = Court.of(problem)
    rule = next(rule for rule in RULES if rule.id == "stretches")
    held = {who: court.rulings.values(rule, who).at(0).limits for who in families.PEOPLE}
    assert held == {
        "a": (("work", "at most", "3", "1", "open"),),
        "b": (("work", "at most", "3", "1", "open"),),
        "c": (("work", "at most", "2", "5", "open"),),
        "d": (),
        "e": (),
    }
