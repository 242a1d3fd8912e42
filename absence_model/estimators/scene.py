"""A panel prepared for forecasting: what each evening knew, day by day."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from absence_model.baselines.past import Past, forward
from absence_model.calendars import Calendar
from absence_model.estimators.season import SeasonShape
from absence_model.estimators.smoothing import Smoothed
from absence_model.series import Panel, SeriesInfo
from absence_model.series.panel import Matrix
from absence_model.series.rows import Rows

PACES = ((0.1, 0.1), (0.25, 0.1), (0.5, 0.1), (0.5, 0.3), (0.8, 0.15), (0.2, 0.3))
"""Speeds of smoothing: of the level, of the weekday pattern."""
MIDDLE = (0.25, 0.1)
SMALL = 12.0
"""Below this many absences a day a unit's days are counts with zeros, not levels."""
PLAN_WEEKS = 8
FLOOR = 0.5
STRANGE = np.log(2.0)
LOOK_BACK = 15


@dataclass(frozen=True)
class Scene:
    """A panel, the shape of the year as far as it was learnt, and what follows from both.

    Every row of every table here depends on that day and the days before it alone; ``until`` is the
    last day that the shape has learnt from. ``influenza`` is what was published by each evening.
    """

    panel: Panel
    info: SeriesInfo
    shape: SeasonShape
    until: int
    influenza: Matrix | None = None

    @classmethod
    def learnt(
        cls, panel: Panel, info: SeriesInfo, until: int, influenza: Matrix | None = None
    ) -> Scene:
        """Return the scene with a shape learnt from the days up to a row."""
        bare = cls(panel, info, SeasonShape(info.country, info.subdivision), until, influenza)
        index, weight = bare.pooled_index(until)
        bare.shape.fit(panel.days[: until + 1], index, weight)
        return bare

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar of the panel's days."""
        return self.shape.calendar(self.panel.days)

    @cached_property
    def season(self) -> Matrix:
        """The shape's factor on each day, on the log scale."""
        return self.shape.log_factor(self.panel.days)

    @cached_property
    def exposure(self) -> Matrix:
        """Planned shifts where they are known for all days, else 1 everywhere."""
        planned, absent = self.panel.planned, self.panel.absent
        learnt = slice(0, self.until + 1)
        full = not np.isnan(planned[learnt][~np.isnan(absent[learnt])]).any()
        return np.where(np.isnan(planned), 0.0, planned) if full else np.ones_like(absent)

    def due(self, rows: Rows) -> Matrix:
        """Return the exposure of each row's target as its origin knew it.

        What was planned on the day itself is no forecaster's to know: it is taken to be as on the
        same weekday in the weeks before the origin, which is how days to come are planned too.
        """
        found = self._plans.same_weekday(rows.origin, rows.target, rows.unit, PLAN_WEEKS)
        own = self.exposure[rows.target, rows.unit]
        return np.where(np.isnan(found), own, found)

    @cached_property
    def _plans(self) -> Past:
        known = ~np.isnan(self.panel.absent)  # days that were left out tell nothing of the plan
        return Past.of(self.panel, np.where(known, self.exposure, np.nan))

    @cached_property
    def rate(self) -> Matrix:
        """Absence by exposure."""
        return self.panel.absent / np.maximum(self.exposure, 1e-9)

    @property
    def small(self) -> bool:
        """Whether a unit's day has so few absences that only counting models fit."""
        learnt = self.panel.absent[: self.until + 1]
        return self.info.measure != "hours" and bool(np.nanmedian(learnt) < SMALL)

    @cached_property
    def logs(self) -> Matrix:
        """Logarithm of the rate; a day far off the fortnight before it counts as its median."""
        raw = np.log(np.maximum(self.panel.absent, FLOOR) / np.maximum(self.exposure, 1e-9))
        usual = _rolling_median(raw)
        strange = np.abs(raw - usual) > STRANGE
        return np.where(strange, usual, raw)

    def pooled_index(self, until: int) -> tuple[Matrix, Matrix]:
        """Return one value a day for all units together, near 1, and its weight."""
        if self.small:
            absent = self.panel.absent[: until + 1]
            exposure = np.where(np.isnan(absent), 0.0, self.exposure[: until + 1])
            total = np.nansum(absent, axis=0) / np.maximum(exposure.sum(axis=0), 1e-9)
            expected = (exposure * total).sum(axis=1)
            pooled = np.nansum(absent, axis=1) / np.maximum(expected, 1e-9)
            return np.where(expected > 0, pooled, np.nan), expected
        values = self.logs[: until + 1]
        off = values - _season_means(self.panel.days[: until + 1], values)
        return np.exp(_median(off)), np.ones(len(values))

    @cached_property
    def level(self) -> Matrix:
        """Logarithm of the rate without the shape of the year."""
        return self.logs - self.season[:, None]

    @cached_property
    def past(self) -> Past:
        """Means of the rate without the shape."""
        return Past.of(self.panel, np.exp(self.level))

    @cached_property
    def newest(self) -> Matrix:
        """The newest known level on each evening."""
        return forward(self.level)

    @cached_property
    def smoothed(self) -> _Paces:
        """Smoothing at each pace, when it is first asked for."""
        return _Paces(lambda pace: Smoothed.of(self.level, self.calendar.weekday, *pace))

    @cached_property
    def surprises(self) -> Matrix:
        """What each day was beyond the evening before's forecast."""
        return self.smoothed[MIDDLE].surprises(self.level, self.calendar.weekday)


class _Paces:
    """Smoothing by pace: of small units one of the paces is asked for, of large ones all."""

    def __init__(self, made: Callable[[tuple[float, float]], Smoothed]) -> None:
        self._made, self._kept = made, dict[tuple[float, float], Smoothed]()

    def __getitem__(self, pace: tuple[float, float]) -> Smoothed:
        if pace not in self._kept:
            self._kept[pace] = self._made(pace)
        return self._kept[pace]


def _rolling_median(values: Matrix) -> Matrix:
    import pandas as pd

    rolled = pd.DataFrame(values).rolling(LOOK_BACK, min_periods=5).median()
    found: Matrix = rolled.to_numpy()
    return found


def _median(values: Matrix) -> Matrix:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a day on which nobody is known stays NaN
        found: Matrix = np.nanmedian(values, axis=1)
    return found


def _season_means(days: np.ndarray, values: Matrix) -> Matrix:
    """Return, for each day, every unit's mean over the season that the day is in."""
    from absence_model.estimators.season import seasons

    number = seasons(days, _median(values))
    means = np.full_like(values, np.nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a unit may miss a season
        for season in np.unique(number[number >= 0]):
            rows = number == season
            part = values[rows]
            rare = (~np.isnan(part)).mean(axis=0) <= 0.5
            means[rows] = np.where(rare, np.nan, np.nanmean(part, axis=0))
    return means
