"""How errors of two units on the same day move together: an epidemic, or a level missed for all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from absence_model.intervals.levels import Matrix

Indices = npt.NDArray[np.int64]

FEWEST_DAYS = 28
"""Days with two units or more below which nothing is estimated."""
ASSUMED = 0.1
"""The correlation where there are too few days: an assumption, on the careful side of none."""


def correlation(day: Indices, unit: Indices, error: Matrix) -> float:
    """Return the mean correlation of two units' errors on the same day, from 0 to 1.

    Each unit's errors are measured in its own root mean square, so that large units do not speak
    for all. The mean over pairs needs no pairs: it is (sum squared less sum of squares) by day.
    Too few days give ``ASSUMED``.

    Parameters
    ----------
    day, unit
        Of each error, as whole numbers.
    error
        What came less what was forecast; rows that are not known are left out.
    """
    known = ~np.isnan(error)
    if not known.any():
        return ASSUMED
    day, unit, error = day[known], unit[known], error[known]
    _, unit = np.unique(unit, return_inverse=True)
    _, day = np.unique(day, return_inverse=True)
    square = np.bincount(unit, error**2) / np.bincount(unit)
    told = square[unit] > 0
    day, scaled = day[told], error[told] / np.sqrt(square[unit[told]])
    if not len(day):
        return ASSUMED
    count, total, own = (np.bincount(day, w) for w in (None, scaled, scaled**2))
    pairs = count * (count - 1.0)
    if (pairs > 0).sum() < FEWEST_DAYS:
        return ASSUMED
    return float(np.clip((total**2 - own).sum() / pairs.sum(), 0.0, 1.0))
