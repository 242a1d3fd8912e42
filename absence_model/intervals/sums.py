"""Sums of forecasts over units, by their mean, variance and skewness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from absence_model.intervals.levels import LEVELS, SCORES, Matrix

GRID = (np.arange(64) + 0.5) / 64
MOST_SKEW = 1.5
"""Beyond this the expansion of the quantiles no longer rises with the level."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean, variance and third central moment of each row."""

    mean: Matrix
    variance: Matrix
    third: Matrix

    @classmethod
    def summed(cls, one: Moments, group: npt.NDArray[np.int64], correlation: float) -> Moments:
        """Return the moments of sums over the rows of a group.

        Each unit's error is a part that all share and a part of its own; ``correlation`` is the
        share of its variance that the common part has.
        """
        shared = float(np.clip(correlation, 0.0, 1.0))
        size = int(group.max()) + 1
        spread = np.sqrt(one.variance)
        total, own, both, third = (
            np.bincount(group, weights=w, minlength=size).astype(np.float64)
            for w in (one.mean, one.variance, spread, one.third)
        )
        cube = np.cbrt(one.third)
        common = np.bincount(group, weights=cube, minlength=size) ** 3
        part = shared**1.5
        return cls(total, (1 - shared) * own + shared * both**2, (1 - part) * third + part * common)


def moments(mean: Matrix, quantiles: Matrix) -> Moments:
    """Return the moments of forecasts that are told by their quantiles."""
    scores = ndtri(GRID)
    right = np.clip(np.searchsorted(SCORES, scores), 1, len(LEVELS) - 1)
    share = (scores - SCORES[right - 1]) / (SCORES[right] - SCORES[right - 1])
    variance, third = np.empty_like(mean), np.empty_like(mean)
    step = 20_000  # rows at a time: a year of three hundred units stays small in memory
    for start in range(0, len(mean), step):
        part = quantiles[start : start + step]
        drawn = np.maximum(part[:, right - 1] * (1 - share) + part[:, right] * share, 0.0)
        off = drawn - drawn.mean(axis=1, keepdims=True)
        variance[start : start + step] = (off**2).mean(axis=1)
        third[start : start + step] = (off**3).mean(axis=1)
    return Moments(mean, variance, third)


def quantiles_of(sums: Moments) -> Matrix:
    """Return the quantiles at ``LEVELS`` (Cornish and Fisher's expansion to the skewness)."""
    spread = np.sqrt(sums.variance)
    skew = np.divide(sums.third, spread**3, out=np.zeros_like(spread), where=spread > 0)
    skew = np.clip(skew, -MOST_SKEW, MOST_SKEW)[:, None]
    scores = SCORES[None, :]
    expanded = scores + (scores**2 - 1) * skew / 6
    found: Matrix = sums.mean[:, None] + spread[:, None] * expanded
    return found
