"""Competence on each shift: the staffing plan's needs, and who may do a delegated task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rostering.domain.cells import Cell
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.domain.shifts import ShiftType
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import minutes_of, quarters
from tasksharing.domain.names import Name
from tasksharing.domain.tasks import Route, Task
from tasksharing.evaluate.models import ShiftCover

DELEGATED = "delegated:"
Key = tuple[str, str]


def cover(plans: Sequence[Plan], book: TaskBook, shifts: frozenset[str]) -> tuple[ShiftCover, ...]:
    """Return how each competence need was met in each of an alternative's rosters.

    ``shifts`` are those of the zero: on new ones nobody is asked to do delegated tasks.
    """
    if not plans:
        return ()
    index = plans[0].index
    rows: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in index.cells:
        if cell.row.shifts and (cell.row.competence.codes or cell.row.exclusive):
            rows[cell.row.id].append(cell)
    needs = [_of_row(plans, cells) for cells in rows.values()]
    return (*needs, *_delegated(plans, book, shifts))


def delegated_missing(plan: Plan, book: TaskBook, shifts: frozenset[str]) -> float:
    """Return on how many shifts nobody may do a delegated task that is done there."""
    found = _delegated([plan], book, shifts)
    return float(sum(one.days - one.met[0] for one in found))


def _of_row(plans: Sequence[Plan], cells: Sequence[Cell]) -> ShiftCover:
    row = cells[0].row
    heads = [[plan.in_cell(cell) for cell in cells] for plan in plans]
    bounds = [(cell.minimum, cell.target) for cell in cells]
    return ShiftCover(
        what=row.id,
        name=Name(nb=row.name or row.id),
        shift="/".join(row.shifts),
        minimum=row.minimum,
        target=row.target,
        days=len(cells),
        met=tuple(_reached(here, [low for low, _ in bounds]) for here in heads),
        on_target=tuple(_reached(here, [aim for _, aim in bounds]) for here in heads),
        lone=tuple(sum(number == 1 for number in here) for here in heads),
    )


def _reached(heads: Sequence[int], wanted: Sequence[int]) -> int:
    return sum(here >= needed for here, needed in zip(heads, wanted, strict=True))


def _delegated(
    plans: Sequence[Plan], book: TaskBook, codes: frozenset[str]
) -> Iterator[ShiftCover]:
    """Yield, for each task that may be delegated, the shifts in which it is done."""
    problem = plans[0].index.problem
    start = problem.horizon.start
    shifts = [
        shift
        for shift in problem.shifts
        if shift.code in codes and (not shift.units or book.unit in shift.units)
    ]
    busy = {(s.task, s.weekday, s.quarter) for s in minutes_of(book, problem)}
    for task in book.tasks:
        if not any(route.delegation for route in book.allowed(task.id, start)):
            continue
        for shift in shifts:
            weekdays = {
                weekday
                for weekday in range(1, 8)
                if any((task.id, *place) in busy for place in _owned(shifts, shift, weekday))
            }
            if weekdays:
                yield _of_task(plans, book, task, shift.code, weekdays)


def _owned(shifts: Sequence[ShiftType], shift: ShiftType, weekday: int) -> set[tuple[int, int]]:
    """Return the quarter-hours of a shift but for those in which a later one has taken over."""
    mine = quarters(shift, weekday)
    left = set(mine)
    for other in shifts:
        for day in (weekday, weekday % 7 + 1):
            theirs = quarters(other, day)
            if theirs and theirs[0] in mine[1:]:
                left -= set(theirs)
    return left


def _of_task(
    plans: Sequence[Plan], book: TaskBook, task: Task, shift: str, weekdays: set[int]
) -> ShiftCover:
    index = plans[0].index
    days = [day for day in range(index.days) if index.calendar.weekday(day) in weekdays]
    heads = [[_trusted(plan, book, task, day, shift) for day in days] for plan in plans]
    met = tuple(sum(number > 0 for number in here) for here in heads)
    return ShiftCover(
        what=f"{DELEGATED}{task.id}",
        name=task.name,
        shift=shift,
        minimum=1,
        target=1,
        days=len(days),
        met=met,
        on_target=met,
        lone=tuple(sum(number == 1 for number in here) for here in heads),
    )


def _trusted(plan: Plan, book: TaskBook, task: Task, day: int, shift: str) -> int:
    """Return how many on duty on a shift may do a task: by competence, or by delegation."""
    when = plan.index.clock.date(day)
    ways, delegates = book.allowed(task.id, when), book.delegates(task.id, when)
    return sum(
        _may(ways, plan.index.held(person, day), person, delegates)
        for person, duty in plan.on_duty(day, shift)
        if duty.unit == book.unit
    )


def _may(
    ways: Sequence[Route], held: frozenset[str], person: Person, delegates: frozenset[str]
) -> bool:
    return any(way.met_by(held) and (not way.delegation or person.id in delegates) for way in ways)
