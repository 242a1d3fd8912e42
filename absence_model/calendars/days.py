"""The calendar of a run of days, as numbers that a model can learn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from absence_model.calendars.easter import easter_sunday
from absence_model.calendars.school import school_holidays
from rostering.errors import BadInput, Fault

FIELDS = (
    "weekday",
    "holiday",
    "before_holiday",
    "after_holiday",
    "bridge",
    "christmas",
    "easter",
    "school_holiday",
    "day_of_year",
)
FAR = 99
"""Told of days that are not near Christmas or Easter."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One number a day for each of ``FIELDS``.

    ``christmas`` counts from -5 (20 December) over 0 (25 December) to 12 (6 January), ``easter``
    from -7 to 1 (Easter Monday) round Easter Sunday; both are 99 on all other days.
    """

    weekday: npt.NDArray[np.int64]
    holiday: npt.NDArray[np.int64]
    before_holiday: npt.NDArray[np.int64]
    after_holiday: npt.NDArray[np.int64]
    bridge: npt.NDArray[np.int64]
    christmas: npt.NDArray[np.int64]
    easter: npt.NDArray[np.int64]
    school_holiday: npt.NDArray[np.int64]
    day_of_year: npt.NDArray[np.int64]

    @property
    def day_off(self) -> npt.NDArray[np.bool_]:
        """Whether a day is a Saturday, a Sunday or a public holiday."""
        off: npt.NDArray[np.bool_] = np.logical_or(self.weekday >= 5, self.holiday == 1)
        return off


def calendar_of(
    days: npt.NDArray[np.datetime64], country: str = "NO", subdivision: str | None = None
) -> Calendar:
    """Return the calendar of days; only the dates count, so the future may be asked for."""
    wanted = [_day(int(number), country, subdivision) for number in days.astype(np.int64)]
    columns = np.array(wanted, dtype=np.int64).reshape(len(wanted), len(FIELDS)).T
    return Calendar(*columns)


@lru_cache(maxsize=32768)
def _day(number: int, country: str, subdivision: str | None) -> tuple[int, ...]:
    day = date(1970, 1, 1) + timedelta(days=number)
    off = public_holidays(country, subdivision, day.year)
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    free = [_is_free(d, country, subdivision) for d in (before, day, after)]
    return (
        day.weekday(),
        int(day in off),
        int(_named(after, country, subdivision)),
        int(_named(before, country, subdivision)),
        int(free[0] and not free[1] and free[2]),
        _round_christmas(day),
        _round_easter(day),
        int(school_holidays(country, day)),
        day.timetuple().tm_yday,
    )


def _named(day: date, country: str, subdivision: str | None) -> bool:
    return day in public_holidays(country, subdivision, day.year)


def _is_free(day: date, country: str, subdivision: str | None) -> bool:
    return day.weekday() >= 5 or _named(day, country, subdivision)


def _round_christmas(day: date) -> int:
    year = day.year if day.month > 6 else day.year - 1
    distance = (day - date(year, 12, 25)).days
    return distance if -5 <= distance <= 12 else FAR


def _round_easter(day: date) -> int:
    distance = (day - easter_sunday(day.year)).days
    return distance if -7 <= distance <= 1 else FAR


@lru_cache(maxsize=256)
def public_holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    """Return the public holidays of a year; Sundays that are nothing else are not among them.

    Raises
    ------
    BadInput
        When the country is not known.
    """
    import holidays

    try:
        found = holidays.country_holidays(country, subdiv=subdivision, years=year)
    except NotImplementedError as error:
        fault = Fault("country", repr(country), "an ISO code such as NO, GB or US")
        raise BadInput([fault]) from error
    return frozenset(found)
