"""The shifts on which a reserve can stand: rows of the staffing plan that name shifts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostering.domain.competence import ANYONE, CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Group:
    """Shifts that the same people fill on a day, and how many are aimed at."""

    units: tuple[str, ...]
    shifts: tuple[str, ...]
    target: int


def groups_on(problem: Problem, day: dt.date) -> list[Group]:
    """Return a day's groups, each unit's shift in one: of rows for the same shifts the largest."""
    best: dict[tuple[tuple[str, ...], tuple[str, ...]], DemandRow] = {}
    for row in _rows(problem):
        key = (tuple(sorted(row.units)), tuple(sorted(row.shifts)))
        if row.applies(day) and row.target and (key not in best or _larger(row, best[key])):
            best[key] = row
    taken: set[tuple[str, str]] = set()
    found = []
    for row in sorted(best.values(), key=lambda row: (len(row.shifts), -row.target, row.id)):
        cells = {(unit, shift) for unit in row.units for shift in row.shifts}
        if not cells & taken:  # a need for competence on shifts that another row plans anyway
            taken |= cells
            found.append(Group(row.units, row.shifts, row.target))
    return found


def competence_of(
    problem: Problem, units: Sequence[str], shifts: Sequence[str]
) -> CompetenceNeed:
    """Return what the plan asks of those who fill some shifts: the reserve stands above them."""
    same = [
        row
        for row in _rows(problem)
        if set(row.units) == set(units) and set(row.shifts) == set(shifts)
    ]
    return max(same, key=_size).competence if same else ANYONE


def _rows(problem: Problem) -> Iterable[DemandRow]:
    return (row for row in problem.demand if row.shifts and not row.exclusive)


def _larger(row: DemandRow, other: DemandRow) -> bool:
    return _size(row) > _size(other)


def _size(row: DemandRow) -> tuple[int, bool]:
    return row.target, row.competence == ANYONE
