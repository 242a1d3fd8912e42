"""Local clock times as a problem's real minutes, and back."""

from __future__ import annotations

import datetime as dt

from rostering.domain.clock import Clock


def minute_of(clock: Clock, when: dt.datetime) -> int:
    """Return the real minute, from the horizon's first midnight, of a local time (naive)."""
    return clock.at(clock.day(when.date()), when.hour * 60 + when.minute)


def local_of(clock: Clock, minute: int) -> dt.datetime:
    """Return the local time (naive) of a real minute; a repeated hour has the same time twice."""
    day = minute // 1440
    while clock.at(day + 1) <= minute:
        day += 1
    while clock.at(day) > minute:
        day -= 1
    passed = minute - clock.at(day)
    # after a change of the clocks the two differ by an hour; a skipped time is read as its end
    shifted = (passed + 60, passed)
    shown = next((m for m in shifted if clock.at(day, m) == minute), passed - 60)
    return dt.datetime.combine(clock.date(day), dt.time()) + dt.timedelta(minutes=shown)
