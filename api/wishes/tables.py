"""Wishes of a period, and those that come back in every one."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Id, Key, Moment, Short, Table, Values, Words, now


class Wish(Table):
    """What somebody wishes for one date; ``shifts`` empty means any duty.

    The ``reason`` is for the unit's manager alone. ``source`` tells a single wish from one that
    comes back and from a line of a whole proposal.
    """

    __tablename__ = "wish"
    __table_args__ = (UniqueConstraint("period_id", "person", "date"),)

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    person: Mapped[Short]
    date: Mapped[date]
    kind: Mapped[Code]
    shifts: Mapped[Values] = mapped_column(default=list)
    strength: Mapped[int]
    reason: Mapped[Words] = mapped_column(default="")
    source: Mapped[Code] = mapped_column(default="wish")
    at: Mapped[Moment] = mapped_column(default=now)


class RecurringWish(Table):
    """A wish that comes back: some weekdays of every ``every``-th week counted from ``first``.

    Custody weeks and studies are such. Once the manager has approved it, it becomes single wishes
    when a period's round opens, outside the quota.
    """

    __tablename__ = "recurring_wish"

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    person: Mapped[Short]
    first: Mapped[date]
    last: Mapped[date | None]
    every: Mapped[int] = mapped_column(default=1)
    weekdays: Mapped[Values]
    kind: Mapped[Code]
    shifts: Mapped[Values] = mapped_column(default=list)
    strength: Mapped[int]
    reason: Mapped[Words] = mapped_column(default="")
    approved: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=1)
