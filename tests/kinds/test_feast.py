"""A feast roster keeps the base and changes what AML § 10-8 (4) asks for: a union booklet's Easter.

Base over three weeks, Easter 2009 in week 2 (Maundy Thursday to Easter Sunday) and week 3 (Monday):
``A A D F1 A D D | F A D D F F F1 | A A D D D F F1``.
"""

import datetime as dt

import pytest

from rostering.domain.problem import Problem
from rostering.domain.roster import DayCode
from rostering.errors import BadInput
from rostering.kinds import feast_problem
from rostering.solve import Budget, solve
from tests.kinds.small_base import letters, roster, ward

START = dt.date(2009, 3, 30)
THURSDAY, MONDAY = dt.date(2009, 4, 9), dt.date(2009, 4, 13)
BASE = "AADFADD FADDFFF AADDDFF"


def easter(agreements: list[dict[str, object]]) -> Problem:
    post = {"id": "p", "unit": "u", "percent": 100, "full_time_hours": 35.5}
    made = ward(
        horizon={"start": START, "days": 21},
        people=[{"id": "ada", "name": "Ada", "home_unit": "u", "positions": [post]}],
        demand=[],
        agreements=[{"id": "rest", "level": "L2", "rules": ["daily_rest"]}, *agreements],
        weights={},
    )
    return made.model_copy(update={"published": roster(made, {"ada": BASE}).assignments})


def solved(problem: Problem) -> tuple[str, list[dt.date]]:
    outcome = solve(problem, Budget(seconds=None, steps=1, workers=1, seed=1))
    assert outcome.roster is not None
    shown = letters(problem, outcome.roster.assignments, "ada")
    f3 = [o.date for o in outcome.roster.overlays if o.code is DayCode.F3]
    return shown, f3


def test_a1_by_the_main_rule_maundy_thursday_becomes_f3_and_nothing_else_changes() -> None:
    feast = feast_problem(easter([]), THURSDAY, MONDAY)
    assert (feast.horizon.start, feast.horizon.days) == (dt.date(2009, 4, 6), 14)
    assert [(d.kind, d.days) for d in feast.agreed_days] == [("F3", 1)]
    assert solved(feast) == ("FADFFFF" + "AADDDFF", [THURSDAY])


def test_b1_averaged_over_the_three_weeks_nothing_changes() -> None:
    agreed = {"id": "b1", "level": "L1", "rules": ["red_days"]}
    feast = feast_problem(easter([agreed]), THURSDAY, MONDAY)
    assert feast.agreed_days == ()
    assert solved(feast) == ("FADDFFF" + "AADDDFF", [])


def test_a_feast_needs_a_published_roster_and_dates_inside_it() -> None:
    bare = easter([]).model_copy(update={"published": ()})
    for problem, first in ((bare, THURSDAY), (easter([]), THURSDAY + dt.timedelta(60))):
        with pytest.raises(BadInput):
            feast_problem(problem, first, first)


def test_three_red_dates_in_a_row_are_mended_by_one_day_off() -> None:
    easter_2027 = dt.date(2027, 3, 28)
    made = ward(
        horizon={"start": dt.date(2027, 3, 22), "days": 14},
        people=[{"id": "ada", "name": "Ada", "home_unit": "u"}],
        demand=[],
        agreements=[],
    )
    shown = roster(made, {"ada": "FFFDDFD FFFFFFF"})  # Thursday, Friday, Easter Sunday
    published = made.model_copy(update={"published": shown.assignments})
    feast = feast_problem(published, easter_2027, easter_2027)
    assert [(d.kind, d.days) for d in feast.agreed_days] == [("F3", 1)]
