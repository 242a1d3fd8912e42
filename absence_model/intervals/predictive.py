"""A forecast with its distribution, unit by unit and day by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from absence_model.intervals.levels import COLUMNS, Matrix, between
from absence_model.intervals.sums import Moments, moments, quantiles_of

KEYS = ("unit", "date", "horizon")


@dataclass(frozen=True, slots=True)
class Predictive:
    """Forecasts as a table: unit, date, horizon, mean and one column for each of ``LEVELS``.

    Parameters
    ----------
    frame
        One row a unit and day; ``horizon`` is how far ahead of what is known of the unit.
    whole
        Whether absences are counted in whole numbers; quantiles then are whole too.
    correlation
        How errors of two units on the same day move together, as estimated with the forecast; the
        default of ``pooled``.
    """

    frame: pd.DataFrame
    whole: bool = False
    correlation: float = 0.0

    @classmethod
    def of(
        cls,
        keys: pd.DataFrame,
        mean: Matrix,
        quantiles: Matrix,
        *,
        whole: bool = False,
        correlation: float = 0.0,
    ) -> Predictive:
        """Make a forecast of its parts; quantiles that cross are put in order."""
        frame = keys.loc[:, list(KEYS)].reset_index(drop=True)
        frame["mean"] = mean
        ordered = np.maximum(np.sort(quantiles, axis=1), 0.0)
        frame[list(COLUMNS)] = np.rint(ordered) if whole else ordered
        return cls(frame, whole, correlation)

    @property
    def mean(self) -> Matrix:
        """The mean of each row."""
        found: Matrix = self.frame["mean"].to_numpy(float)
        return found

    @property
    def quantiles(self) -> Matrix:
        """Quantiles as a matrix of rows by ``LEVELS``."""
        found: Matrix = self.frame[list(COLUMNS)].to_numpy(float)
        return found

    def quantile(self, level: float) -> Matrix:
        """Return the quantile of each row at any level in (0, 1), never below 0."""
        found = np.maximum(between(self.quantiles, level), 0.0)
        return np.rint(found) if self.whole else found

    def pooled(self, groups: Mapping[str, str], correlation: float | None = None) -> Predictive:
        """Return the sums over units that belong together.

        Parameters
        ----------
        groups
            The pool of each unit; units that are not named stay alone.
        correlation
            Between the errors of two units of a pool on the same day; the forecast's own estimate
            when left out. Ignoring it makes a pool look safer than it is.
        """
        shared = self.correlation if correlation is None else correlation
        pool = self.frame["unit"].map(lambda unit: groups.get(unit, unit))
        keys = self.frame.assign(unit=pool)[list(KEYS)]
        days = keys.groupby(["unit", "date"], sort=True)
        number = days.ngroup().to_numpy()
        keys["horizon"] = days["horizon"].transform("max")  # a unit may have told nothing lately
        one = moments(self.mean, self.quantiles)
        summed = Moments.summed(one, number, shared)
        first = keys.assign(_n=number).drop_duplicates("_n").sort_values("_n")
        alone = np.bincount(number) == 1
        quantiles = quantiles_of(summed)
        rows = np.flatnonzero(alone[number])
        quantiles[number[rows]] = self.quantiles[rows]
        return Predictive.of(
            first, summed.mean, quantiles, whole=self.whole, correlation=self.correlation
        )
