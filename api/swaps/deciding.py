"""The manager: swaps that all have accepted, what each changes, and the decision."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import Conflict, Wrong
from api.http.context import Asking, Db, may, within
from api.periods.tables import Period
from api.policy.roles import Caller
from api.rosters.aftermath import end_outrun
from api.rosters.local import local_now
from api.rosters.standing import Standing, standing
from api.rosters.succession import Change, succeed
from api.rosters.tables import Source
from api.swaps.ending import end, require_open, swap_for
from api.swaps.judging import require_still_lawful, swap_of
from api.swaps.notices import noted, tell_others
from api.swaps.seeing import effects_of, managed, places
from api.swaps.shapes import Decision, Effects, ManagedSwap
from api.swaps.tables import SwapRequest, SwapState
from api.swaps.telling import name_of
from rostering.swap import apply

router = APIRouter(prefix="/api", tags=["swaps"])
LISTED = 60  # swaps that a manager sees, the latest


@router.get("/units/{unit}/swaps", dependencies=[Depends(may("swap.read"))])
def swaps(unit: str, asking: Asking, session: Db) -> list[ManagedSwap]:
    """List a unit's swaps that all have accepted: those that wait first, then the latest."""
    within(asking, "swap.read", unit)
    query = select(SwapRequest).where(SwapRequest.unit_id == unit, SwapRequest.agreed.is_not(None))
    found = session.scalars(query.order_by(SwapRequest.agreed.desc()).limit(LISTED)).all()
    holding = places(session, found)
    told = [managed(request, holding[request.period_id]) for request in found]
    return sorted(told, key=lambda one: one.state is not SwapState.AGREED)


@router.get("/swaps/{swap}/effects", dependencies=[Depends(may("swap.read"))])
def effects(swap: str, asking: Asking, session: Db) -> Effects:
    """Tell what a swap changes in the roster that holds now."""
    request, place = _managed(session, swap, asking, "swap.read")
    return effects_of(session, request, place, asking.language)


@router.post("/swaps/{swap}/decision", dependencies=[Depends(may("swap.decide"))])
def decide(swap: str, given: Decision, asking: Asking, session: Db) -> ManagedSwap:
    """Approve a swap, which publishes the roster with it, or refuse it with a reason."""
    request, place = _managed(session, swap, asking, "swap.decide")
    if asking.person(request.unit_id) in request.people:
        raise Conflict("swap.own")
    require_open(request, place)
    if request.state != SwapState.AGREED:
        raise Conflict("swap.waiting")
    if given.approve:
        _approve(session, request, place, given, asking)
    else:
        _refuse(session, request, place, given, asking)
    session.flush()
    return managed(request, place)


def _approve(
    session: Session, request: SwapRequest, place: Standing, given: Decision, asking: Caller
) -> None:
    if given.publication != place.publication.number:
        raise Conflict("roster.changed")
    swap = require_still_lawful(session, place, swap_of(request.parts))
    change = Change(place.problem, apply(swap, place.roster), Source.SWAP)
    made = succeed(session, place, change, by=asking.account, language=asking.language)
    request.publication = made.number
    request.reason = given.reason.strip()
    end(request, SwapState.APPROVED, asking.account)
    noted(session, "swap.approve", request, asking.account)
    tell_others(session, "swap.approved", request, name_of(place.problem, request.asked_by))
    end_outrun(session, place.period, local_now())


def _refuse(
    session: Session, request: SwapRequest, place: Standing, given: Decision, asking: Caller
) -> None:
    request.reason = given.reason.strip()
    if not request.reason:
        raise Wrong("swap.reason", "reason")
    end(request, SwapState.REFUSED, asking.account)
    noted(session, "swap.refuse", request, asking.account)
    tell_others(session, "swap.refused", request, name_of(place.problem, request.asked_by))


def _managed(
    session: Session, swap: str, asking: Caller, action: str
) -> tuple[SwapRequest, Standing]:
    request = swap_for(session, swap, to_change=action != "swap.read")
    within(asking, action, request.unit_id)
    return request, standing(session, session.get_one(Period, request.period_id))
