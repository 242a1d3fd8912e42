"""The protocol of the discussion: written by the manager, signed by both sides (AML § 10-3)."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere
from api.hearing.preview import shown
from api.hearing.shapes import ProtocolFacts, ProtocolShape
from api.hearing.tables import Protocol
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.notices.telling import Told, tell_role
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller, Role

router = APIRouter(prefix="/api/periods/{period}/protocol", tags=["preview"])
SIDES = (Role.MANAGER, Role.REPRESENTATIVE)


@router.get("", dependencies=[Depends(may("protocol.read"))])
def read(period: str, asking: Asking, session: Db, response: Response) -> ProtocolShape:
    """Return the protocol."""
    found = period_for(session, period, asking, "protocol.read")
    kept = _require(session, found)
    tagged(response, kept.revision)
    return shape(kept)


@router.put("", dependencies=[Depends(may("protocol.write"))])
def write(
    period: str, given: ProtocolFacts, asking: Asking, session: Db, seen: Seen, response: Response
) -> ProtocolShape:
    """Write the protocol of the draft that is shown; a change takes signatures back.

    ``If-Match`` is ``"0"`` for the first one.
    """
    found = period_for(session, period, asking, "protocol.write")
    kept = _find(session, found)
    require(seen, 0 if kept is None else kept.revision)
    draft = shown(session, found)
    if kept is None:
        kept = Protocol(period_id=found.id, revision=0)
        session.add(kept)
    if final(kept):
        raise Conflict("protocol.final")
    kept.draft_id, kept.held, kept.present = draft.id, given.held, given.present
    kept.text, kept.agreed, kept.signatures = given.text, given.agreed, {}
    kept.revision += 1
    return _changed(session, "protocol.write", found, kept, asking, response)


@router.post("/signature", dependencies=[Depends(may("protocol.sign"))])
def sign(period: str, asking: Asking, session: Db, seen: Seen, response: Response) -> ProtocolShape:
    """Sign the protocol for one's side, as the one side or the other."""
    found = period_for(session, period, asking, "protocol.sign")
    kept = _require(session, found)
    require(seen, kept.revision)
    if final(kept):
        raise Conflict("protocol.final")
    side = next(role for role in SIDES if role in asking.roles(found.unit_id))
    told = {"name": asking.name, "at": now().isoformat()}
    kept.signatures = {**kept.signatures, side.value: told}
    kept.revision += 1
    if not final(kept):
        _tell_other(session, found, side)
    return _changed(session, "protocol.sign", found, kept, asking, response)


def _tell_other(session: Session, period: Period, signed: Role) -> None:
    """Tell the other side that its signature is waited for."""
    pages = {
        Role.MANAGER: f"/manager/periods/{period.id}/hearing",
        Role.REPRESENTATIVE: f"/representative/periods/{period.id}/protocol",
    }
    for side in set(SIDES) - {signed}:
        told = Told("protocol_waits", pages[side], {"period": period.name})
        tell_role(session, period.unit_id, side, told)


def final(kept: Protocol | None) -> bool:
    """Return whether both sides have signed."""
    return kept is not None and all(side.value in (kept.signatures or {}) for side in SIDES)


def _find(session: Session, period: Period) -> Protocol | None:
    return session.scalars(select(Protocol).where(Protocol.period_id == period.id)).one_or_none()


def _require(session: Session, period: Period) -> Protocol:
    kept = _find(session, period)
    if kept is None:
        raise NotThere("protocol.none")
    return kept


def _changed(
    session: Session,
    action: str,
    period: Period,
    kept: Protocol,
    asking: Caller,
    response: Response,
) -> ProtocolShape:
    session.flush()
    told = shape(kept)
    payload = told.model_dump(mode="json")
    note(session, Act(action, asking.account, f"period:{period.id}", period.unit_id, None, payload))
    tagged(response, kept.revision)
    return told


def shape(kept: Protocol) -> ProtocolShape:
    """Return a protocol as it is told."""
    return ProtocolShape.model_validate(
        {
            "period": kept.period_id,
            "draft": kept.draft_id,
            "held": kept.held,
            "present": kept.present,
            "text": kept.text,
            "agreed": kept.agreed,
            "signatures": kept.signatures,
            "final": final(kept),
            "revision": kept.revision,
        }
    )
