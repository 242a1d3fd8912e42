"""Answers to creations that carried an idempotency key."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Digest, Document, Id, Moment, Short, Table, now


class IdempotentAnswer(Table):
    """What was answered to a key, so that a repeated request creates nothing twice."""

    __tablename__ = "idempotent_answer"

    account_id: Mapped[Id] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[Short] = mapped_column(primary_key=True)
    request: Mapped[Digest]
    body: Mapped[Document]
    at: Mapped[Moment] = mapped_column(default=now)
