"""Distributions: any quantile, and sums that respect correlation."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import nbinom

from absence_model.intervals import LEVELS, Predictive
from absence_model.intervals.conformal import CountSpread, RatioSpread
from absence_model.intervals.together import ASSUMED, correlation

SIZE = 5.0


def forecast(units: int = 10, mean: float = 2.0) -> Predictive:
    quantiles = nbinom.ppf(np.array(LEVELS), SIZE, SIZE / (SIZE + mean))
    keys = pd.DataFrame(
        {"unit": [f"u{n}" for n in range(units)], "date": pd.Timestamp("2027-01-04"), "horizon": 7}
    )
    return Predictive.of(keys, np.full(units, mean), np.tile(quantiles, (units, 1)), whole=True)


def test_quantiles_rise_with_the_level_and_are_whole() -> None:
    told = forecast()
    found = [told.quantile(level)[0] for level in np.linspace(0.01, 0.99, 60)]
    assert (np.diff(found) >= 0).all()
    assert all(value == int(value) >= 0 for value in found)
    with pytest.raises(ValueError, match="between 0 and 1"):
        told.quantile(1.0)


def test_a_pool_of_independent_units_is_what_adding_them_gives() -> None:
    pool = {f"u{n}": "pool" for n in range(10)}
    told = forecast().pooled(pool, correlation=0.0)
    drawn = nbinom.rvs(SIZE, SIZE / (SIZE + 2.0), size=(40_000, 10), random_state=1).sum(axis=1)
    assert told.mean == pytest.approx([20.0])
    assert told.quantiles[0] == pytest.approx(np.quantile(drawn, LEVELS), abs=1.0)


def test_correlation_widens_a_pool_and_units_alone_stay_as_they_are() -> None:
    pool = {f"u{n}": "pool" for n in range(9)}
    apart, together = (forecast().pooled(pool, correlation=c).frame for c in (0.0, 0.8))
    assert (together["q0.95"] - together["q0.05"])[0] > (apart["q0.95"] - apart["q0.05"])[0] + 5
    alone = together[together["unit"] == "u9"].iloc[0]
    assert alone["q0.9"] == forecast().frame["q0.9"][9]


@pytest.mark.parametrize("shared", [0.0, 0.3, 0.8])
def test_the_correlation_of_units_is_found_again(shared: float) -> None:
    rng = np.random.default_rng(6)
    days, units = 400, 8
    common = np.sqrt(shared) * rng.normal(size=(days, 1))
    error = (common + np.sqrt(1 - shared) * rng.normal(size=(days, units))) * np.arange(1, 9)
    day, unit = np.divmod(np.arange(days * units), units)
    error = error.ravel()
    error[::7] = np.nan
    assert correlation(day, unit, error) == pytest.approx(shared, abs=0.06)


def test_too_few_days_of_several_units_give_what_is_assumed() -> None:
    alone = np.zeros(300, np.int64)
    assert correlation(np.arange(300), alone, np.ones(300)) == ASSUMED
    assert correlation(np.repeat([1, 2], 2), np.tile([0, 1], 2), np.ones(4)) == ASSUMED


def test_ratio_intervals_cover_as_often_as_they_say() -> None:
    rng = np.random.default_rng(4)
    expected = rng.uniform(50, 500, 4000)
    scale = rng.uniform(0.5, 2.0, 4000)
    truth = expected * np.exp(scale * rng.standard_t(4, 4000) * 0.1)
    spread = RatioSpread().fit(truth[:2000], expected[:2000], scale[:2000])
    found = spread.quantiles(expected[2000:], scale[2000:])
    inside = (truth[2000:] >= found[:, 2]) & (truth[2000:] <= found[:, 8])
    assert 0.77 < inside.mean() < 0.83


def test_count_intervals_mend_a_wrong_dispersion() -> None:
    mean = np.full(6000, 6.0)
    truth = nbinom.rvs(2.0, 2.0 / 8.0, size=6000, random_state=2).astype(float)
    spread = CountSpread(0.05).fit(truth[:3000], mean[:3000])
    found = spread.quantiles(mean[3000:], np.ones(3000))
    inside = (truth[3000:] >= found[:, 2]) & (truth[3000:] <= found[:, 8])
    assert 0.78 < inside.mean() < 0.88


def test_ratio_intervals_of_almost_nothing_hold_nothing() -> None:
    spread = RatioSpread().fit(np.array([0.0, 1.0] * 100), np.full(200, 0.4), np.ones(200))
    found = spread.quantiles(np.full(1, 0.4), np.ones(1))
    assert found[0, 2] == 0.0
    assert found[0, 8] >= 1.0
