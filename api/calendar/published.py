"""The publications that hold, and one person's part in them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.periods.tables import Period
from api.rosters.drafts import problem_at
from api.rosters.tables import Publication
from api.units.documents import roster_of
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class Holding:
    """A publication that holds: the last one of its period."""

    problem: Problem
    roster: Roster
    publication: Publication


def holding(session: Session, unit: str) -> list[Holding]:
    """Return the publications that hold in a unit, by start."""
    last = (
        select(Publication.period_id, func.max(Publication.number).label("number"))
        .group_by(Publication.period_id)
        .subquery()
    )
    query = (
        select(Publication)
        .join(Period, Period.id == Publication.period_id)
        .join(
            last,
            (last.c.period_id == Publication.period_id) & (last.c.number == Publication.number),
        )
        .where(Period.unit_id == unit)
        .order_by(Period.start)
    )
    return [
        Holding(problem_at(session, made.problem_hash), roster_of(made.roster), made)
        for made in session.scalars(query)
    ]
