"""What all tables share: naming of constraints, ids, and times that keep their zone."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, Dialect, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Refuse a time without a zone: it could mean any moment."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"the time {value} has no zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return an id that nobody can guess."""
    return uuid.uuid4().hex


Id = Annotated[str, mapped_column(String(32))]
Key = Annotated[str, mapped_column(String(32), primary_key=True, default=new_id)]
Words = Annotated[str, mapped_column(Text)]
Short = Annotated[str, mapped_column(String(200))]
Code = Annotated[str, mapped_column(String(40))]
Digest = Annotated[str, mapped_column(String(64))]
Moment = Annotated[datetime, mapped_column(UtcTime)]
Document = Annotated[dict[str, Any], mapped_column(JSON)]
Values = Annotated[list[Any], mapped_column(JSON)]
Packed = Annotated[bytes, mapped_column(LargeBinary)]


class Table(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMES)
