"""What of a base roster's ward holds in its weeks: whatever holds on its first day, for always."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from rostering.domain.demand import DemandRow
from rostering.domain.people import Dated, Person, Position
from rostering.domain.problem import BaseLine, Horizon, HorizonKind, Problem

D = TypeVar("D", bound=Dated)


def standing(problem: Problem) -> Problem:
    """Return a problem as its rules and goals see it.

    The weeks of a cyclic problem are no particular weeks, so nothing begins or ends in them:
    positions, competences, exemptions, agreements, pairs and demand rows hold throughout when
    they hold on the first day, and not at all otherwise. Who has positions and none on that day
    has no place on a base line. Other problems come back as they are.
    """
    if problem.horizon.kind is not HorizonKind.CYCLIC:
        return problem
    first = problem.horizon.start
    people = tuple(_person(person, problem.horizon) for person in problem.people)
    gone = {p.id for p in people if p.positions and not _held(p.positions, first)}
    return problem.model_copy(
        update={
            "people": people,
            "agreements": _held(problem.agreements, first),
            "pairs": _held(problem.pairs, first),
            "demand": tuple(_always(row) for row in problem.demand if _recurs(row, first)),
            "base_lines": tuple(_line(line, gone) for line in problem.base_lines),
        }
    )


def asks_on(problem: Problem, row: DemandRow, when: date) -> bool:
    """Return whether a demand row of a problem asks for anybody on a date."""
    if problem.horizon.kind is not HorizonKind.CYCLIC:
        return row.applies(when)
    return _recurs(row, problem.horizon.start) and _always(row).applies(when)


def _held(entries: Iterable[D], first: date) -> tuple[D, ...]:
    """Return the entries that hold on the first day, without their dates."""
    return tuple(
        entry.model_copy(update={"first": None, "last": None})
        for entry in entries
        if entry.holds_on(first)
    )


def _recurs(row: DemandRow, first: date) -> bool:
    return not row.only_dates and row.holds_on(first)


def _always(row: DemandRow) -> DemandRow:
    return row.model_copy(update={"except_dates": (), "first": None, "last": None})


def _person(person: Person, horizon: Horizon) -> Person:
    first = horizon.start
    positions = _held(person.positions, first)
    if not positions:  # without any position a person would count as called in
        positions = tuple(_elsewhen(position, horizon) for position in person.positions)
    return person.model_copy(
        update={
            "positions": positions,
            "competences": _held(person.competences, first),
            "exemptions": _held(person.exemptions, first),
        }
    )


def _elsewhen(position: Position, horizon: Horizon) -> Position:
    """Return a position that holds neither in the weeks nor in the round before them."""
    if position.last is not None and position.last < horizon.start:
        round_before = horizon.start - timedelta(days=horizon.days + 1)
        return position.model_copy(update={"last": min(position.last, round_before)})
    after = horizon.end + timedelta(days=1)
    return position.model_copy(update={"first": max(position.first or after, after)})


def _line(line: BaseLine, gone: set[str]) -> BaseLine:
    return line.model_copy(
        update={"holders": tuple(h for h in line.holders if h.person not in gone)}
    )
