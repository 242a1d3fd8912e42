"""Demand rows that ask for the same on different days, drawn as one line."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from rostering.writers.roster_grid import Grid, Staffing

_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Band:
    """A line of staffing; ``days`` has one entry a day, None where nothing is asked for."""

    name: str
    days: tuple[Staffing | None, ...]


def bands(problem: Problem, grid: Grid) -> tuple[Band, ...]:
    """Return a band for each kind of demand; rows that share a day stay apart.

    A staffing plan often has a row for weekdays, one for weekends and one for holidays.
    """
    made: list[tuple[list[DemandRow], list[Staffing | None]]] = []
    for row in problem.demand:
        days = grid.staffing[row.id]
        for rows, taken in made:
            if _same(rows[0], row) and not any(a and b for a, b in zip(taken, days, strict=True)):
                taken[:] = [a or b for a, b in zip(taken, days, strict=True)]
                rows.append(row)
                break
        else:
            made.append(([row], list(days)))
    return tuple(Band(_name(rows), tuple(days)) for rows, days in made)


def _name(rows: list[DemandRow]) -> str:
    """Return the words that the names of the rows begin with, or the first row's name."""
    split = [(row.name or row.id).split() for row in rows]
    begin = [words[0] for words in zip(*split, strict=False) if len(set(words)) == 1]
    shared = begin if all(words[: len(begin)] == begin for words in split) else []
    return " ".join(shared or split[0])[:_LONGEST_NAME]


def _same(one: DemandRow, two: DemandRow) -> bool:
    return (one.units, one.shifts, one.competence, one.exclusive, bool(one.curve)) == (
        two.units,
        two.shifts,
        two.competence,
        two.exclusive,
        bool(two.curve),
    )
