"""School holidays, from a dated table."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from absence_model.calendars.easter import easter_sunday


def school_holidays(country: str, day: date) -> bool:
    """Return whether most schools of a country are closed; False where no table is known."""
    table = _tables().get(country)
    if table is None or day < table["valid_from"]:
        return False
    return (
        (day.isocalendar().week in table["weeks"] and day.weekday() < 5)
        or any(_within(day, first, last) for first, last in table["spans"])
        or _round_easter(day, table["easter"])
    )


def _within(day: date, first: str, last: str) -> bool:
    told = f"{day:%m-%d}"
    return first <= told <= last if first <= last else told >= first or told <= last


def _round_easter(day: date, reach: list[int]) -> bool:
    distance = (day - easter_sunday(day.year)).days
    return -reach[0] <= distance <= reach[1]


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    text = resources.files("absence_model.calendars").joinpath("school.toml").read_text("utf-8")
    return tomllib.loads(text)
