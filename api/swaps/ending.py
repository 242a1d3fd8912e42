"""How requests end: by somebody's word, or because the roster or the clock has outrun them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import Conflict, NotThere
from api.periods.finding import alone
from api.rosters.standing import Standing
from api.swaps.judging import outrun
from api.swaps.moments import moment
from api.swaps.notices import noted, tell_others
from api.swaps.tables import OPEN, SwapRequest, SwapState
from api.swaps.telling import name_of


def swap_for(session: Session, swap: str, *, to_change: bool = True) -> SwapRequest:
    """Return a request, kept from others until what changes it is done; policy is the caller's."""
    found = session.get(SwapRequest, swap)
    if found is None:
        raise NotThere("thing.unknown")
    if to_change:
        alone(session, found.period_id)
        session.refresh(found, with_for_update=True)
    return found


def stands(request: SwapRequest, place: Standing) -> tuple[SwapState, str]:
    """Return where a request stands in the roster that holds, and why if it is void."""
    if request.is_open and (why := outrun(place, [part.given for part in request.parts])):
        return SwapState.VOID, why
    return SwapState(request.state), request.why


def require_open(request: SwapRequest, place: Standing) -> None:
    """Refuse to act on a request that has ended or come to nothing."""
    if not request.is_open:
        raise Conflict("swap.ended")
    if stands(request, place)[0] is SwapState.VOID:
        raise Conflict("swap.void")


def end(request: SwapRequest, state: SwapState, by: str | None) -> None:
    """End a request."""
    request.state = state.value
    request.ended = moment()
    request.ended_by = by


def void_outrun(session: Session, place: Standing) -> None:
    """End what the roster that holds now has outrun in a period, and tell those concerned."""
    query = select(SwapRequest).where(
        SwapRequest.period_id == place.period.id,
        SwapRequest.state.in_([state.value for state in OPEN]),
    )
    for request in session.scalars(query).all():
        state, why = stands(request, place)
        if state is SwapState.VOID:
            request.why = why
            end(request, SwapState.VOID, None)
            noted(session, "swap.void", request, None)
            tell_others(session, "swap.void", request, name_of(place.problem, request.asked_by))
