"""Whether a period's wish round is open: for all at once, never first come, first served."""

from __future__ import annotations

from datetime import datetime

from api.db.base import now
from api.errors import Conflict
from api.periods.tables import Period, Stage


def wishes_open(period: Period, at: datetime | None = None) -> bool:
    """Return whether wishes may be entered at a moment."""
    moment = at or now()
    begun = period.wishes_from is None or period.wishes_from <= moment
    ended = period.wishes_to is not None and period.wishes_to <= moment
    return period.stage == Stage.WISHING and begun and not ended


def require_open(period: Period) -> None:
    """Refuse wishes outside the round."""
    if not wishes_open(period):
        late = period.wishes_to is not None and period.wishes_to <= now()
        raise Conflict("wishes.late" if late else "wishes.closed")


def comments_open(period: Period) -> bool:
    """Return whether a preview may be commented on."""
    return period.stage == Stage.PREVIEW and (
        period.comments_to is None or now() < period.comments_to
    )
