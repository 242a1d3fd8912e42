"""Planning periods."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Document, Id, Key, Moment, Short, Table, now


class Stage(StrEnum):
    """Where a period stands."""

    SETUP = "setup"
    WISHING = "wishing"
    DRAFTING = "drafting"
    PREVIEW = "preview"
    PUBLISHED = "published"


NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.SETUP: frozenset({Stage.WISHING, Stage.DRAFTING}),
    Stage.WISHING: frozenset({Stage.DRAFTING}),
    Stage.DRAFTING: frozenset({Stage.WISHING, Stage.PREVIEW}),
    Stage.PREVIEW: frozenset({Stage.DRAFTING, Stage.PUBLISHED}),
    Stage.PUBLISHED: frozenset(),
}
"""Which stage may follow; a published roster never goes back."""


class Period(Table):
    """Days of a unit to be planned.

    ``rules`` of the wish round: the quota of days and of strong wishes, both for the whole period.
    ``shown`` is the draft in preview, ``earlier`` the one that was shown before it.
    """

    __tablename__ = "period"
    __table_args__ = (UniqueConstraint("unit_id", "name"),)

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    name: Mapped[Short]
    start: Mapped[date]
    days: Mapped[int]
    stage: Mapped[Code] = mapped_column(default=Stage.SETUP.value)
    wishes_from: Mapped[Moment | None]
    wishes_to: Mapped[Moment | None]
    most_wishes: Mapped[int] = mapped_column(default=12)
    most_strong: Mapped[int] = mapped_column(default=3)
    shown: Mapped[Id | None]
    earlier: Mapped[Id | None]
    comments_to: Mapped[Moment | None]
    weights: Mapped[Document] = mapped_column(default=dict)
    revision: Mapped[int] = mapped_column(default=1)
    created: Mapped[Moment] = mapped_column(default=now)
