"""Each reason why somebody is not offered a shift, in the smallest ward that has it."""

import datetime as dt
from typing import Any

import pytest

from rostering.replan.stand_ins import Reason
from tests.replan.wards import MONDAY, date, held_against, opened, person, refusal, roster, ward

KARI = person("kari", 100)
LINES = {"kari": "DDD"}


def reason(
    ola: dict[str, Any], line: str = "", day: int = 0, shift: str = "D", **more: object
) -> Reason:
    """Return why Ola does not get Kari's day shift on Monday; the ward has what is told more."""
    lines = {"kari": "." * day + shift, "ola": line}
    found = held_against(ward([KARI, ola], **more), lines, opened(day, shift))
    assert [one.person for one in found.offered] == []
    assert refusal(found, "kari").reason is Reason.SELF
    return refusal(found, "ola").reason


def away(kind: str, **more: object) -> list[dict[str, Any]]:
    return [{"person": "ola", "kind": kind, "first": MONDAY, **more}]


def test_nobody_is_barred_without_a_reason() -> None:
    found = held_against(ward([KARI, person("ola", 50)]), LINES, opened())
    assert [one.person for one in found.offered] == ["ola"]
    assert [(one.person, one.reason) for one in found.refused] == [("kari", Reason.SELF)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("sick", "absent"),
        ("sick_child", "absent"),
        ("leave", "absent"),
        ("vacation", "vacation"),
        ("course", "course"),
        ("time_off", "time_off"),
        ("F3", "F3"),
        ("F4", "F4"),
        ("F5", "F5"),
    ],
)
def test_nobody_who_is_away_is_offered_a_shift_and_why_they_are_sick_is_not_told(
    kind: str, expected: str
) -> None:
    assert reason(person("ola", 50), absences=away(kind)) == expected


def test_a_night_that_reaches_into_a_day_of_absence_is_barred_too() -> None:
    demand = [{"id": "night", "units": ["post"], "shifts": ["N"], "minimum": 1, "target": 1}]
    tuesday = away("vacation", first=date(1))
    more = {"absences": tuesday, "demand": demand}
    assert reason(person("ola", 50), shift="N", **more) == "vacation"
    found = held_against(ward([KARI, person("ola", 50)], absences=tuesday), LINES, opened())
    assert [one.person for one in found.offered] == ["ola"]  # the day shift ends before


@pytest.mark.parametrize("code", ["F3", "F4", "F5", "time_off"])
def test_a_code_that_the_roster_itself_has_bars_as_well(code: str) -> None:
    problem = ward([KARI, person("ola", 50)])
    mark = {"person": "ola", "date": MONDAY, "code": code}
    found = held_against(problem, LINES, opened(), overlays=[mark])
    assert refusal(found, "ola").reason == code


def test_whoever_must_not_be_called_is_not_even_as_a_volunteer() -> None:
    calls = [
        {"person": "ola", "kind": "volunteer", "first": MONDAY},
        {"person": "ola", "kind": "do_not_call", "first": dt.date(2026, 12, 1), "last": MONDAY},
    ]
    assert reason(person("ola", 50), call_choices=calls) is Reason.DO_NOT_CALL
    later = [{**calls[1], "last": dt.date(2027, 1, 3)}]
    problem = ward([KARI, person("ola", 50)], call_choices=later)
    assert held_against(problem, LINES, opened()).offered[0].person == "ola"


def test_a_locked_day_is_left_alone() -> None:
    assert reason(person("ola", 50), locks=[{"person": "ola", "date": MONDAY}]) is Reason.LOCKED


def test_posts_that_have_ended_and_other_units_are_told() -> None:
    ended = person("ola", 50)
    ended["positions"][0]["last"] = dt.date(2027, 1, 3)
    assert reason(ended) is Reason.EMPLOYMENT
    units = [{"id": "post"}, {"id": "other"}]
    assert reason({**person("ola"), "home_unit": "other"}, units=units) is Reason.UNIT


def test_exemptions_and_missing_competence_are_told_apart() -> None:
    exempt = person("ola", 50, exemptions=[{"kinds": ["day"]}])
    assert reason(exempt) is Reason.EXEMPTION
    shift = {
        "code": "D", "kind": "day", "start": "07:30", "end": "15:00",
        "requires": {"all_of": ["nurse"]},
    }  # fmt: skip
    assert reason(person("ola", 50), shifts=[shift]) is Reason.COMPETENCE


def test_students_do_not_stand_in() -> None:
    assert reason(person("ola", kind="student")) is Reason.NOT_COUNTED


def test_whoever_is_on_duty_at_the_time_cannot_come() -> None:
    assert reason(person("ola", 50), "D") is Reason.ON_DUTY


def test_a_stand_in_must_count_in_every_minimum_that_is_left_short() -> None:
    nurse = [{"code": "nurse"}]
    rows = [
        {"id": "all", "units": ["post"], "shifts": ["D"], "minimum": 1, "target": 1},
        {
            "id": "nurse", "units": ["post"], "shifts": ["D"], "minimum": 1, "target": 1,
            "competence": {"all_of": ["nurse"]},
        },
    ]  # fmt: skip
    people = [{**KARI, "competences": nurse}, person("ola", 50), person("per", 50)]
    people[2]["competences"] = nurse
    found = held_against(ward(people, demand=rows), LINES, opened())
    assert found.short == ("all", "nurse")
    assert [one.person for one in found.offered] == ["per"]
    assert refusal(found, "ola").reason is Reason.LEAVES_SHORT
    assert refusal(found, "ola").rows == ("nurse",)
    rows[1]["minimum"] = 0  # a target alone shuts nobody out
    wanted = held_against(ward(people, demand=rows), LINES, opened())
    assert {one.person for one in wanted.offered} == {"ola", "per"}


def test_of_an_opening_that_nobody_has_left_one_short_minimum_is_enough() -> None:
    nurse = {"all_of": ["nurse"]}
    row = {"units": ["post"], "shifts": ["D"], "minimum": 1, "target": 1}
    rows = [{**row, "id": "all"}, {**row, "id": "nurse", "competence": nurse}]
    people = [KARI, person("ola", 50), person("per", kind="student")]
    found = held_against(ward(people, demand=rows), {}, opened(who=None))
    assert {one.person for one in found.offered} == {"kari", "ola"}
    only = held_against(ward(people, demand=rows[1:]), {}, opened(who=None))
    assert refusal(only, "ola").rows == ("nurse",)


def test_a_broken_rule_is_named() -> None:
    # an evening shift on Monday ends 22:30: nine hours before the day shift on Tuesday
    problem = ward([KARI, person("ola", 50)])
    found = held_against(problem, {"kari": ".D", "ola": "A"}, opened(day=1))
    told = refusal(found, "ola")
    assert (told.reason, told.rules) == (Reason.UNLAWFUL, ("daily_rest",))


def test_a_pair_that_must_not_meet_is_no_stand_in() -> None:
    pair = {"id": "p", "kind": "apart", "person": "per", "other": "ola"}
    rows = [{"id": "day", "units": ["post"], "shifts": ["D"], "minimum": 2, "target": 2}]
    people = [KARI, person("per", 50), person("ola", 50), person("eva", 50)]
    rules = {"pairs": {"values": {"required": True}}}
    problem = ward(people, pairs=[pair], demand=rows, rules=rules)
    found = held_against(problem, {"kari": "D", "per": "D"}, opened())
    assert [one.person for one in found.offered] == ["eva"]
    assert refusal(found, "ola").rules == ("pairs",)


def test_what_was_broken_before_is_not_held_against_the_stand_in() -> None:
    # Per's evening and day are too close already: another shift on Thursday adds nothing to that
    problem = ward([KARI, person("per", 50)])
    lines = {"kari": "...D", "per": "AD"}
    found = held_against(problem, lines, opened(day=3))
    assert [one.person for one in found.offered] == ["per"]
    assert roster(problem, lines).assignments[1].person == "per"
