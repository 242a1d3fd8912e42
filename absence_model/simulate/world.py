"""Units whose absence is drawn: what is known beforehand, what is chance, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from absence_model.simulate.season import Floats, season

if TYPE_CHECKING:
    import pandas as pd

Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What no published figure tells: assumptions, to be read as such.

    Parameters
    ----------
    weekday
        Factor of each weekday, Monday first.
    holiday, beside_holiday
        Factor of a public holiday, and of a working day beside one.
    spread
        How much units differ: standard deviation of the logarithm of their level.
    drift
        How much a unit's level moves from one year to the next, likewise.
    wave, wave_memory
        The wave shared by all units: standard deviation of its logarithm in a week, and how much
        of a week's wave is still there in the next.
    noise
        Variance of a unit's own factor of the week, gamma with mean 1.
    """

    weekday: tuple[float, ...] = (1.15, 1.08, 1.04, 1.00, 0.95, 0.87, 0.91)
    holiday: float = 0.80
    beside_holiday: float = 1.12
    spread: float = 0.25
    drift: float = 0.10
    wave: float = 0.25
    wave_memory: float = 0.6
    noise: float = 0.15


@dataclass(frozen=True)
class World:
    """Units by rows, days by columns.

    ``expected`` is what somebody would expect who knew the calendar and each unit's level of that
    year; wave, noise and chance come on top of it in ``absent``.
    """

    units: tuple[str, ...]
    days: pd.DatetimeIndex
    planned: Floats
    expected: Floats
    absent: Counts

    def series(self, first: int = 0, last: int | None = None) -> pd.DataFrame:
        """Return days ``first`` to before ``last`` as a modelling series."""
        import pandas as pd

        days = self.days[first:last]
        return pd.DataFrame(
            {
                "unit": np.repeat(np.array(self.units, dtype=object), len(days)),
                "date": np.tile(days.to_numpy(), len(self.units)),
                "planned": self.planned[:, first:last].ravel(),
                "absent": self.absent[:, first:last].ravel().astype(np.float64),
            }
        )


def draw(
    planned: Floats,
    days: pd.DatetimeIndex,
    rate: float,
    given: Assumptions,
    rng: np.random.Generator,
) -> World:
    """Return units with these planned shifts, whose mean share of absence is ``rate``."""
    count = len(planned)
    calendar = shape(days, given)
    years = days.year.to_numpy() - days.year[0]
    steps = rng.normal(0, given.drift, (count, int(years.max()) + 1))
    steps[:, 0] = rng.normal(0, given.spread, count)
    level = rate * np.exp(np.cumsum(steps, axis=1) - given.spread**2 / 2)
    expected = planned * level[:, years] * calendar
    weeks = (days - days[0]).days.to_numpy() // 7
    number = int(weeks.max()) + 1
    factor = _wave(number, given, rng) * _noise((count, number), given.noise, rng)
    absent = rng.poisson(expected * factor[:, weeks])
    absent = np.minimum(absent, np.floor(planned).astype(np.int64))
    names = tuple(f"unit-{n + 1:03d}" for n in range(count))
    return World(names, days, planned, expected, absent)


def shape(days: pd.DatetimeIndex, given: Assumptions) -> Floats:
    """Return each day's calendar factor: season, weekday, public holidays and the days beside."""
    weekday = np.array(given.weekday)[days.day_of_week.to_numpy()]
    red, beside = _red(days)
    feast = np.where(red, given.holiday, np.where(beside, given.beside_holiday, 1.0))
    return np.asarray(season(days) * weekday * feast, dtype=np.float64)


def _red(days: pd.DatetimeIndex) -> tuple[np.ndarray, np.ndarray]:
    from datetime import timedelta

    import holidays

    known = holidays.country_holidays("NO", years=range(days.year[0] - 1, days.year[-1] + 2))
    dates = [day.date() for day in days]
    red = np.array([day in known for day in dates])
    one = timedelta(days=1)
    near = np.array([day - one in known or day + one in known for day in dates])
    return red, near & ~red & (days.day_of_week.to_numpy() < 5)


def _wave(weeks: int, given: Assumptions, rng: np.random.Generator) -> Floats:
    steps = rng.normal(0, given.wave * np.sqrt(1 - given.wave_memory**2), weeks)
    found = np.empty(weeks)
    now = rng.normal(0, given.wave)
    for week in range(weeks):
        now = given.wave_memory * now + steps[week]
        found[week] = now
    return np.exp(found - given.wave**2 / 2)


def _noise(size: tuple[int, int], variance: float, rng: np.random.Generator) -> Floats:
    return np.asarray(rng.gamma(1 / variance, variance, size), dtype=np.float64)
