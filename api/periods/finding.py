"""Find a period for somebody who may know of it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.errors import NotThere
from api.http.context import within
from api.periods.tables import Period
from api.policy.roles import Caller


def period_for(session: Session, period: str | None, asking: Caller, action: str) -> Period:
    """Return a period on which the caller may act; without any role there it is unknown."""
    found = None if period is None else session.get(Period, period)
    if found is None:
        raise NotThere("thing.unknown")
    within(asking, action, found.unit_id)
    return found
