"""Extra shifts over HTTP: said by each employee, seen by the manager."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from api.accounts.shapes import Asked
from api.audit.chain import Act, note
from api.calls.choices import rows
from api.calls.tables import OwnCallChoice
from api.db.base import now
from api.errors import Conflict, NotThere, Wrong
from api.http.context import Asking, Db, may, within
from api.http.idempotency import IdempotencyKey, once
from api.policy.roles import Caller
from api.units.wards import unit_of, ward_of
from rostering.domain.clock import OSLO
from rostering.domain.fields import Code
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftKind
from rostering.domain.wishes import CallChoice, CallKind

router = APIRouter(prefix="/api/units/{unit}/call-choices", tags=["calls"])

MOST = 60  # choices of one person that have not ended
LONGEST = dt.timedelta(days=366)


class CallFacts(Asked):
    """Dates with a yes or a no to extra shifts; without shifts and kinds it speaks of any."""

    kind: CallKind = Field(examples=["volunteer"])
    first: dt.date
    last: dt.date
    shifts: list[Code] = Field(default_factory=list, max_length=20)
    kinds: list[ShiftKind] = Field(default_factory=list, max_length=5, examples=[["day"]])


class CallShape(BaseModel):
    """What somebody has said about extra shifts; ``id`` is None for what the manager entered."""

    id: str | None
    person: str
    name: str
    kind: CallKind
    first: dt.date
    last: dt.date
    shifts: list[str]
    kinds: list[ShiftKind]


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
        ward = ward_of(session, unit_of(session, unit))
        _require_fit(session, unit, person, given, ward)
        row = OwnCallChoice(unit_id=unit, person=person, **given.model_dump(mode="python"))
        row.kind, row.kinds = given.kind.value, [kind.value for kind in given.kinds]
        session.add(row)
        session.flush()
        _note(session, "call.create", row, asking)
        return _own(row, _names(ward))

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
    said = [_own(row, names) for row in rows(session, unit, person) if row.person in names]
    entered = [_entered(one, names) for one in ward.call_choices]
    coming = [one for one in (*said, *entered) if one.last >= _today()]
    return sorted(coming, key=lambda one: (one.name, one.first, one.kind))


def _names(ward: Problem) -> dict[str, str]:
    return {person.id: person.name for person in ward.people}


def _own(row: OwnCallChoice, names: dict[str, str]) -> CallShape:
    return CallShape(
        id=row.id,
        person=row.person,
        name=names.get(row.person, row.person),
        kind=CallKind(row.kind),
        first=row.first,
        last=row.last,
        shifts=list(row.shifts),
        kinds=[ShiftKind(kind) for kind in row.kinds],
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
    )


def _today() -> dt.date:
    return now().astimezone(OSLO).date()


def _note(session: Session, action: str, row: OwnCallChoice, asking: Caller) -> None:
    told = {"kind": row.kind, "first": str(row.first), "last": str(row.last)}
    subject = f"{row.unit_id}/{row.person}"
    about = f"call:{row.id}"
    note(session, Act(action, asking.account, about, row.unit_id, subject, told))
