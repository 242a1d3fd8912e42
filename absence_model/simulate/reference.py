"""The reference world: sixty units in pools of ten, five years of history and one of test."""

from __future__ import annotations

from datetime import date

import numpy as np

from absence_model.simulate.world import Assumptions, Counts, World, draw

UNITS = 60
POOL = 10
HISTORY_YEARS = 5
RATE = 0.03
FIRST, TEST, END = date(2021, 1, 4), date(2026, 1, 5), date(2027, 1, 4)  # Mondays


def reference_world(seed: int, units: int = UNITS) -> World:
    """Return the reference world of a seed: 5 to 40 shifts a day in each unit."""
    import pandas as pd

    rng = np.random.default_rng(np.random.SeedSequence([20, 26, seed]))
    days = pd.date_range(FIRST, END, inclusive="left")
    size = rng.integers(5, 41, units).astype(np.float64)
    planned = np.repeat(size[:, None], len(days), axis=1)
    return draw(planned, days, RATE, Assumptions(), rng)


def first_test_day(world: World) -> int:
    """Return the number of the first day of the test year."""
    return int(np.searchsorted(world.days.to_numpy(), np.datetime64(TEST)))


def pools(units: int = UNITS) -> Counts:
    """Return the number of each unit's pool."""
    return np.arange(units) // POOL
