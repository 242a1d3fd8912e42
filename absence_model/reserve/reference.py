"""The reference simulation: every policy on the same worlds, per unit and pooled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from absence_model.reserve.compare import Result, result
from absence_model.reserve.counts import AbsentCounts, spread_as_noise
from absence_model.reserve.newsvendor import Prices, best_heads
from absence_model.reserve.policies import (
    Cells,
    Policy,
    calendar_oracle,
    cells_of,
    fixed,
    mean_of_history,
    none,
)
from absence_model.simulate.reference import first_test_day, pools, reference_world

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from absence_model.intervals import Predictive
    from absence_model.simulate.season import Floats
    from absence_model.simulate.world import Counts, World

SEEDS = tuple(range(1, 9))
FORECAST, ORACLE, MEAN = "forecast", "calendar oracle", "unit mean"
POLICIES: dict[str, Policy] = {
    "none": none,
    "fixed": fixed,
    MEAN: mean_of_history,
    ORACLE: calendar_oracle,
}
CALLS = 40
"""Calls of a cell's day that are drawn; no day has more."""

Forecaster = Callable[["pd.DataFrame", "dt.date", int], "Predictive"]
"""From a modelling series to a forecast of all units: first day and number of days."""


def reference(
    seed: int, forecaster: Forecaster, prices: Prices | None = None
) -> dict[tuple[str, bool], Result]:
    """Return one world's results by policy and whether it is pooled.

    All policies meet the same absence and, shift by shift, the same luck with calls.
    """
    weighed = prices or Prices()
    world = reference_world(seed)
    test = first_test_day(world)
    days = world.days[test:]
    forecast = forecaster(world.series(0, test), days[0].date(), len(days))
    found: dict[tuple[str, bool], Result] = {}
    for pooled in (False, True):
        pool = pools(len(world.units)) if pooled else None
        cells = cells_of(world, test, pool)
        absent = cells.absent[:, cells.ahead]
        luck = np.random.default_rng([seed, pooled]).random((*absent.shape, CALLS))
        heads = {name: policy(cells, weighed) for name, policy in POLICIES.items()}
        heads[FORECAST] = forecast_heads(forecast, world, cells, pool, weighed)
        for name, number in heads.items():
            found[name, pooled] = result(absent, number, weighed, luck)
    return found


def forecast_heads(
    forecast: Predictive, world: World, cells: Cells, pool: Counts | None, prices: Prices
) -> Floats:
    """Return the best number of heads by the forecast's own mean and spread, cell by cell."""
    from absence_model.intervals.sums import moments

    names = list(world.units)
    if pool is not None:
        of_unit = {unit: f"pool-{pool[n]:03d}" for n, unit in enumerate(names)}
        forecast, names = forecast.pooled(of_unit), sorted(set(of_unit.values()))
    told = moments(forecast.mean, forecast.quantiles)
    frame = forecast.frame[["unit", "date"]].assign(mean=told.mean, variance=told.variance)
    mean, variance = (
        frame.pivot_table(index="unit", columns="date", values=name).loc[names].to_numpy(float)
        for name in ("mean", "variance")
    )
    if mean.shape != cells.planned[:, cells.ahead].shape:
        raise ValueError("the forecast is not of every unit and day of the test")
    return best_heads(AbsentCounts(mean, spread_as_noise(mean, variance)), prices)
