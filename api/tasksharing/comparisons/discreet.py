"""A comparison without what is for the unit's managers alone (docs/decisions/0003).

Why there is no roster may be told by who is away or what somebody is exempt from: managers can ask
the coach. Figures of a group of one or two people are somebody's: minutes of groups of few are told
as one, and their other figures, gains and freed shifts are not told at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from api.tasksharing.pooling import pool_name, pooled_groups, told_as
from api.tasksharing.telling import POOL
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.sentences import told as sentence
from tasksharing.evaluate.models import Alternative, Comparison, TaskDay
from tasksharing.scenarios.effects import Effects, FreedHour, MovedTask

QUARTERS = 96


def discreet(found: Comparison, problem: Problem, book: TaskBook) -> Comparison:
    """Return a comparison that names nobody and tells no minutes of one or two people."""
    names = [person.name for person in problem.people if person.name]
    pooled = pooled_groups(book, problem)

    def told(one: Alternative) -> Alternative:
        changed: dict[str, object] = {"day": _days(one.day, pooled), **_measures(one, pooled)}
        if one.effects is not None:
            changed["effects"] = _effects(one.effects, pooled, problem)
        why = one.infeasible
        if why is not None and any(name in text for name in names for text in why.all):
            changed["infeasible"] = sentence("tasksharing.evaluate", "not_found")
        return one.model_copy(update=changed)

    bases = (base.model_copy(update={"zero": told(base.zero)}) for base in found.bases)
    changed: dict[str, object] = {
        "bases": tuple(bases),
        "alternatives": tuple(told(one) for one in found.alternatives),
    }
    if pooled:
        changed["groups"] = {**found.groups, POOL: pool_name()}
    return found.model_copy(update=changed)


def _measures(one: Alternative, pooled: frozenset[str]) -> dict[str, object]:
    """Return the figures and gains of an alternative without those of groups of few."""
    hidden = {measure.id for measure in one.measures if measure.group in pooled}
    kept: dict[str, object] = {
        "measures": tuple(m for m in one.measures if m.id not in hidden),
        "differences": tuple(d for d in one.differences if d.measure not in hidden),
    }
    if one.gains is not None:
        lines = tuple(line for line in one.gains.lines if line.group not in pooled)
        kept["gains"] = one.gains.model_copy(update={"lines": lines})
    return kept


def _rows_of_few(problem: Problem, pooled: frozenset[str]) -> frozenset[str]:
    """Return the rows of the staffing plan that only people of groups of few can fill."""
    if not pooled:
        return frozenset()
    others = [
        {held.code for held in person.competences}
        for person in problem.people
        if person.group not in pooled
    ]
    rows = problem.demand
    return frozenset(row.id for row in rows if not any(row.competence.met_by(o) for o in others))


def _days(days: Iterable[TaskDay], pooled: frozenset[str]) -> tuple[TaskDay, ...]:
    sums: dict[tuple[str, str], tuple[list[float], list[float]]] = {}
    for day in days:
        key = (day.task, told_as(day.group, pooled))
        before, after = sums.setdefault(key, ([0.0] * QUARTERS, [0.0] * QUARTERS))
        for number in range(QUARTERS):
            before[number] += day.before[number]
            after[number] += day.after[number]
    return tuple(
        TaskDay(task=task, group=group, before=tuple(before), after=tuple(after))
        for (task, group), (before, after) in sums.items()
    )


def _effects(effects: Effects, pooled: frozenset[str], problem: Problem) -> Effects:
    few = _rows_of_few(problem, pooled)
    freed: defaultdict[tuple[str, int, int], float] = defaultdict(float)
    for one in effects.freed:
        freed[told_as(one.group, pooled), one.weekday, one.hour] += one.minutes
    hours = (
        FreedHour(group=group, weekday=weekday, hour=hour, minutes=minutes)
        for (group, weekday, hour), minutes in freed.items()
    )
    return effects.model_copy(
        update={
            "moved": moved_together(effects.moved, pooled),
            "freed": tuple(hours),
            "freed_shifts": tuple(one for one in effects.freed_shifts if one.row not in few),
        }
    )


def moved_together(moved: Iterable[MovedTask], pooled: frozenset[str]) -> tuple[MovedTask, ...]:
    """Return what was moved, with groups of few as one."""
    sums: defaultdict[tuple[str, str, str], Fraction] = defaultdict(Fraction)
    for one in moved:
        sums[one.task, told_as(one.giver, pooled), told_as(one.receiver, pooled)] += one.minutes
    return tuple(
        MovedTask(task=task, giver=giver, receiver=receiver, minutes=minutes)
        for (task, giver, receiver), minutes in sums.items()
    )
