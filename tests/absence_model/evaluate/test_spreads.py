"""Spreads from the errors that stand for the ones to come."""

from __future__ import annotations

import numpy as np
import pytest

from absence_model.estimators.scene import Scene
from absence_model.evaluate.metrics import coverage
from absence_model.evaluate.rolling import Forecasts, Rolling
from absence_model.evaluate.spreads import spread_for
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
    if name != "zero":
        assert coverage(seen.truth, bands[:, 2], bands[:, 8]) >= 0.8
