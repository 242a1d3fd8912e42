"""Codes that a roster brings along: what cannot be true is told, with its dates."""

from rostering.day_codes import day_codes, written_codes
from rostering.domain.roster import DayCode
from tests.day_codes.weeks import judged, marked, world
from tests.rules.worlds import SOMEBODY, World

Found = list[tuple[str, int, int, int]]


def findings(told: World, marks: dict[int, DayCode]) -> Found:
    court, plan = judged(told)
    found = written_codes(court, plan, marked(told, marks))
    return [(v.text.removeprefix("day_codes."), v.day, v.last_day, v.missing) for v in found]


def test_true_marks_bring_no_finding() -> None:
    assert findings(world("DDDDDFF"), {5: DayCode.F2, 6: DayCode.F1}) == []


def test_f1_on_a_day_with_a_duty_is_told_once() -> None:
    assert findings(world("DDDDDFF"), {4: DayCode.F1}) == [("on_duty", 4, 4, 1)]


def test_f1_in_a_block_shorter_than_the_weekly_rest_is_told_with_what_is_missing() -> None:
    # Friday evening until 22:30, Sunday from 07:30: 33 of 35 hours
    assert findings(world("AAAAAFD"), {5: DayCode.F1}) == [("short", 5, 5, 120)]


def test_a_block_without_a_whole_calendar_day_is_no_weekly_rest() -> None:
    # night until Tuesday 07:00, evening from Wednesday 15:00: 32 hours and no whole day
    assert findings(world("NFADDDD"), {1: DayCode.F1}) == [("short", 1, 1, 2100)]


def test_a_week_without_f1_is_told_when_marks_are_used() -> None:
    told = world("DDDDDFFDDDDDFF")
    assert findings(told, {6: DayCode.F1}) == [("no_f1", 7, 13, 1)]
    assert findings(told, {5: DayCode.F2}) == []


def test_a_week_of_absence_needs_no_f1() -> None:
    told = world("DDDDDFFFFFFFFF", absences=[f"{SOMEBODY} sick 7..13"])
    assert findings(told, {6: DayCode.F1}) == []


def test_vacation_and_f3_on_a_day_with_a_duty_are_told() -> None:
    told = world("DDDDDFF")
    marks = {0: DayCode.F3, 1: DayCode.VACATION, 6: DayCode.F1}
    assert findings(told, marks) == [("on_duty", 0, 0, 1), ("on_duty", 1, 1, 1)]


def test_agreed_days_that_stand_nowhere_are_told() -> None:
    told = world("DDDDDFF", agreed_days=[{"person": SOMEBODY, "kind": "F3", "days": 2}])
    assert findings(told, {6: DayCode.F1}) == [("unplaced", 0, 6, 2)]


def test_the_engines_own_codes_bring_no_finding() -> None:
    told = world("NFFDDDDDADFFNNFFFDDAA")
    court, plan = judged(told)
    overlays = day_codes(court, plan)
    assert [o.code for o in overlays].count(DayCode.F1) == 3
    roster = marked(told, {}).model_copy(update={"overlays": overlays})
    assert list(written_codes(court, plan, roster)) == []
