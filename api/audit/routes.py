"""The audit log for administrators: searched, verified, and a person erased from its payloads."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from sqlalchemy import ColumnElement, select

from api.accounts.shapes import Asked
from api.accounts.tables import Account
from api.audit.chain import last, verify
from api.audit.erasing import erase_person
from api.audit.tables import AuditEntry, AuditPayload
from api.http.context import Asking, Db, may
from api.http.pages import After, Limit, Page
from rostering.domain.clock import OSLO

router = APIRouter(prefix="/api", tags=["audit"])
_FIRST, _LAST, _DAY = dt.date(2000, 1, 1), dt.date(2999, 1, 1), dt.timedelta(days=1)


class EntryShape(BaseModel):
    """An entry; ``payload`` is None where there was none or it has been erased."""

    number: int
    at: dt.datetime
    actor: str | None
    actor_name: str
    action: str
    unit: str | None
    about: str
    hash: str
    payload: dict[str, Any] | None


class Verified(BaseModel):
    """Whether the chain holds; ``hash`` is its last, to be kept elsewhere."""

    entries: int
    hash: str
    breaks: list[str]


class Erasure(Asked):
    """A person to be erased: by account, or by unit and id in its ward."""

    account: str | None = Field(default=None, max_length=32)
    unit: str | None = Field(default=None, max_length=32)
    person: str | None = Field(default=None, max_length=80)


class Erased(BaseModel):
    """What was erased, by kind."""

    payloads: int
    wishes: int
    comments: int
    links: int
    notices: int
    questions: int
    burdens: int
    delegations: int
    offers: int
    swaps: int
    account: bool


class Sought(BaseModel):
    """What is looked for: beginnings of action, unit and thing; who; days in Norway."""

    action: str = ""
    unit: str = ""
    about: str = ""
    actor: str = Field(default="", max_length=32, description="The account that acted.")
    first: dt.date | None = None
    last: dt.date | None = None


@router.get("/audit", dependencies=[Depends(may("audit.read"))])
def search(
    session: Db, sought: Annotated[Sought, Query()], limit: Limit = 50, after: After = ""
) -> Page[EntryShape]:
    """Search the log, the latest first; both dates are included."""
    query = select(AuditEntry, AuditPayload.payload, Account.name)
    query = query.outerjoin(AuditPayload, AuditPayload.number == AuditEntry.number)
    query = query.outerjoin(Account, Account.id == AuditEntry.actor).where(*_wanted(sought))
    if after.isdecimal():
        query = query.where(AuditEntry.number < int(after[:15]))
    rows = session.execute(query.order_by(AuditEntry.number.desc()).limit(limit + 1)).all()
    more = str(rows[limit - 1][0].number) if len(rows) > limit else ""
    return Page(items=[_shape(*row) for row in rows[:limit]], next=more)


def _wanted(sought: Sought) -> list[ColumnElement[bool]]:
    begun = (
        (AuditEntry.action, sought.action),
        (AuditEntry.unit_id, sought.unit),
        (AuditEntry.about, sought.about),
    )
    found = [column.startswith(text, autoescape=True) for column, text in begun if text]
    if sought.actor:
        found.append(AuditEntry.actor == sought.actor)
    if sought.first:
        found.append(AuditEntry.at >= _midnight(sought.first))
    if sought.last:
        found.append(AuditEntry.at < _midnight(min(sought.last, _LAST) + _DAY))
    return found


def _midnight(day: dt.date) -> dt.datetime:
    """Return when a day begins in Norway; no entry is older or younger than the bounds."""
    return dt.datetime.combine(min(max(day, _FIRST), _LAST + _DAY), dt.time(), OSLO)


def _shape(entry: AuditEntry, payload: dict[str, Any] | None, name: str | None) -> EntryShape:
    return EntryShape(
        number=entry.number,
        at=entry.at,
        actor=entry.actor,
        actor_name=name or "",
        action=entry.action,
        unit=entry.unit_id,
        about=entry.about,
        hash=entry.hash,
        payload=payload,
    )


@router.get("/audit/verification", dependencies=[Depends(may("audit.read"))])
def verification(session: Db) -> Verified:
    """Check the whole chain."""
    count, digest = last(session)
    breaks = [f"{found.number}: {found.why}" for found in verify(session)]
    return Verified(entries=count, hash=digest, breaks=breaks)


@router.post("/erasures", dependencies=[Depends(may("person.erase"))])
def erase(given: Erasure, asking: Asking, session: Db) -> Erased:
    """Erase a person: wishes, comments, links, account and all payloads; the chain stays whole.

    Published rosters stay: they are what the employer must keep of working time (AML § 10-7).
    """
    return Erased(**erase_person(session, asking, given.account, given.unit, given.person))
