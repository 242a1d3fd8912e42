"""Each measure below, at and beyond its thresholds, over the seam, round absence and clocks."""

from __future__ import annotations

from datetime import date

import pytest

from rostering.health import Light, Measure
from tests.health.lines import january, light, placed, told

QUICK = Measure.QUICK_RETURNS
NIGHTS = Measure.NIGHTS_IN_A_ROW
REST = Measure.REST_AFTER_NIGHTS
DAYS = Measure.DAYS_IN_A_ROW
ALONE, OFF = Measure.SINGLE_DAYS_WORK, Measure.SINGLE_DAYS_OFF
WEEKENDS = Measure.WEEKENDS_IN_A_ROW

LATE = {"X": "day 09:30-17:00", "Y": "day 09:29-17:00", "W": "day 08:30-16:00"}
EARLY = {"G": "day 07:00-13:00", "E": "day 06:59-13:00"}
FREE_WEEK, WEEKEND = "FFFFFFF", "FFFFFDD"


# ------------------------------------------------------------------------------ quick returns
def test_eleven_hours_are_no_quick_return_and_a_minute_less_is_one() -> None:
    assert told(QUICK, "A X F", shifts=LATE) == (0, "green")
    found = light(QUICK, "F A Y F", shifts=LATE)
    assert (found.value, found.light, found.count) == (1, Light.AMBER, 1)
    (one,) = found.findings
    assert (one.dates, one.size, one.light) == (january(5, 6), 659, Light.AMBER)


def test_three_quick_returns_in_four_weeks_are_amber_and_four_red() -> None:
    three = {0: "AD", 7: "AD", 14: "AD"}
    assert told(QUICK, placed(28, three)) == (3, "amber")
    found = light(QUICK, placed(28, {**three, 21: "AD"}))
    assert (found.value, found.light, found.count) == (4, Light.RED, 4)
    assert {one.light for one in found.findings} == {Light.RED}


def test_four_weeks_are_any_twenty_eight_days_in_a_row() -> None:
    within = {0: "AD", 7: "AD", 14: "AD", 27: "AD"}  # day shifts on days 1, 8, 15 and 28
    assert told(QUICK, placed(42, within)) == (4, "red")
    beyond = {0: "AD", 7: "AD", 14: "AD", 28: "AD"}  # the last one on day 29
    found = light(QUICK, placed(42, beyond))
    assert (found.value, found.light, found.count) == (3, Light.AMBER, 4)


def test_a_quick_return_over_the_seam_counts_and_one_in_the_past_does_not() -> None:
    found = light(QUICK, "A | D")
    assert (found.value, found.findings[0].dates) == (1, january(3, 4))
    assert told(QUICK, "A D | F D") == (0, "green")


def test_quick_returns_are_measured_in_real_hours_when_clocks_change() -> None:
    spring = light(QUICK, "A X", shifts=LATE, start=date(2027, 3, 27))
    assert (spring.value, spring.findings[0].size) == (1, 600)  # eleven on the clock are ten
    assert told(QUICK, "A W", shifts=LATE, start=date(2027, 10, 30)) == (0, "green")  # ten: eleven


# ------------------------------------------------------------------------------------- nights
@pytest.mark.parametrize(
    ("line", "expected"),
    [("FF", (0, "green")), ("NNNF", (3, "green")), ("NNNNF", (4, "amber")), ("NNNNNF", (5, "red"))],
)
def test_nights_in_a_row(line: str, expected: tuple[int, str]) -> None:
    assert told(NIGHTS, line) == expected


def test_only_runs_beyond_a_threshold_are_pointed_at_each_with_its_own_light() -> None:
    found = light(NIGHTS, "NNNNFFNNNNNFFNNN")
    assert [(one.size, one.light) for one in found.findings] == [(4, Light.AMBER), (5, Light.RED)]
    assert found.findings[0].dates == january(4, 5, 6, 7)
    assert (found.value, found.light, found.count) == (5, Light.RED, 2)


def test_nights_that_the_past_began_count_with_their_whole_length() -> None:
    found = light(NIGHTS, "F N N | N N F")
    assert (found.value, found.light) == (4, Light.AMBER)
    assert found.findings[0].dates == january(2, 3, 4, 5)
    assert told(NIGHTS, "N N N N N F | N F") == (1, "green")
    assert told(NIGHTS, "N N N N N | F N") == (1, "green")


def test_a_night_when_clocks_change_is_a_night_in_the_row() -> None:
    assert told(NIGHTS, "NNNNF", start=date(2027, 3, 26)) == (4, "amber")
    assert told(NIGHTS, "NNNNF", start=date(2027, 10, 29)) == (4, "amber")


# ------------------------------------------------------------------------- rest after nights
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("N F F G", (2880, "green")),
        ("N F F E", (2879, "amber")),
        ("N F G", (1440, "amber")),
        ("N F E", (1439, "red")),
        ("N D", (30, "red")),
        ("N F N", (None, "green")),
        ("D D", (None, "green")),
        ("N F F F D F N N F D", (24 * 60 + 30, "amber")),
    ],
)
def test_rest_after_the_last_night(line: str, expected: tuple[int | None, str]) -> None:
    assert told(REST, line, shifts=EARLY) == expected


def test_rest_after_nights_points_at_the_night_and_at_the_duty() -> None:
    found = light(REST, "N N F D F", shifts=EARLY)
    assert [(one.dates, one.size) for one in found.findings] == [(january(5, 7), 1470)]


def test_rest_after_a_night_of_the_past_is_looked_at_when_it_ends_in_the_period() -> None:
    found = light(REST, "N | F D")
    assert (found.value, found.findings[0].dates) == (1470, january(3, 5))
    assert told(REST, "N D | F D") == (None, "green")


def test_rest_after_nights_is_real_time() -> None:
    spring, autumn = date(2027, 3, 26), date(2027, 10, 29)
    # Friday's night ends on Saturday 07:00; by Monday 07:00 the clock says 48 hours.
    assert told(REST, "N F F G", shifts=EARLY, start=spring) == (47 * 60, "amber")
    assert told(REST, "N F F G", shifts=EARLY, start=autumn) == (49 * 60, "green")
    # The night in which the clock changes is itself shorter; the rest after it is not.
    assert told(REST, "N F F G", shifts=EARLY, start=date(2027, 3, 27)) == (2880, "green")
    six = {"Z": "day 06:00-13:00", "Q": "day 05:59-13:00"}
    assert told(REST, "N F F Z", shifts=six, start=autumn) == (2880, "green")
    assert told(REST, "N F F Q", shifts=six, start=autumn) == (2879, "amber")


# ---------------------------------------------------------------------------- days in a row
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("F", (0, "green")),
        ("DADDDF", (5, "green")),
        ("DADNNNF", (6, "amber")),
        ("DDDDDDDF", (7, "red")),
        ("DDD | DDDF", (6, "amber")),
        ("DDDDDDDF | DF", (1, "green")),
    ],
)
def test_days_in_a_row(line: str, expected: tuple[int, str]) -> None:
    assert told(DAYS, line) == expected


def test_absence_ends_a_run() -> None:
    assert told(DAYS, "DDDDDDF") == (6, "amber")
    away = light(DAYS, "DDDFDDD", absences=["Kari vacation 3"])
    assert (away.value, away.light) == (3, Light.GREEN)
    assert told(NIGHTS, "NNNFNNN", absences=["Kari sick 3"]) == (3, "green")


# ------------------------------------------------------------------------------ single days
@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({3: "D"}, (1, "green")),
        ({3: "D", 9: "D"}, (2, "amber")),
        ({3: "D", 9: "D", 14: "N"}, (3, "amber")),
        ({3: "D", 9: "D", 14: "N", 30: "A"}, (4, "red")),
        ({3: "D", 9: "D", 14: "N", 31: "A"}, (3, "amber")),
        ({3: "DD", 9: "DD"}, (0, "green")),
    ],
)
def test_single_days_at_work(parts: dict[int, str], expected: tuple[int, str]) -> None:
    line = placed(40, parts)
    assert told(ALONE, line) == expected
    assert light(ALONE, line).count == sum(len(part) == 1 for part in parts.values())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("FDDFDDFF", (1, "green")),
        ("FDDFDDFDDFF", (2, "amber")),
        ("FDDFDDFDDFDDFF", (3, "amber")),
        ("FDDFDDFDDFDDFDDFF", (4, "red")),
    ],
)
def test_single_days_off(line: str, expected: tuple[int, str]) -> None:
    assert told(OFF, line) == expected
    assert told(ALONE, line) == (0, "green")


def test_single_days_at_the_seam() -> None:
    assert [one.dates for one in light(OFF, "D D | F D D").findings] == [january(4)]
    made_single = light(ALONE, "F D | F F")  # by the first planned day, which is off
    assert [one.dates for one in made_single.findings] == [january(3)]
    assert told(ALONE, "F D F | F F") == (0, "green")


def test_a_day_of_absence_between_duties_is_a_single_day_off_as_on_the_score_card() -> None:
    assert told(OFF, "FDDFDDFF", absences=["Kari course 3"]) == (1, "green")


# --------------------------------------------------------------------------------- weekends
@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ([FREE_WEEK, FREE_WEEK], (0, "green")),
        ([WEEKEND, FREE_WEEK, WEEKEND], (1, "green")),
        ([WEEKEND, "FFFFFFN", FREE_WEEK], (2, "amber")),
        ([WEEKEND, "FFFFFAF", WEEKEND], (3, "red")),
        (["DDDDDFF", "FFFFNFF"], (0, "green")),
        ([WEEKEND, "|", WEEKEND], (2, "amber")),
        ([WEEKEND, WEEKEND, "|", FREE_WEEK, WEEKEND], (1, "green")),
        ([WEEKEND, WEEKEND, WEEKEND, "|", FREE_WEEK], (0, "green")),
    ],
)
def test_weekends_in_a_row(weeks: list[str], expected: tuple[int, str]) -> None:
    assert told(WEEKENDS, " ".join(weeks)) == expected


def test_absence_over_a_weekend_ends_the_row() -> None:
    weeks = f"{WEEKEND} {FREE_WEEK} {WEEKEND}"
    assert told(WEEKENDS, weeks, absences=["Kari vacation 7..13"]) == (1, "green")


def test_a_weekend_that_the_seam_divides_counts_when_the_period_works_on_it() -> None:
    sunday = date(2027, 1, 10)
    past = "FFFFFDD FFFFFD"  # Monday 28 December to Saturday 9 January
    found = light(WEEKENDS, f"{past} | D F", start=sunday)
    assert (found.value, found.light) == (2, Light.AMBER)
    assert found.findings[0].dates == january(2, 3, 9, 10)
    assert told(WEEKENDS, f"{past} | F F", start=sunday) == (0, "green")


# ------------------------------------------------------------------------------ base rosters
def test_a_run_round_the_seam_of_a_base_roster_is_told_once_and_whole() -> None:
    found = light(DAYS, "DDDDFFF FDDDDDD", cyclic=True)
    assert (found.value, found.light, found.count) == (10, Light.RED, 1)
    assert found.findings[0].dates == january(12, 13, 14, 15, 16, 17, 4, 5, 6, 7)


def test_what_a_short_base_roster_has_once_comes_again_within_four_weeks() -> None:
    found = light(QUICK, "FADFFFF", cyclic=True)
    assert (found.value, found.light, found.count) == (4, Light.RED, 1)
    assert told(QUICK, "FADFFFF FFFFFFF", cyclic=True) == (2, "amber")
    assert told(ALONE, "FADFFFF FFFDFFF", cyclic=True) == (2, "amber")


def test_a_quick_return_from_the_last_day_of_a_base_roster_to_its_first() -> None:
    found = light(QUICK, "DFFFFFF FFFFFFA", cyclic=True)
    assert (found.count, found.findings[0].dates) == (1, january(17, 4))


def test_a_base_roster_without_a_free_weekend_has_a_year_of_them() -> None:
    assert told(WEEKENDS, f"{WEEKEND} {WEEKEND}", cyclic=True) == (52, "red")
    assert told(DAYS, "DDDDDDD", cyclic=True) == (364, "red")
    assert told(WEEKENDS, f"{WEEKEND} {FREE_WEEK} {WEEKEND}", cyclic=True) == (2, "amber")
