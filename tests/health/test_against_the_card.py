"""Where score card and lights count the same thing they find the same number."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from fixtures import ward
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import ShiftKind
from rostering.health import Measure, WardHealth, ward_health
from rostering.health.models import MeasureHealth
from rostering.score import score
from rostering.terms.base import threshold
from tests.health.lines import lit
from tests.solved import solved

NIGHTLY = ("night_recovery", "night_blocks")


def counted(ward_lit: WardHealth) -> dict[str, int]:
    """Return the values of five goals of the score card as the findings give them."""
    found = Counter[str]()
    for person in ward_lit.people:
        by = {one.measure: one for one in person.measures}
        found["quick_returns"] += by[Measure.QUICK_RETURNS].count
        found["single_days"] += by[Measure.SINGLE_DAYS_WORK].count
        found["single_days"] += by[Measure.SINGLE_DAYS_OFF].count
        found["night_recovery"] += by[Measure.REST_AFTER_NIGHTS].count
        nights, days = threshold("nights_in_a_row"), threshold("days_in_a_row")
        found["night_blocks"] += beyond(by[Measure.NIGHTS_IN_A_ROW], nights, ward_lit.start)
        found["long_runs"] += beyond(by[Measure.DAYS_IN_A_ROW], days, ward_lit.start)
    return dict(found)


def beyond(one: MeasureHealth, most: int, start: date) -> int:
    """Return the planned days of long runs that come after so many others."""
    return sum(day >= start for run in one.findings for day in run.dates[most:])


def carded(problem: Problem, roster: Roster, names: set[str]) -> dict[str, int]:
    return {term.term: term.value for term in score(problem, roster).terms if term.term in names}


def at_random(problem: Problem, luck: random.Random) -> Roster:
    """Return a roster that nobody would sign: often the same again, else any shift or none."""
    duties, horizon = [], problem.horizon
    for person in problem.people:
        here = [s.code for s in problem.shifts if not s.units or person.home_unit in s.units]
        code = None
        for day in range(horizon.days):
            code = code if luck.random() < 0.6 else luck.choice([*here, None])
            if code is not None:
                duty = {"person": person.id, "shift": code, "unit": person.home_unit}
                duties.append(Assignment(date=horizon.start + timedelta(day), **duty))
    return Roster(
        problem_name=problem.name, problem_hash="", start=horizon.start, days=horizon.days,
        assignments=tuple(duties),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["tiny", "small"])
def test_lights_count_what_the_score_card_counts(name: str) -> None:
    problem, luck, most = ward(name), random.Random(5), Counter[str]()
    for roster in (at_random(problem, luck), at_random(problem, luck)):
        found = counted(ward_health(problem, roster))
        assert found == carded(problem, roster, set(found))
        most.update(found)
    nights = any(shift.kind is ShiftKind.NIGHT for shift in problem.shifts)
    seen = {goal for goal, times in most.items() if times}
    assert seen == {"quick_returns", "single_days", "long_runs", *(NIGHTLY if nights else ())}


def test_so_they_do_in_a_roster_that_somebody_would_sign() -> None:
    problem, roster = solved("tiny")
    found = counted(ward_health(problem, roster))
    assert found == carded(problem, roster, set(found))


def test_a_base_roster_has_the_lights_of_its_rounds_laid_in_a_row() -> None:
    luck, worst = random.Random(7), Counter[Measure]()
    for _ in range(25):
        weeks = "".join(luck.choices("FFDAN", k=14))
        (here,), (there,) = lit(weeks, cyclic=True).people, lit(weeks * 6).people
        for round_, row in zip(here.measures, there.measures, strict=True):
            measure = round_.measure
            never_ends = round_.value == 52 and measure is Measure.WEEKENDS_IN_A_ROW
            assert row.value == (12 if never_ends else round_.value), (weeks, measure)
            worst[measure] += round_.light.rank
    assert min(worst[measure] for measure in Measure) > 0, worst
