"""Notices."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Document, Id, Key, Moment, Short, Table, now


class Notice(Table):
    """Something that an account is told; the words are made of ``kind`` and ``facts`` when read.

    ``about`` is the path of the page where one sees it.
    """

    __tablename__ = "notice"

    id: Mapped[Key]
    account_id: Mapped[Id] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Code]
    facts: Mapped[Document]
    about: Mapped[Short]
    at: Mapped[Moment] = mapped_column(default=now)
    seen: Mapped[Moment | None]
