"""What was really worked takes the place of the plan, unit and role included."""

import datetime as dt

import pytest
from pydantic import ValidationError

from rostering.check import Court
from rostering.domain.roster import Assignment, Roster, Worked
from rostering.domain.shifts import Pay
from rostering.solve import Budget, solve
from tests.kinds.small_base import MONDAY, ward

PLAN = Assignment(person="ada", date=MONDAY, shift="D", unit="u", role="lead")


def roster(*worked: Worked) -> Roster:
    return Roster(
        problem_name="x",
        problem_hash="",
        start=MONDAY,
        days=14,
        assignments=(PLAN,),
        worked=worked,
    )


def test_the_same_shift_as_overtime_keeps_unit_and_role() -> None:
    worked = Worked(person="ada", date=MONDAY, shift="D", pay=Pay.OVERTIME)
    assert roster(worked).effective == (PLAN.model_copy(update={"pay": Pay.OVERTIME}),)


def test_another_shift_keeps_the_unit_alone() -> None:
    worked = Worked(person="ada", date=MONDAY, shift="A")
    (found,) = roster(worked).effective
    assert (found.shift, found.unit, found.role) == ("A", "u", None)


def test_a_shift_not_worked_is_gone() -> None:
    assert roster(Worked(person="ada", date=MONDAY)).effective == ()


def test_called_in_on_a_day_off_the_unit_must_be_told() -> None:
    free = MONDAY + dt.timedelta(1)
    with pytest.raises(ValidationError, match="unit must be told"):
        roster(Worked(person="ada", date=free, shift="D"))
    (_, found) = roster(Worked(person="ada", date=free, shift="D", unit="u")).effective
    assert (found.date, found.unit) == (free, "u")


def test_how_a_frozen_duty_is_paid_survives_a_new_solve() -> None:
    kept = Assignment(person="ada", date=MONDAY, shift="D", unit="u", pay=Pay.OVERTIME)
    horizon = {"start": MONDAY, "days": 14, "frozen_until": MONDAY + dt.timedelta(1)}
    problem = ward(horizon=horizon, published=[kept.model_dump()], demand=[])
    Court.of(problem)
    outcome = solve(problem, Budget(seconds=None, steps=0.1, workers=1))
    assert outcome.roster is not None
    assert kept in outcome.roster.assignments
