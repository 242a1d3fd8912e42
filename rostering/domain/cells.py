"""Demand spread over days: one cell per row and day, or per stretch of a demand curve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.domain.demand import CurvePoint, DemandRow
from rostering.domain.people import Person

if TYPE_CHECKING:
    from rostering.domain.duty import Duty
    from rostering.domain.index import ProblemIndex

QUARTER = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """People needed at one place and time.

    ``start`` and ``end`` are real minutes; ``minutes`` is what one missing person costs in
    minutes of work; ``options`` are the (day, shift code) pairs that cover the cell.
    """

    row: DemandRow
    day: int
    start: int
    end: int
    minutes: int
    minimum: int
    target: int
    maximum: int | None
    options: tuple[tuple[int, str], ...]

    def covered_by(self, duty: Duty) -> bool:
        """Return whether a duty covers the cell, competence apart."""
        return (
            (duty.day, duty.code) in self.options
            and duty.unit in self.row.units
            and duty.role == (self.row.id if self.row.exclusive else None)
            and duty.counts
        )


def counts_in(index: ProblemIndex, person: Person, duty: Duty, cell: Cell) -> bool:
    """Return whether a person's duty counts in a cell: time, place, role and competence."""
    return (
        person.counts
        and cell.covered_by(duty)
        and cell.row.competence.met_by(index.held(person, duty.day))
    )


def expand(index: ProblemIndex) -> tuple[Cell, ...]:
    """Return all demand cells of a problem, by row and time."""
    return tuple(cell for row in index.problem.demand for cell in _row_cells(index, row))


def _row_cells(index: ProblemIndex, row: DemandRow) -> Iterator[Cell]:
    for day in _days(index, row):
        if row.shifts:
            yield _shift_cell(index, row, day)
        else:
            yield from _curve_cells(index, row, day)


def _days(index: ProblemIndex, row: DemandRow) -> Iterator[int]:
    """Yield the days of the horizon on which a row applies; few are asked when it names dates."""
    named: Iterable[int] = sorted({index.clock.day(when) for when in row.only_dates})
    for day in named if row.only_dates else range(index.days):
        if 0 <= day < index.days and row.applies(index.clock.date(day)):
            yield day


def _shift_cell(index: ProblemIndex, row: DemandRow, day: int) -> Cell:
    duties = [index.duty(day, code, row.units[0]) for code in row.shifts]
    return Cell(
        row=row,
        day=day,
        start=min(duty.start for duty in duties),
        end=max(duty.end for duty in duties),
        minutes=max(duty.minutes for duty in duties),
        minimum=row.minimum,
        target=row.target,
        maximum=row.maximum,
        options=tuple((day, code) for code in row.shifts),
    )


def _curve_cells(index: ProblemIndex, row: DemandRow, day: int) -> Iterator[Cell]:
    """Merge neighbouring quarters that ask for the same and are covered by the same duties."""
    near = [
        index.duty(d, shift.code, row.units[0])
        for d in (day - 1, day)
        for shift in index.problem.shifts
        if not shift.units or set(shift.units) & set(row.units)
    ]
    open_cell: Cell | None = None
    for point in row.curve:
        for minute in range(point.start, point.end, QUARTER):
            quarter = _quarter(index, row, day, point, minute, near)
            if quarter is None:
                continue
            if open_cell is not None and _joins(open_cell, quarter):
                quarter = _joined(open_cell, quarter)
            elif open_cell is not None:
                yield open_cell
            open_cell = quarter
    if open_cell is not None:
        yield open_cell


def _quarter(
    index: ProblemIndex, row: DemandRow, day: int, point: CurvePoint, minute: int, near: list[Duty]
) -> Cell | None:
    """Return a quarter-hour's cell; None where only an unknown past could have covered it."""
    start, end = index.clock.at(day, minute), index.clock.at(day, minute + QUARTER)
    here = [d for d in near if d.start <= start and end <= d.end]
    covering = tuple((d.day, d.code) for d in here if d.day >= index.first_known)
    if here and not covering:
        return None
    return Cell(
        row=row,
        day=day,
        start=start,
        end=end,
        minutes=end - start,
        minimum=point.minimum,
        target=point.target,
        maximum=point.maximum,
        options=covering,
    )


def _joins(one: Cell, two: Cell) -> bool:
    same = (one.minimum, one.target, one.maximum) == (two.minimum, two.target, two.maximum)
    return same and one.end == two.start and one.options == two.options


def _joined(one: Cell, two: Cell) -> Cell:
    return Cell(
        row=one.row,
        day=one.day,
        start=one.start,
        end=two.end,
        minutes=one.minutes + two.minutes,
        minimum=one.minimum,
        target=one.target,
        maximum=one.maximum,
        options=one.options,
    )
