"""The ward after a disruption, and the shifts that then lack somebody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from rostering.domain.cells import Cell, counts_in
from rostering.domain.demand import DemandRow, part_id
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.domain.wishes import Absence
from rostering.errors import BadInput, Fault
from rostering.replan.local_time import minute_of
from rostering.replan.repair.models import DemandChange, Disruption, Gone, Opening

Duties = tuple[Assignment, ...]


def require_disruption(problem: Problem, found: Disruption) -> None:
    """Raise ``BadInput`` for people, rows or dates that the ward does not have."""
    faults = [*_gone_faults(problem, found.gone), *_demand_faults(problem, found.demand)]
    if faults:
        raise BadInput(faults)


def _gone_faults(problem: Problem, gone: Iterable[Gone]) -> Iterator[Fault]:
    start, end = problem.horizon.start, problem.horizon.end
    people = {person.id for person in problem.people}
    period, ward = f"dates from {start} to {end}", f"a person of the ward {problem.name!r}"
    for number, one in enumerate(gone):
        where = f"gone[{number}]"
        if one.person not in people:
            yield Fault(f"{where}.person", f"unknown person {one.person!r}", ward)
        if one.first < start or one.end > end:
            told = f"{one.first} to {one.end}, outside the period"
            yield Fault(where, told, period, "it is another roster's period")


def _demand_faults(problem: Problem, changes: Iterable[DemandChange]) -> Iterator[Fault]:
    start, end = problem.horizon.start, problem.horizon.end
    rows = {row.id: row for row in problem.demand}
    for number, change in enumerate(changes):
        where, row = f"demand[{number}]", rows.get(change.row)
        if row is None:
            needed = f"one of: {', '.join(rows)}"
            yield Fault(f"{where}.row", f"unknown row {change.row!r}", needed)
        elif row.exclusive or not row.shifts:
            needed = "a row of shifts that is not exclusive"
            yield Fault(f"{where}.row", repr(change.row), needed)
        elif not start <= change.date <= end or not row.applies(change.date):
            needed = f"a date on which {change.row} asks for anybody"
            yield Fault(f"{where}.date", str(change.date), needed)


def disrupted(problem: Problem, duties: Duties, found: Disruption) -> Problem:
    """Return the ward with the absence and the demand that there is now.

    Planned hours of who is away are credited; a day off is no absence from work.
    """
    absences = [a for gone in found.gone for a in _absences(duties, gone)]
    rows: list[DemandRow] = []
    changes = {(change.row, change.date): change for change in found.demand}
    for row in problem.demand:
        mine = {when: change for (name, when), change in changes.items() if name == row.id}
        rows += _split(problem.demand, row, mine)
    return problem.model_copy(
        update={"absences": (*problem.absences, *absences), "demand": tuple(rows)}
    )


def _absences(duties: Duties, gone: Gone) -> Iterator[Absence]:
    planned = {duty.date: duty.shift for duty in duties if duty.person == gone.person}
    for number in range((gone.end - gone.first).days + 1):
        when = gone.first + timedelta(days=number)
        shift = planned.get(when)
        yield Absence(
            person=gone.person, kind=gone.kind, first=when, shift=shift, day_off=shift is None
        )


def _split(
    rows: Iterable[DemandRow], row: DemandRow, changes: dict[dt.date, DemandChange]
) -> Iterator[DemandRow]:
    if not changes:
        yield row
        return
    yield row.model_copy(update={"except_dates": tuple(sorted({*row.except_dates, *changes}))})
    for number, (when, change) in enumerate(sorted(changes.items()), start=1):
        target = max(row.target, change.minimum)
        top = row.maximum if row.maximum is None else max(row.maximum, target)
        yield row.model_copy(
            update={
                "id": part_id(rows, row, str(number)),
                "only_dates": (when,),
                "except_dates": (),
                "minimum": change.minimum,
                "target": target,
                "maximum": top,
            }
        )


def remaining(index: ProblemIndex, duties: Duties, found: Disruption, now: dt.datetime) -> Duties:
    """Return the duties of those who are there, and those that had begun by then."""
    begun = minute_of(index.clock, now)
    away = {
        (gone.person, gone.first + timedelta(days=number))
        for gone in found.gone
        for number in range((gone.end - gone.first).days + 1)
    }
    return tuple(
        duty
        for duty in duties
        if (duty.person, duty.date) not in away or index.placed(duty).start < begun
    )


Place = tuple[str, int, int, int]


def openings(
    index: ProblemIndex,
    before: Duties,
    plan: Plan,
    now: dt.datetime,
    changed: Iterable[DemandChange] = (),
) -> Iterator[Opening]:
    """Yield the shifts that lack somebody and have not begun: whose duty fell away, then others.

    A duty that nobody misses - all cells that its person counted in are at their target without
    it - is no opening. Days before ``frozen_until`` are left as they are, and so is what lacked
    somebody before anything happened: others are those of the demand that has changed.
    """
    begun = max(minute_of(index.clock, now), _frozen(index))
    lacking: Counter[Place] = Counter()
    explained: Counter[Place] = Counter()
    for cell in index.cells:
        short = max(cell.minimum, cell.target) - plan.in_cell(cell)
        if short > 0:
            lacking[_place(cell)] = short
    for duty in before:
        placed = index.placed(duty)
        if placed in plan.lines[duty.person].duties or placed.start < begun:
            continue
        person = index.people[duty.person]
        cells = [c for c in index.cells if counts_in(index, person, placed, c)]
        missed = [cell for cell in cells if lacking[_place(cell)] > 0]
        if missed:
            for cell in missed:
                lacking[_place(cell)] -= 1
                explained[_place(cell)] += 1
            yield Opening(
                date=duty.date,
                shift=duty.shift,
                unit=duty.unit,
                role=duty.role,
                person=duty.person,
            )
    asked = {change.date for change in changed}
    yield from _of_demand(index, plan, explained, begun, {index.clock.day(day) for day in asked})


def _place(cell: Cell) -> Place:
    return (cell.row.id, cell.day, cell.start, cell.end)


def _frozen(index: ProblemIndex) -> int:
    until = index.problem.horizon.frozen_until
    return 0 if until is None else index.clock.at(index.clock.day(until))


def _of_demand(
    index: ProblemIndex, plan: Plan, explained: Counter[Place], begun: int, days: Collection[int]
) -> Iterator[Opening]:
    """Yield openings of minima of shifts on some days that nobody's absence explains.

    Several rows may lack the same shift; whoever takes it may count in all of them, so that the
    one that lacks most tells how many openings there are.
    """
    wanted: dict[Opening, int] = {}
    for cell in index.cells:
        short = cell.minimum - plan.in_cell(cell) - explained[_place(cell)]
        if cell.day not in days or short <= 0 or not cell.row.shifts or cell.start < begun:
            continue
        opening = Opening(
            date=index.clock.date(cell.day),
            shift=cell.row.shifts[0],
            unit=cell.row.units[0],
            role=cell.row.id if cell.row.exclusive else None,
        )
        wanted[opening] = max(wanted.get(opening, 0), short)
    for opening, short in wanted.items():
        yield from [opening] * short
