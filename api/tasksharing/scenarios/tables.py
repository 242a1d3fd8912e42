"""Scenarios of a period as rows."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Document, Id, Key, Moment, Table, now


class TaskScenario(Table):
    """A scenario of a unit and period; ``document`` is its name, changes and settings.

    Unlike a ``tasksharing.scenarios.Scenario`` it may have no change yet. ``code`` is the id that
    it has in files and comparisons, and never changes.
    """

    __tablename__ = "task_scenario"
    __table_args__ = (UniqueConstraint("period_id", "code"),)

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    code: Mapped[Code]
    document: Mapped[Document]
    revision: Mapped[int] = mapped_column(default=1)
    by: Mapped[Id | None]
    created: Mapped[Moment] = mapped_column(default=now)
    changed: Mapped[Moment] = mapped_column(default=now)
