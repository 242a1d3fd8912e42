"""How requests end: by somebody's word, or because the roster or the clock has outrun them."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from api.db.engine import Database
from api.errors import Conflict, NotThere
from api.periods.finding import alone
from api.periods.tables import Period
from api.rosters.courts import Kept
from api.rosters.standing import Standing, standing
from api.swaps.judging import outrun, require_lawful, swap_of
from api.swaps.moments import moment
from api.swaps.notices import noted, tell_others
from api.swaps.tables import OPEN, SwapRequest, SwapState
from api.swaps.telling import name_of
from rostering.domain.canonical import content_hash
from rostering.errors import BadInput

_LAWFUL: Kept[bool] = Kept(256)
"""Whether open requests are lawful in a roster and ward, so that each is judged once."""


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
    query = _open().where(SwapRequest.period_id == place.period.id)
    for request in session.scalars(query).all():
        state, why = stands(request, place)
        if state is SwapState.VOID:
            _void(session, request, place, why)


def end_lapsed(database: Database) -> None:
    """End swaps that the clock or a change of the ward has outrun, and tell those concerned.

    A worker looks every minute: nobody changes the roster when a duty begins, or when somebody
    falls ill, and who waits for an answer is to hear that none comes.
    """
    with database.reading() as session:
        waiting = session.scalars(_open()).all()
        found = [one.id for one in waiting if _lapse(session, one, _place(session, one))]
    for swap in found:
        with database.writing() as session:
            request = swap_for(session, swap)
            place = _place(session, request)
            if request.is_open and (why := _lapse(session, request, place)):
                _void(session, request, place, why)


def _open() -> Select[SwapRequest]:
    return select(SwapRequest).where(SwapRequest.state.in_([state.value for state in OPEN]))


def _place(session: Session, request: SwapRequest) -> Standing:
    return standing(session, session.get_one(Period, request.period_id))


def _lapse(session: Session, request: SwapRequest, place: Standing) -> str:
    """Return why an open request has come to nothing; empty while it has not."""
    state, why = stands(request, place)
    if state is SwapState.VOID:
        return why

    def judge() -> bool:
        try:
            require_lawful(session, place, swap_of(request.parts), "nb")
        except BadInput:
            return False
        return True

    key = (request.id, place.publication.id, content_hash(place.problem))
    return "" if _LAWFUL.get(key, judge) else "outrun"


def _void(session: Session, request: SwapRequest, place: Standing, why: str) -> None:
    request.why = why
    end(request, SwapState.VOID, None)
    noted(session, "swap.void", request, None)
    tell_others(session, "swap.void", request, name_of(place.problem, request.asked_by))
