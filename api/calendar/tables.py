"""Links to calendar feeds."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Digest, Id, Moment, Short, Table, now


class CalendarLink(Table):
    """A secret link to one person's shifts in one unit; only its digest is kept."""

    __tablename__ = "calendar_link"

    digest: Mapped[Digest] = mapped_column(primary_key=True)
    account_id: Mapped[Id] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"))
    person: Mapped[Short]
    created: Mapped[Moment] = mapped_column(default=now)
    revoked: Mapped[Moment | None]
