"""Extra shifts over HTTP: said by each employee, or by the manager for one; seen by the manager."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.shapes import Asked
from api.accounts.tables import Account
from api.audit.chain import Act, note
from api.calls.choices import rows
from api.calls.tables import OwnCallChoice
from api.db.base import now
from api.errors import Conflict, NotThere, Wrong
from api.http.context import Asking, Db, may, within
from api.http.idempotency import IdempotencyKey, once
from api.notices.telling import Told, tell_person
from api.policy.roles import Caller
from api.units.wards import unit_of, ward_of
from rostering.domain.clock import OSLO
from rostering.domain.fields import Code, Id
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftKind
from rostering.domain.wishes import CallChoice, CallKind

router = APIRouter(prefix="/api/units/{unit}/call-choices", tags=["calls"])

PAGE = "/staff/wishes/extra"
MOST = 60  # choices of one person that have not ended
LONGEST = dt.timedelta(days=366)


class CallFacts(Asked):
    """Dates with a yes or a no to extra shifts; without shifts and kinds it speaks of any."""

    kind: CallKind = Field(examples=["volunteer"])
    first: dt.date
    last: dt.date
    shifts: list[Code] = Field(default_factory=list, max_length=20)
    kinds: list[ShiftKind] = Field(default_factory=list, max_length=5, examples=[["day"]])


class CallForPerson(CallFacts):
    """What somebody has said to the manager."""

    person: Id


class CallShape(BaseModel):
    """What somebody has said about extra shifts; ``id`` is None for what stands in the ward.

    ``said`` tells whether the person has said it in the app; else ``by`` is the manager who has
    entered it, where that is known.
    """

    id: str | None
    person: str
    name: str
    kind: CallKind
    first: dt.date
    last: dt.date
    shifts: list[str]
    kinds: list[ShiftKind]
    said: bool
    by: str


@router.get("/mine", dependencies=[Depends(may("call.own"))])
def mine(unit: str, asking: Asking, session: Db) -> list[CallShape]:
    """Return what one has said about extra shifts, and what the manager has entered for one."""
    person = _person(asking, unit)
    return [one for one in _all(session, unit, person) if one.person == person]


@router.post("/mine", status_code=201, dependencies=[Depends(may("call.own"))])
def add(
    unit: str, given: CallFacts, asking: Asking, session: Db, key: IdempotencyKey = None
) -> CallShape:
    """Say on which dates one wants extra shifts, or is not to be called."""
    person = _person(asking, unit)

    def make() -> CallShape:
        row = _kept(session, unit, person, given)
        _note(session, "call.create", row, asking)
        return _own(session, row, _names(ward_of(session, unit_of(session, unit))))

    return once(session, asking, key, (CallShape, f"calls of {unit}", given), make)


@router.delete("/mine/{choice}", status_code=204, dependencies=[Depends(may("call.own"))])
def remove(unit: str, choice: str, asking: Asking, session: Db) -> None:
    """Take back what one has said."""
    person = _person(asking, unit)
    found = session.get(OwnCallChoice, choice)
    if found is None or found.unit_id != unit or found.person != person:
        raise NotThere("thing.unknown")
    _note(session, "call.delete", found, asking)
    session.delete(found)


@router.post("", status_code=201, dependencies=[Depends(may("call.write"))])
def enter(
    unit: str, given: CallForPerson, asking: Asking, session: Db, key: IdempotencyKey = None
) -> CallShape:
    """Enter what somebody has said to the manager; the person is told, and may take it back."""
    within(asking, "call.write", unit)

    def make() -> CallShape:
        names = _names(ward_of(session, unit_of(session, unit)))
        if given.person not in names:
            raise Wrong("cell.person", "person", found=given.person)
        row = _kept(session, unit, given.person, given)
        row.by = asking.account
        session.flush()
        _note(session, "call.enter", row, asking)
        told = {"first": str(row.first), "last": str(row.last)}
        tell_person(session, unit, row.person, Told(f"call.{row.kind}", PAGE, told))
        return _own(session, row, names)

    return once(session, asking, key, (CallShape, f"calls for people of {unit}", given), make)


@router.delete("/{choice}", status_code=204, dependencies=[Depends(may("call.write"))])
def withdraw(unit: str, choice: str, asking: Asking, session: Db) -> None:
    """Take back what a manager has entered; what people say themselves is theirs alone."""
    within(asking, "call.write", unit)
    found = session.get(OwnCallChoice, choice)
    if found is None or found.unit_id != unit:
        raise NotThere("thing.unknown")
    if found.by is None:
        raise Conflict("call.theirs")
    _note(session, "call.withdraw", found, asking)
    told = {"first": str(found.first), "last": str(found.last)}
    tell_person(session, unit, found.person, Told("call.withdrawn", PAGE, told))
    session.delete(found)


@router.get("", dependencies=[Depends(may("call.read"))])
def of_unit(unit: str, asking: Asking, session: Db) -> list[CallShape]:
    """Return what everybody has said about extra shifts, for the manager who calls."""
    within(asking, "call.read", unit)
    return _all(session, unit, None)


def _person(asking: Caller, unit: str) -> str:
    within(asking, "call.own", unit)
    person = asking.person(unit)
    if person is None:
        raise Conflict("person.none")
    return person


def _kept(session: Session, unit: str, person: str, given: CallFacts) -> OwnCallChoice:
    _require_fit(session, unit, person, given, ward_of(session, unit_of(session, unit)))
    facts = given.model_dump(mode="python", exclude={"person"})
    row = OwnCallChoice(unit_id=unit, person=person, **facts)
    row.kind, row.kinds = given.kind.value, [kind.value for kind in given.kinds]
    session.add(row)
    session.flush()
    return row


def _require_fit(session: Session, unit: str, person: str, given: CallFacts, ward: Problem) -> None:
    if given.last < given.first or given.last - given.first > LONGEST:
        raise Wrong("call.span", "last")
    if given.last < _today():
        raise Wrong("call.past", "last")
    known = {shift.code for shift in ward.shifts}
    odd = next((code for code in given.shifts if code not in known), None)
    if odd is not None:
        raise Wrong("cell.shift", "shifts", found=odd)
    if sum(row.last >= _today() for row in rows(session, unit, person)) >= MOST:
        raise Conflict("call.many", most=MOST)


def _all(session: Session, unit: str, person: str | None) -> list[CallShape]:
    """Return what has not ended yet, by person and date."""
    ward = ward_of(session, unit_of(session, unit))
    names = _names(ward)
    said = [_own(session, row, names) for row in rows(session, unit, person) if row.person in names]
    entered = [_entered(one, names) for one in ward.call_choices]
    coming = [one for one in (*said, *entered) if one.last >= _today()]
    return sorted(coming, key=lambda one: (one.name, one.first, one.kind))


def _names(ward: Problem) -> dict[str, str]:
    return {person.id: person.name for person in ward.people}


def _own(session: Session, row: OwnCallChoice, names: dict[str, str]) -> CallShape:
    by = session.scalar(select(Account.name).where(Account.id == row.by)) if row.by else None
    return CallShape(
        id=row.id,
        person=row.person,
        name=names.get(row.person, row.person),
        kind=CallKind(row.kind),
        first=row.first,
        last=row.last,
        shifts=list(row.shifts),
        kinds=[ShiftKind(kind) for kind in row.kinds],
        said=row.by is None,
        by=by or "",
    )


def _entered(one: CallChoice, names: dict[str, str]) -> CallShape:
    return CallShape(
        id=None,
        person=one.person,
        name=names.get(one.person, one.person),
        kind=one.kind,
        first=one.first,
        last=one.end,
        shifts=list(one.shifts),
        kinds=list(one.kinds),
        said=False,
        by="",
    )


def _today() -> dt.date:
    return now().astimezone(OSLO).date()


def _note(session: Session, action: str, row: OwnCallChoice, asking: Caller) -> None:
    told = {"kind": row.kind, "first": str(row.first), "last": str(row.last)}
    subject = f"{row.unit_id}/{row.person}"
    about = f"call:{row.id}"
    note(session, Act(action, asking.account, about, row.unit_id, subject, told))
