"""The newsvendor's number is the cheapest, and its figures are those of the distribution."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from absence_model.reserve.counts import AbsentCounts, noise_of, noise_told
from absence_model.reserve.newsvendor import Prices, best_heads


def poisson(mean: float, k: int) -> float:
    return math.exp(-mean) * mean**k / math.factorial(k)


def test_without_noise_counts_are_poisson() -> None:
    tail = AbsentCounts(np.array([2.5])).at_least(8)[0]
    exact = [1 - sum(poisson(2.5, j) for j in range(k)) for k in range(1, 9)]
    assert tail == pytest.approx(exact, abs=1e-6)


@pytest.mark.parametrize("heads", [1, 3, 7])
def test_expected_shortage_is_the_formula_of_the_poisson(heads: int) -> None:
    mean = 3.2
    above = [1 - sum(poisson(mean, j) for j in range(k)) for k in range(heads + 2)]
    formula = mean * above[heads] - heads * above[heads + 1]
    found = AbsentCounts(np.array([mean])).shortage(np.array([float(heads)]))[0]
    assert found == pytest.approx(formula, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(
    mean=st.floats(0.05, 12),
    noise=st.floats(0, 0.5),
    called=st.floats(1.2, 4),
    idle=st.floats(0, 0.9),
)
def test_no_other_number_of_heads_is_cheaper(
    mean: float, noise: float, called: float, idle: float
) -> None:
    prices = Prices(1.0, called, idle)
    counts = AbsentCounts(np.full(60, mean), noise)
    costs = prices.expected_cost(counts, np.arange(60.0))
    best = int(best_heads(counts, prices)[0])
    assert costs[best] <= costs.min() + 1e-3
    worth = prices.worth(AbsentCounts(np.array([mean]), noise), 59)[0]
    assert (worth[:best] >= prices.planned - 1e-6).all()
    assert (worth[best:] <= prices.planned + 1e-6).all()
    assert costs[0] - costs[best] == pytest.approx((worth[:best] - 1).sum(), abs=1e-3)


def test_drawn_absence_costs_what_is_expected() -> None:
    rng = np.random.default_rng(1)
    absent = rng.poisson(4.0 * rng.gamma(1 / 0.2, 0.2, 200_000)).astype(float)
    counts, prices = AbsentCounts(np.array([4.0]), 0.2), Prices()
    heads = best_heads(counts, prices)
    assert noise_of(absent, np.full(absent.shape, 4.0)) == pytest.approx(0.2, abs=0.01)
    assert np.quantile(absent, prices.level, method="inverted_cdf") == heads[0]
    mean = prices.cost(absent, heads).mean()
    assert mean == pytest.approx(prices.expected_cost(counts, heads)[0], rel=0.01)


def test_a_part_of_the_shifts_has_a_part_of_the_absence() -> None:
    rng = np.random.default_rng(2)
    day = rng.poisson(6.0 * rng.gamma(1 / 0.3, 0.3, 100_000))
    part = rng.binomial(day, 0.25).astype(float)
    thin = AbsentCounts(np.array([6.0]), 0.3).thinned(0.25)
    drawn = [(part >= k).mean() for k in range(1, 6)]
    assert thin.at_least(5)[0] == pytest.approx(drawn, abs=0.01)


def test_standby_waits_for_the_quantile_of_its_fee() -> None:
    assert Prices().standby(fee=0.2, call=1.2) == pytest.approx(0.75)
    with pytest.raises(ValueError, match="cheaper"):
        Prices().standby(fee=0.2, call=2.0)


@pytest.mark.parametrize("prices", [(1.0, 1.0, 0.3), (1.0, 2.0, 1.1), (1.0, 2.0, -0.1)])
def test_prices_that_leave_nothing_to_weigh_are_refused(prices: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="called > planned"):
        Prices(*prices)


@pytest.mark.parametrize("noise", [0.0, 0.3])
def test_noise_is_found_again_from_all_quantiles_though_they_are_whole_numbers(
    noise: float,
) -> None:
    from scipy.stats import nbinom, poisson

    from absence_model.intervals import LEVELS

    mean = np.linspace(1.0, 4.0, 40)
    size = 1 / max(noise, 1e-9)
    rows = [
        nbinom.ppf(LEVELS, size, size / (size + m)) if noise else poisson.ppf(LEVELS, m)
        for m in mean
    ]
    assert noise_told(mean, np.array(rows)).mean() == pytest.approx(noise, abs=0.08)
