"""The shape of the year that all units share: season, Christmas and holidays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from absence_model.calendars import Calendar, calendar_of
from absence_model.calendars.days import FAR
from absence_model.estimators.calendar_shape import CalendarShape
from absence_model.series.panel import Matrix
from absence_model.series.rows import pauses

STEP = 8
"""Days between the bumps that the season is made of; each is as wide."""
DRAWN_IN = 1.5
"""Seasons of evidence against the shape: one season's shape counts for 1 / 2.5, two for 2 / 3.5."""
FEWEST_DAYS = 56
PLAIN = 3.0
"""Weekdays and seasons' levels are columns of this height, so that the penalty lets them be."""
LOUD = 2.0
FEWEST_SEASONS = 3
ASSUMED = 1.0
"""Seasons that the assumption counts for beside the measured likeness of seasons."""
LEAST = 0.05


class SeasonShape:
    """A factor for each day of the year, from the seasons seen, drawn in towards 1.

    What one winter did is partly that winter's own wave, so a shape seen once is believed by half.

    Parameters
    ----------
    country, subdivision
        Whose calendar holds.
    """

    def __init__(self, country: str = "NO", subdivision: str | None = None) -> None:
        self.country = country
        self.subdivision = subdivision

    def fit(
        self,
        days: npt.NDArray[np.datetime64],
        index: Matrix,
        weight: Matrix | None = None,
    ) -> SeasonShape:
        """Learn from a pooled index: one value a day, near 1, NaN where nothing is known.

        The weight of a day is how many absences were to be expected on it.
        """
        season = seasons(days, index)
        rows = np.concatenate([*_long_enough(season), np.empty(0, np.int64)])
        self.seasons_ = len(np.unique(season[rows]))
        self.coef_ = np.zeros(_columns())
        self.centre_ = 0.0
        if self.seasons_:
            weights = np.ones(len(rows)) if weight is None else weight[rows]
            known = _Known.of(self.calendar(days[rows]), index[rows], weights, season[rows])
            self.coef_ = known.believed() * known.shape_of(np.ones(len(rows), bool))
            self.centre_ = float((known.shape @ self.coef_).mean())
        return self

    def calendar(self, days: npt.NDArray[np.datetime64]) -> Calendar:
        """Return the calendar of days."""
        return calendar_of(days, self.country, self.subdivision)

    def log_factor(self, days: npt.NDArray[np.datetime64]) -> Matrix:
        """Return the logarithm of each day's factor; any day may be asked for."""
        found: Matrix = _design(self.calendar(days)) @ self.coef_ - self.centre_
        return found


@dataclass(frozen=True, slots=True)
class _Known:
    """The days that a shape is learnt from."""

    shape: Matrix
    nuisance: Matrix
    index: Matrix
    weight: Matrix
    number: npt.NDArray[np.int64]

    @classmethod
    def of(
        cls, calendar: Calendar, index: Matrix, weight: Matrix, season: npt.NDArray[np.int64]
    ) -> _Known:
        number = np.unique(season, return_inverse=True)[1]
        weekday = calendar.weekday[:, None] == np.arange(1, 7)
        levels = number[:, None] == np.arange(1, number.max() + 1)
        return cls(_design(calendar), np.hstack([weekday, levels]) * PLAIN, index, weight, number)

    def shape_of(self, rows: npt.NDArray[np.bool_]) -> Matrix:
        """Return the coefficients of the shape from some days."""
        design = np.hstack([self.shape, self.nuisance])[rows]
        model = CalendarShape(alpha=1e-4)
        model.fit(design, self.index[rows], sample_weight=self.weight[rows])
        found: Matrix = model.model_.coef_[: self.shape.shape[1]]
        return found

    def believed(self) -> float:
        """Return how far the shape is believed: by its number of seasons, later by their likeness.

        From three seasons on each is predicted by the others; the slope of what came on what was
        predicted is how much of the shape repeats.
        """
        count = int(self.number.max()) + 1
        assumed = count / (count + DRAWN_IN)
        if count < FEWEST_SEASONS:
            return assumed
        both = square = 0.0
        for season in range(count):
            held = self.number == season
            expected = _centred(self.shape[held] @ self.shape_of(~held), self.weight[held])
            came = np.log(np.maximum(self.index[held], LEAST))
            came = _centred(came, self.weight[held])
            both += float((self.weight[held] * expected * came).sum())
            square += float((self.weight[held] * expected**2).sum())
        measured = float(np.clip(both / max(square, 1e-12), 0.0, 1.0))
        return (ASSUMED * assumed + count * measured) / (ASSUMED + count)


def _centred(values: Matrix, weight: Matrix) -> Matrix:
    found: Matrix = values - np.average(values, weights=np.maximum(weight, 1e-9))
    return found


def seasons(days: npt.NDArray[np.datetime64], index: Matrix) -> npt.NDArray[np.int64]:
    """Number the season of each day, -1 where nothing is known.

    A series that pauses has a new season after each pause; another one each July.
    """
    known = np.flatnonzero(~np.isnan(index))
    number = np.full(len(days), -1)
    if not len(known):
        return number
    breaks = pauses(known)
    if breaks.any():
        number[known] = np.concatenate([[0], np.cumsum(breaks)])
    else:
        months = days[known].astype("datetime64[M]").astype(np.int64)
        number[known] = (months - 6) // 12
        number[known] -= number[known].min()
    return number


def _long_enough(season: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    parts = [np.flatnonzero(season == number) for number in np.unique(season) if number >= 0]
    return [part for part in parts if len(part) >= FEWEST_DAYS]


def _design(calendar: Calendar) -> Matrix:
    """Return bumps over the year from July to June, Christmas day by day, holidays elsewhere."""
    of_year = ((calendar.day_of_year + 183) % 366).astype(float)
    bumps = np.exp(-0.5 * ((of_year[:, None] - np.arange(0, 367, STEP)) / STEP) ** 2)
    christmas = (calendar.christmas[:, None] == np.arange(-5, 13)) * LOUD
    apart = (calendar.christmas == FAR)[:, None]
    near = np.stack([calendar.holiday, calendar.before_holiday, calendar.after_holiday], axis=1)
    return np.hstack([bumps, christmas, near * apart * LOUD])


def _columns() -> int:
    return len(np.arange(0, 367, STEP)) + 18 + 3
