"""Local time in Norway as real minutes: the only module that knows time zones.

A *real minute* is counted on a clock that never changes; on the two nights when Norwegian clocks
change, a duty from 23:00 to 07:00 is 7 or 9 real hours long.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
_UTC = ZoneInfo("UTC")


@lru_cache(maxsize=65536)
def instant(day: dt.date, minute: int) -> int:
    """Return real minutes since 1970 of local minute ``minute`` after midnight of ``day``.

    ``minute`` may exceed 1440 (the next day). A time that the spring change skips is read as the
    end of the gap; a time that the autumn change repeats is read as the first of the two.
    """
    days, rest = divmod(minute, 1440)
    local = dt.datetime(day.year, day.month, day.day, tzinfo=OSLO) + dt.timedelta(days=days)
    local = local.replace(hour=rest // 60, minute=rest % 60)
    real = local.astimezone(_UTC)
    if real.astimezone(OSLO).replace(tzinfo=None) != local.replace(tzinfo=None):
        real = local.replace(hour=local.hour + 1, minute=0).astimezone(_UTC)
    return int(real.timestamp()) // 60


class Clock:
    """Real minutes counted from local midnight of a horizon's first day.

    An ``even`` clock never changes: the weeks of a base roster are no particular weeks.
    """

    def __init__(self, start: dt.date, *, even: bool = False) -> None:
        self.start = start
        self._even = even
        self._origin = instant(start, 0)
        self._dates: dict[int, dt.date] = {}
        self._minutes: dict[tuple[int, int], int] = {}

    def date(self, day: int) -> dt.date:
        """Return the calendar date of day index ``day`` (negative before the start)."""
        found = self._dates.get(day)
        if found is None:
            found = self._dates[day] = self.start + dt.timedelta(days=day)
        return found

    def day(self, when: dt.date) -> int:
        """Return the day index of a calendar date."""
        return (when - self.start).days

    def at(self, day: int, minute: int = 0) -> int:
        """Return the real minute of local minute ``minute`` on day index ``day``."""
        found = self._minutes.get((day, minute))
        if found is None:
            found = day * 1440 + minute
            if not self._even:
                found = instant(self.date(day), minute) - self._origin
            self._minutes[day, minute] = found
        return found
