"""Red dates: Sundays and public holidays, each with the hours in which work makes it a worked one.

The hours are data (``red_days.toml``, AML § 10-10 (1)): from 18:00 the day before until 22:00,
earlier after the three eves, later on 1 and 17 May. Where red dates follow each other, midnight
parts them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any

from rostering.domain.calendar import Calendar, easter_sunday
from rostering.domain.fields import DAY_MINUTES, Model, TimeOfDay
from rostering.domain.index import ProblemIndex

SUNDAY = "søndag"


@dataclass(frozen=True, slots=True)
class RedDay:
    """A red date: its day index, its Norwegian name and its hours in real minutes."""

    day: int
    name: str
    start: int
    end: int


class Window(Model):
    """The hours of some red dates: ``start`` on the day before, ``end`` on the day itself.

    ``dates`` are ``sunday``, ``MM-DD``, or days from Easter Sunday as ``easter+1``.
    """

    name: str
    dates: tuple[str, ...]
    start: TimeOfDay
    end: TimeOfDay
    paragraph: str
    valid_from: date
    link: str
    status: str = ""


@lru_cache(maxsize=1)
def windows() -> tuple[Window, ...]:
    """Return the shipped windows."""
    file = resources.files("rostering.domain") / "red_days.toml"
    told: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(Window.model_validate(entry) for entry in told["windows"])


def red_days(index: ProblemIndex, first: int, last: int) -> tuple[RedDay, ...]:
    """Return the red dates of the days ``first`` to ``last``.

    In a base roster only Sundays are red.
    """
    key = ("red_days", first, last)
    if key not in index.memo:
        days = range(first, last + 1)
        index.memo[key] = tuple(
            _red_day(index.calendar, day) for day in days if index.calendar.is_red(day)
        )
    found: tuple[RedDay, ...] = index.memo[key]
    return found


def _red_day(calendar: Calendar, day: int) -> RedDay:
    clock = calendar.clock
    names = _names(calendar, day)
    held = [window for window in windows() if not names.isdisjoint(window.dates)]
    start = clock.at(day - 1, min(window.start for window in held))
    end = clock.at(day, max(window.end for window in held))
    if calendar.is_red(day - 1):
        start = clock.at(day)
    if calendar.is_red(day + 1):
        end = clock.at(day, DAY_MINUTES)
    return RedDay(day, calendar.holiday(day) or SUNDAY, start, end)


def _names(calendar: Calendar, day: int) -> set[str]:
    """Return what the windows may call a red date."""
    sunday = {"sunday"} if calendar.weekday(day) == 7 else set()
    if not calendar.holiday(day):
        return sunday
    when = calendar.clock.date(day)
    from_easter = (when - easter_sunday(when.year)) // timedelta(days=1)
    return {f"{when:%m-%d}", f"easter{from_easter:+d}", *sunday}
