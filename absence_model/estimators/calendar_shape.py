"""Level x calendar: a Poisson regression of the ratio to a unit's level, pooled over all units."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.linear_model import PoissonRegressor
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted, validate_data


class CalendarShape(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """What a day of the calendar does to absence, as a factor on the level of a unit.

    The target is a ratio (absence divided by the unit's level), the weight of a row that level, so
    that a unit of a hundred tells more than a unit of ten. ``predict`` returns the ratio.

    Parameters
    ----------
    alpha
        Strength of the ridge penalty; more draws the shape towards an even one.
    max_iter
        Most steps of the solver.
    """

    def __init__(self, alpha: float = 1e-3, max_iter: int = 300) -> None:
        self.alpha = alpha
        self.max_iter = max_iter

    def fit(
        self, X: npt.ArrayLike, y: npt.ArrayLike, sample_weight: npt.ArrayLike | None = None
    ) -> CalendarShape:
        """Learn the shape."""
        X, y = validate_data(self, X, y, y_numeric=True)
        if np.min(y) < 0:
            raise ValueError("Negative values in data passed to y: absence is never below 0")
        self.model_ = PoissonRegressor(
            alpha=self.alpha, max_iter=self.max_iter, solver="newton-cholesky"
        )
        self.model_.fit(X, y, sample_weight=sample_weight)
        self.n_iter_ = self.model_.n_iter_
        return self

    def predict(self, X: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Return the ratio of each row."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False)
        predicted: npt.NDArray[np.float64] = self.model_.predict(X)
        return predicted

    def __sklearn_tags__(self) -> Tags:
        """Tell that targets below 0 are refused."""
        tags = super().__sklearn_tags__()
        tags.target_tags.positive_only = True
        return tags
