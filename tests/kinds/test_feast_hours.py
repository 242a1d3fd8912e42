"""A heavy or a light stretch of the base over a feast is no reason to change it, to the minute."""

import datetime as dt

import pytest

from rostering.kinds import feast_problem
from rostering.solve import Budget, solve
from tests.kinds.small_base import letters, roster, ward

THURSDAY, MONDAY = dt.date(2009, 4, 9), dt.date(2009, 4, 13)


@pytest.mark.parametrize(
    ("weeks", "ahead"),
    [
        ("AADFFDD AAFFFFF", True),  # 45 of 71 hours
        ("AADDDFF AADDDFF", False),  # 75 of 71 hours
    ],
)
def test_weeks_that_are_off_the_contract_stand(weeks: str, ahead: bool) -> None:
    post = {"id": "p", "unit": "u", "percent": 100, "full_time_hours": 35.5}
    made = ward(
        horizon={"start": dt.date(2009, 3, 30), "days": 21},
        people=[{"id": "ada", "name": "Ada", "home_unit": "u", "positions": [post]}],
        demand=[],
        agreements=[
            {"id": "rest", "level": "L2", "rules": ["daily_rest"]},
            {"id": "mean", "level": "L1", "rules": ["red_days"]},
        ],
        rules={"contract_hours": {"values": {"under": 0, "over": 0, "slack": 0}}},
        weights={},
    )
    shown = roster(made, {"ada": "AADDDFF" + weeks})
    feast = feast_problem(
        made.model_copy(update={"published": shown.assignments}), THURSDAY, MONDAY
    )
    (balance,) = feast.accounts
    assert (balance.minutes > 0) is ahead
    outcome = solve(feast, Budget(seconds=None, steps=1, workers=1, seed=1))
    assert outcome.roster is not None
    assert letters(feast, outcome.roster.assignments, "ada") == weeks.replace(" ", "")
