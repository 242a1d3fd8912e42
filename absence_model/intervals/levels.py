"""The quantile levels that every forecast carries, and what lies between them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

Matrix = npt.NDArray[np.float64]

LEVELS = (0.025, 0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.975)
SCORES: Matrix = ndtri(np.array(LEVELS))


def column(level: float) -> str:
    """Return the name of the column of a level: ``q0.9``."""
    return f"q{level:g}"


COLUMNS = tuple(column(level) for level in LEVELS)


def between(quantiles: Matrix, level: float) -> Matrix:
    """Return the quantile of each row at any level in (0, 1).

    Straight lines between neighbours on the scale of the normal distribution; beyond the outermost
    levels the line of the last two goes on.
    """
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    score = float(ndtri(level))
    right = int(np.clip(np.searchsorted(SCORES, score), 1, len(LEVELS) - 1))
    share = (score - SCORES[right - 1]) / (SCORES[right] - SCORES[right - 1])
    found: Matrix = quantiles[:, right - 1] * (1 - share) + quantiles[:, right] * share
    return found
