"""The full-time week that binds a person, and the one that a roster entitles to."""

from datetime import date

import pytest

from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.weekly_hours import Category, Entitlement, category, entitled_week
from tests.rules.worlds import World

SHIFTS = {
    "U": "night 21:00-06:00",
    "S": "day 07:30-15:00",
    "O": {"time": "night 21:00-06:00", "pay": "overtime"},
}


def person(*weeks: float, three_part: bool = False) -> Person:
    positions = [
        {"id": f"p{n}", "unit": "u", "percent": 50, "full_time_hours": h, "three_part": three_part}
        for n, h in enumerate(weeks)
    ]
    told = {"id": "k", "name": "Kari", "home_unit": "u", "positions": positions}
    return Person.model_validate(told)


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ((), Category.DAY),
        ((40,), Category.DAY),
        ((37.5,), Category.DAY),
        ((35.51,), Category.DAY),
        ((35.5,), Category.TURNUS),
        ((33.61,), Category.TURNUS),
        ((33.6,), Category.ROUND_THE_CLOCK),
        ((33.6, 35.5), Category.TURNUS),
        ((33.6, 37.5), Category.DAY),
    ],
)
def test_the_longest_full_time_week_decides(weeks: tuple[float, ...], expected: Category) -> None:
    assert category(person(*weeks), date(2027, 1, 4)) is expected


def test_three_part_turnus_is_turnus() -> None:
    assert category(person(33.6, three_part=True), date(2027, 1, 4)) is Category.TURNUS


def entitled(line: str, percent: float = 100, **entry: object) -> Entitlement:
    people = {"Kari": {"positions": [{"percent": percent}]}}
    told = {"name": "week", "line": line, "people": people, "shifts": SHIFTS, **entry}
    made = World("contract_hours", told, {})
    index = ProblemIndex(made.problem({}))
    return entitled_week(index, index.plan(made.assignments()).lines["Kari"])


def reason(found: Entitlement, name: str) -> tuple[int, int]:
    return next((has, asked) for told, has, asked in found.reasons if told == name)


def test_days_from_monday_to_friday_entitle_to_nothing_shorter() -> None:
    found = entitled("DDDDDFF" * 3)
    assert (found.week, found.category, found.three_part) == (2250, Category.DAY, False)
    assert reason(found, "sundays") == (0, 1)


def test_every_third_sunday_makes_turnus() -> None:
    found = entitled("DDDDDFF DDDDDFF DAAFFDD")
    assert (found.week, found.category) == (2130, Category.TURNUS)
    assert reason(found, "sundays") == (1, 1)


def test_every_fourth_sunday_does_not() -> None:
    found = entitled("DDDDDFF DDDDDFF DAAFFDD DDDDDFF")
    assert found.week == 2250
    assert reason(found, "sundays") == (1, 2)


def test_a_saturday_night_works_the_sunday_it_ends_on() -> None:
    assert reason(entitled("FFFFFNF"), "sundays") == (1, 1)
    assert reason(entitled("FFFFFAF"), "sundays") == (0, 1)


def test_regular_nights_make_turnus_without_a_sunday() -> None:
    evening_until_2216 = {**SHIFTS, "K": "evening 15:00-22:24"}
    found = entitled("KFFFFFF", shifts=evening_until_2216)
    assert reason(found, "night_week") == (84, 83)
    assert found.week == 2130


def test_enough_nights_and_sundays_a_year_are_round_the_clock() -> None:
    # 18 hours at night a week are 936 a year; a Sunday of 7.5 hours a week is 390
    found = entitled("UFUFFFS" * 3)
    assert (found.week, found.category) == (2016, Category.ROUND_THE_CLOCK)
    assert reason(found, "night_year") == (18 * 60 * 52, 539 * 60)
    assert reason(found, "sunday_year") == (450 * 52, 231 * 60)


def test_nights_alone_are_not_round_the_clock() -> None:
    assert entitled("UFUFFFF" * 3).category is Category.TURNUS


def test_half_a_position_is_judged_like_a_whole_one() -> None:
    half = entitled("UFFFFFF FFFFFFS", percent=50)
    assert reason(half, "night_year") == (9 * 60 * 52, 539 * 60)
    assert reason(half, "sunday_year") == (450 * 52, 231 * 60)
    assert reason(entitled("UFFFFFF FFFFFFS"), "night_year") == (9 * 30 * 52, 539 * 60)


def test_day_evening_night_and_sundays_open_the_three_part_reckoning() -> None:
    # 9 hours at night and 7.5 on Sunday in three weeks: under two hours a week, so 35.5
    found = entitled("DAAFDFF UFDDDFF DAFDDFS")
    assert (found.week, found.three_part) == (2130, True)
    # 9 + 1.5 (evening after 21) hours at night a week and 2.5 on Sunday: 2.62 + 0.42 h off 37.5
    found = entitled("DAUFDFF DAUFDFF DAUFFFS")
    assert (found.week, found.three_part) == (2068, True)


def test_without_evenings_there_is_no_three_part_reckoning() -> None:
    found = entitled("DDUFDFF DDUFDFF DDUFFFS")
    assert (found.week, found.three_part) == (2130, False)
    assert reason(found, "evening") == (0, 1)


def test_a_quarter_of_the_hours_lies_by_day_and_evening() -> None:
    few = entitled("AUUUUFF UUUUDFF UUUUFFS")
    assert reason(few, "day_evening")[1] == 250
    assert reason(few, "day_evening")[0] < 250
    assert not few.three_part


def test_overtime_earns_nothing() -> None:
    assert entitled("OOOFFFF" * 3).week == 2250


def test_nobody_without_a_position_earns_a_shorter_week() -> None:
    told = {"name": "week", "line": "DDDDDFF", "people": {"Kari": {}}}
    made = World("contract_hours", told, {})
    index = ProblemIndex(made.problem({}))
    found = entitled_week(index, index.plan(made.assignments()).lines["Kari"])
    assert found.week == 2250


def test_a_reason_is_met_when_it_reaches_what_is_asked() -> None:
    found = Entitlement(2250, Category.DAY, False, (("night", 1, 1), ("day", 0, 1)))
    assert found.met("night")
    assert not found.met("day")
    assert not found.met("evening")
