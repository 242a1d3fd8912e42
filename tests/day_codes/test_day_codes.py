"""Which day of the week is F1, which F2, and where agreed days and absence stand."""

from datetime import date

import pytest

from rostering.day_codes import day_codes, f5_days, unplaced
from rostering.domain.calendar import Calendar
from rostering.domain.clock import Clock
from rostering.domain.problem import AgreedDays
from tests.day_codes.weeks import FULL, codes, judged, world
from tests.rules.worlds import SOMEBODY, World

EASTER_WEEK = date(2027, 3, 22)  # Maundy Thursday is the 25th, Easter Sunday the 28th


def test_sunday_is_f1_and_the_saturday_beside_it_f2() -> None:
    assert codes("DDDDDFF") == ".. .. .. .. .. F2 F1"


def test_the_last_full_day_of_the_longest_block_is_f1_when_sunday_is_worked() -> None:
    assert codes("DFFDDDD") == ".. F2 F1 .. .. .. .."


def test_a_holiday_in_the_block_goes_before_its_last_day() -> None:
    assert codes("DDFFFFD", start=EASTER_WEEK) == ".. .. .. .. F1 F2 .."
    assert codes("DDFFFFD", start=date(2027, 3, 15)) == ".. .. .. .. F2 F1 .."


def test_the_longest_block_goes_before_a_shorter_one_with_the_sunday() -> None:
    assert codes("FFFDDDF") == ".. F2 F1 .. .. .. .."


def test_a_day_that_a_night_ends_on_is_no_weekly_rest() -> None:
    assert codes("NFFDDDD") == ".. F2 F1 .. .. .. .."
    assert codes("DDDDDNF") == ".. .. .. .. .. .. F2"


def test_a_block_shorter_than_the_weekly_rest_bears_no_f1() -> None:
    # evening until 22:30 on Friday, day from 07:30 on Sunday: 33 hours
    assert codes("AAAAAFD") == ".. .. .. .. .. F2 .."


def test_with_a_union_agreement_28_hours_are_a_weekly_rest() -> None:
    agreed = [{"level": "L2", "rules": ["weekly_rest"]}]
    assert codes("AAAAAFD", agreements=agreed) == ".. .. .. .. .. F1 .."


def test_there_is_one_f2_a_week_and_the_rest_of_the_days_off_are_blank() -> None:
    assert codes("DFDFDFF") == ".. .. .. .. .. F2 F1"
    assert codes("DFFFDDD") == ".. .. F2 F1 .. .. .."


def test_f2_stands_beside_f1_though_a_night_ends_on_it() -> None:
    assert codes("DFDDNFF") == ".. .. .. .. .. F2 F1"


def test_away_from_f1_a_whole_day_goes_before_one_that_a_night_ends_on() -> None:
    assert codes("FDNFDDF", agreements=[{"level": "L2"}]) == "F2 .. .. .. .. .. F1"


def test_the_weeks_at_the_edges_bear_no_codes() -> None:
    assert codes("FFDDDDDFFFF", start=date(2027, 1, 9)) == ".. .. .. .. .. .. .. F2 F1 .. .."


def test_known_absence_keeps_its_days_and_the_sunday_after_vacation_is_f1() -> None:
    away = [f"{SOMEBODY} vacation 0..5"]
    assert codes("FFFFFFF", absences=away) == "FE FE FE FE FE FE F1"
    assert codes("FFFFFFF", absences=[f"{SOMEBODY} sick 0..6"]) == "SY SY SY SY SY SY SY"


def test_a_shift_that_absence_covers_stands_with_it() -> None:
    told = world("FDDDDFF", absences=[f"{SOMEBODY} sick 0 shift=A"])
    first = day_codes(*judged(told))[0]
    assert (first.code.value, first.shift) == ("sick", "A")


def agreed(kind: str, days: int) -> list[dict[str, object]]:
    return [{"person": SOMEBODY, "kind": kind, "days": days}]


def test_agreed_days_take_the_first_weekday_off_that_is_left() -> None:
    assert codes("DDDFFFF", agreed_days=agreed("F4", 1)) == ".. .. .. F4 .. F2 F1"
    assert codes("DDDFFFF", agreed_days=agreed("time_off", 2)) == ".. .. .. time_off time_off F2 F1"


def test_f3_goes_to_a_red_weekday_first() -> None:
    line = "DFDFDFF"
    assert codes(line, start=EASTER_WEEK, agreed_days=agreed("F3", 1)) == ".. .. .. F3 .. F2 F1"
    assert codes(line, start=EASTER_WEEK, agreed_days=agreed("F4", 1)) == ".. F4 .. .. .. F2 F1"


def test_agreed_days_without_a_free_day_are_told() -> None:
    told = world("DDDDDFF", agreed_days=agreed("F3", 2))
    court, plan = judged(told)
    found = day_codes(court, plan)
    asked = AgreedDays(person=SOMEBODY, kind="F3", days=2)
    assert list(unplaced(court, found)) == [(asked, 2)]


def test_an_absence_of_the_same_kind_does_not_settle_an_agreed_day() -> None:
    told = world("FDDDDFF", agreed_days=agreed("F3", 1), absences=[f"{SOMEBODY} F3 0"])
    court, plan = judged(told)
    assert [missing for _, missing in unplaced(court, day_codes(court, plan))] == [1]


def test_weeks_before_a_position_begins_bear_no_codes() -> None:
    people = {SOMEBODY: {"positions": [{"percent": 100, "first": 7}]}}
    found = codes("FFFFFFFDDDDDFF", people=people)
    assert found == " ".join([".."] * 12 + ["F2", "F1"])


def test_people_without_a_position_bear_codes_only_in_weeks_that_they_work() -> None:
    found = codes("FFFFFFFDDDDDFF", people={SOMEBODY: {"kind": "on_call"}})
    assert found == " ".join([".."] * 12 + ["F2", "F1"])


def test_a_base_roster_bears_the_same_codes() -> None:
    assert codes("DDFFDDD", cyclic=True) == ".. .. F2 F1 .. .. .."
    assert codes("NFFDDDN", cyclic=True) == ".. F2 F1 .. .. .. .."


def test_the_night_before_the_period_is_seen() -> None:
    # a night into Monday leaves the Tuesday as the only whole day of the block
    assert codes("N|FFDDDDD", books=["no_aml"]) == "F2 F1 .. .. .. .. .."


@pytest.mark.parametrize(
    ("f1", "earned"),
    [
        (date(2027, 5, 17), True),  # a Monday
        (date(2027, 3, 28), False),  # Easter Sunday
        (date(2027, 3, 27), False),  # Easter Saturday is no holiday
        (date(2027, 3, 26), True),  # Good Friday
    ],
)
def test_f5_arises_when_f1_falls_on_a_holiday_between_two_sundays(f1: date, earned: bool) -> None:
    clock = Clock(date(2027, 3, 1))
    day = clock.day(f1)
    assert f5_days([day, day], Calendar(clock)) == ((day,) if earned else ())


def test_the_joint_union_booklet_has_no_f5_at_easter() -> None:
    # Easter 2009: F1 on Thursday of week 1 and on the Sundays of week 2 and 3
    clock = Clock(date(2009, 3, 30))
    assert f5_days([3, 13, 20], Calendar(clock)) == ()


def test_two_people_do_not_touch_each_other() -> None:
    told = World("weekly_rest", {"name": "two", "lines": {"Kari": "DDDDDFF", "Per": "FFDDDDD"},
                 "people": {**FULL, "Per": {"positions": [{"percent": 50}]}}}, {})  # fmt: skip
    found = day_codes(*judged(told))
    assert [(o.person, o.code.value, o.date.isoweekday()) for o in found] == [
        ("Kari", "F2", 6), ("Kari", "F1", 7), ("Per", "F2", 1), ("Per", "F1", 2),
    ]  # fmt: skip
