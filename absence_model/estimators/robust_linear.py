"""A straight line through the medians: least absolute deviations, with a ridge."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

NEAR = 0.01
"""Residuals below this, in units of the target's spread, count alike."""


class RobustLinear(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """Linear regression to the median, by reweighted least squares.

    Parameters
    ----------
    ridge
        Strength of the penalty, in rows of weight 1.
    max_iter
        Rounds of reweighting.
    """

    def __init__(self, ridge: float = 3.0, max_iter: int = 25) -> None:
        self.ridge = ridge
        self.max_iter = max_iter

    def fit(
        self, X: npt.ArrayLike, y: npt.ArrayLike, sample_weight: npt.ArrayLike | None = None
    ) -> RobustLinear:
        """Learn the coefficients."""
        X, y = validate_data(self, X, y, y_numeric=True, dtype=np.float64)
        X, y = np.asarray(X, float), np.asarray(y, float)
        weight = _check_sample_weight(sample_weight, X, dtype=np.float64)
        full = np.hstack([np.ones((len(X), 1)), X])
        penalty = np.eye(full.shape[1]) * self.ridge
        penalty[0, 0] = 1e-9
        middle = np.average(y, weights=weight)
        spread = max(float(np.average(np.abs(y - middle), weights=weight)), 1e-300)
        rows = weight
        self.n_iter_ = self.max_iter
        for _ in range(self.max_iter):
            left = full * rows[:, None]
            found = np.asarray(np.linalg.solve(left.T @ full + penalty, left.T @ y), np.float64)
            off: npt.NDArray[np.float64] = np.abs(y - full @ found)
            rows = weight * spread / np.maximum(off, NEAR * spread)
        self.intercept_, self.coef_ = float(found[0]), found[1:]
        return self

    def predict(self, X: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Return the median of each row."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64)
        predicted: npt.NDArray[np.float64] = X @ self.coef_ + self.intercept_
        return predicted
