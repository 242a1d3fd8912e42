"""Counts of absence by unit and day: kept, replaced by day, added up, taken away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import CursorResult, delete, func, insert, select
from sqlalchemy.orm import Session

from api.forecasts.tables import AbsenceCount
from api.units.tables import Unit
from api.units.wards import ward_of

FLOOR = 5  # employees: below that nothing of a unit is kept, it could be somebody's
SHOWN = 10  # employees: from here on a unit's history is shown
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Count:
    """A row of the table: shifts of a staff group on a day, and how many were absent for a kind."""

    date: dt.date
    group: str
    kind: str
    planned: float
    absent: float


@dataclass(frozen=True, slots=True)
class Day:
    """A unit's whole day: groups and kinds together."""

    date: dt.date
    planned: float
    absent: float


def employees(session: Session, unit: Unit) -> int:
    """Return how many employees a unit has."""
    return sum(person.counts for person in ward_of(session, unit).people)


def keep(session: Session, unit: str, counts: Iterable[Count]) -> int:
    """Put counts in the place of what is there of their dates; return how many dates had some."""
    given = list(counts)
    dates = sorted({count.date for count in given})
    replaced = 0
    for at in range(0, len(dates), _AT_ONCE):
        some = AbsenceCount.date.in_(dates[at : at + _AT_ONCE])
        mine = (AbsenceCount.unit_id == unit) & some
        had = select(func.count(AbsenceCount.date.distinct())).where(mine)
        replaced += session.scalar(had) or 0
        session.execute(delete(AbsenceCount).where(mine))
    rows = [
        {
            "unit_id": unit,
            "date": count.date,
            "staff_group": count.group,
            "kind": count.kind,
            "planned": count.planned,
            "absent": count.absent,
        }
        for count in given
    ]
    for at in range(0, len(rows), _AT_ONCE):
        session.execute(insert(AbsenceCount), rows[at : at + _AT_ONCE])
    return replaced


def remove(session: Session, unit: str) -> int:
    """Take all counts of a unit away; return how many there were."""
    gone = session.execute(delete(AbsenceCount).where(AbsenceCount.unit_id == unit))
    assert isinstance(gone, CursorResult)
    return int(gone.rowcount)


def days_of(session: Session, unit: str, since: dt.date | None = None) -> list[Day]:
    """Return a unit's days in order; a day without counts is missing."""
    group = (
        select(
            AbsenceCount.date.label("date"),
            func.max(AbsenceCount.planned).label("planned"),  # repeated in each kind's row
            func.sum(AbsenceCount.absent).label("absent"),
        )
        .where(AbsenceCount.unit_id == unit)
        .group_by(AbsenceCount.date, AbsenceCount.staff_group)
    )
    if since is not None:
        group = group.where(AbsenceCount.date >= since)
    part = group.subquery()
    whole = select(part.c.date, func.sum(part.c.planned), func.sum(part.c.absent))
    rows = session.execute(whole.group_by(part.c.date).order_by(part.c.date))
    return [Day(date, planned, absent) for date, planned, absent in rows]


def kinds_of(session: Session, unit: str) -> dict[str, float]:
    """Return absent shifts by kind, as far as they may be told."""
    query = (
        select(AbsenceCount.kind, func.sum(AbsenceCount.absent))
        .where(AbsenceCount.unit_id == unit)
        .group_by(AbsenceCount.kind)
        .order_by(AbsenceCount.kind)
    )
    return tellable({kind: float(absent) for kind, absent in session.execute(query)})


def tellable(kinds: dict[str, float]) -> dict[str, float]:
    """Return the kinds without those of fewer than ``FLOOR`` shifts, which could be somebody's.

    The total is known: so at least two are left out, and together they are as many.
    """
    order = sorted((kind for kind, absent in kinds.items() if absent), key=lambda one: kinds[one])
    out = sum(kinds[kind] < FLOOR for kind in order)
    if not out:
        return kinds
    while out < len(order) and not _hides(kinds, order[:out]):
        out += 1
    hidden = order[:out]
    left = {kind: absent for kind, absent in kinds.items() if kind not in hidden}
    return left if _hides(kinds, hidden) else {}


def _hides(kinds: dict[str, float], some: list[str]) -> bool:
    return len(some) > 1 and sum(kinds[kind] for kind in some) >= FLOOR


def units_with_counts(session: Session) -> list[str]:
    """Return the units that have counts: what is learnt together of the calendar."""
    return list(session.scalars(select(AbsenceCount.unit_id).distinct().order_by("unit_id")))
