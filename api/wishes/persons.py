"""Who an account is in a ward."""

from __future__ import annotations

from api.errors import Conflict
from api.periods.tables import Period
from api.policy.roles import Caller


def person_of(asking: Caller, period: Period) -> str:
    """Return who the caller is in the period's ward."""
    person = asking.person(period.unit_id)
    if person is None:
        raise Conflict("person.none")
    return person
