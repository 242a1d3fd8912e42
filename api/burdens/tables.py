"""Corrections of the ledger, and the agreement on names."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Id, Key, Moment, Short, Table, Words, now


class LedgerCorrection(Table):
    """Points that the manager adds to what a person carries on from a published period."""

    __tablename__ = "ledger_correction"
    __table_args__ = (UniqueConstraint("period_id", "person", "burden"),)

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    person: Mapped[Short]
    burden: Mapped[Code]
    points: Mapped[int]
    reason: Mapped[Words]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)


class NamesAgreement(Table):
    """A unit's agreement that colleagues see each other's burdens by name.

    Proposed by the manager; it stands from ``agreed_at``, when a representative has confirmed it.
    """

    __tablename__ = "names_agreement"

    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), primary_key=True)
    proposed_by: Mapped[Id | None]
    proposed_at: Mapped[Moment] = mapped_column(default=now)
    agreed_at: Mapped[Moment | None]
