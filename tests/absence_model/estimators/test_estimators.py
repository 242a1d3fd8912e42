"""Estimators keep scikit-learn's conventions; what they learn is what was put in."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from sklearn.base import BaseEstimator
from sklearn.utils.estimator_checks import estimator_checks_generator

from absence_model.estimators.calendar_shape import CalendarShape
from absence_model.estimators.ratio_boosting import RatioBoosting
from absence_model.estimators.robust_linear import RobustLinear

ESTIMATORS = (CalendarShape(), RatioBoosting(rounds=10), RobustLinear())
#: scikit-learn skips it by itself where scipy was not told of other kinds of arrays at its start
OTHER_ARRAYS = "check_array_api_input"
#: histogram bins are made from rows without their weights, as scikit-learn itself documents
BY_WEIGHT = "check_sample_weight_equivalence_on_dense_data"
NOT_HELD = {("RatioBoosting", BY_WEIGHT)}
Check = Callable[[BaseEstimator], None]


def checks(*, held: bool) -> list[object]:
    """Return scikit-learn's checks of each estimator: those that it keeps, or those that not."""
    return [
        pytest.param(one, check, id=f"{kind}-{check.func.__name__}")
        for kind, estimator in ((type(one).__name__, one) for one in ESTIMATORS)
        for one, check in estimator_checks_generator(estimator)
        if check.func.__name__ != OTHER_ARRAYS
        if ((kind, check.func.__name__) not in NOT_HELD) == held
    ]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("estimator", "check"), checks(held=True))
def test_scikit_learn_conventions(estimator: BaseEstimator, check: Check) -> None:
    check(estimator)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("estimator", "check"), checks(held=False))
def test_what_is_not_held_is_known(estimator: BaseEstimator, check: Check) -> None:
    with pytest.raises(AssertionError):
        check(estimator)


def test_a_shape_is_found_again() -> None:
    rng = np.random.default_rng(1)
    X = rng.integers(0, 2, (4000, 2)).astype(float)
    level = rng.uniform(5, 50, 4000)
    y = rng.poisson(level * np.exp(0.3 * X[:, 0] - 0.2 * X[:, 1])) / level
    model = CalendarShape().fit(X, y, sample_weight=level)
    ratio = model.predict([[1.0, 0.0], [0.0, 1.0]]) / model.predict([[0.0, 0.0]])
    assert ratio == pytest.approx([np.exp(0.3), np.exp(-0.2)], rel=0.03)


def test_a_robust_line_is_not_drawn_away_by_strange_days() -> None:
    rng = np.random.default_rng(2)
    X = rng.normal(size=(500, 1))
    y = 2 * X[:, 0] + 1 + rng.normal(0, 0.1, 500)
    y[:40] += 50
    model = RobustLinear().fit(X, y)
    assert model.coef_[0] == pytest.approx(2, abs=0.05)
    assert model.intercept_ == pytest.approx(1, abs=0.05)


def test_boosting_returns_ratios_and_takes_unknown_features() -> None:
    rng = np.random.default_rng(3)
    X = rng.normal(size=(600, 2))
    ratio = np.exp(0.5 * (X[:, 0] > 0))
    X[::7, 1] = np.nan
    found = RatioBoosting().fit(X, ratio).predict([[1.0, np.nan], [-1.0, 0.0]])
    assert found == pytest.approx([np.exp(0.5), 1.0], rel=0.05)
