"""One's own notices: read, counted, and marked as seen."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from sqlalchemy import ColumnElement, func, select, update

from api.db.base import now
from api.errors import NotThere
from api.http.context import Asking, Db, may
from api.notices.shapes import Looked, NoticeShape, Unseen
from api.notices.tables import Notice
from api.policy.roles import Caller

router = APIRouter(prefix="/api/notices", tags=["notices"])
MOST = 50  # notices that are listed


@router.get("", dependencies=[Depends(may("self.read"))])
def notices(asking: Asking, session: Db) -> list[NoticeShape]:
    """List one's own notices, the latest first."""
    query = select(Notice).where(_mine(asking))
    found = session.scalars(query.order_by(Notice.at.desc(), Notice.id).limit(MOST))
    return [shape(one) for one in found]


@router.get("/unseen", dependencies=[Depends(may("self.read"))])
def unseen(asking: Asking, session: Db, request: Request) -> Unseen:
    """Count one's own notices that have not been seen.

    Screens ask this by themselves, so it does not keep the session of somebody who has left.
    """
    request.state.seen = None
    counted = select(func.count()).where(_mine(asking), Notice.seen.is_(None))
    return Unseen(count=session.scalar(counted) or 0)


@router.post("/seen", status_code=204, dependencies=[Depends(may("self.write"))])
def seen(given: Looked, asking: Asking, session: Db) -> None:
    """Mark one's own notices as seen: what was looked at, not one that came meanwhile."""
    mine = Notice.account_id == asking.account
    latest = session.scalar(select(Notice.at).where(mine, Notice.id == given.latest))
    if latest is None:
        raise NotThere("thing.unknown", "latest")
    these = Notice.seen.is_(None) & (Notice.at <= latest)
    session.execute(update(Notice).where(mine, these).values(seen=now()))


def _mine(asking: Caller) -> ColumnElement[bool]:
    """Match one's own notices, of units in which one still has a role."""
    mine = Notice.account_id == asking.account
    if any(held.unit is None for held in asking.held):
        return mine
    return mine & Notice.unit_id.in_(asking.units)


def shape(made: Notice) -> NoticeShape:
    """Return a notice as it is told."""
    return NoticeShape(
        id=made.id,
        unit=made.unit_id,
        kind=made.kind,
        facts=made.facts,
        about=made.about,
        at=made.at,
        seen=made.seen is not None,
    )
