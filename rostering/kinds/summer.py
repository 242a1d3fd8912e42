"""A summer roster: vacation groups, temps and reduced demand on top of the unrolled base."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field

from rostering.domain.consistency import require_consistent
from rostering.domain.demand import CurvePoint, DemandRow
from rostering.domain.fields import Id, Model
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.domain.wishes import Absence, AbsenceKind, Span
from rostering.errors import BadInput, Fault
from rostering.kinds.opening import open_absences


class VacationGroup(Span):
    """A group (*feriepulje*): who is on vacation from a first to a last date."""

    name: str = ""
    persons: tuple[Id, ...] = Field(min_length=1)


class Reduction(Span):
    """Less demand on some rows for a while: target and minimum in percent, rounded up.

    Empty ``rows`` means all rows; the minimum is never raised.
    """

    rows: tuple[Id, ...] = ()
    percent: int = Field(ge=0, le=100)


class SummerPlan(Model):
    """What makes a summer: groups, temps, less demand."""

    groups: tuple[VacationGroup, ...] = ()
    temps: tuple[Person, ...] = ()
    reductions: tuple[Reduction, ...] = ()


def summer_problem(ward: Problem, plan: SummerPlan) -> Problem:
    """Return a calendar ward with the summer's vacations, temps and reduced demand.

    Published duties on days of vacation are opened for others.

    Raises
    ------
    BadInput
        When the plan names people or rows that the ward does not have, somebody twice at the
        same time, or dates outside the ward's period.
    """
    found = tuple(_faults(ward, plan))
    if found:
        raise BadInput(found)
    away = tuple(
        Absence(person=person, kind=AbsenceKind.VACATION, first=group.first, last=group.end)
        for group in plan.groups
        for person in group.persons
    )
    demand = ward.demand
    for number, reduction in enumerate(plan.reductions, 1):
        demand = tuple(part for row in demand for part in _reduced(ward, row, reduction, number))
    problem = ward.model_copy(
        update={
            "people": (*ward.people, *plan.temps),
            "absences": (*ward.absences, *away),
            "demand": demand,
        }
    )
    require_consistent(problem)
    return open_absences(problem)[0]


def _faults(ward: Problem, plan: SummerPlan) -> Iterator[Fault]:
    yield from _group_faults(ward, plan)
    rows = {row.id for row in ward.demand}
    for number, reduction in enumerate(plan.reductions):
        if reduction.end < ward.horizon.start or reduction.first > ward.horizon.end:
            found = f"{reduction.first} to {reduction.end}"
            needed = f"dates that meet {ward.horizon.start} to {ward.horizon.end}"
            yield Fault(f"reductions[{number}]", found, needed, "the year is wrong")
        for row in reduction.rows:
            if row not in rows:
                needed = f"one of: {', '.join(sorted(rows))}"
                yield Fault(f"reductions[{number}]", f"unknown row {row!r}", needed)


def _group_faults(ward: Problem, plan: SummerPlan) -> Iterator[Fault]:
    people = {person.id for person in (*ward.people, *plan.temps)}
    taken: dict[str, list[VacationGroup]] = {}
    for number, group in enumerate(plan.groups):
        where = f"groups[{number}]"
        if group.end < ward.horizon.start or group.first > ward.horizon.end:
            needed = f"dates that meet {ward.horizon.start} to {ward.horizon.end}"
            yield Fault(where, f"{group.first} to {group.end}", needed, "the year is wrong")
        for lock in ward.locks:
            locked = lock.shift and lock.person in group.persons
            if locked and group.first <= lock.date <= group.end:
                found = f"{lock.person!r} on vacation and locked to {lock.shift} on {lock.date}"
                yield Fault(where, found, "one or the other")
        for person in group.persons:
            if person not in people:
                yield Fault(where, f"unknown person {person!r}", "a person of the ward")
            others = taken.setdefault(person, [])
            if any(o.first <= group.end and group.first <= o.end for o in others):
                found = f"{person!r} in two groups at once"
                yield Fault(where, found, "one group at a time for each person")
            others.append(group)


def _reduced(
    ward: Problem, row: DemandRow, reduction: Reduction, number: int
) -> Iterator[DemandRow]:
    """Yield a row with the reduction's dates left out, and the same row reduced on them."""
    concerned = not reduction.rows or row.id in reduction.rows
    dates = [d for d in _dates(ward, reduction) if row.applies(d)]
    if not concerned or not dates:
        yield row
        return
    levels = _levels(row.minimum, row.target, reduction.percent)
    if not row.curve and levels == {"minimum": row.minimum, "target": row.target}:
        yield row
        return
    yield row.model_copy(update={"except_dates": (*row.except_dates, *dates)})
    less = {
        "id": _free_id(ward, f"{row.id[:50]}-{reduction.percent}%-{number}"),
        "only_dates": tuple(dates),
        "except_dates": (),
        "curve": tuple(_less(point, reduction.percent) for point in row.curve),
        **levels,
    }
    yield row.model_copy(update=less)


def _free_id(ward: Problem, name: str) -> str:
    taken = {row.id for row in ward.demand}
    return name if name not in taken else f"{name}*"


def _less(point: CurvePoint, percent: int) -> CurvePoint:
    return point.model_copy(update=_levels(point.minimum, point.target, percent))


def _levels(minimum: int, target: int, percent: int) -> dict[str, int]:
    less = -(-target * percent // 100)
    return {"minimum": min(minimum, less), "target": less}


def _dates(ward: Problem, span: Span) -> list[date]:
    first, last = max(span.first, ward.horizon.start), min(span.end, ward.horizon.end)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
