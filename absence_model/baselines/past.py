"""Looking back from an origin: sums and last values, each a table that is asked by row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from absence_model.series.panel import Matrix, Panel
from absence_model.series.rows import Indices


@dataclass(frozen=True, slots=True)
class Past:
    """Running sums over the days, so that a mean up to any origin costs a subtraction."""

    values: Matrix
    sums: Matrix
    counts: Matrix
    filled: Matrix

    @property
    def days(self) -> Matrix:
        """One entry a day."""
        return self.values

    @classmethod
    def of(cls, panel: Panel, values: Matrix | None = None) -> Past:
        """Prepare a panel's absences, or other values of the same shape."""
        values = panel.absent if values is None else values
        known = ~np.isnan(values)
        return cls(values, _running(np.nan_to_num(values)), _running(known), forward(values))

    def last(self, origin: Indices, unit: Indices) -> Matrix:
        """Return the newest value known at the origin."""
        return self.filled[origin, unit]

    def mean(self, origin: Indices, unit: Indices, days: int) -> Matrix:
        """Return the mean of the values known in the last days; the newest when there is none."""
        end, start = origin + 1, np.maximum(origin + 1 - days, 0)
        count = self.counts[end, unit] - self.counts[start, unit]
        total = self.sums[end, unit] - self.sums[start, unit]
        return np.where(count > 0, total / np.maximum(count, 1), self.filled[origin, unit])

    def same_weekday(self, origin: Indices, target: Indices, unit: Indices, weeks: int) -> Matrix:
        """Return the mean of the newest values on the target's weekday."""
        back = -(-(target - origin) // 7) * 7
        picked = np.full((weeks, len(target)), np.nan)
        for week in range(weeks):
            at = target - back - 7 * week
            picked[week] = np.where(at >= 0, self.values[np.maximum(at, 0), unit], np.nan)
        count = (~np.isnan(picked)).sum(axis=0)
        mean = np.nansum(picked, axis=0) / np.maximum(count, 1)
        return np.where(count > 0, mean, self.mean(origin, unit, 28))

    def year_before(self, origin: Indices, target: Indices, unit: Indices) -> Matrix:
        """Return the value 52 weeks before the target, or the mean of the days round it."""
        at = np.minimum(target - 364, origin)
        valid = at >= 0
        exact = np.where(valid, self.values[np.maximum(at, 0), unit], np.nan)
        middle = np.minimum(np.maximum(at, 0) + 3, origin)
        start = np.maximum(middle - 6, 0)
        count = self.counts[middle + 1, unit] - self.counts[start, unit]
        total = self.sums[middle + 1, unit] - self.sums[start, unit]
        around = np.where(valid & (count > 0), total / np.maximum(count, 1), np.nan)
        known = np.where(np.isnan(exact), around, exact)
        return np.where(np.isnan(known), self.mean(origin, unit, 365), known)


def _running(values: Matrix) -> Matrix:
    return np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])


def forward(values: Matrix) -> Matrix:
    """Return each day's newest known value."""
    rows = np.arange(len(values))[:, None]
    newest = np.maximum.accumulate(np.where(np.isnan(values), 0, rows), axis=0)
    return np.take_along_axis(values, newest, axis=0)
