"""Find a period for somebody who may know of it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.errors import NotThere
from api.http.context import within
from api.periods.tables import Period
from api.policy.roles import Caller


def alone(session: Session, period: str) -> Period:
    """Return a period whose roster, offers and swaps nobody else changes until this is done.

    Whoever changes any of them takes the period first, and only then looks at what it changes: so
    nobody acts on what has just gone, and no two wait for each other.
    """
    return session.get_one(Period, period, with_for_update=True, populate_existing=True)


def period_for(session: Session, period: str | None, asking: Caller, action: str) -> Period:
    """Return a period on which the caller may act; without any role there it is unknown."""
    found = None if period is None else session.get(Period, period)
    if found is None:
        raise NotThere("thing.unknown")
    within(asking, action, found.unit_id)
    return found
