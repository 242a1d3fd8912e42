"""What employees have said about extra shifts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Id, Key, Moment, Short, Table, Values, now


class OwnCallChoice(Table):
    """A span of dates on which an employee volunteers for extra shifts, or is not to be called.

    Without shifts and kinds it speaks of any shift. No reason is asked for. ``by`` is the manager's
    account where a manager has entered what the person said, by phone say.
    """

    __tablename__ = "call_choice"

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    person: Mapped[Short]
    kind: Mapped[Code]
    first: Mapped[date]
    last: Mapped[date]
    shifts: Mapped[Values] = mapped_column(default=list)
    kinds: Mapped[Values] = mapped_column(default=list)
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
