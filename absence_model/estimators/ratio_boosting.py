"""Gradient boosting on the ratio to a unit's recent level."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted, validate_data
from threadpoolctl import threadpool_limits

LOWEST = 0.05


class RatioBoosting(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """Boosted trees for a ratio near 1; weigh rows by their level, which is their exposure.

    Parameters
    ----------
    loss
        ``absolute_error`` learns the median of the logarithm of the ratio, which suits large
        units with strange days; ``poisson`` learns the mean of the ratio.
    rounds, rate, leaves, fewest
        Trees, learning rate, leaves of a tree and rows in a leaf.
    random_state
        Seed of the draw of columns.
    """

    def __init__(
        self,
        loss: str = "absolute_error",
        rounds: int = 100,
        rate: float = 0.08,
        leaves: int = 12,
        fewest: int = 80,
        random_state: int | None = 0,
    ) -> None:
        self.loss = loss
        self.rounds = rounds
        self.rate = rate
        self.leaves = leaves
        self.fewest = fewest
        self.random_state = random_state

    def fit(
        self, X: npt.ArrayLike, y: npt.ArrayLike, sample_weight: npt.ArrayLike | None = None
    ) -> RatioBoosting:
        """Learn ratios; NaN in X is allowed and means unknown."""
        X, y = validate_data(self, X, y, ensure_all_finite="allow-nan", y_numeric=True)
        if np.min(y) < 0:
            raise ValueError("Negative values in data passed to y: a ratio is never below 0")
        self.model_ = HistGradientBoostingRegressor(
            loss=self.loss,
            max_iter=self.rounds,
            learning_rate=self.rate,
            max_leaf_nodes=self.leaves,
            min_samples_leaf=min(self.fewest, max(1, np.size(y) // 20)),
            l2_regularization=5.0,
            max_features=0.5,
            max_bins=64,
            early_stopping=False,
            random_state=self.random_state,
        )
        target = y if self.loss == "poisson" else np.log(np.maximum(y, LOWEST))
        with threadpool_limits(1):  # more threads make small fits slower
            self.model_.fit(X, target, sample_weight=sample_weight)
        return self

    def predict(self, X: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Return the ratio of each row."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, ensure_all_finite="allow-nan")
        with threadpool_limits(1):
            found: npt.NDArray[np.float64] = self.model_.predict(X)
        return found if self.loss == "poisson" else np.exp(found)

    def __sklearn_tags__(self) -> Tags:
        """Tell that NaN is allowed in X, and targets below 0 are refused."""
        tags = super().__sklearn_tags__()
        tags.target_tags.positive_only = True
        tags.input_tags.allow_nan = True
        return tags
