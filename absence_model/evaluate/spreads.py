"""Which past errors stand for the ones to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from absence_model.baselines import NAIVE, naive
from absence_model.estimators.contenders import Contender
from absence_model.estimators.counts import CountLevel
from absence_model.estimators.scene import Scene
from absence_model.intervals.conformal import FEWEST, TRUSTED, CountSpread, RatioSpread, Spread
from absence_model.intervals.restless import scale_of
from absence_model.series.panel import Matrix
from absence_model.series.rows import YEAR, Rows

if TYPE_CHECKING:
    from absence_model.evaluate.rolling import Forecasts

DRIFT = 0.10
"""How far a whole season lies above or below the one before, as a standard deviation: what is known
from elsewhere, for a year ahead while no second season has been seen."""

SHORTER = (14, 7, 1)
NOISE = 0.2
"""How much small counts vary beyond chance, while nobody has seen it."""
QUIET = 0.25
"""Part of the usual that a band reckons with at least, when a naive forecast says nobody."""
CHOOSING = 60
"""Forecasts that must have come true for that to be estimated."""
TINY = 1e-9

HALF_LIFE = 120
"""Days after which an error counts half as much as a fresh one."""


def spread_for(
    name: str, model: Contender | None, scene: Scene, seen: Forecasts, cut: int
) -> Spread:
    """Return the spread round a model's or a baseline's forecasts, from those that came true.

    Of small units naive forecasts too are told as counts: most of their days have nobody away.
    """
    if isinstance(model, CountLevel):
        forecast = seen.models[name]
        known = ~np.isnan(forecast)
        return CountSpread(model.dispersion_).fit(seen.truth[known], forecast[known])
    forecast = seen.models[name] if model else seen.naive[name]
    known = ~np.isnan(forecast)
    if scene.small and model is None:
        return _of_counts(seen.truth[known], forecast[known])
    if known.sum() >= FEWEST:
        age = cut - seen.rows.target[known]
        return RatioSpread().fit(
            seen.truth[known], forecast[known], seen.scale[known], 0.5 ** (age / HALF_LIFE)
        )
    return _from_last_season(name, model, scene, seen.rows.horizon, cut)


def _of_counts(truth: Matrix, made: Matrix) -> CountSpread:
    extra = ((truth - made) ** 2 - made).sum() / max(float((made**2).sum()), TINY)
    dispersion = float(np.clip(extra, 0.0, 2.0)) if len(truth) >= CHOOSING else NOISE
    least = QUIET * float(truth.mean()) if len(truth) else 0.0
    return CountSpread(dispersion, least).fit(truth, made)


def _from_last_season(
    name: str, model: Contender | None, scene: Scene, horizon: int, cut: int
) -> RatioSpread:
    """Forecast the days just learnt from, and add the drift that they cannot show.

    Where no day has a past that long the errors are those of a shorter horizon, stretched.
    """
    absent = scene.panel.absent
    start = max(0, cut - YEAR)
    target, unit = np.nonzero(~np.isnan(absent[start : cut + 1]))
    target = target + start
    for shorter in [horizon, *(h for h in SHORTER if h < horizon)]:
        origin = np.full_like(target, cut) if shorter == YEAR else target - shorter
        rows = Rows(horizon, origin, target, unit).where(origin >= 0)
        forecast: Matrix = np.empty(0)
        if len(rows):
            forecast = model.predict(scene, rows) if model else _plain(name, scene, rows)
        known = ~np.isnan(forecast)
        if known.sum() >= TRUSTED:
            break
    truth = absent[rows.target, rows.unit][known]
    scale = scale_of(scene, rows)[known]
    drift = DRIFT if horizon == YEAR else 0.0
    wider = float(np.sqrt(horizon / shorter))
    return RatioSpread().fit(truth, forecast[known], scale, drift=drift, wider=wider)


def _plain(name: str, scene: Scene, rows: Rows) -> Matrix:
    # a baseline that repeats a single day would forecast the very day that it is asked for
    calm = name if name in {"mean_last_season", "unit_mean", "mean_28", "zero"} else "unit_mean"
    return naive(calm if rows.horizon == YEAR and calm in NAIVE else name, scene.panel, rows)
