"""Accepted reserve shifts as demand: what a period's problem takes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from api.forecasts.reserve_shapes import Accept, ReserveRow
from api.forecasts.tables import PeriodReserve
from api.periods.tables import Period
from rostering.domain.competence import ANYONE, CompetenceNeed
from rostering.domain.demand import ReserveDemand, reserve_price
from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from rostering.terms.registry import weights


def reserve_of(session: Session, period: Period, problem: Problem) -> tuple[ReserveDemand, ...]:
    """Return what a period's roster is to hold in reserve: the ward's own, and what was accepted.

    Rows that the ward or the period no longer know are left out: a shift may have gone since.
    """
    horizon = problem.horizon
    own = tuple(row for row in problem.reserve if horizon.start <= row.date <= horizon.end)
    kept = session.get(PeriodReserve, period.id)
    if kept is None:
        return own
    rows = (ReserveRow.model_validate(one) for one in kept.rows)
    units = {unit.id for unit in problem.units}
    shifts = {shift.code for shift in problem.shifts}
    known = [
        row
        for row in rows
        if horizon.start <= row.date <= horizon.end
        and units.issuperset(row.units)
        and shifts.issuperset(row.shifts)
    ]
    return (*own, *_demand(problem, known))


def rows_of(kept: PeriodReserve) -> list[dict[str, Any]]:
    """Return accepted rows as they were sent."""
    return list(kept.rows)


def demand_of(problem: Problem, given: Accept) -> tuple[ReserveDemand, ...]:
    """Return rows as demand.

    Raises
    ------
    BadInput
        When the same shifts of a day stand twice.
    """
    seen = set()
    for number, row in enumerate(given.rows):
        key = (row.date, frozenset(row.units), frozenset(row.shifts))
        if key in seen:
            found = f"a second row for {row.date}, {', '.join(row.shifts)}"
            raise BadInput([Fault(f"rows[{number}]", found, "one row a day and shift")])
        seen.add(key)
    return _demand(problem, given.rows)


def _demand(problem: Problem, rows: Iterable[ReserveRow]) -> tuple[ReserveDemand, ...]:
    """Return a row of demand for each head: the first is worth most, each further one less.

    Its price is its worth before its own cost, for what a head costs the engine charges itself.
    """
    weight = weights(problem)["cost"]
    return tuple(
        ReserveDemand(
            id=f"reserve-{row.date:%Y%m%d}-{number}-{head}",
            units=tuple(row.units),
            date=row.date,
            shifts=tuple(row.shifts),
            competence=competence_of(problem, row.units, row.shifts),
            heads=1,
            price=max(1, reserve_price(worth, weight)),
        )
        for number, row in enumerate(rows)
        for head, worth in enumerate(row.worth[: row.heads], 1)
    )


def competence_of(problem: Problem, units: Sequence[str], shifts: Sequence[str]) -> CompetenceNeed:
    """Return what the plan asks of those who fill some shifts: the reserve stands above them.

    Where some of them may be anybody, so may the reserve; else it is as the largest row.
    """
    same = [
        row
        for row in problem.demand
        if set(row.shifts) == set(shifts) and set(row.units) <= set(units) and not row.exclusive
    ]
    if not same or any(row.competence == ANYONE for row in same):
        return ANYONE
    return max(same, key=lambda row: row.target).competence
