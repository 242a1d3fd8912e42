"""Intervals from how far forecasts of the same horizon were off before."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from absence_model.estimators.counts import quantile, share_below
from absence_model.intervals.levels import LEVELS, SCORES, Matrix

FEWEST = 100
"""Forecasts that must have come true before their errors are taken for a distribution."""
LEAST = 0.5
WIDER = 2.5
"""Intervals from few errors are wider, by this over the root of their number."""
ASSUMED = 0.25
"""How far forecasts are taken to be off, as a standard deviation of the log ratio, while next to
nothing has come true: wide on purpose."""
TRUSTED = 14
"""Errors below which the spread is never taken to be narrower than that."""


class Spread(Protocol):
    """What knows the quantiles round a forecast."""

    def quantiles(self, forecast: Matrix, scale: Matrix) -> Matrix:
        """Return rows by ``LEVELS``."""

    def mean(self, forecast: Matrix) -> Matrix:
        """Return the mean that belongs to a middle forecast."""


class RatioSpread:
    """Errors as ratios, alike upwards and downwards on the log scale, by a unit's restlessness.

    They are alike on purpose: calibration days lie in another part of the year than the days
    forecast, and a wave that fell then says nothing of the direction of the next.
    """

    def fit(
        self,
        truth: Matrix,
        forecast: Matrix,
        scale: Matrix,
        weight: Matrix | None = None,
        drift: float = 0.0,
        wider: float = 1.0,
    ) -> RatioSpread:
        """Learn from forecasts that have come true, the newer with more weight.

        ``drift`` is added for a movement of all units that the calibration days could not show: the
        standard deviation of its logarithm. ``wider`` stretches errors of a shorter horizon.
        """
        few = len(truth) < TRUSTED
        ratio = np.log(np.maximum(truth, LEAST) / np.maximum(forecast, LEAST))
        off = ratio / scale
        if drift:
            nodes = drift * np.linspace(-1.6, 1.6, 9)
            off = (ratio[:, None] + nodes).ravel() / np.repeat(scale, len(nodes))
            weight = None if weight is None else np.repeat(weight, len(nodes))
        inside = np.abs(2 * np.array(LEVELS) - 1)
        reach = _quantiles(np.abs(off), inside, weight) if len(off) else np.zeros(len(LEVELS))
        reach = reach * wider * (1 + WIDER / np.sqrt(max(_evidence(off, weight), 1.0)))
        if few:
            reach = np.maximum(reach, ASSUMED * np.abs(SCORES))
        self.off_ = np.sign(SCORES) * reach
        size = np.maximum(forecast, LEAST)
        mean = np.average(np.clip(np.exp(ratio), 0.2, 5.0), weights=size) if len(off) else 1.0
        self.mean_ = float(np.clip(mean, 0.95, 1.1))
        return self

    def quantiles(self, forecast: Matrix, scale: Matrix) -> Matrix:
        """Return rows by ``LEVELS``."""
        size = np.maximum(forecast, LEAST)  # as the errors were measured
        found: Matrix = size[:, None] * np.exp(scale[:, None] * self.off_)
        return np.where((found <= LEAST) & (np.array(LEVELS) < 0.5), 0.0, found)

    def mean(self, forecast: Matrix) -> Matrix:
        """Return the mean that belongs to a middle forecast."""
        return forecast * self.mean_


def _evidence(off: Matrix, weight: Matrix | None) -> float:
    """Return how many equally weighted errors tell as much (Kish)."""
    if weight is None or not len(off):
        return float(len(off))
    return float(weight.sum() ** 2 / max(float((weight**2).sum()), 1e-300))


def _quantiles(values: Matrix, levels: Matrix, weight: Matrix | None) -> Matrix:
    weight = np.ones(len(values)) if weight is None else weight
    order = np.argsort(values)
    share = np.cumsum(weight[order])
    found: Matrix = np.interp(levels * share[-1], share, values[order])
    return found


class CountSpread:
    """Quantiles of counts (negative binomial), at levels that made past counts fall evenly.

    Parameters
    ----------
    dispersion
        How much more counts vary than Poisson's.
    least
        Means below are taken for this: a few days with nobody away promise no more of them.
    """

    def __init__(self, dispersion: float, least: float = 0.0) -> None:
        self.dispersion = dispersion
        self.least = least

    def fit(self, truth: Matrix, forecast: Matrix) -> CountSpread:
        """Learn at which of the model's levels the past's quantiles lay."""
        self.levels_ = np.array(LEVELS)
        if len(truth) >= FEWEST:
            below, upto = share_below(truth, np.maximum(forecast, self.least), self.dispersion)
            drawn = np.random.default_rng(1).random(len(truth))
            place = below + drawn * (upto - below)
            self.levels_ = np.clip(np.quantile(place, LEVELS), 1e-4, 1 - 1e-4)
        return self

    def quantiles(self, forecast: Matrix, scale: Matrix) -> Matrix:
        """Return rows by ``LEVELS``, whole numbers."""
        del scale
        mean = np.maximum(forecast, self.least)
        return np.column_stack([quantile(mean, self.dispersion, p) for p in self.levels_])

    def mean(self, forecast: Matrix) -> Matrix:
        """Return the forecast, which is the mean already."""
        return forecast
