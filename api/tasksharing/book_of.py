"""A unit's task book."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.units.tables import Unit
from tasksharing.domain.book import TaskBook


def book_of(session: Session, unit: Unit) -> TaskBook | None:
    """Return a unit's task book, or None where it has none yet."""
    return None
