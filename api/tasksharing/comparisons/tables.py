"""What HR enters for a comparison's gain plans."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Document, Id, Moment, Table, now


class EnteredGains(Table):
    """Owners, dates and records of one alternative of a comparison, by its code."""

    __tablename__ = "entered_gains"

    job_id: Mapped[Id] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    alternative: Mapped[Code] = mapped_column(primary_key=True)
    document: Mapped[Document]
    revision: Mapped[int] = mapped_column(default=1)
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
