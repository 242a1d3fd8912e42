"""What the grid of a roster holds: cells, sums, staffing."""

import pytest

from rostering.domain.roster import Assignment
from rostering.errors import BadInput
from rostering.readers import problem_from_data
from rostering.writers.picture.bands import bands
from rostering.writers.roster_grid import Staffing, roster_grid
from tests.readers.small_ward import small
from tests.writers.two_weeks import duty, roster, ward


def test_cells_show_codes_roles_and_known_absence() -> None:
    grid = roster_grid(ward(), roster())
    kari, ola = grid.rows
    assert [cell.text for cell in kari.cells[:5]] == ["D", "D*", "", "N", ""]
    assert ola.cells[7].text == "FE"


def test_two_duties_on_a_day_are_both_shown() -> None:
    grid = roster_grid(ward(), roster(duty("p1", 0, "N"), duty("p1", 0, "D")))
    assert grid.rows[0].cells[0].text == "D/N"


def test_sums_are_minutes_planned_and_agreed_weekends_and_nights() -> None:
    kari, ola = roster_grid(ward(), roster()).rows
    # Kari: two days of 7 h and a night of 9 h 45 min; 80 % of 35.5 h for two weeks.
    assert (kari.planned, kari.agreed, kari.weekends, kari.nights) == (1425, 3408, 0, 1)
    # Ola: 7 h and twice 7 h 30 min; 50.5 % of 37.5 h for two weeks, less a fifth of a week.
    assert (ola.planned, ola.weekends) == (1320, 2)
    # A week is 1136.25 minutes: 2273 owed in two, 227 credited for a Monday of vacation.
    assert ola.agreed == 2273 - 227
    assert (kari.percent, ola.percent) == (80, 50.5)


def test_in_a_three_part_turnus_nights_take_some_of_the_agreed_minutes_off() -> None:
    made = ward()
    kari = made.people[0]
    three_part = kari.positions[0].model_copy(update={"three_part": True})
    people = (kari.model_copy(update={"positions": (three_part,)}), *made.people[1:])
    nights = roster(*(duty("p1", day, "N") for day in range(0, 14, 2)))
    rows = roster_grid(made.model_copy(update={"people": people}), nights).rows
    # Two weeks of 80 % have room for 1.9 hours a week of a full position: 182 minutes.
    assert rows[0].agreed == 3408 - 182


def test_heads_count_each_code_each_day() -> None:
    heads = roster_grid(ward(), roster()).heads
    assert heads["D"][:3] == (2, 1, 0)
    assert heads["N"][3] == 1


def test_staffing_counts_those_who_meet_the_row() -> None:
    staffing = roster_grid(ward(), roster()).staffing
    assert staffing["dag"][:3] == (Staffing(2, 1, 2), Staffing(0, 1, 2), Staffing(0, 1, 2))
    assert staffing["dag"][5] is None
    # an exclusive row counts only the duty that carries its role
    assert staffing["spl"][:2] == (Staffing(0, 1, 1), Staffing(1, 1, 1))


def test_a_curve_shows_the_days_worst_stretch() -> None:
    staffing = roster_grid(ward(), roster()).staffing
    # the night of day 3 gives one of two in the evening, but nobody came in for the early hours
    assert staffing["natt"][3] == Staffing(0, 0, 1)
    # in the early hours of day 4 one of one is there, in its evening none of two
    assert staffing["natt"][4] == Staffing(0, 0, 2)


def test_students_do_not_count() -> None:
    data = small()
    data["people"][0]["kind"] = "student"
    grid = roster_grid(problem_from_data(data), roster(duty("p1", 0, "D")))
    assert grid.staffing["dag"][0] == Staffing(0, 1, 2)


def test_weekends_and_holidays_are_red() -> None:
    data = small()
    data["horizon"]["start"] = "2027-03-22"
    data["wishes"] = data["absences"] = []
    empty = roster().model_copy(update={"assignments": ()})
    days = roster_grid(problem_from_data(data), empty).days
    red = [day.date.day for day in days if day.red]
    assert red == [25, 26, 27, 28, 29, 3, 4]
    assert days[4].holiday == "Langfredag"
    assert days[0].week == 12


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        (duty("p9", 0, "D"), "assignments[0].person"),
        (duty("p1", 0, "X"), "assignments[0].shift"),
        (duty("p1", 14, "D"), "assignments[0].date"),
    ],
)
def test_a_roster_of_another_ward_is_refused(wrong: Assignment, where: str) -> None:
    with pytest.raises(BadInput) as caught:
        roster_grid(ward(), roster(wrong))
    assert [fault.where for fault in caught.value.faults] == [where]


def test_demand_of_weekdays_and_weekends_makes_one_band() -> None:
    data = small()
    data["demand"][0]["name"] = "Dag hverdag"
    weekend = data["demand"][0] | {"id": "helg", "name": "Dag helg", "weekdays": [6, 7]}
    more = data["demand"][0] | {"id": "mer", "name": "Mer"}
    data["demand"] += [weekend, more]
    problem = problem_from_data(data)
    made = bands(problem, roster_grid(problem, roster()))
    assert [band.name for band in made] == ["Dag", "Mer"]
    assert made[0].days.count(None) == 0
