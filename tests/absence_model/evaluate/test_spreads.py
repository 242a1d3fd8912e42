"""Spreads from the errors that stand for the ones to come."""

from __future__ import annotations

import numpy as np
import pytest

from absence_model.estimators.scene import Scene
from absence_model.evaluate.metrics import coverage
from absence_model.evaluate.rolling import Forecasts, Rolling
from absence_model.evaluate.spreads import spread_for
from absence_model.intervals.levels import LEVELS
from absence_model.series.rows import Rows
from tests.absence_model.invented import INFO, panel


@pytest.fixture(scope="module")
def small() -> tuple[Scene, Forecasts]:
    race = Rolling(panel(days=120, units=5, level=0.4), INFO, 1, 119)
    found, scene, _ = race.forecast(race.all.where(race.all.target > 60))
    return scene, found


@pytest.mark.parametrize("name", ["unit_mean", "mean_7", "zero"])
def test_naive_bands_of_small_counts_hold_the_days_with_nobody_away(
    name: str, small: tuple[Scene, Forecasts]
) -> None:
    scene, seen = small
    assert scene.small
    assert 0.2 < seen.truth.mean() < 0.9
    bands = spread_for(name, None, scene, seen, 119).quantiles(seen.naive[name], seen.scale)
    assert (bands == np.rint(bands)).all()
    assert bands[:, LEVELS.index(0.975)].min() >= 1  # some days with nobody away are no promise
    if name != "zero":
        assert coverage(seen.truth, bands[:, 2], bands[:, 8]) >= 0.8


@pytest.mark.parametrize(("horizon", "days"), [(28, 21), (28, 28), (14, 10), (1, 2), (365, 21)])
def test_little_history_gives_wide_bands_not_none(horizon: int, days: int) -> None:
    scene = Scene.learnt(panel(days=days, units=2), INFO, days - 1)
    race = Rolling(scene.panel, INFO, horizon, days)
    seen = race.forecast(race.all)[0] if len(race.all) else None
    empty = np.empty(0)
    none = Rows(horizon, *(np.empty(0, np.int64) for _ in range(3)))
    seen = seen or Forecasts(none, empty, empty, {}, {"mean_28": empty})
    spread = spread_for("mean_28", None, scene, seen, days - 1)
    band = spread.quantiles(np.array([100.0]), np.ones(1))[0]
    assert band[LEVELS.index(0.5)] == 100.0
    assert band[LEVELS.index(0.1)] < 93
    assert band[LEVELS.index(0.9)] > 108
