"""Drafts, the problems they answer, and publications."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import (
    Code,
    Digest,
    Id,
    Key,
    Moment,
    Packed,
    Short,
    Table,
    Values,
    Words,
    now,
)


class ProblemText(Table):
    """A planning problem as it was when a roster was made for it; packed JSON by its hash."""

    __tablename__ = "problem"

    hash: Mapped[Digest] = mapped_column(primary_key=True)
    document: Mapped[Packed]
    at: Mapped[Moment] = mapped_column(default=now)


class Draft(Table):
    """A roster in the making. ``revision`` counts its changes, ``parent_id`` is its origin."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("period_id", "number"),)

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    name: Mapped[Short]
    source: Mapped[Code]
    parent_id: Mapped[Id | None]
    problem_hash: Mapped[Digest] = mapped_column(ForeignKey("problem.hash"))
    roster: Mapped[Packed]
    locks: Mapped[Values] = mapped_column(default=list)
    revision: Mapped[int] = mapped_column(default=1)
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
    changed: Mapped[Moment] = mapped_column(default=now)


class DraftChange(Table):
    """One change of a draft: cells before and after, so that it can be told and taken back."""

    __tablename__ = "draft_change"
    __table_args__ = (UniqueConstraint("draft_id", "revision"),)

    id: Mapped[Key]
    draft_id: Mapped[Id] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    revision: Mapped[int]
    cells: Mapped[Values]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)


class Source(StrEnum):
    """What a publication came of: the draft that was shown, or a change of what was published."""

    DRAFT = "draft"
    REPAIR = "repair"
    STAND_IN = "stand_in"
    SWAP = "swap"


class Publication(Table):
    """A roster that holds. Nothing in it changes; a later one of the period takes its place."""

    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("period_id", "number"),)

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    draft_id: Mapped[Id]
    source: Mapped[Code] = mapped_column(default=Source.DRAFT.value, server_default="draft")
    problem_hash: Mapped[Digest] = mapped_column(ForeignKey("problem.hash"))
    roster: Mapped[Packed]
    roster_hash: Mapped[Digest]
    takes_effect: Mapped[date]
    reason: Mapped[Words] = mapped_column(default="")
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
