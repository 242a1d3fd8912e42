"""Health lights over HTTP: everybody's for the manager, one's own, counts for representatives."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.burdens.lights import (
    MyLights,
    TallyShape,
    WardLights,
    everybody,
    legend,
    person_lights,
    tallied,
)
from api.burdens.seeing import Of, lit, lit_draft
from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.periods.finding import period_for
from api.rosters.drafts import draft_for
from api.wishes.persons import person_of
from rostering.health import counts
from rostering.health.words import HealthWords

router = APIRouter(prefix="/api", tags=["burdens"])


@router.get("/drafts/{draft}/health", dependencies=[Depends(may("lights.read"))])
def of_draft(draft: str, asking: Asking, session: Db) -> WardLights:
    """Return everybody's health lights in a draft, for the unit's manager."""
    found, _ = draft_for(session, draft, asking, "lights.read")
    return everybody(lit_draft(session, found), asking.language)


@router.get("/periods/{period}/health", dependencies=[Depends(may("lights.read"))])
def whole(period: str, asking: Asking, session: Db, of: Of = Of.PUBLISHED) -> WardLights:
    """Return everybody's health lights in what is published or shown, for the unit's manager."""
    found = period_for(session, period, asking, "lights.read")
    return everybody(lit(session, found, of), asking.language)


@router.get("/periods/{period}/health/mine", dependencies=[Depends(may("lights.own"))])
def mine(period: str, asking: Asking, session: Db, of: Of = Of.PUBLISHED) -> MyLights:
    """Return one's own health lights."""
    found = period_for(session, period, asking, "lights.own")
    person = person_of(asking, found)
    told = lit(session, found, of)
    own = next((one for one in told.health.people if one.person == person), None)
    if own is None:
        raise Conflict("person.none")
    words = HealthWords(asking.language)
    return MyLights(
        mine=person_lights(own, told.names[person], words), legend=legend(asking.language)
    )


@router.get("/periods/{period}/health/counts", dependencies=[Depends(may("lights.count"))])
def numbers(period: str, asking: Asking, session: Db, of: Of = Of.PUBLISHED) -> TallyShape:
    """Return how many people have which light; never so few that it points at somebody."""
    found = period_for(session, period, asking, "lights.count")
    return tallied(counts(lit(session, found, of).health), asking.language)
