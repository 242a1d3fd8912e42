"""Column generation plans one duty a day: problems that allow two are refused, and only those."""

from typing import Any

import pytest

from rostering.domain.problem import Problem
from rostering.errors import Unsupported
from rostering.solve import solve
from rostering.strategies.base import Budget, Status
from rostering.strategies.columns.ward import Ward
from tests.solve.corner import corner

SHORT = [
    {"code": "D", "kind": "day", "start": "08:00", "end": "12:00"},
    {"code": "A", "kind": "evening", "start": "12:00", "end": "16:00"},
]
REST = {"rules": {"daily_rest": {"mode": "off", "reason": "apart"}}}


def two_short(**more: object) -> Problem:
    """Return two short shifts a day that touch, with nothing but the day's limit between them."""
    return corner(**{"shifts": SHORT, **REST, **more})


def test_one_duty_a_day_is_what_the_law_asks_for_unless_told_otherwise() -> None:
    assert Ward(two_short()).possible


@pytest.mark.parametrize(
    "setting",
    [
        {"mode": "hard", "values": {"duties_per_day": 2}},
        {"mode": "priced", "price": 5},
    ],
    ids=["two a day", "priced"],
)
def test_two_duties_a_day_are_refused_with_the_person_and_the_day(setting: dict[str, Any]) -> None:
    rules = {**REST["rules"], "no_overlap": setting}
    with pytest.raises(Unsupported, match="ann may work A and D on 2027-03-01"):
        Ward(two_short(rules=rules))


def test_overtime_that_may_be_worked_besides_another_duty_is_refused() -> None:
    extra = {"code": "X", "kind": "evening", "start": "16:00", "end": "18:00", "pay": "overtime"}
    with pytest.raises(Unsupported, match="ann may work D and X"):
        Ward(two_short(shifts=[SHORT[0], extra]))


def test_overtime_at_the_same_hours_needs_no_refusal() -> None:
    extra = {"code": "X", "kind": "day", "start": "09:00", "end": "11:00", "pay": "overtime"}
    assert Ward(two_short(shifts=[SHORT[0], extra])).possible


def test_duties_that_rest_keeps_apart_need_no_limit_on_duties() -> None:
    rules = {"no_overlap": {"mode": "hard", "values": {"duties_per_day": 2}}}
    far = [SHORT[0], {**SHORT[1], "start": "18:00", "end": "22:00"}]
    assert Ward(corner(shifts=far, rules=rules)).possible


def test_the_refusal_reaches_whoever_asked_for_this_strategy() -> None:
    rules = {**REST["rules"], "no_overlap": {"mode": "priced", "price": 5}}
    budget = Budget(seconds=None, steps=5, workers=1)
    with pytest.raises(Unsupported, match="strategy lns or cpsat"):
        solve(two_short(rules=rules), budget, strategy="columns")
    assert solve(two_short(rules=rules), budget, strategy="cpsat").status is Status.OPTIMAL
