"""The report says what a reader would miss: weeks, covered duties, base rosters, assumptions."""

import re
from typing import Any

import pytest

from rostering.domain.roster import Assignment, DayCode, Overlay, Worked
from rostering.report import ControlReport, control_report
from rostering.report.marks import Mark, mark
from rostering.rules.registry import RULES
from tests.report.two_people import day, problem, roster

PRIVATE = (DayCode.SICK, DayCode.SICK_CHILD, DayCode.LEAVE)
JUDGED = {
    rule.id: {"mode": "off", "reason": "apart"} for rule in RULES if rule.id != "availability"
}


def with_week(hours: float, **more: Any) -> ControlReport:  # noqa: ANN401 - fields of a position
    """Return the report when Kari's contract has another full-time week."""
    people = problem().model_dump(mode="json")["people"]
    people[0]["positions"][0] |= {"full_time_hours": hours, **more}
    return control_report(problem(people=people), roster())


def test_the_contracts_week_and_the_one_that_the_roster_gives_are_both_told() -> None:
    # Away one day of 14: night 15.5 h x 7/13 = 501 minutes a week, red 8.5 h x 7/13 = 275;
    # (3 x 501 + 2 x 275) / 12 = 171 minutes off 37.5 hours
    week = with_week(37.5).people[0].week
    assert week is not None
    assert (week.contract, week.minutes, week.shorter) == (2250, 2250 - 171, True)
    assert {r.name: (r.has, r.asked) for r in week.reasons} == {
        "sundays": (1, 1),
        "day_evening": (766, 250),  # 52.5 of 68.5 hours
    }


def test_every_third_sunday_without_nights_gives_the_week_of_turnus() -> None:
    people = problem().model_dump(mode="json")["people"]
    people[0]["positions"][0]["full_time_hours"] = 37.5
    light = tuple(duty for duty in roster().assignments if duty.shift != "N")
    found = control_report(problem(people=people), roster(assignments=light)).people[0].week
    assert found is not None
    assert (found.minutes, found.shorter, found.three_part) == (2130, True, False)
    assert [reason.name for reason in found.reasons] == ["sundays"]


def test_a_contract_that_has_the_week_of_the_roster_calls_for_no_remark() -> None:
    week = with_week(34).people[0].week
    assert week is not None
    assert (week.contract, week.shorter) == (2040, False)


def test_a_three_part_position_owes_what_the_roster_leaves_and_calls_for_no_remark() -> None:
    week = with_week(37.5, three_part=True).people[0].week
    assert week is not None
    assert not week.shorter


@pytest.mark.parametrize("code", PRIVATE)
def test_why_somebody_is_away_is_not_told(code: DayCode) -> None:
    assert mark(code) is Mark.ABSENCE
    away = [{"person": "kari", "kind": code.value, "first": day(7), "shift": "D"}]
    marks = [Overlay(person="per", date=day(7), code=code)]  # who has an evening there
    duties = roster().assignments
    told = control_report(problem(absences=away), roster(assignments=duties, overlays=marks))
    text = told.model_dump_json()
    assert told.people[0].day_codes[Mark.ABSENCE] == 1
    assert "Per har koden FR" in text
    assert not re.search(r"sick|leave|\bSY\b|\bSB\b|\bPE\b", text)


def test_every_other_day_code_stays() -> None:
    kept = [code for code in DayCode if code not in PRIVATE]
    assert [mark(code).value for code in kept] == [code.value for code in kept]


SICK_DUTY = Assignment(person="kari", date=day(7), shift="D", unit="post")


def with_duty_on_the_sick_day(**more: Any) -> ControlReport:  # noqa: ANN401 - fields of the roster
    duties = (*roster().assignments, SICK_DUTY)
    return control_report(problem(rules=JUDGED), roster(assignments=duties, **more))


def test_a_duty_that_absence_covers_counts_neither_in_hours_nor_in_staffing() -> None:
    plain, found = control_report(problem(rules=JUDGED), roster()), with_duty_on_the_sick_day()
    assert found.people == plain.people  # cells too: (D) with the absence
    assert found.staffing == plain.staffing
    assert (plain.covered, found.covered) == (0, 1)
    said = [told.text for told in found.statements if "holdt utenfor" in told.text]
    assert len(said) == 1
    assert said[0].endswith("holdt utenfor timer og bemanning: 1. De er brudd på tilgjengelighet.")


def test_a_duty_that_absence_covers_stays_a_breach_of_availability() -> None:
    found = with_duty_on_the_sick_day()
    assert [(b.rule, b.person, b.first, b.hard) for b in found.breaches] == [
        ("availability", "kari", day(7), True)
    ]


def test_what_was_really_worked_on_a_day_of_absence_counts() -> None:
    worked = [Worked(person="kari", date=day(7), shift="D", unit="post")]
    found = with_duty_on_the_sick_day(worked=worked)
    assert found.covered == 0
    assert found.people[0].hours.planned == 4110 + 450


def test_a_written_code_that_names_the_duty_covers_it() -> None:
    code = Overlay(person="kari", date=day(0), code=DayCode.COURSE, shift="D")
    found = control_report(problem(rules=JUDGED), roster(overlays=[code]))
    assert found.covered == 1
    assert (found.people[0].cells[0].shifts, found.people[0].cells[0].covers) == ((), "D")


def test_what_an_import_assumed_is_told_in_words() -> None:
    taken = ("full_time_hours", "something_new")
    found = control_report(problem(assumed=taken), roster())
    said = [told.text for told in found.statements if told.text.startswith("Forutsatt ved import")]
    assert said == [
        "Forutsatt ved import: timene i heltidsuken.", "Forutsatt ved import: something_new.",
    ]  # fmt: skip


def test_breaches_of_a_base_roster_name_weeks_and_weekdays() -> None:
    base = problem(
        horizon={"start": day(0), "days": 14, "kind": "cyclic"}, absences=[], accounts=[]
    )
    found = control_report(base, roster())
    texts = [breach.text for breach in found.breaches]
    assert any("mandag i uke 2" in text for text in texts), texts
    assert not [text for text in texts if re.search(r"\d\d\.\d\d", text)]


def test_one_missing_person_is_told_in_the_singular() -> None:
    found = [b for b in control_report(problem(), roster()).breaches if b.rule == "coverage"]
    assert [(breach.missing, breach.unit) for breach in found] == [(1, "person"), (1, "person")]
    bare = problem(demand=[problem().demand[0].model_dump() | {"minimum": 2}])
    worse = control_report(bare, roster()).breaches
    assert (2, "personer") in [(breach.missing, breach.unit) for breach in worse]


def test_one_missing_mark_is_told_in_the_singular() -> None:
    code = Overlay(person="per", date=day(7), code=DayCode.F1)
    found = control_report(problem(), roster(overlays=[code])).breaches
    assert {b.unit for b in found if b.rule == "day_codes" and b.missing == 1} == {"dag"}
