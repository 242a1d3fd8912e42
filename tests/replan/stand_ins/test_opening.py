"""Which shift is meant, whose it is, and every fault told once."""

import datetime as dt
from typing import Any

import pytest

from rostering.check import Court
from rostering.errors import BadInput
from rostering.replan.stand_ins import OpenDuty, stand_ins
from tests.replan.wards import (
    ANYBODY,
    BEFORE,
    date,
    held_against,
    moment,
    opened,
    person,
    roster,
    ward,
)

KARI, OLA = person("kari", 100), person("ola", 50)
PLAN = {"kari": "D"}


def faults(
    asked: OpenDuty, now: dt.datetime = BEFORE, lines: dict[str, str] | None = None, **more: object
) -> tuple[str, str]:
    """Return place and finding of the one fault of an opening."""
    with pytest.raises(BadInput) as caught:
        held_against(ward([KARI, OLA], **more), PLAN if lines is None else lines, asked, now)
    (fault,) = caught.value.faults
    return fault.where, fault.found


def test_the_roster_may_still_hold_the_duty_or_lack_it_already() -> None:
    problem = ward([KARI, OLA])
    held = held_against(problem, PLAN, opened())
    assert (held.held, held.open.person, held.open.unit) == (True, "kari", "post")
    lacking = held_against(problem, {}, opened())
    assert (lacking.held, lacking.open.person) == (False, "kari")
    nobody = held_against(problem, {}, opened(who=None))
    assert (nobody.held, nobody.open.person, nobody.open.unit) == (False, None, "post")
    assert [one.person for one in held.offered] == [one.person for one in lacking.offered]
    assert {one.person for one in nobody.offered} == {"kari", "ola"}


def test_a_duty_of_somebody_known_to_be_away_is_the_one_that_is_meant() -> None:
    sick = [{"person": "kari", "kind": "sick", "first": date(0)}]
    found = held_against(ward([KARI, OLA], absences=sick), PLAN, opened(who=None))
    assert (found.held, found.open.person) == (True, "kari")


def test_a_shift_that_has_begun_is_past() -> None:
    begun = moment("2027-01-04 07:31")
    assert faults(opened(), begun) == ("date", "D on 2027-01-04, which begins 2027-01-04 07:30:00")
    assert held_against(ward([KARI, OLA]), PLAN, opened(), moment("2027-01-04 07:30")).notice == 0


def test_dates_outside_the_period_are_told() -> None:
    asked = OpenDuty(date=dt.date(2027, 1, 18), shift="D")
    assert faults(asked) == ("date", "2027-01-18, outside the period")


@pytest.mark.parametrize(
    ("asked", "where", "found"),
    [
        ({"shift": "X"}, "shift", "unknown shift 'X'"),
        ({"unit": "x"}, "unit", "unknown unit 'x'"),
        ({"role": "day"}, "role", "unknown role 'day'"),
        ({"who": "karl"}, "person", "unknown person 'karl'"),
    ],
)
def test_unknown_names_are_told(asked: dict[str, Any], where: str, found: str) -> None:
    assert faults(opened(**asked)) == (where, found)


def test_a_shift_from_which_nobody_is_missing_is_told_with_who_is_on_it() -> None:
    with pytest.raises(BadInput) as caught:
        held_against(ward([KARI, OLA]), PLAN, opened(who=None))
    (fault,) = caught.value.faults
    assert fault.found == "D on 2027-01-04, from which nobody is missing"
    assert fault.maybe == "one of these is away and must be named: kari"
    assert faults(opened(who="ola")) == ("shift", fault.found)
    assert faults(opened(shift="A", who=None))[0] == "shift"


def test_where_several_places_are_open_one_must_be_chosen() -> None:
    role = {**ANYBODY, "id": "charge", "exclusive": True}
    where, found = faults(opened(who=None), lines={}, demand=[ANYBODY, role])
    assert (where, found) == ("unit", "somebody is missing in post, post as charge")
    problem = ward([KARI, OLA], demand=[ANYBODY, role])
    in_charge = held_against(problem, {}, opened(who=None, role="charge"))
    assert in_charge.offered[0].assignment.role == "charge"
    assert in_charge.short == ("charge",)


def test_two_people_away_from_one_shift_must_be_told_apart() -> None:
    sick = [{"person": who, "kind": "sick", "first": date(0)} for who in ("kari", "ola")]
    lines = {"kari": "D", "ola": "D"}
    where, found = faults(opened(who=None), absences=sick, lines=lines)
    assert where == "person"
    assert found == "several duties of people away: kari in post, ola in post"


def test_a_base_roster_has_no_dates_on_which_somebody_could_be_away() -> None:
    horizon = {"start": date(0), "days": 14, "kind": "cyclic"}
    assert faults(opened(), horizon=horizon) == ("horizon.kind", "a base roster")


def test_a_roster_of_another_ward_is_refused() -> None:
    problem, other = ward([KARI, OLA]), ward([person("eva", 50), KARI])
    plan = roster(other, {"eva": "DD"})
    with pytest.raises(BadInput, match="another ward"):
        stand_ins(Court.of(problem), plan, opened(), now=BEFORE)


def test_what_was_really_worked_is_what_counts() -> None:
    # Ola was called in on Monday already: nobody is missing any more
    problem = ward([KARI, OLA])
    worked = [
        {"person": "kari", "date": date(0)},
        {"person": "ola", "date": date(0), "shift": "D", "unit": "post"},
    ]
    plan = roster(problem, PLAN, worked=worked)
    with pytest.raises(BadInput, match="nobody is missing"):
        stand_ins(Court.of(problem), plan, opened(), now=BEFORE)
