"""Staffing by demand row and date, and the lines of the base roster that nobody holds."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.cells import Cell
from rostering.domain.line import Plan
from rostering.domain.problem import Problem
from rostering.report.model import LineEntry, StaffingDay, StaffingEntry


def staffing(plan: Plan) -> Iterator[StaffingEntry]:
    """Yield an entry for each demand row, in the staffing plan's order."""
    index = plan.index
    worst: dict[str, dict[int, StaffingDay]] = {row.id: {} for row in index.problem.demand}
    for cell in index.cells:
        now, known = _day(plan, cell), worst[cell.row.id]
        if cell.day not in known or _misses(now) > _misses(known[cell.day]):
            known[cell.day] = now
    for row in index.problem.demand:
        days = tuple(worst[row.id].values())
        yield StaffingEntry(
            row=row.id,
            name=row.name or row.id,
            days=days,
            under_minimum=sum(day.have < day.minimum for day in days),
            under_target=sum(day.have < day.target for day in days),
            over_maximum=sum(day.maximum is not None and day.have > day.maximum for day in days),
        )


def _day(plan: Plan, cell: Cell) -> StaffingDay:
    return StaffingDay(
        date=plan.index.clock.date(cell.day),
        have=plan.in_cell(cell),
        minimum=cell.minimum,
        target=cell.target,
        maximum=cell.maximum,
    )


def _misses(day: StaffingDay) -> tuple[int, int, int]:
    """Return how bad a moment is: under the minimum first, then over the maximum, then target."""
    over = 0 if day.maximum is None else max(0, day.have - day.maximum)
    return max(0, day.minimum - day.have), over, day.target - day.have


def unfilled(problem: Problem) -> Iterator[LineEntry]:
    """Yield the base roster's lines without a holder."""
    for line in problem.base_lines:
        if not line.holders:
            yield LineEntry(line=line.id, unit=line.unit, percent=line.percent)
