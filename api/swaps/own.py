"""One's own swaps: whom one could swap with, asking for one, and all in which one takes part."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.http.idempotency import IdempotencyKey, once
from api.rosters.standing import Standing
from api.swaps.asking import (
    asked_swap,
    hours_before,
    keep,
    person_for,
    reachable,
    require_duty,
    require_early,
    require_new,
)
from api.swaps.judging import held_on, possible
from api.swaps.moments import begins, moment
from api.swaps.notices import noted, tell_others
from api.swaps.seeing import places, seen
from api.swaps.shapes import NewSwap, PossibleSwap, PossibleSwaps, SwapShape
from api.swaps.tables import SwapPart, SwapRequest
from api.swaps.telling import name_of, own_effect, told_duty, told_part
from rostering.domain.fields import Code
from rostering.domain.roster import Assignment
from rostering.errors import BadInput
from rostering.swap import Swap, SwapKind

router = APIRouter(prefix="/api", tags=["swaps"])
MOST, USUAL = 40, 20
LISTED = 60  # requests that one sees, the latest
SPARE = 2  # times as many are looked for where those of two people will not do


@router.get("/units/{unit}/swaps/possible/{date}", dependencies=[Depends(may("swap.own"))])
def possible_swaps(
    unit: str,
    date: dt.date,
    asking: Asking,
    session: Db,
    shift: Code | None = None,
    kind: SwapKind | None = None,
    most: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
) -> PossibleSwaps:
    """Find the lawful swaps of one's own duty, the best first; nothing is written.

    The shift is needed where one has several duties on the date; without a kind both are told.
    """
    person = person_for(asking, unit)
    place = held_on(session, unit, date)
    if place is None:
        raise Conflict("swap.duty", "date")
    duty = require_duty(place, person, date, shift, "date")
    require_early(session, place, [duty])
    by = begins(place.problem, duty) - dt.timedelta(hours=hours_before(session, unit))
    found = _found(session, place, duty, kind, most)
    return PossibleSwaps(
        duty=told_duty(place.problem, duty),
        ask_by=by,
        swaps=[told_possible(place, swap, person) for swap in found],
    )


def _found(
    session: Session, place: Standing, duty: Assignment, kind: SwapKind | None, most: int
) -> list[Swap]:
    """Return the swaps whose people can all answer, and none of whose duties begins too soon."""
    unit = place.period.unit_id
    people, since = reachable(session, unit), moment()
    since += dt.timedelta(hours=hours_before(session, unit))

    def may_ask(other: Assignment) -> bool:
        return other.person in people and begins(place.problem, other) > since

    three_way, enough = kind is not SwapKind.TWO_WAY, most
    if kind is SwapKind.THREE_WAY:
        enough *= SPARE
    if duty.person not in people:
        return []
    try:
        found = possible(session, place, duty, enough, three_way=three_way, may_ask=may_ask)
    except BadInput as error:
        raise Conflict("swap.closed", "date") from error
    return [swap for swap in found if kind in {None, swap.kind}][:most]


def told_possible(place: Standing, swap: Swap, person: str) -> PossibleSwap:
    """Return a swap as the one who looks for it sees it: of colleagues, their duties alone."""
    mine = next(one for one in swap.handovers if one.person == person)
    return PossibleSwap(
        kind=swap.kind,
        parts=[told_part(place.problem, one, person) for one in swap.handovers],
        own=own_effect(place, swap, person),
        suits=mine.wishes > 0,
    )


@router.post("/units/{unit}/swaps", status_code=201, dependencies=[Depends(may("swap.own"))])
def ask(
    unit: str, given: NewSwap, asking: Asking, session: Db, key: IdempotencyKey = None
) -> SwapShape:
    """Ask colleagues for a swap; what is not lawful cannot be asked for."""
    person = person_for(asking, unit)

    def make() -> SwapShape:
        mine = next((one for one in given.handovers if one.person == person), given.handovers[0])
        place = held_on(session, unit, mine.gives.date, to_change=True)
        if place is None:
            raise Conflict("swap.duty", "handovers")
        swap = asked_swap(session, place, given, person)
        require_new(session, place, swap, person)
        request = keep(session, place, swap, person)
        noted(session, "swap.ask", request, asking.account, person)
        name = name_of(place.problem, person)
        tell_others(session, "swap.asked", request, name, but=[person])
        return seen(session, request, place, person)

    return once(session, asking, key, (SwapShape, f"swaps of {unit}", given), make)


@router.get("/units/{unit}/swaps/mine", dependencies=[Depends(may("swap.own"))])
def mine(unit: str, asking: Asking, session: Db) -> list[SwapShape]:
    """List the swaps in which one takes part, the latest first."""
    person = person_for(asking, unit)
    query = (
        select(SwapRequest)
        .join(SwapPart)
        .where(SwapRequest.unit_id == unit, SwapPart.person == person)
        .order_by(SwapRequest.at.desc(), SwapRequest.id)
        .limit(LISTED)
    )
    found = session.scalars(query).all()
    holding = places(session, found)
    return [seen(session, one, holding[one.period_id], person) for one in found]
