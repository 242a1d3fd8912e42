"""A ward asks for somebody who may do a task, wherever it went to a group in which only some may.

Who is on duty is settled by the roster: a task that half of a group may do is done only where one
of that half is there. Holders get a competence of their own, and a row asks for as many as the
minutes need. It is a target, no minimum: where nobody comes, the task falls back on who did it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import count
from math import ceil

from rostering.domain.competence import Competence, CompetenceNeed
from rostering.domain.demand import CurvePoint, DemandRow
from rostering.domain.people import HeldCompetence, Person
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from tasksharing.domain.minutes import Place, quarters
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.scenarios.permitted import Judge
from tasksharing.scenarios.result import Shared

_Rows = Iterator[DemandRow]
Span = tuple[int, int]
"""Weekday and quarter-hour."""


def with_delegates(made: Problem, judge: Judge, shared: Shared, load: Fraction) -> Problem:
    """Return a changed ward that asks for holders on each shift to which such a task has moved."""
    for task in judge.book.tasks:
        groups = _partly(task, judge, shared)
        if asked := _asked(task, groups, shared, load):
            rows = _rows(task.id, judge.problem, judge.book.unit, asked)
            made = _asking(made, judge, task, groups, rows)
    return made


def _partly(task: Task, judge: Judge, shared: Shared) -> frozenset[str]:
    """Return the groups that took the task over on duty, in which only some may do it."""
    took = {m.receiver for m in shared.moved if m.task == task.id and not m.new}
    return frozenset(group for group in took if judge.share(task.id, group) < 1)


def _asked(task: Task, groups: frozenset[str], shared: Shared, load: Fraction) -> dict[Span, int]:
    """Return how many must be there who may do a task, by weekday and quarter-hour."""
    mine = [m for m in shared.moved if m.task == task.id and m.receiver in groups]
    new: defaultdict[Place, Fraction] = defaultdict(Fraction)
    for one in mine:
        new[Place(one.receiver, one.weekday, one.after)] += one.minutes if one.new else 0
    reached = {(m.weekday, m.after) for m in mine if not m.new}
    found: dict[Span, int] = {}
    for slot, minutes in shared.week.after.items():
        place = Place(*slot[1:])
        if slot.task == task.id and slot.group in groups and place[1:] in reached:
            heads = ceil((minutes - new[place]) / (QUARTER * load))
            found[place[1:]] = found.get(place[1:], 0) + heads
    return {span: max(heads, task.people) for span, heads in found.items() if heads > 0}


def _asking(
    made: Problem, judge: Judge, task: Task, groups: frozenset[str], rows: _Rows
) -> Problem:
    known = {one.code for one in made.competences}
    code = next(c for c in _codes(task.id) if c not in known)
    old = {person.id for group in groups for person in judge.able(task.id, group)}
    before = {person.id for person in judge.problem.people}
    opened = {group for group in groups if judge.new_staff(task.id, group)}
    able = old | {p.id for p in made.people if p.group in opened and p.id not in before}
    people = tuple(_holding(p, code, judge, task) if p.id in able else p for p in made.people)
    name = f"Kan gjøre: {task.name.nb}"[:120]
    taken = {row.id for row in made.demand}
    ids = (one for one in (f"{code}-{number}" for number in count(1)) if one not in taken)
    asked = tuple(
        row.model_copy(
            update={"id": next(ids), "name": name, "competence": CompetenceNeed(all_of=(code,))}
        )
        for row in rows
    )
    return made.model_copy(
        update={
            "people": people,
            "competences": (*made.competences, Competence(code=code, name=name)),
            "demand": (*made.demand, *asked),
        }
    )


def _codes(task: str) -> Iterator[str]:
    yield f"kan-{task}"[:24]
    yield from (f"kan{number}-{task}"[:24] for number in count(2))


def _holding(person: Person, code: str, judge: Judge, task: Task) -> Person:
    """Return a person with the code, as long as the delegation lasts if it takes one."""
    end = judge.problem.horizon.end
    codes = {held.code for held in person.competences if held.holds_on(end)}
    ways = judge.book.allowed(task.id, end)
    last = None
    if not any(way.met_by(codes) and not way.delegation for way in ways):
        mine = (d for d in judge.book.delegations if (d.person, d.task) == (person.id, task.id))
        last = max((d.last for d in mine if d.counts(judge.book.unit, end)), default=None)
    held = HeldCompetence(code=code, last=last)
    return person.model_copy(update={"competences": (*person.competences, held)})


def _rows(task: str, problem: Problem, unit: str, asked: dict[Span, int]) -> _Rows:
    """Yield rows by shift; by the hour where the staffing plan knows no shift.

    Public holidays have rows of their own, which no scenario lowers: nobody else is needed there.
    """
    red = tuple(sorted({day for row in problem.demand for day in row.only_dates}))
    shifts = _shifts_at(problem, unit)
    needed: defaultdict[tuple[tuple[str, ...], int], int] = defaultdict(int)
    bare: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for span, heads in sorted(asked.items()):
        if block := shifts.get(span):
            needed[block] = max(needed[block], heads)
        else:
            bare[span[0]][span[1]] = heads
    alike: defaultdict[tuple[tuple[str, ...], int], list[int]] = defaultdict(list)
    for (codes, weekday), heads in sorted(needed.items()):
        alike[codes, heads].append(weekday)
    for (codes, heads), weekdays in alike.items():
        facts = {"shifts": codes, "target": heads, "weekdays": tuple(weekdays)}
        yield DemandRow(id=task, units=(unit,), except_dates=red, **facts)
    for weekday, hours in sorted(bare.items()):
        facts = {"curve": tuple(_curve(hours)), "weekdays": (weekday,)}
        yield DemandRow(id=task, units=(unit,), except_dates=red, **facts)


def _shifts_at(problem: Problem, unit: str) -> dict[Span, tuple[tuple[str, ...], int]]:
    """Return the shifts that the staffing plan has at a time, and the weekday they begin on.

    Where two shifts meet, it is the one that begins later.
    """
    known = {shift.code: shift for shift in problem.shifts}
    found: dict[Span, tuple[int, tuple[str, ...], int]] = {}
    for row in problem.demand:
        if row.only_dates or row.exclusive or unit not in row.units:
            continue
        for weekday in row.weekdays:
            for span, codes in _spans(row.shifts, known, weekday).items():
                begins = (weekday - 1) * 1440 + min(known[code].start for code in codes)
                order = begins - 7 * 1440 if span[0] < weekday else begins
                if span not in found or order > found[span][0]:
                    found[span] = (order, codes, weekday)
    return {span: (codes, weekday) for span, (_, codes, weekday) in found.items()}


def _spans(
    codes: Iterable[str], known: dict[str, ShiftType], weekday: int
) -> dict[Span, tuple[str, ...]]:
    found: defaultdict[Span, list[str]] = defaultdict(list)
    for code in codes:
        for span in quarters(known[code], weekday):
            found[span].append(code)
    return {span: tuple(listed) for span, listed in found.items()}


def _curve(hours: dict[int, int]) -> Iterator[CurvePoint]:
    """Yield the stretches of a day in which as many are needed."""
    listed = sorted(hours.items())
    while listed:
        (first, heads), length = listed[0], 1
        while length < len(listed) and listed[length] == (first + length, heads):
            length += 1
        yield CurvePoint(start=first * QUARTER, end=(first + length) * QUARTER, target=heads)
        listed = listed[length:]
