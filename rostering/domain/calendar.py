"""Weekdays, weeks, weekends and Norwegian public holidays over a horizon's day indices."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from rostering.domain.clock import Clock


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """Return Norway's public holidays of a year without plain Sundays (source: ``holidays``)."""
    import holidays

    found = holidays.country_holidays("NO", years=year, language="no", include_sundays=False)
    return {day: str(name) for day, name in found.items()}


@lru_cache(maxsize=64)
def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year, found through Good Friday of the holiday table."""
    return next(d for d in public_holidays(year) if d.weekday() == 4 and _is_good_friday(d)) + (
        timedelta(days=2)
    )


def _is_good_friday(day: date) -> bool:
    table = public_holidays(day.year)
    return day - timedelta(days=1) in table and day + timedelta(days=3) in table


_CHRISTMAS = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}


class Calendar:
    """Facts about days by index: 0 is the first day of the horizon, negatives are the past."""

    def __init__(self, clock: Clock, *, plain: bool = False) -> None:
        self.clock = clock
        self.plain = plain
        self._monday = -clock.start.weekday()
        self._holidays: dict[int, str] = {}

    def weekday(self, day: int) -> int:
        """Return the ISO weekday, Monday 1 to Sunday 7."""
        return (day - self._monday) % 7 + 1

    def is_weekend(self, day: int) -> bool:
        """Return whether the day is a Saturday or a Sunday."""
        return (day - self._monday) % 7 >= 5

    def feast(self, day: int) -> str:
        """Return ``christmas`` (24 to 26 December, New Year's Eve and Day), ``easter`` or nothing.

        Easter is Maundy Thursday to Easter Monday. A base roster's weeks have neither.
        """
        if self.plain:
            return ""
        when = self.clock.date(day)
        if (when.month, when.day) in _CHRISTMAS:
            return "christmas"
        from_easter = (when - easter_sunday(when.year)).days
        return "easter" if -3 <= from_easter <= 1 else ""

    def monday(self, day: int) -> int:
        """Return the index of the Monday of the day's week."""
        return day - (day - self._monday) % 7

    def holiday(self, day: int) -> str:
        """Return the public holiday's Norwegian name, or an empty string.

        A base roster's weeks are plain: they have Sundays and no holidays.
        """
        if self.plain:
            return ""
        found = self._holidays.get(day)
        if found is None:
            when = self.clock.date(day)
            found = self._holidays[day] = public_holidays(when.year).get(when, "")
        return found

    def is_red(self, day: int) -> bool:
        """Return whether the day is a Sunday or a public holiday."""
        return self.weekday(day) == 7 or bool(self.holiday(day))

    def weeks(self, first: int, last: int) -> range:
        """Return the Mondays of all weeks that touch the days ``first`` to ``last``."""
        return range(self.monday(first), last + 1, 7)
