"""Intervals against published or hand-computed figures."""

import pytest

from rostering.replan.stress.intervals import mean_interval, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),  # Newcombe, Statistics in Medicine 17 (1998) 857-872, table I
        (15, 148, 0.0624, 0.1605),
        (10, 10, 0.7225, 1.0),
    ],
)
def test_wilson(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson(successes, trials) == pytest.approx((low, high), abs=0.00006)


def test_nothing_tried_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert mean_interval([]) == (0.0, 0.0, 0.0)


def test_a_mean_with_its_normal_interval_never_below_nothing() -> None:
    # mean 3, variance ((-1)^2 + 1^2) / 1 = 2: half = 1.96 x sqrt(2 / 2)
    mean, low, high = mean_interval([2, 4])
    assert (mean, low, high) == pytest.approx((3.0, 1.040036, 4.959964))
    assert mean_interval([0, 6])[1] == 0.0
    assert mean_interval([5]) == (5.0, 5.0, 5.0)
