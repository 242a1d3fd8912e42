"""Light a person's line, everybody's lines, and count the lights without naming anybody."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from rostering.check import require_fit
from rostering.domain.consistency import require_consistent
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line, Plan
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.health.models import (
    Finding,
    LightCounts,
    MeasureCounts,
    MeasureHealth,
    PersonHealth,
    WardCounts,
    WardHealth,
)
from rostering.health.occurrences import Occurrence, cell, occurrences
from rostering.health.thresholds import Direction, Light, Thresholds, ThresholdTable, shipped


def line_health(line: Line, table: ThresholdTable | None = None) -> PersonHealth:
    """Return one person's lights.

    Parameters
    ----------
    line
        The person's duties, known past included.
    table
        Thresholds; None is the shipped table.
    """
    measures = tuple(_measured(line, one) for one in (table or shipped()).measures)
    return PersonHealth(
        person=line.person.id,
        duties=len(line.planned),
        light=_worst(one.light for one in measures),
        measures=measures,
    )


def plan_health(plan: Plan, table: ThresholdTable | None = None) -> WardHealth:
    """Return everybody's lights in a plan whose index is already there."""
    horizon = plan.index.problem.horizon
    return WardHealth(
        problem_name=plan.index.problem.name,
        start=horizon.start,
        days=horizon.days,
        people=tuple(line_health(line, table) for line in plan.lines.values()),
    )


def ward_health(
    problem: Problem, roster: Roster, table: ThresholdTable | None = None
) -> WardHealth:
    """Return everybody's lights in a roster; what was worked takes the place of what was planned.

    Raises
    ------
    BadInput
        When the problem has faults, or the roster does not belong to it.
    """
    require_consistent(problem)
    require_fit(problem, roster)
    return plan_health(ProblemIndex(problem).plan(roster.effective), table)


def counts(ward: WardHealth) -> WardCounts:
    """Return how many people have which light, by measure; for whoever may not see names."""
    columns = zip(*(person.measures for person in ward.people), strict=True)
    return WardCounts(
        problem_name=ward.problem_name,
        start=ward.start,
        days=ward.days,
        people=len(ward.people),
        without_duties=sum(not person.duties for person in ward.people),
        worst=LightCounts(**_counted(person.light for person in ward.people)),
        measures=tuple(
            MeasureCounts(measure=column[0].measure, **_counted(one.light for one in column))
            for column in columns
        ),
    )


def _measured(line: Line, limits: Thresholds) -> MeasureHealth:
    found = occurrences(line, limits.measure)
    value = _value(line.index, found, limits)
    light = limits.light(value)
    if limits.days is None:
        lit = [(one, limits.light(one.size)) for one in found]
        lit = [(one, own) for one, own in lit if own is not Light.GREEN]
    else:
        lit = [(one, light) for one in found]
    return MeasureHealth(
        measure=limits.measure,
        value=value,
        light=light,
        count=len(lit),
        findings=tuple(_finding(line.index, one, own) for one, own in lit),
    )


def _value(index: ProblemIndex, found: Sequence[Occurrence], limits: Thresholds) -> int | None:
    if limits.days is not None:
        days = [one.days[-1] for one in found]
        return most_within(days, limits.days, index.days if index.cyclic else None)
    sizes = [one.size for one in found]
    if limits.direction is Direction.UNDER:
        return min(sizes, default=None)
    return max(sizes, default=0)


def most_within(days: Iterable[int], span: int, every: int | None = None) -> int:
    """Return the most of some days that lie in any ``span`` days in a row.

    With ``every`` they come again after so many days, as those of a base roster do.
    """
    rounds = range(1 if every is None else span // every + 2)
    row = sorted(day + again * (every or 0) for again in rounds for day in days)
    return max((bisect_left(row, day + span) - place for place, day in enumerate(row)), default=0)


def _finding(index: ProblemIndex, one: Occurrence, light: Light) -> Finding:
    dates = tuple(index.clock.date(cell(index, day)) for day in one.days)
    return Finding(dates=dates, size=one.size, light=light)


def _worst(lights: Iterable[Light]) -> Light:
    return max(lights, key=lambda light: light.rank)


def _counted(lights: Iterable[Light]) -> dict[str, int]:
    counted = Counter(lights)
    return {light.value: counted[light] for light in Light}
