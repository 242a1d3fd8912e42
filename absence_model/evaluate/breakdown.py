"""Skill by unit size, by time of the year and by type of day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from absence_model.calendars import calendar_of
from absence_model.evaluate.metrics import coverage
from absence_model.evaluate.rolling import Run
from absence_model.intervals.levels import LEVELS
from absence_model.series import Panel, SeriesInfo

FEWEST = 30


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a horizon's forecasts: which, how many, and how good."""

    kind: str
    name: str
    forecasts: int
    mae: float
    naive_mae: float
    coverage_80: float

    @property
    def skill(self) -> float:
        """Skill against the horizon's best naive forecast."""
        return 1 - self.mae / max(self.naive_mae, 1e-12)


def parts(panel: Panel, info: SeriesInfo, run: Run) -> list[Part]:
    """Return the horizon's figures by size of unit, by month and by type of day."""
    rows = run.rows
    level = np.bincount(rows.unit, weights=run.truth, minlength=len(panel.units))
    count = np.maximum(np.bincount(rows.unit, minlength=len(panel.units)), 1)
    size = (level / count)[rows.unit]
    edges = np.quantile(np.unique(size), (1 / 3, 2 / 3)) if len(panel.units) > 2 else np.empty(0)
    third = np.searchsorted(edges, size)
    calendar = calendar_of(panel.days[rows.target], info.country, info.subdivision)
    month = panel.days[rows.target].astype("datetime64[M]").astype(int) % 12 + 1
    day = np.where(calendar.holiday == 1, 2, (calendar.weekday >= 5).astype(int))
    found = []
    if len(edges):
        found += _split(run, "size", third, ("small", "medium", "large"))
    found += _split(run, "month", month - 1, tuple(f"{m:02d}" for m in range(1, 13)))
    return found + _split(run, "day", day, ("weekday", "weekend", "holiday"))


def _split(run: Run, kind: str, number: np.ndarray, names: tuple[str, ...]) -> list[Part]:
    naive = run.naive[run.best_naive]
    ends = [LEVELS.index(level) for level in (0.1, 0.9)]
    found = []
    for place, name in enumerate(names):
        at = number == place
        if at.sum() < FEWEST:
            continue
        truth = run.truth[at]
        found.append(
            Part(
                kind,
                name,
                int(at.sum()),
                float(np.abs(run.middle[at] - truth).mean()),
                float(np.abs(naive[at] - truth).mean()),
                coverage(truth, run.quantiles[at, ends[0]], run.quantiles[at, ends[1]]),
            )
        )
    return found
