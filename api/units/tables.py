"""Units and the versions of their wards."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Digest, Id, Key, Moment, Packed, Short, Table, now


class Unit(Table):
    """A ward, a nursing-home department or a home-care zone; ``ward_number``: its last version."""

    __tablename__ = "unit"

    id: Mapped[Key]
    name: Mapped[Short] = mapped_column(unique=True)
    ward_number: Mapped[int] = mapped_column(default=0)
    created: Mapped[Moment] = mapped_column(default=now)


class WardVersion(Table):
    """What a unit's ward was from one change to the next: a planning problem, packed."""

    __tablename__ = "ward_version"
    __table_args__ = (UniqueConstraint("unit_id", "number"),)

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    document: Mapped[Packed]
    hash: Mapped[Digest]
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
