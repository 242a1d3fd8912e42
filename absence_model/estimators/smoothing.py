"""Exponential smoothing of level and weekday pattern, for all units of a panel at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from absence_model.baselines.past import forward
from absence_model.series.panel import Matrix
from absence_model.series.rows import Indices

CLIP = 0.5
"""A day that surprises by more than this, on the log scale, moves the state no further."""


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The state on each evening: the level of a unit and its seven weekday effects.

    A state depends on the days up to its evening alone.
    """

    level: Matrix
    pattern: Matrix

    @classmethod
    def of(cls, values: Matrix, weekday: Indices, alpha: float, gamma: float) -> Smoothed:
        """Run through the days once.

        Parameters
        ----------
        values
            Days by units on the log scale, NaN where unknown.
        alpha, gamma
            How much of a surprise goes to the level, and of the rest to the weekday's effect.
        """
        days, units = values.shape
        level, pattern = np.full(units, np.nan), np.zeros((7, units))
        levels, patterns = np.empty((days, units)), np.empty((days, 7, units))
        seen = np.zeros(units)
        for day in range(days):
            value, today = values[day], weekday[day]
            known = ~np.isnan(value)
            new = known & np.isnan(level)
            level = np.where(new, value, level)
            surprise = np.where(known & ~new, value - level - pattern[today], 0.0)
            surprise = np.clip(np.nan_to_num(surprise), -CLIP, CLIP)
            seen += known
            share = np.maximum(alpha, 1 / np.maximum(seen, 1))
            level = level + share * surprise
            pattern[today] += gamma * (1 - share) * surprise
            middle = pattern.mean(axis=0)
            pattern -= middle
            level = level + middle
            levels[day], patterns[day] = level, pattern
        return cls(forward(levels), patterns)

    def forecast(self, origin: Indices, weekday: Indices, unit: Indices) -> Matrix:
        """Return level and weekday effect as known at the origin, for the target's weekday."""
        return self.level[origin, unit] + self.pattern[origin, weekday, unit]

    def surprises(self, values: Matrix, weekday: Indices) -> Matrix:
        """Return what each day was beyond the forecast of the evening before."""
        found = np.full_like(values, np.nan)
        effect = np.take_along_axis(self.pattern[:-1], weekday[1:, None, None], axis=1)[:, 0]
        found[1:] = values[1:] - self.level[:-1] - effect
        return found
