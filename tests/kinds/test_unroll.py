"""A base roster on real dates: the right week, and what absence opens."""

import datetime as dt

import pytest

from rostering.domain.contract import contract
from rostering.domain.index import ProblemIndex
from rostering.domain.roster import DayCode, Overlay
from rostering.domain.wishes import AbsenceKind
from rostering.errors import BadInput
from rostering.kinds import base_problem, dated_problem, open_absences, unroll
from tests.kinds.small_base import MONDAY, letters, roster, ward

LINE = "DDDDDFF AAAFFAA"


def test_weeks_repeat_from_the_week_that_was_asked_for() -> None:
    base = base_problem(ward(), 2)
    shown = roster(base, {"ada": LINE})
    first = unroll(base, shown, dated_problem(base, MONDAY, 4)).problem
    second = unroll(base, shown, dated_problem(base, MONDAY, 3), first_week=2).problem
    one, two = LINE.split()
    assert letters(first, first.published, "ada") == one + two + one + two
    assert letters(second, second.published, "ada") == two + one + two


def test_a_calendar_that_begins_on_wednesday_lies_in_the_same_week() -> None:
    base = base_problem(ward(), 2)
    wednesday = MONDAY + dt.timedelta(2)
    made = unroll(base, roster(base, {"ada": LINE}), dated_problem(base, wednesday, 1)).problem
    assert letters(made, made.published, "ada") == "DDDFFAA"


def test_vacation_opens_the_shifts_and_credits_just_their_hours() -> None:
    post = {"id": "p", "unit": "u", "percent": 100, "full_time_hours": 37.5}
    people = [{"id": p, "name": p, "home_unit": "u", "positions": [post]} for p in ("ada", "bo")]
    base = base_problem(ward(people=people), 2)
    off = {"person": "ada", "kind": "vacation", "first": MONDAY, "last": MONDAY + dt.timedelta(6)}
    dated = dated_problem(base, MONDAY, 2).model_copy(
        update={"absences": ward(absences=[off], people=people).absences}
    )
    made = unroll(base, roster(base, {"ada": LINE}), dated)
    assert [duty.shift for duty in made.opened] == ["D"] * 5
    assert letters(made.problem, made.problem.published, "ada") == "FFFFFFFAAAFFAA"
    days = [(a.shift, a.day_off) for a in made.problem.absences]
    assert days == [("D", False)] * 5 + [(None, True)] * 2
    index = ProblemIndex(made.problem)
    assert contract(index, index.people["ada"]).credited == 5 * 450


def test_who_has_no_line_keeps_the_absence_as_it_is() -> None:
    off = {"person": "bo", "kind": "vacation", "first": MONDAY}
    published = [{"person": "ada", "date": MONDAY, "shift": "D", "unit": "u"}]
    made, opened = open_absences(ward(absences=[off], published=published))
    assert opened == ()
    assert [(a.person, a.kind, a.shift, a.day_off) for a in made.absences] == [
        ("bo", AbsenceKind.VACATION, None, False)
    ]


def test_duties_of_people_who_have_left_are_told_and_not_laid() -> None:
    base = base_problem(ward(), 2)
    dated = dated_problem(base, MONDAY, 2)
    fewer = dated.model_copy(update={"people": dated.people[1:]})
    made = unroll(base, roster(base, {"ada": LINE, "bo": "D"}), fewer)
    assert {duty.person for duty in made.dropped} == {"ada"}
    assert {duty.person for duty in made.problem.published} == {"bo"}


def test_a_calendar_as_base_a_roster_of_another_and_a_week_beyond_the_cycle_are_refused() -> None:
    base = base_problem(ward(), 2)
    shown = roster(base, {"ada": LINE})
    for wrong in (
        lambda: unroll(ward(), shown, ward()),
        lambda: unroll(base, shown.model_copy(update={"days": 7}), ward()),
        lambda: unroll(base, shown, base),
        lambda: unroll(base, shown, ward(), first_week=3),
    ):
        with pytest.raises(BadInput):
            wrong()


def test_days_off_of_the_base_stand_on_its_dates_and_an_f1_on_a_holiday_earns_an_f5() -> None:
    base = base_problem(ward(), 2)
    monday = base.horizon.start
    codes = (
        Overlay(person="ada", date=monday + dt.timedelta(3), code=DayCode.F1),
        Overlay(person="ada", date=monday + dt.timedelta(8), code=DayCode.F3, shift="A"),
    )
    shown = roster(base, {"ada": "DDDFDFF FFFFFFF"}).model_copy(update={"overlays": codes})
    easter = dt.date(2027, 3, 22)  # Maundy Thursday is the 25th
    made = unroll(base, shown, dated_problem(base, easter, 2)).problem
    assert [(d.person, d.kind, d.days) for d in made.agreed_days] == [("ada", "F5", 1)]
    assert [(a.kind, a.first, a.shift) for a in made.absences] == [
        (AbsenceKind.F3, easter + dt.timedelta(8), "A")
    ]


def test_duties_of_a_post_that_has_ended_are_dropped() -> None:
    base = base_problem(ward(), 2)
    gone = {"id": "p", "unit": "u", "percent": 100, "last": MONDAY + dt.timedelta(1)}
    people = [{"id": "ada", "name": "Ada", "home_unit": "u", "positions": [gone]}]
    dated = ward(people=people)
    made = unroll(base, roster(base, {"ada": LINE}), dated)
    assert letters(made.problem, made.problem.published, "ada") == "DDFFFFFFFFFFFF"
    assert len(made.dropped) == 8
