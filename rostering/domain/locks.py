"""Cells that a solve must leave as they are: locks, and what is published and frozen."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.shifts import Pay

FixedCell = tuple[str, str | None, str | None, Pay | None]
NO_ROLE = ""


def fixed_cells(index: ProblemIndex) -> dict[tuple[str, int], list[FixedCell]]:
    """Return (shift, unit, role, pay) of each fixed cell by person and day; empty for a day off.

    A unit, role or pay of None leaves it open, as locks do.
    """
    found: dict[tuple[str, int], list[FixedCell]] = {}
    for lock in index.problem.locks:
        here = found.setdefault((lock.person, index.clock.day(lock.date)), [])
        if lock.shift is not None:
            here.append((lock.shift, lock.unit, lock.role, None))
    until = index.problem.horizon.frozen_until
    frozen = 0 if until is None else min(index.days, index.clock.day(until))
    for day in range(frozen):
        for person in index.people:
            found[(person, day)] = []
    for kept in index.problem.published:
        day = index.clock.day(kept.date)
        if 0 <= day < frozen and index.away(kept.person, day) is None:
            pay = kept.pay or index.shifts[kept.shift].pay
            found[(kept.person, day)].append((kept.shift, kept.unit, kept.role or NO_ROLE, pay))
    return found


def is_kept(duty: Duty, cell: FixedCell) -> bool:
    """Return whether a duty is what a fixed cell asks for."""
    shift, unit, role, pay = cell
    fits = role in (None, duty.role or NO_ROLE) and pay in (None, duty.pay)
    return duty.code == shift and unit in (None, duty.unit) and fits


def moved(plan: Plan) -> Iterator[tuple[str, int]]:
    """Yield the person and day of each fixed cell that a plan does not keep."""
    for (person, day), cells in fixed_cells(plan.index).items():
        duties = plan.lines[person].on(day)
        wanted = all(any(is_kept(duty, cell) for duty in duties) for cell in cells)
        extra = any(not any(is_kept(duty, cell) for cell in cells) for duty in duties)
        if extra or not wanted:
            yield person, day
