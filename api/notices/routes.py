"""One's own notices: read, counted, and marked as seen."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from sqlalchemy import func, select, update

from api.db.base import now
from api.http.context import Asking, Db, may
from api.notices.shapes import MOST, Looked, NoticeShape, Unseen
from api.notices.tables import Notice

router = APIRouter(prefix="/api/notices", tags=["notices"])


@router.get("", dependencies=[Depends(may("self.read"))])
def notices(asking: Asking, session: Db) -> list[NoticeShape]:
    """List one's own notices, the latest first."""
    query = select(Notice).where(Notice.account_id == asking.account)
    found = session.scalars(query.order_by(Notice.at.desc(), Notice.id).limit(MOST))
    return [shape(one) for one in found]


@router.get("/unseen", dependencies=[Depends(may("self.read"))])
def unseen(asking: Asking, session: Db, request: Request) -> Unseen:
    """Count one's own notices that have not been seen.

    Screens ask this by themselves, so it does not keep the session of somebody who has left.
    """
    request.state.seen = None
    mine = (Notice.account_id == asking.account) & Notice.seen.is_(None)
    return Unseen(count=session.scalar(select(func.count()).where(mine)) or 0)


@router.post("/seen", status_code=204, dependencies=[Depends(may("self.write"))])
def seen(given: Looked, asking: Asking, session: Db) -> None:
    """Mark one's own notices as seen: those that were looked at, not one that came meanwhile."""
    mine = (Notice.account_id == asking.account) & Notice.seen.is_(None)
    these = Notice.id.in_(given.notices)
    session.execute(update(Notice).where(mine, these).values(seen=now()))


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
