"""Swaps as those see them who take part, and as the manager sees them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from api.periods.tables import Period
from api.rosters.standing import Standing, standing
from api.swaps.ending import stands
from api.swaps.judging import require_lawful, swap_of
from api.swaps.shapes import Effects, ManagedSwap, OwnEffect, PersonEffect, SwapShape
from api.swaps.tables import OPEN, SwapRequest
from api.swaps.telling import name_of, own_effect, told_answers, told_codes, told_gone
from rostering.errors import BadInput
from rostering.swap import Handover


def places(session: Session, requests: Iterable[SwapRequest]) -> dict[str, Standing]:
    """Return what holds in the periods of some requests."""
    periods = {request.period_id for request in requests}
    return {one: standing(session, session.get_one(Period, one)) for one in periods}


def seen(session: Session, request: SwapRequest, place: Standing, person: str) -> SwapShape:
    """Return a request as one sees it who takes part in it."""
    state, why = stands(request, place)
    lawful, own = _effect(session, request, place, person) if state in OPEN else (None, None)
    return SwapShape(
        id=request.id,
        kind=swap_of(request.parts).kind,
        state=state,
        why=why,
        reason=request.reason,
        asked_by=name_of(place.problem, request.asked_by),
        mine=request.asked_by == person,
        parts=told_answers(place.problem, request.parts, person),
        own=own,
        lawful=lawful,
        at=request.at,
        ended=request.ended,
    )


def _effect(
    session: Session, request: SwapRequest, place: Standing, person: str
) -> tuple[bool, OwnEffect | None]:
    try:
        found = require_lawful(session, place, swap_of(request.parts), "nb")
    except BadInput:
        return False, None
    return True, own_effect(place, found, person)


def managed(request: SwapRequest, place: Standing) -> ManagedSwap:
    """Return a request as the manager sees it."""
    state, why = stands(request, place)
    return ManagedSwap(
        id=request.id,
        kind=swap_of(request.parts).kind,
        state=state,
        why=why,
        reason=request.reason,
        asked_by=name_of(place.problem, request.asked_by),
        parts=told_answers(place.problem, request.parts, None),
        first=min(part.given.date for part in request.parts),
        at=request.at,
        agreed=request.agreed,
        ended=request.ended,
    )


def effects_of(session: Session, request: SwapRequest, place: Standing, language: str) -> Effects:
    """Return what a request changes, or the rules that stand in its way, in sentences."""
    number = place.publication.number
    try:
        swap = require_lawful(session, place, swap_of(request.parts), language)
    except BadInput as error:
        broken = [fault.found for fault in error.faults if fault.needed.startswith("no breach")]
        return Effects(
            publication=number, lawful=False, faults=broken, points=0, ore=0, gone=[], people=[]
        )
    return Effects(
        publication=number,
        lawful=True,
        faults=[],
        points=swap.points,
        ore=swap.ore,
        gone=told_gone(swap.gone),
        people=[_person(place, one) for one in swap.handovers],
    )


def _person(place: Standing, one: Handover) -> PersonEffect:
    return PersonEffect(
        person=one.person,
        name=name_of(place.problem, one.person),
        minutes=one.minutes,
        wishes=one.wishes,
        consents=list(one.consents),
        gone=told_gone(one.gone),
        off_before=told_codes(one.codes_before),
        off_after=told_codes(one.codes_after),
    )
