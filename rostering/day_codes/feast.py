"""F5: the day off in place of a weekly rest that fell on a holiday."""

from __future__ import annotations

from collections.abc import Iterable

from rostering.domain.calendar import Calendar


def f5_days(base_f1_days: Iterable[int], calendar: Calendar) -> tuple[int, ...]:
    """Return the days of a base roster's F1 that each earn an F5, in order.

    An F5 arises only when the F1 falls on a holiday *between* two Sundays (HTA, feast rosters):
    a holiday that is itself a Sunday earns none.

    Parameters
    ----------
    base_f1_days
        Day indices on which the base roster has F1.
    calendar
        The calendar of the real dates that the base roster is laid on.
    """
    found = {day for day in base_f1_days if calendar.holiday(day) and calendar.weekday(day) != 7}
    return tuple(sorted(found))
