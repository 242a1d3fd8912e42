"""95 % intervals of a share and of a mean."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, variance

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share; 0 to 1 without any trial.

    Day-samples drawn within fixed days spread less than independent ones do, so that the interval
    is rather too wide than too narrow. Source: Wilson, *J. Am. Stat. Assoc.* 22 (1927) 209-212.
    """
    if not trials:
        return 0.0, 1.0
    share, square = successes / trials, Z * Z
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    spread = share * (1 - share) / trials + square / (4 * trials * trials)
    half = Z * sqrt(spread) / (1 + square / trials)
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_interval(values: Sequence[int]) -> tuple[float, float, float]:
    """Return the mean of numbers that are never negative, and its 95 % normal interval.

    The spread between days is in it too, though the days are fixed: rather too wide again. With
    fewer than two numbers the interval is the mean alone.
    """
    if not values:
        return 0.0, 0.0, 0.0
    mean = fmean(values)
    half = Z * sqrt(variance(values) / len(values)) if len(values) > 1 else 0.0
    return mean, max(0.0, mean - half), mean + half
