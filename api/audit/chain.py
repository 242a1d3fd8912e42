"""Add to the audit log, check that nobody has changed it, and erase what is personal in it."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from api.audit.tables import AuditEntry, AuditPayload
from api.db.base import now

FIRST = "0" * 64
_LOCK = 7_305_001  # any number that no other advisory lock of this service uses


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be noted: who did what to which thing, in which unit, and the personal part."""

    action: str
    actor: str | None
    about: str
    unit: str | None = None
    subject: str | None = None
    payload: dict[str, Any] | None = None


def note(session: Session, act: Act) -> AuditEntry:
    """Add an act in the transaction of the change itself: both are kept or neither."""
    session.flush()  # rows first, then the chain: who has that waits for no row that was changed
    _alone(session)
    before = session.scalars(
        select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)
    ).one_or_none()
    salt, payload = secrets.token_hex(16), act.payload or {}
    entry = AuditEntry(
        number=1 if before is None else before.number + 1,
        at=now(),
        actor=act.actor,
        action=act.action,
        unit_id=act.unit,
        about=act.about,
        digest=_digest(salt, payload),
        previous=FIRST if before is None else before.hash,
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    if payload:
        kept = AuditPayload(number=entry.number, subject=act.subject, salt=salt, payload=payload)
        session.add(kept)
        session.flush()
    return entry


def _alone(session: Session) -> None:
    """Let one transaction at a time add to the chain; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _digest(salt: str, payload: dict[str, Any]) -> str:
    told = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{salt}{told}".encode()).hexdigest()


def _hash(entry: AuditEntry) -> str:
    told = [
        entry.number,
        _moment(entry.at),
        entry.actor,
        entry.action,
        entry.unit_id,
        entry.about,
        entry.digest,
        entry.previous,
    ]
    text_of_it = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text_of_it.encode()).hexdigest()


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Break:
    """An entry that does not fit, and why: ``missing``, ``changed`` or ``payload``."""

    number: int
    why: str


def verify(session: Session) -> Iterator[Break]:
    """Yield where the chain is broken: an entry changed or taken away, or a payload changed.

    A payload that was erased breaks nothing. Entries cut off at the end leave no trace in the
    chain itself; keep the last hash (``last``) elsewhere to notice that.
    """
    payloads = {kept.number: kept for kept in session.scalars(select(AuditPayload))}
    number, previous = 0, FIRST
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.number)):
        number += 1
        if entry.number != number:
            yield Break(number, "missing")
            number = entry.number
        elif entry.previous != previous or _hash(entry) != entry.hash:
            yield Break(number, "changed")
        kept = payloads.get(entry.number)
        if kept is not None and _digest(kept.salt, kept.payload) != entry.digest:
            yield Break(entry.number, "payload")
        previous = entry.hash


def last(session: Session) -> tuple[int, str]:
    """Return the number and hash of the last entry."""
    row = session.execute(
        select(AuditEntry.number, AuditEntry.hash).order_by(AuditEntry.number.desc()).limit(1)
    ).one_or_none()
    return (0, FIRST) if row is None else (row[0], row[1])


def erase(session: Session, subject: str) -> int:
    """Erase all payloads about a person; the entries stay. Return how many there were."""
    count = session.scalar(select(func.count()).where(AuditPayload.subject == subject)) or 0
    session.execute(delete(AuditPayload).where(AuditPayload.subject == subject))
    return count
