"""A summer plan in a ward: groups away, temps in, less demand."""

import datetime as dt
from pathlib import Path

import pytest

from rostering.errors import BadInput
from rostering.kinds import SummerPlan, summer_problem
from rostering.readers.summer_plan import read_summer_plan
from tests.kinds.small_base import MONDAY, ward

WEEK = MONDAY + dt.timedelta(6)


def plan(**data: object) -> SummerPlan:
    return SummerPlan.model_validate(data)


def test_a_group_is_on_vacation_and_what_it_was_to_work_is_open() -> None:
    published = [{"person": "ada", "date": MONDAY, "shift": "D", "unit": "u"}]
    group = {"first": MONDAY, "last": WEEK, "persons": ["ada", "bo"]}
    made = summer_problem(ward(published=published), plan(groups=[group]))
    assert made.published == ()
    ada = [(a.first, a.shift) for a in made.absences if a.person == "ada"]
    assert ada[0] == (MONDAY, "D")
    assert len(ada) == 7
    assert [(a.first, a.end) for a in made.absences if a.person == "bo"] == [(MONDAY, WEEK)]


def test_less_demand_on_its_dates_and_the_old_one_on_the_others() -> None:
    row = {"id": "day", "units": ["u"], "shifts": ["D"], "minimum": 3, "target": 4}
    cut = {"first": MONDAY, "last": WEEK, "percent": 70}
    made = summer_problem(ward(demand=[row]), plan(reductions=[cut]))
    asked = {
        day: [(r.minimum, r.target) for r in made.demand if r.applies(day)]
        for day in (MONDAY, WEEK, WEEK + dt.timedelta(1))
    }
    assert asked == {
        MONDAY: [(3, 3)],
        WEEK: [(3, 3)],
        WEEK + dt.timedelta(1): [(3, 4)],
    }


def test_a_curve_is_reduced_at_every_point() -> None:
    point = {"start": "08:00", "end": "10:00", "minimum": 2, "target": 4}
    row = {"id": "day", "units": ["u"], "curve": [point]}
    cut = {"first": MONDAY, "last": MONDAY, "percent": 25}
    made = summer_problem(ward(demand=[row]), plan(reductions=[cut]))
    less = next(r for r in made.demand if r.applies(MONDAY))
    assert [(p.minimum, p.target) for p in less.curve] == [(1, 1)]


def test_temps_come_on_top() -> None:
    temp = {"id": "v", "name": "Vikar", "home_unit": "u", "kind": "temp"}
    assert [p.id for p in summer_problem(ward(), plan(temps=[temp])).people][-1] == "v"


def test_strangers_unknown_rows_two_groups_at_once_and_another_summer_are_told() -> None:
    twice = {"first": MONDAY, "last": WEEK, "persons": ["ada"]}
    far = {"first": "2028-07-01", "last": "2028-07-20", "persons": ["eve"]}
    cut = {"first": MONDAY, "percent": 50, "rows": ["night"]}
    late = {"first": "2029-07-01", "percent": 50}
    with pytest.raises(BadInput) as caught:
        summer_problem(ward(), plan(groups=[twice, twice, far], reductions=[cut, late]))
    told = [fault.found for fault in caught.value.faults]
    assert told == [
        "'ada' in two groups at once",
        "2028-07-01 to 2028-07-20",
        "unknown person 'eve'",
        "unknown row 'night'",
        "2029-07-01 to 2029-07-01",
    ]


def test_a_plan_is_read_from_toml_and_its_faults_are_told(tmp_path: Path) -> None:
    good = tmp_path / "summer.toml"
    good.write_text('[[groups]]\nfirst = 2027-07-05\nlast = 2027-07-25\npersons = ["ada"]\n')
    assert read_summer_plan(good).groups[0].end == dt.date(2027, 7, 25)
    for text in ("[[groups]\n", "[[groups]]\nfirst = 2027-07-05\nperson = 1\n"):
        good.write_text(text)
        with pytest.raises(BadInput):
            read_summer_plan(good)


def test_two_reductions_of_the_same_dates_add_up_under_ids_of_their_own() -> None:
    cut = {"first": MONDAY, "percent": 50}
    row = {"id": "day", "units": ["u"], "shifts": ["D"], "minimum": 4, "target": 8}
    made = summer_problem(ward(demand=[row]), plan(reductions=[cut, cut]))
    assert [r.target for r in made.demand if r.applies(MONDAY)] == [2]
    assert len({r.id for r in made.demand}) == len(made.demand)


def test_nobody_is_on_vacation_and_locked_to_a_shift() -> None:
    lock = {"person": "ada", "date": MONDAY, "shift": "D"}
    group = {"first": MONDAY, "last": WEEK, "persons": ["ada"]}
    with pytest.raises(BadInput, match="locked to D"):
        summer_problem(ward(locks=[lock]), plan(groups=[group]))
