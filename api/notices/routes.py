"""One's own notices: read, and marked as seen."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy import select, update

from api.db.base import now
from api.http.context import Asking, Db, may
from api.notices.shapes import NoticeShape
from api.notices.tables import Notice

router = APIRouter(prefix="/api/notices", tags=["notices"])
MOST = 50  # notices that are listed


@router.get("", dependencies=[Depends(may("self.read"))])
def notices(asking: Asking, session: Db) -> list[NoticeShape]:
    """List one's own notices, the latest first."""
    query = select(Notice).where(Notice.account_id == asking.account)
    found = session.scalars(query.order_by(Notice.at.desc(), Notice.id).limit(MOST))
    return [shape(one) for one in found]


@router.post("/seen", status_code=204, dependencies=[Depends(may("self.write"))])
def seen(asking: Asking, session: Db) -> None:
    """Mark all of one's own notices as seen."""
    mine = (Notice.account_id == asking.account) & Notice.seen.is_(None)
    session.execute(update(Notice).where(mine).values(seen=now()))


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
