"""How good forecasts are: errors, skill with its interval, pinball loss and coverage."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

BLOCK = 14
"""Days that the bootstrap draws together, at least: errors of neighbouring days are alike."""
FEWEST_BLOCKS = 3
"""Fewer blocks are next to no evidence of how skill varies, and give no interval."""
ENOUGH_BLOCKS = 6
"""Blocks that are made where the test has the days for it, however far ahead."""
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class HorizonScore:
    """What ``metrics.json`` says of a horizon."""

    horizon: int
    mae: float
    naive_name: str
    naive_mae: float
    skill: float
    skill_low: float | None
    skill_high: float | None
    pinball_80: float
    pinball_80_naive: float
    coverage_80: float
    coverage_90: float
    champion: str
    forecasts: int

    def document(self) -> dict[str, Any]:
        """Return the score as JSON knows it."""
        return {
            name: round(value, 6) if isinstance(value, float) else value
            for name, value in asdict(self).items()
        }


def skill_interval(
    days: npt.NDArray[np.int64], error: Vector, naive: Vector, horizon: int = 1, seed: int = 1
) -> tuple[float, float] | tuple[None, None]:
    """Return the 95 % interval of the skill, by a bootstrap over blocks of days.

    Errors far ahead hang together for longer, so a block is twice the horizon, as long as six are
    left. A year ahead it speaks of the season that was tested and of no other: a season is one
    piece of evidence. There is no interval of fewer than three blocks.
    """
    span = int(days.max() - days.min()) + 1
    block = (days - days.min()) // max(BLOCK, min(2 * horizon, span // ENOUGH_BLOCKS))
    size = int(block.max()) + 1
    if size < FEWEST_BLOCKS:
        return None, None
    ours, theirs = (np.bincount(block, weights=e, minlength=size) for e in (error, naive))
    drawn = np.random.default_rng(seed).integers(0, size, (DRAWS, size))
    below = theirs[drawn].sum(axis=1)
    skills = 1 - ours[drawn].sum(axis=1) / np.where(below > 0, below, np.nan)
    if np.isnan(skills).all():
        return None, None
    low, high = np.nanquantile(skills, (0.025, 0.975))
    return float(low), float(high)


def pinball(truth: Vector, quantile: Vector, level: float) -> Vector:
    """Return the pinball loss of each forecast quantile."""
    over = truth - quantile
    return np.maximum(level * over, (level - 1) * over)


def coverage(truth: Vector, low: Vector, high: Vector) -> float:
    """Return the share of truths inside the interval, its ends counted in."""
    return float(((truth >= low) & (truth <= high)).mean())
