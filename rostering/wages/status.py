"""How far a value of a wage table can be trusted."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a value comes from: a source, a guess, or arithmetic on published values."""

    PUBLISHED = "published"
    ASSUMED = "assumed"
    DERIVED = "derived"
