"""How near any forecast can come: counts vary by chance alone."""

from __future__ import annotations

import math


def floor(mean: float, dispersion: float) -> float | None:
    """Return the least relative error of a forecast of a count; None where nothing is expected.

    It is 0.80 x sqrt(dispersion / mean): the mean absolute deviation of a count with that mean
    and that variance over mean, in the normal approximation.
    """
    return 0.80 * math.sqrt(dispersion / mean) if mean > 0 else None
