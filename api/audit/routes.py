"""The audit log for administrators: searched, verified, and a person erased from its payloads."""

from __future__ import annotations

import datetime as dt
from typing import Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy import select

from api.accounts.shapes import Asked
from api.accounts.tables import Account
from api.audit.chain import last, verify
from api.audit.erasing import erase_person
from api.audit.tables import AuditEntry, AuditPayload
from api.http.context import Asking, Db, may
from api.http.pages import After, Limit, Page

router = APIRouter(prefix="/api", tags=["audit"])


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
    account: bool


@router.get("/audit", dependencies=[Depends(may("audit.read"))])
def search(
    session: Db,
    limit: Limit = 50,
    after: After = "",
    action: str = "",
    unit: str = "",
    about: str = "",
) -> Page[EntryShape]:
    """Search the log, the latest first."""
    query = select(AuditEntry, AuditPayload.payload, Account.name)
    query = query.outerjoin(AuditPayload, AuditPayload.number == AuditEntry.number)
    query = query.outerjoin(Account, Account.id == AuditEntry.actor)
    for column, wanted in (
        (AuditEntry.action, action),
        (AuditEntry.unit_id, unit),
        (AuditEntry.about, about),
    ):
        query = query.where(column.startswith(wanted, autoescape=True)) if wanted else query
    if after.isdecimal():
        query = query.where(AuditEntry.number < int(after[:15]))
    rows = session.execute(query.order_by(AuditEntry.number.desc()).limit(limit + 1)).all()
    more = str(rows[limit - 1][0].number) if len(rows) > limit else ""
    return Page(items=[_shape(*row) for row in rows[:limit]], next=more)


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
