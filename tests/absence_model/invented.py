"""Invented series: no real person, no real unit."""

from __future__ import annotations

import numpy as np
import pandas as pd

from absence_model.series import Panel, SeriesInfo

FIRST = np.datetime64("2023-01-02")


def series(
    days: int = 200,
    units: int = 9,
    level: float = 80.0,
    seed: int = 1,
    planned: float | None = None,
) -> pd.DataFrame:
    """Units with a level, a weekday pattern, a slow wave of all and chance of their own."""
    rng = np.random.default_rng(seed)
    date = FIRST + np.arange(days)
    wave = np.cumsum(rng.normal(0, 0.02, days))
    week = np.array([1.1, 1.05, 1.0, 1.0, 0.95, 0.9, 0.8])
    parts = []
    for unit in range(units):
        own = np.cumsum(rng.normal(0, 0.03, days)) * 0.5
        mean = level * (1 + unit / units) * np.exp(wave + own) * week[np.arange(days) % 7]
        count = rng.poisson(mean).astype(float)
        if planned is not None:
            count = np.minimum(count, planned)
        parts.append(
            pd.DataFrame(
                {
                    "unit": f"U{unit:02d}",
                    "date": date.astype("datetime64[s]"),
                    "planned": np.nan if planned is None else planned,
                    "absent": count,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def panel(**asked: object) -> Panel:
    return Panel.of(series(**asked))  # type: ignore[arg-type]


INFO = SeriesInfo("invented", "own", "heads", country="NO")
