"""Those who are asked accept or decline their own part; who has asked may take it back."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may
from api.periods.tables import Period
from api.policy.roles import Caller
from api.rosters.standing import Standing, standing
from api.swaps.asking import person_for
from api.swaps.ending import end, require_open, swap_for
from api.swaps.judging import require_still_lawful, swap_of
from api.swaps.moments import moment
from api.swaps.notices import noted, tell_asker, tell_manager, tell_others
from api.swaps.seeing import seen
from api.swaps.shapes import AnswerGiven, SwapShape
from api.swaps.tables import Answer, SwapPart, SwapRequest, SwapState
from api.swaps.telling import name_of

router = APIRouter(prefix="/api/swaps", tags=["swaps"])


@router.post("/{swap}/answer", dependencies=[Depends(may("swap.own"))])
def answer(swap: str, given: AnswerGiven, asking: Asking, session: Db) -> SwapShape:
    """Accept or decline one's own part; also an acceptance may be taken back while it waits."""
    request, part, place = _mine(session, swap, asking)
    if part.person == request.asked_by:
        raise Conflict("swap.asker")
    require_open(request, place)
    if given.accept and part.answer != Answer.WAITING:
        raise Conflict("swap.answered")
    part.answer = (Answer.ACCEPTED if given.accept else Answer.DECLINED).value
    part.answered = moment()
    if given.accept:
        _accepted(session, request, part, place, asking)
    else:
        end(request, SwapState.DECLINED, asking.account)
        noted(session, "swap.decline", request, asking.account, part.person)
        name = name_of(place.problem, part.person)
        tell_others(session, "swap.declined", request, name, but=[part.person])
    session.flush()
    return seen(session, request, place, part.person)


def _accepted(
    session: Session, request: SwapRequest, part: SwapPart, place: Standing, asking: Caller
) -> None:
    require_still_lawful(session, place, swap_of(request.parts))
    name = name_of(place.problem, part.person)
    if all(one.answer == Answer.ACCEPTED for one in request.parts):
        request.state, request.agreed = SwapState.AGREED.value, moment()
        tell_manager(session, request, name_of(place.problem, request.asked_by))
    tell_asker(session, "swap.accepted", request, name)
    noted(session, "swap.accept", request, asking.account, part.person)


@router.post("/{swap}/withdrawal", dependencies=[Depends(may("swap.own"))])
def withdraw(swap: str, asking: Asking, session: Db) -> SwapShape:
    """Take back what one has asked for, while the manager has not decided."""
    request, part, place = _mine(session, swap, asking)
    if part.person != request.asked_by:
        raise Conflict("swap.partner")
    require_open(request, place)
    end(request, SwapState.WITHDRAWN, asking.account)
    noted(session, "swap.withdraw", request, asking.account, part.person)
    name = name_of(place.problem, part.person)
    tell_others(session, "swap.withdrawn", request, name, but=[part.person])
    return seen(session, request, place, part.person)


def _mine(session: Session, swap: str, asking: Caller) -> tuple[SwapRequest, SwapPart, Standing]:
    """Return a request in which the caller takes part, the own part, and what holds."""
    request = swap_for(session, swap)
    person = person_for(asking, request.unit_id)
    part = request.part_of(person)
    if part is None:
        raise NotThere("thing.unknown")
    return request, part, standing(session, session.get_one(Period, request.period_id))
