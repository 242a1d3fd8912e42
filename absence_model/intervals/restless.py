"""How restless a unit has been: its errors are scaled by that before they are pooled."""

from __future__ import annotations

import numpy as np
import pandas as pd

from absence_model.estimators.scene import Scene
from absence_model.intervals.levels import Matrix
from absence_model.series.rows import Rows

DAYS = 42
COMMON = 14.0
"""Days of own history at which a unit counts as much as all together."""
EVEN = 0.5
"""Part of the scale that is the same for all units."""


def scale_of(scene: Scene, rows: Rows) -> Matrix:
    """Return each row's scale, about 1, from the days up to its origin."""
    moved = np.abs(scene.surprises)
    rolled = pd.DataFrame(moved).rolling(DAYS, min_periods=1)
    total, count = rolled.sum().to_numpy(), rolled.count().to_numpy()
    total, count = np.nan_to_num(total), np.nan_to_num(count)
    everybody = total.sum(axis=1) / np.maximum(count.sum(axis=1), 1)
    everybody = np.maximum(everybody, 1e-6)
    own = (total + COMMON * everybody[:, None]) / (count + COMMON) / everybody[:, None]
    found: Matrix = EVEN + (1 - EVEN) * own[rows.origin, rows.unit]
    return np.maximum(found, 0.2)
