"""Whom a step of a swap is told to, and the trace that it leaves."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.notices.tables import Notice
from api.notices.telling import Told, tell_person, tell_role
from api.policy.roles import Role
from api.swaps.tables import SwapPart, SwapRequest

STAFF_PAGE, MANAGER_PAGE = "/staff/swaps", "/manager/swaps"


def noted(
    session: Session, action: str, request: SwapRequest, by: str | None, person: str | None = None
) -> None:
    """Note what was done to a request; it is about the person, if one is named."""
    subject = f"{request.unit_id}/{person or request.asked_by}"
    told = {"state": request.state, "reason": request.reason, "publication": request.publication}
    payload = {name: value for name, value in told.items() if value}
    about = f"swap:{request.id}"
    note(session, Act(action, by, about, request.unit_id, subject, payload))


def tell_others(
    session: Session, kind: str, request: SwapRequest, name: str, but: Iterable[str | None] = ()
) -> None:
    """Tell those who take part, each the date of the own duty; ``name`` is who did it."""
    left_out = set(but)
    for part in request.parts:
        if part.person not in left_out:
            facts = {"name": name, "date": part.gives["date"], "swap": request.id}
            tell_person(session, request.unit_id, part.person, Told(kind, STAFF_PAGE, facts))


def tell_asker(session: Session, kind: str, request: SwapRequest, name: str) -> None:
    """Tell who asked."""
    others = [person for person in request.people if person != request.asked_by]
    tell_others(session, kind, request, name, but=others)


def tell_manager(session: Session, request: SwapRequest, name: str) -> None:
    """Tell the managers that a swap waits for them."""
    first = min(part.gives["date"] for part in request.parts)
    told = Told("swap.waiting", MANAGER_PAGE, {"name": name, "date": first, "swap": request.id})
    tell_role(session, request.unit_id, Role.MANAGER, told)


def forget(session: Session, unit: str, person: str) -> int:
    """Delete the requests in which somebody takes part and what was told of them; count them."""
    query = select(SwapRequest).join(SwapPart)
    query = query.where(SwapRequest.unit_id == unit, SwapPart.person == person)
    found = {request.id: request for request in session.scalars(query)}
    told = select(Notice).where(Notice.unit_id == unit, Notice.kind.startswith("swap."))
    for notice in session.scalars(told):
        if notice.facts.get("swap") in found:
            session.delete(notice)
    for request in found.values():
        session.delete(request)
    session.flush()
    return len(found)
