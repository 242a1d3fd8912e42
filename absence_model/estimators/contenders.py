"""Models that compete for a horizon. Each is fitted on past rows and asked for others."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np

from absence_model.baselines import naive
from absence_model.baselines.past import Past
from absence_model.estimators.features import Features, features
from absence_model.estimators.ratio_boosting import RatioBoosting
from absence_model.estimators.robust_linear import RobustLinear
from absence_model.estimators.scene import MIDDLE, Scene
from absence_model.series.panel import Matrix
from absence_model.series.rows import YEAR, Rows

WIDEST = 0.7
"""Relative columns of the linear model end here on the log scale."""
MOST_ROWS = 20_000
FEW_UNITS = 8
"""Fewer units have no median worth telling the common movement from their own."""
FEWEST_ROWS = 300


class Contender(ABC):
    """A model for one horizon: ``fit`` on rows whose targets are known, ``predict`` for others."""

    name: str = ""

    def fit(self, scene: Scene, rows: Rows) -> Contender:
        """Learn from rows; models without anything to learn keep this."""
        del scene, rows
        return self

    @abstractmethod
    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        """Return the forecast of each row: the middle, or the mean of small counts."""

    def middle(self, forecast: Matrix) -> Matrix:
        """Return the medians that belong to forecasts."""
        return forecast


class Baseline(Contender):
    """A naive baseline as a contender."""

    def __init__(self, name: str) -> None:
        self.name = name

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        """Return the baseline's forecasts."""
        return naive(self.name, scene.panel, rows, Past.of(scene.panel))


class Smoothing(Contender):
    """Smoothed level and weekday pattern x the shape of the year."""

    name = "smoothing_x_season"

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        """Return the smoothed rate times shape and exposure."""
        weekday = scene.calendar.weekday[rows.target]
        base = scene.smoothed[MIDDLE].forecast(rows.origin, weekday, rows.unit)
        return _scaled(scene, rows, base)


class Blend(Contender):
    """Boosted trees and a robust line on the ratio to the smoothed level, averaged.

    Two views are mixed. One learns the ratio as it is. The other learns what is left when the
    median of all units on the day is taken away, so that it cannot take one winter's wave for a
    rule; the further ahead, the more it counts.
    """

    name = "boosting_and_line"

    def __init__(self, horizon: int, seed: int = 0) -> None:
        self.horizon = horizon
        self.seed = seed

    def fit(self, scene: Scene, rows: Rows) -> Blend:
        """Learn both views from rows."""
        rows = thinned(rows, self.seed, MOST_ROWS)
        found = features(scene, rows)
        truth = np.log(np.maximum(scene.panel.absent[rows.target, rows.unit], 0.5))
        off = np.clip(truth - _offset(scene, rows) - found.base, -1.0, 1.0)
        weight = np.exp(found.base) * scene.due(rows)
        weight = weight / weight.mean()
        few = len(scene.panel.units) < FEW_UNITS
        self.share_ = 1.0 if few else 1.0 / (1.0 + (self.horizon - 1) / 6.0)
        self.plain_ = _View(self.seed).fit(found.relative, found.other, off, weight)
        self.own_ = None
        if not few:
            relative = found.round_common(rows.origin)
            own = off - _by_day_median(off, rows.target)
            self.own_ = _View(self.seed).fit(relative, found.other, own, weight)
        return self

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        """Return level times ratio times shape."""
        found = features(scene, rows)
        off = self.plain_.predict(found.relative, found.other)
        if self.own_ is not None:
            own = self.own_.predict(found.round_common(rows.origin), found.other)
            off = self.share_ * off + (1 - self.share_) * own
        return _scaled(scene, rows, found.base + off)


class _View:
    """A boosted model and a robust line for the same target, on the log scale."""

    def __init__(self, seed: int) -> None:
        self.trees = RatioBoosting(random_state=seed)
        self.line = RobustLinear()

    def fit(self, relative: Matrix, other: Matrix, off: Matrix, weight: Matrix) -> _View:
        self.trees.fit(np.hstack([relative, other]), np.exp(off), weight)
        self.line.fit(_tame(relative), off, weight)
        return self

    def predict(self, relative: Matrix, other: Matrix) -> Matrix:
        trees = np.log(self.trees.predict(np.hstack([relative, other])))
        found: Matrix = (trees + self.line.predict(_tame(relative))) / 2
        return found


class YearShape(Contender):
    """Last level of a unit x its weekday pattern x the shape of the year.

    Parameters
    ----------
    days
        How far back the level looks: a year, or four weeks.
    """

    def __init__(self, days: int) -> None:
        self.days = days
        self.name = "calendar_shape" if days >= YEAR else "calendar_shape_recent"

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        """Return level times weekday times shape, without anything newer than the origin."""
        mean = scene.past.mean(rows.origin, rows.unit, self.days)
        middle = _middle_level(scene, rows, self.days)
        pattern = scene.smoothed[0.1, 0.1].pattern
        weekday = pattern[rows.origin, scene.calendar.weekday[rows.target], rows.unit]
        level = (np.log(np.maximum(mean, 1e-9)) + middle) / 2
        return _scaled(scene, rows, level + weekday)


def _middle_level(scene: Scene, rows: Rows, days: int) -> Matrix:
    """Return the median level over the days before each origin."""
    found = np.empty(len(rows))
    for origin in np.unique(rows.origin):
        part = scene.level[max(0, origin - days + 1) : origin + 1]
        at = rows.origin == origin
        known = (~np.isnan(part)).any(axis=0)
        middle = np.where(known, 0.0, scene.newest[origin])
        middle[known] = np.nanmedian(part[:, known], axis=0)
        found[at] = middle[rows.unit[at]]
    return found


def _offset(scene: Scene, rows: Rows) -> Matrix:
    exposure = np.maximum(scene.due(rows), 1e-9)
    found: Matrix = scene.season[rows.target] + np.log(exposure)
    return found


def _scaled(scene: Scene, rows: Rows, logs: Matrix) -> Matrix:
    found: Matrix = np.exp(logs + _offset(scene, rows))
    return found


def _by_day_median(values: Matrix, day: np.ndarray) -> Matrix:
    import pandas as pd

    found: Matrix = pd.Series(values).groupby(day).transform("median").to_numpy()
    return found


def _tame(relative: Matrix) -> Matrix:
    return np.clip(np.nan_to_num(relative), -WIDEST, WIDEST)


def thinned(rows: Rows, seed: int, most: int) -> Rows:
    """Return at most about ``most`` rows, whole days of them, drawn evenly."""
    if len(rows) <= most:
        return rows
    days = np.unique(rows.target)
    kept = max(1, round(len(days) * most / len(rows)))
    drawn = np.random.default_rng(seed).choice(days, kept, replace=False)
    return rows.where(np.isin(rows.target, drawn))


def contenders(scene: Scene, horizon: int) -> list[Contender]:
    """Return the models that compete for a horizon, the most trusted first."""
    if scene.small:
        from absence_model.estimators.counts import CountLevel

        return [CountLevel(horizon)]
    if horizon == YEAR:
        return [YearShape(YEAR)]
    return [Blend(horizon), Smoothing()]


__all__ = [
    "Baseline",
    "Blend",
    "Contender",
    "Features",
    "Smoothing",
    "YearShape",
    "contenders",
]
