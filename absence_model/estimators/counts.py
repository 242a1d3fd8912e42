"""Units so small that most days have nobody absent: a pooled model of counts."""

from __future__ import annotations

import numpy as np
from scipy.stats import nbinom, poisson

from absence_model.estimators.calendar_shape import CalendarShape
from absence_model.estimators.contenders import MOST_ROWS, Contender, thinned
from absence_model.estimators.scene import Scene
from absence_model.series.panel import Matrix
from absence_model.series.rows import YEAR, Rows

OWN = 20.0
"""Expected absences of history at which a unit's own rate counts as much as everybody's."""
MEMORY = 2 * YEAR
WAVE_DAYS = 14
WAVE = 30.0
"""Expected absences in a fortnight at which the wave that all share is believed by half."""
LEAST = 1e-6


class CountLevel(Contender):
    """A unit's rate, drawn towards everybody's, x shape of the year x the wave of the last weeks.

    A Poisson regression, pooled over all units, learns what weekdays and the wave are worth, and
    influenza where there is a table of it.
    """

    name = "pooled_counts"

    def __init__(self, horizon: int) -> None:
        self.horizon = horizon

    def fit(self, scene: Scene, rows: Rows) -> CountLevel:
        """Learn weekdays, the wave's worth and how much more counts vary than Poisson's."""
        rows = thinned(rows, 0, MOST_ROWS)
        base = _base(scene, rows)
        truth = scene.panel.absent[rows.target, rows.unit]
        self.model_ = CalendarShape(alpha=1e-4).fit(
            _design(scene, rows), truth / base, sample_weight=base
        )
        mean = self.predict(scene, rows)
        extra = ((truth - mean) ** 2 - mean).sum() / max((mean**2).sum(), LEAST)
        self.dispersion_ = float(np.clip(extra, 0.0, 2.0))
        return self

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        """Return the expected absences of each row."""
        found: Matrix = _base(scene, rows) * self.model_.predict(_design(scene, rows))
        return found

    def middle(self, forecast: Matrix) -> Matrix:
        """Return the median count."""
        return quantile(forecast, self.dispersion_, 0.5)


def _base(scene: Scene, rows: Rows) -> Matrix:
    """Return a unit's own rate as known at the origin, times shape and exposure."""
    origin, unit = rows.origin, rows.unit
    shape = np.exp(scene.season)[:, None]
    known = ~np.isnan(scene.panel.absent)
    due = np.where(known, scene.exposure * shape, 0.0)
    came = np.where(known, scene.panel.absent, 0.0)
    due_sum, came_sum = _window(due, MEMORY), _window(came, MEMORY)
    common = came_sum.sum(axis=1) / np.maximum(due_sum.sum(axis=1), LEAST)
    prior = OWN / np.maximum(common, LEAST)
    rate = (came_sum[origin, unit] + OWN) / (due_sum[origin, unit] + prior[origin])
    target = rows.target
    found: Matrix = rate * np.exp(scene.season[target]) * scene.due(rows)
    return np.maximum(found, LEAST)


def _design(scene: Scene, rows: Rows) -> Matrix:
    weekday = scene.calendar.weekday[rows.target]
    days = (weekday[:, None] == np.arange(1, 7)).astype(float)
    if rows.horizon == YEAR:
        return np.asarray(days, np.float64)
    found: Matrix = np.hstack([days, _wave(scene)[rows.origin][:, None], *_influenza(scene, rows)])
    return found


def _influenza(scene: Scene, rows: Rows) -> list[Matrix]:
    """Return the newest published rate beside the usual one, and its change over a fortnight."""
    if scene.influenza is None:
        return []
    learnt = scene.influenza[: scene.until + 1]
    usual = float(np.nanmean(learnt)) if not np.isnan(learnt).all() else 0.0
    now = scene.influenza[rows.origin]
    change = now - scene.influenza[np.maximum(rows.origin - WAVE_DAYS, 0)]
    return [np.nan_to_num(one)[:, None] for one in (now - usual, change)]


def _wave(scene: Scene) -> Matrix:
    """Return how far the last fortnight lay above what was to be expected, drawn towards 0."""
    known = ~np.isnan(scene.panel.absent)
    due = np.where(known, scene.exposure * np.exp(scene.season)[:, None], 0.0)
    came = np.where(known, scene.panel.absent, 0.0)
    rate = _window(came, MEMORY) / np.maximum(_window(due, MEMORY), LEAST)
    expected = _window((due * rate).sum(axis=1)[:, None], WAVE_DAYS)[:, 0]
    total = _window(came.sum(axis=1)[:, None], WAVE_DAYS)[:, 0]
    found: Matrix = np.log((total + WAVE) / (expected + WAVE))
    return found


def _window(values: Matrix, days: int) -> Matrix:
    sums = np.cumsum(values, axis=0)
    found: Matrix = sums.copy()
    found[days:] -= sums[:-days]
    return found


def quantile(mean: Matrix, dispersion: float, level: float | Matrix) -> Matrix:
    """Return a quantile of counts with variance mean + dispersion x mean squared."""
    mean = np.maximum(mean, LEAST)
    size = 1 / max(dispersion, 1e-4)
    found: Matrix = (
        poisson.ppf(level, mean)
        if dispersion < 1e-4
        else nbinom.ppf(level, size, size / (size + mean))
    )
    return found


def share_below(truth: Matrix, mean: Matrix, dispersion: float) -> tuple[Matrix, Matrix]:
    """Return the probability of less than each count, and of it or less."""
    mean = np.maximum(mean, LEAST)
    if dispersion < 1e-4:
        return poisson.cdf(truth - 1, mean), poisson.cdf(truth, mean)
    size = 1 / dispersion
    share = size / (size + mean)
    return nbinom.cdf(truth - 1, size, share), nbinom.cdf(truth, size, share)
