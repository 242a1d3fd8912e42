"""Counts of absence by day, the models learnt from them, and reserves that were accepted.

Nothing here is about a person: counts are of a unit, a day, a staff group and a kind.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import (
    Code,
    Digest,
    Document,
    Id,
    Key,
    Moment,
    Packed,
    Short,
    Table,
    Values,
    now,
)


class AbsenceCount(Table):
    """Shifts planned and shifts absent of a unit's staff group on a day, for one kind.

    ``planned`` is of the group and the day, and therefore the same in the rows of all kinds.
    """

    __tablename__ = "absence_count"

    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), primary_key=True)
    date: Mapped[date] = mapped_column(primary_key=True)
    staff_group: Mapped[Short] = mapped_column(primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)
    planned: Mapped[float]
    absent: Mapped[float]


class AbsenceModel(Table):
    """A fitted model of a unit: its SHA-256, and what it told when it was made (packed JSON).

    What the earlier ones told is kept to judge them by. The model itself is not kept: it holds the
    days of all units that it learnt from.
    """

    __tablename__ = "absence_model"

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[Id]
    hash: Mapped[Digest]
    told: Mapped[Packed]
    made: Mapped[Moment] = mapped_column(default=now)


class PeriodReserve(Table):
    """Reserve shifts that a manager accepted for a period, with the prices behind them."""

    __tablename__ = "period_reserve"

    period_id: Mapped[Id] = mapped_column(
        ForeignKey("period.id", ondelete="CASCADE"), primary_key=True
    )
    rows: Mapped[Values]
    basis: Mapped[Document]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
