"""Wish rounds: everybody is told when one opens, and once more the day before it closes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.db.base import now
from api.db.engine import Database
from api.notices.tables import Announced
from api.notices.telling import Told, tell_role
from api.periods.rounds import wishes_open
from api.periods.tables import Period, Stage
from api.policy.roles import Role
from rostering.domain.clock import OSLO

OPEN, CLOSING = "open", "closing"
WAKING = 8  # hour of the day before from which people are reminded
SHORT = timedelta(days=1)
"""Who was told of a round less than this ago need not be reminded."""
WISHES = "/staff/wishes"


def announce_due(database: Database, at: datetime | None = None) -> None:
    """Tell of all rounds that have opened, or will close tomorrow."""
    with database.reading() as session:
        periods = session.scalars(select(Period).where(Period.stage == Stage.WISHING.value))
        waiting = [period.id for period in periods if _untold(session, period, at or now())]
    for period in waiting:
        with database.writing() as session:
            found = session.get(Period, period, with_for_update=True)
            if found is not None:
                announce(session, found, at)


def announce(session: Session, period: Period, at: datetime | None = None) -> None:
    """Tell the staff what there is to tell of a period's round, each thing once."""
    moment = at or now()
    for what in _untold(session, period, moment):
        until = _until(period)
        session.add(Announced(period_id=period.id, kind=what, until=until, at=moment))
        facts = {"period": period.name, **({"until": until} if until else {})}
        kind = "wishes_closing" if what == CLOSING else "wishes_open"
        if until and what == OPEN:
            kind = "wishes_open_until"
        tell_role(session, period.unit_id, Role.EMPLOYEE, Told(kind, WISHES, facts))


def begin_again(session: Session, period: Period) -> None:
    """A round that is opened once more is told of once more."""
    session.execute(delete(Announced).where(Announced.period_id == period.id))


def _untold(session: Session, period: Period, at: datetime) -> list[str]:
    if not wishes_open(period, at):
        return []
    query = select(Announced).where(Announced.period_id == period.id)
    told = {(one.kind, one.until): one.at for one in session.scalars(query)}
    opened = [moment for (kind, _), moment in told.items() if kind == OPEN]
    if not opened:
        return [OPEN]
    again = (CLOSING, _until(period)) in told
    return [CLOSING] if not again and at - max(opened) >= SHORT and _closing(period, at) else []


def _closing(period: Period, at: datetime) -> bool:
    """Return whether the day before the last one has begun for people who sleep at night."""
    if period.wishes_to is None:
        return False
    last = (period.wishes_to - timedelta(seconds=1)).astimezone(OSLO)
    eve = (last - timedelta(days=1)).replace(hour=WAKING, minute=0, second=0, microsecond=0)
    return at >= eve


def _until(period: Period) -> str:
    return "" if period.wishes_to is None else period.wishes_to.isoformat(timespec="seconds")
