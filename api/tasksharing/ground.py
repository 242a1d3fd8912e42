"""What scenarios are thought through on: a period's planning problem and its unit's task book."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.errors import Conflict
from api.periods.composing import composed
from api.periods.tables import Period
from api.tasksharing.book_of import book_of
from api.units.wards import unit_of
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook


@dataclass(frozen=True, slots=True)
class Ground:
    """The ward on the period's dates with wishes and reserve, and the tasks done there."""

    problem: Problem
    book: TaskBook


def ground_of(session: Session, period: Period) -> Ground | None:
    """Return what a period's scenarios rest on; None where nobody has logged the tasks yet."""
    book = book_of(session, unit_of(session, period.unit_id))
    return None if book is None else Ground(composed(session, period), book)


def require_ground(session: Session, period: Period) -> Ground:
    """Return what a period's scenarios rest on.

    Raises
    ------
    Conflict
        When the unit has no task book yet.
    """
    found = ground_of(session, period)
    if found is None:
        raise Conflict("scenario.book")
    return found
