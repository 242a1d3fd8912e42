"""A unit's task book, its approvals and its delegations.

A book holds minutes by staff group and never who logged them; who holds a delegation is personal.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Digest, Id, Key, Moment, Packed, Short, Table, Values, now


class KeptTaskBook(Table):
    """The task book that a unit's last time log made: a ``TaskBook`` without permits, packed."""

    __tablename__ = "task_book"

    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[Packed] = mapped_column(deferred=True)
    hash: Mapped[Digest]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)


class TaskApproval(Table):
    """Who may do a task in a unit: proposed, then approved by the unit's head, then withdrawn.

    ``minimum`` are the catalogue's ways that were approved. Without ``approved_on`` it is a
    proposal; with ``ended`` it was withdrawn and counts for nothing any more.
    """

    __tablename__ = "task_approval"

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    task: Mapped[Code]
    minimum: Mapped[Values]
    first: Mapped[date | None]
    last: Mapped[date | None]
    proposed_by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
    approved_by: Mapped[Id | None]
    approved_on: Mapped[date | None]
    ended_by: Mapped[Id | None]
    ended: Mapped[Moment | None]


class TaskDelegation(Table):
    """One person may do one task in one unit until a date; ``ended`` before its time by somebody.

    ``forms`` are medicine forms and ``residents`` the residents' numbers it is limited to.
    """

    __tablename__ = "task_delegation"

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    person: Mapped[Short]
    task: Mapped[Code]
    forms: Mapped[Values] = mapped_column(default=list)
    residents: Mapped[Values] = mapped_column(default=list)
    first: Mapped[date | None]
    last: Mapped[date]
    signed_by: Mapped[Short]
    signed_on: Mapped[date]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
    ended_by: Mapped[Id | None]
    ended: Mapped[Moment | None]
