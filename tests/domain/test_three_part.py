"""The three-part reckoning: the four worked examples of the agreement, and what counts in them."""

from datetime import date
from typing import Any

import pytest

from rostering.domain.dated_tables import table
from rostering.domain.index import ProblemIndex
from rostering.domain.three_part import (
    full_time_week,
    night_and_sunday,
    reckoning,
    reduction,
)
from tests.rules.worlds import World

Entry = dict[str, Any]
RATES = table("three_part", date(2027, 1, 4))
HALF: Entry = {"Kari": {"positions": [{"percent": 50, "three_part": True}]}}
FULL: Entry = {"Kari": {"positions": [{"percent": 100, "three_part": True}]}}


def week(night: float, sunday: float, size: float = 1.0) -> float:
    """Return the hours a week that a position of a size owes for hours of night and Sunday."""
    return round(size * full_time_week(night * 60 / size, sunday * 60 / size, RATES) / 60, 2)


@pytest.mark.parametrize(
    ("night", "sunday", "size", "hours"),
    [
        (0, 8, 1.0, 35.5),
        (10, 8, 1.0, 33.67),
        (15.6, 0, 1.0, 33.6),
        (5, 4, 0.5, 16.83),
        (0, 0, 1.0, 35.5),
        (40, 20, 1.0, 33.6),
        (0, 12, 1.0, 35.5),
        (0, 12.6, 1.0, 35.4),
    ],
)
def test_the_formula_gives_the_hours_of_the_examples(
    night: float, sunday: float, size: float, hours: float
) -> None:
    assert week(night, sunday, size) == hours


def world(line: str, people: Entry, **entry: object) -> ProblemIndex:
    told: Entry = {"name": "three-part", "line": line, "people": people, **entry}
    return ProblemIndex(World("contract_hours", told, {}).problem({}))


def taken_off(line: str, people: Entry, **entry: object) -> int:
    told: Entry = {"name": "three-part", "line": line, "people": people, **entry}
    made = World("contract_hours", told, {})
    index = ProblemIndex(made.problem({}))
    plan = index.plan(made.assignments())
    return reduction(index, index.people["Kari"], plan.lines["Kari"].duties)


def test_a_night_on_the_edge_of_sunday_counts_as_night_alone() -> None:
    index = world("F", {"Kari": {}})
    assert night_and_sunday(index, index.duty(5, "N", "ward")) == (7 * 60, 60)
    assert night_and_sunday(index, index.duty(6, "N", "ward")) == (7 * 60, 0)
    assert night_and_sunday(index, index.duty(6, "A", "ward")) == (90, 360)


def test_the_night_when_clocks_go_forward_is_an_hour_shorter() -> None:
    index = world("F", {"Kari": {}}, start=date(2027, 3, 22))
    assert night_and_sunday(index, index.duty(5, "N", "ward")) == (6 * 60, 60)


def test_a_duty_in_the_hour_that_spring_skips_has_no_length() -> None:
    shifts = {"K": "night 02:00-03:00"}
    index = world("F", {"Kari": {}}, start=date(2027, 3, 28), shifts=shifts)
    assert night_and_sunday(index, index.duty(0, "K", "ward")) == (0, 0)


def test_part_timers_reach_least_and_most_at_their_part_of_the_hours() -> None:
    full, half = (world("F" * 7, who) for who in (FULL, HALF))
    bounds = [reckoning(index, index.people["Kari"]) for index in (full, half)]
    assert [(b.low, b.high) for b in bounds if b is not None] == [(120, 234), (60, 117)]


def test_two_weeks_have_twice_the_room_of_one() -> None:
    assert taken_off("NNFFFFF", FULL) == 14 * 60 // 4 - 120
    assert taken_off("NNFFFFF NNFFFFF", FULL) == 2 * (14 * 60 // 4 - 120)
    assert taken_off("NNNNFFF FFFFFFF", FULL) == 2 * (14 * 60 // 4 - 120)


def test_nothing_is_taken_off_an_ordinary_position() -> None:
    ordinary: Entry = {"Kari": {"positions": [{"percent": 100, "full_time_hours": 35.5}]}}
    assert taken_off("NNNNFFF", ordinary) == 0
    index = world("F" * 7, ordinary)
    assert reckoning(index, index.people["Kari"]) is None


def test_no_roster_takes_off_more_than_to_the_shortest_week_nor_less_than_nothing() -> None:
    assert taken_off("NNNNNNN", FULL) == 114
    assert taken_off("FFFFFFF", FULL) == 0


def test_nothing_is_reckoned_when_the_position_begins_later() -> None:
    later: Entry = {"Kari": {"positions": [{"percent": 100, "three_part": True, "first": 7}]}}
    index = world("F" * 7, later)
    assert reckoning(index, index.people["Kari"]) is None


def test_away_without_a_known_shift_takes_no_part() -> None:
    index = world("F" * 7, FULL, absences=["Kari vacation 0..6"])
    assert reckoning(index, index.people["Kari"]) is None
    index = world("F" * 7, FULL, absences=["Kari leave 0..6 uncredited"])
    assert reckoning(index, index.people["Kari"]) is None


def test_the_contract_owes_the_longest_week() -> None:
    misread: Entry = {"positions": [{"percent": 50, "three_part": True, "full_time_hours": 37.5}]}
    index = world("F" * 14, {"Kari": misread})
    assert index.contracts["Kari"].owed == 2130
