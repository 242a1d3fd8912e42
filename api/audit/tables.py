"""The audit log: entries chained by hashes, and apart from them what an entry was about."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Digest, Document, Id, Moment, Short, Table, now


class AuditEntry(Table):
    """One act. ``digest`` is over salt and payload, ``hash`` over the entry and the one before.

    It holds no personal data but ids, so that it can stay for good.
    """

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[Moment] = mapped_column(default=now)
    actor: Mapped[Id | None]
    action: Mapped[Code] = mapped_column(index=True)
    unit_id: Mapped[Id | None] = mapped_column(index=True)
    about: Mapped[Short] = mapped_column(index=True)
    digest: Mapped[Digest]
    previous: Mapped[Digest]
    hash: Mapped[Digest]


class AuditPayload(Table):
    """What an entry was about, with its salt; erased when a person in it is.

    ``subject`` names that person: an account's id, or a unit's id and a person of its ward.
    """

    __tablename__ = "audit_payload"

    number: Mapped[int] = mapped_column(
        ForeignKey("audit_entry.number"), primary_key=True, autoincrement=False
    )
    subject: Mapped[Short | None] = mapped_column(index=True)
    salt: Mapped[Digest]
    payload: Mapped[Document]
