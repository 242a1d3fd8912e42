"""Everybody's lights together, and the counts that name nobody."""

from __future__ import annotations

import pytest

from fixtures import ward
from rostering.check import Court
from rostering.domain.roster import Assignment, Roster, Worked
from rostering.errors import BadInput
from rostering.health import Light, Measure, counts, plan_health, ward_health
from rostering.health.thresholds import Direction, shipped
from rostering.live import LivePlan
from tests.health.lines import lit

LINES = {"Kari": "NNNNNFF", "Per": "FADFFFF", "Ola": "FFFFFFF", "Liv": "DDDFFFF"}


def test_a_person_s_light_is_the_worst_of_the_measures() -> None:
    found = {person.person: person for person in lit(LINES).people}
    lights = {name: person.light for name, person in found.items()}
    assert lights == {
        "Kari": Light.RED,
        "Per": Light.AMBER,
        "Ola": Light.GREEN,
        "Liv": Light.GREEN,
    }
    assert [person.duties for person in found.values()] == [5, 2, 0, 3]
    order = [one.measure for one in shipped().measures]
    assert all([m.measure for m in person.measures] == order for person in found.values())


def test_counts_add_up_and_name_nobody() -> None:
    counted = counts(lit(LINES))
    assert (counted.people, counted.without_duties) == (4, 1)
    worst = counted.worst
    assert (worst.green, worst.amber, worst.red) == (2, 1, 1)
    by = {one.measure: (one.green, one.amber, one.red) for one in counted.measures}
    assert by[Measure.NIGHTS_IN_A_ROW] == (3, 0, 1)
    assert by[Measure.QUICK_RETURNS] == (3, 1, 0)
    assert all(sum(row) == 4 for row in by.values())
    text = counted.model_dump_json()
    assert not [name for name in LINES if name in text]


def test_what_was_worked_takes_the_place_of_the_plan() -> None:
    problem = ward("tiny")
    who, start = problem.people[0], problem.horizon.start
    unit, codes = who.home_unit, {shift.kind.value: shift.code for shift in problem.shifts}
    planned = tuple(
        Assignment(person=who.id, date=day, shift=codes["day"], unit=unit)
        for day in (start, start.replace(day=start.day + 1))
    )
    roster = Roster(
        problem_name=problem.name, problem_hash="", start=start, days=problem.horizon.days,
        assignments=planned,
    )  # fmt: skip
    late = Worked(person=who.id, date=start, shift=codes["evening"])
    worked = roster.model_copy(update={"worked": (late,)})
    values = [ward_health(problem, made).people[0].measures[0].value for made in (roster, worked)]
    assert values == [0, 1]


def test_a_plan_that_is_being_edited_has_the_same_lights() -> None:
    problem = ward("tiny")
    roster = Roster(
        problem_name=problem.name, problem_hash="", start=problem.horizon.start,
        days=problem.horizon.days, assignments=(),
    )  # fmt: skip
    live = LivePlan.of(Court.of(problem), roster.assignments)
    assert plan_health(live.plan) == ward_health(problem, roster)


def test_a_roster_of_another_ward_is_refused() -> None:
    problem = ward("tiny")
    stranger = Assignment(
        person="nobody", date=problem.horizon.start, shift=problem.shifts[0].code, unit="x"
    )
    roster = Roster(
        problem_name="", problem_hash="", start=problem.horizon.start, days=problem.horizon.days,
        assignments=(stranger,),
    )  # fmt: skip
    with pytest.raises(BadInput, match="nobody"):
        ward_health(problem, roster)


def test_another_table_gives_other_lights() -> None:
    table = shipped()
    nights = table.of(Measure.NIGHTS_IN_A_ROW)
    assert nights.direction is Direction.FROM
    strict = nights.model_copy(
        update={"amber": nights.amber.model_copy(update={"at": 1}), "red": nights.amber}
    )
    others = tuple(strict if one is nights else one for one in table.measures)
    own = table.model_copy(update={"measures": others})
    people = [lit("NNFFDDF", used).people[0] for used in (None, own)]
    assert [person.light for person in people] == [Light.GREEN, Light.AMBER]
    (found,) = people[1].measures[1].findings
    assert (found.size, found.light) == (2, Light.AMBER)
