"""One's own wishes: entered a day at a time, also later from a phone that had no signal."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, Wrong
from api.http.context import Asking, Db, may
from api.periods.finding import period_for
from api.periods.rounds import require_open, wishes_open
from api.periods.tables import Period
from api.policy.roles import Caller
from api.units.wards import unit_of, ward_of
from api.wishes.persons import person_of
from api.wishes.shapes import Choice, MyWishes, Proposal, shape
from api.wishes.tables import Wish

router = APIRouter(prefix="/api/periods/{period}/wishes/mine", tags=["wishes"])


@router.get("", dependencies=[Depends(may("wish.own"))])
def mine(period: str, asking: Asking, session: Db) -> MyWishes:
    """Return one's wishes and what is left of the quota."""
    found = period_for(session, period, asking, "wish.own")
    return _told(session, found, person_of(asking, found))


@router.put("/{date}", dependencies=[Depends(may("wish.own"))])
def wish(period: str, date: dt.date, given: Choice, asking: Asking, session: Db) -> MyWishes:
    """Wish something for a date, in place of what was wished before; again changes nothing."""
    found = period_for(session, period, asking, "wish.own")
    require_open(found)
    person = person_of(asking, found)
    _require_possible(session, found, date, given)
    before = _told(session, found, person)
    kept = session.scalars(_of(found, person).where(Wish.date == date)).one_or_none()
    if kept is None:
        kept = Wish(period_id=found.id, person=person, date=date)
        session.add(kept)
    kept.kind, kept.shifts = given.kind.value, list(given.shifts)
    kept.strength, kept.reason, kept.source = given.strength, given.reason, "wish"
    kept.at = now()
    session.flush()
    told = _told(session, found, person)
    if told.used > max(found.most_wishes, before.used):
        raise Conflict("wish.quota", "date", count=found.most_wishes)
    if told.strong > max(found.most_strong, before.strong):
        raise Conflict("wish.strong", "strength", count=found.most_strong)
    said = {"date": str(date), **given.model_dump(mode="json", exclude={"reason"})}
    _note(session, "wish.put", found, person, asking, said)
    return told


@router.delete("/{date}", dependencies=[Depends(may("wish.own"))])
def unwish(period: str, date: dt.date, asking: Asking, session: Db) -> MyWishes:
    """Take back what was wished for a date; again changes nothing."""
    found = period_for(session, period, asking, "wish.own")
    require_open(found)
    person = person_of(asking, found)
    session.execute(
        delete(Wish).where(Wish.period_id == found.id, Wish.person == person, Wish.date == date)
    )
    _note(session, "wish.delete", found, person, asking, {"date": str(date)})
    return _told(session, found, person)


@router.put("", dependencies=[Depends(may("wish.own"))])
def propose(period: str, given: Proposal, asking: Asking, session: Db) -> MyWishes:
    """Hand in a whole line; single wishes stay, what an earlier proposal said goes away."""
    found = period_for(session, period, asking, "wish.own")
    require_open(found)
    person = person_of(asking, found)
    session.execute(
        delete(Wish).where(
            Wish.period_id == found.id, Wish.person == person, Wish.source == "proposal"
        )
    )
    session.flush()
    taken = {kept.date for kept in session.scalars(_of(found, person))}
    for number, duty in enumerate(given.duties):
        choice = Choice.model_validate({"kind": "want", "shifts": [duty.shift], "strength": 1})
        _require_possible(session, found, duty.date, choice, f"duties.{number}.")
        if duty.date in taken:
            continue
        taken.add(duty.date)
        session.add(
            Wish(
                period_id=found.id,
                person=person,
                date=duty.date,
                kind=choice.kind.value,
                shifts=choice.shifts,
                strength=1,
                source="proposal",
            )
        )
    session.flush()
    _note(session, "wish.propose", found, person, asking, given.model_dump(mode="json"))
    return _told(session, found, person)


def _of(period: Period, person: str) -> Select[Wish]:
    return (
        select(Wish).where(Wish.period_id == period.id, Wish.person == person).order_by(Wish.date)
    )


def _require_possible(
    session: Session, period: Period, date: dt.date, given: Choice, where: str = ""
) -> None:
    """Refuse dates outside the period and shifts that the ward does not have."""
    if not period.start <= date < period.start + dt.timedelta(days=period.days):
        raise Wrong("wish.date", f"{where}date", first=period.start, days=period.days)
    if not given.shifts:
        return
    known = {shift.code for shift in ward_of(session, unit_of(session, period.unit_id)).shifts}
    strange = [code for code in given.shifts if code not in known]
    if strange:
        raise Wrong("wish.shift", f"{where}shifts", shift=strange[0])


def _told(session: Session, period: Period, person: str) -> MyWishes:
    wishes = session.scalars(_of(period, person)).all()
    counted = [wish for wish in wishes if wish.source == "wish"]
    return MyWishes(
        period=period.id,
        person=person,
        open=wishes_open(period),
        closes=period.wishes_to,
        most_wishes=period.most_wishes,
        most_strong=period.most_strong,
        used=len(counted),
        strong=sum(wish.strength == 3 for wish in counted),
        proposed_at=max((w.at for w in wishes if w.source == "proposal"), default=None),
        wishes=[shape(wish, reason=True) for wish in wishes],
    )


def _note(
    session: Session,
    action: str,
    period: Period,
    person: str,
    asking: Caller,
    payload: dict[str, object],
) -> None:
    subject = f"{period.unit_id}/{person}"
    act = Act(action, asking.account, f"period:{period.id}", period.unit_id, subject, payload)
    note(session, act)
