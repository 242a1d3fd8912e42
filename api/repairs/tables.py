"""Repairs that were asked for."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Document, Id, Key, Moment, Packed, Table, now


class Repair(Table):
    """A question and its answer, for the publication of a number.

    Who is away and why stands in ``asked`` until an option is taken: after that the ward knows it,
    and both are emptied. ``place`` is the option that was taken, 0 for the absence alone.
    """

    __tablename__ = "repair"

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    asked: Mapped[Document]
    answer: Mapped[Packed]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
    taken: Mapped[Moment | None]
    place: Mapped[int | None]
