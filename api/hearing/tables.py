"""Comments and protocols."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Document, Id, Key, Moment, Short, Table, Words, now


class Comment(Table):
    """What somebody says of a draft in preview; seen by its writer, manager and representatives."""

    __tablename__ = "comment"

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[Id]
    by: Mapped[Id]
    person: Mapped[Short | None]
    role: Mapped[Code]
    text: Mapped[Words]
    answer: Mapped[Words] = mapped_column(default="")
    at: Mapped[Moment] = mapped_column(default=now)


class Protocol(Table):
    """The record of a discussion: what was said and agreed, and who signed when.

    Once both sides have signed nothing in it changes.
    """

    __tablename__ = "protocol"

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), unique=True)
    draft_id: Mapped[Id]
    held: Mapped[Moment]
    present: Mapped[Words] = mapped_column(default="")
    text: Mapped[Words] = mapped_column(default="")
    agreed: Mapped[bool] = mapped_column(default=False)
    signatures: Mapped[Document] = mapped_column(default=dict)
    revision: Mapped[int] = mapped_column(default=1)
    at: Mapped[Moment] = mapped_column(default=now)
