"""One horizon of a fitted model: what is used there, what the naive one is, and their bands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from absence_model.baselines import naive, names_for
from absence_model.baselines.past import Past
from absence_model.evaluate.metrics import coverage, pinball
from absence_model.forecaster.told import LEVELS, Quality
from absence_model.intervals.levels import SCORES
from absence_model.series.panel import Panel
from absence_model.series.rows import Rows, rows_of

Vector = npt.NDArray[np.float64]
USUAL = "mean_28"  # the naive forecast where too little is known to choose one
FEWEST = 28  # unit-days on which a naive forecast can be chosen


@dataclass(frozen=True, slots=True)
class Bucket:
    """A horizon: the naive forecast by name and its spread at ``LEVELS``, and its quality.

    ``spread`` is in units of sqrt(mean + 1).
    """

    horizon: int
    naive: str
    spread: Vector
    quality: Quality


def naive_bucket(panel: Panel, horizon: int, test: int, before: Bucket | None) -> Bucket:
    """Choose the best naive forecast of the days from ``test`` on; bands are of those days too.

    Where a horizon reaches further than the history, the shorter one's choice and spread hold.
    """
    rows = rows_of(panel, horizon, test, len(panel.days) - 1)
    if len(rows) < FEWEST:
        name = before.naive if before else USUAL
        spread = before.spread if before else SCORES * _noise(panel)
        return Bucket(horizon, name, spread, _unjudged(horizon, name))
    past = Past.of(panel)
    truth = panel.absent[rows.target, rows.unit]
    found = {name: naive(name, panel, rows, past) for name in names_for(horizon) if name != "zero"}
    name = min(found, key=lambda one: float(np.abs(found[one] - truth).mean()))
    spread = np.quantile((truth - found[name]) / np.sqrt(found[name] + 1), LEVELS)
    return Bucket(horizon, name, spread, judged(rows, truth, found[name], spread, name))


def lines(mean: Vector, spread: Vector) -> npt.NDArray[np.float64]:
    """Return quantiles at ``LEVELS`` of each row."""
    found: npt.NDArray[np.float64] = np.maximum(
        mean[:, None] + spread[None, :] * np.sqrt(mean + 1)[:, None], 0.0
    )
    return found


def judged(rows: Rows, truth: Vector, mean: Vector, spread: Vector, name: str) -> Quality:
    """Return the quality of a naive forecast that is used itself."""
    at = lines(mean, spread)
    error = float(np.abs(mean - truth).mean())
    loss = _pinball_80(truth, at)
    return Quality(
        horizon=rows.horizon,
        champion=name,
        naive=name,
        passed=False,
        why="not_better",
        days=len(rows),
        mae=error,
        naive_mae=error,
        pinball_80=loss,
        naive_pinball_80=loss,
        **covered(truth, at),
    )


def covered(truth: Vector, at: npt.NDArray[np.float64]) -> dict[str, Any]:
    """Return how often the 80 and 90 % bands held."""
    column = {level: at[:, LEVELS.index(level)] for level in (0.05, 0.1, 0.9, 0.95)}
    return {
        "coverage_80": coverage(truth, column[0.1], column[0.9]),
        "coverage_90": coverage(truth, column[0.05], column[0.95]),
    }


def _pinball_80(truth: Vector, at: npt.NDArray[np.float64]) -> float:
    low = pinball(truth, at[:, LEVELS.index(0.1)], 0.1)
    high = pinball(truth, at[:, LEVELS.index(0.9)], 0.9)
    return float((low + high).mean() / 2)


def _unjudged(horizon: int, name: str) -> Quality:
    why: Literal["short_history"] = "short_history"
    return Quality(horizon=horizon, champion=name, naive=name, passed=False, why=why)


def _noise(panel: Panel) -> float:
    """Return the spread of all that is known, in units of sqrt(mean + 1)."""
    known = panel.absent[~np.isnan(panel.absent)]
    if len(known) < 2:
        return 1.0
    return max(float(known.std() / np.sqrt(known.mean() + 1)), 0.1)
