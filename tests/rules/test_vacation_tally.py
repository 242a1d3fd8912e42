"""How much vacation somebody has: in all, and the longest one of a summer."""

from __future__ import annotations

from datetime import date

import pytest

from rostering.domain.vacation import VacationTally, tally
from tests.rules.worlds import SOMEBODY, World

JULY = date(2027, 6, 28)  # a Monday


def counted(line: str, *absences: str, start: date = JULY) -> tuple[int, int]:
    told = told_of(line, *absences, start=start)
    return told.in_all, told.longest_in_summer


def told_of(line: str, *absences: str, start: date = JULY) -> VacationTally:
    entry = {"name": "vacation", "line": line, "absences": list(absences), "start": start}
    world = World("vacation", entry, {})
    court = world.court()
    return tally(court.index.plan(world.assignments()).lines[SOMEBODY])


def test_monday_to_saturday_are_six_days() -> None:
    assert counted("FFFFFFF", "Kari vacation 0..5") == (6, 6)


def test_a_sunday_inside_is_not_counted() -> None:
    assert counted("FFFFFFF FFFFFFF", "Kari vacation 0..13") == (12, 12)


def test_days_off_between_two_stretches_are_counted() -> None:
    assert counted("FFFFFFF FFFFFFF", "Kari vacation 0..4", "Kari vacation 7..12") == (12, 12)


def test_a_worked_saturday_parts_two_stretches() -> None:
    assert counted("FFFFFDF FFFFFFF", "Kari vacation 0..4", "Kari vacation 7..12") == (11, 6)


def test_a_free_saturday_behind_a_week_belongs_to_it() -> None:
    assert counted("FFFFFFF", "Kari vacation 0..4") == (6, 6)
    assert counted("FFFFFDF", "Kari vacation 0..4") == (5, 5)
    assert counted("FFFFF", "Kari vacation 0..4") == (5, 5), "the Saturday is not known"


def test_a_public_holiday_is_not_counted() -> None:
    assert counted("FFFFFFF", "Kari vacation 0..5", start=date(2027, 3, 29)) == (5, 0)


def test_summer_is_june_to_september() -> None:
    assert counted("FFFFFFF", "Kari vacation 0..5", start=date(2027, 5, 31)) == (6, 5)
    assert counted("FFFFFFF", "Kari vacation 0..5", start=date(2027, 9, 27)) == (6, 4)


def test_summer_of_the_year_in_which_the_period_ends() -> None:
    line = " ".join(["FFFFFFF"] * 35)
    assert counted(line, "Kari vacation 224..229", start=date(2026, 12, 7)) == (6, 6)


def test_days_outside_the_period_count_in_the_summer_only() -> None:
    assert counted("FFFDFFF FFFFFFF", "Kari vacation -4..2", "Kari vacation 7..20") == (9, 12)


@pytest.mark.parametrize("other", ["sick", "leave", "course"])
def test_other_absence_is_no_vacation(other: str) -> None:
    assert counted("FFFFFFF", f"Kari {other} 0..5") == (0, 0)


def test_what_is_needed_is_five_weeks_and_three_in_the_summer() -> None:
    told = told_of("FFFFFFF")
    assert told == VacationTally(SOMEBODY, 0, 0, 30, 18)
