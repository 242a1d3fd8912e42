"""Days ahead: closed weekdays, units that stopped reporting, units without days."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from absence_model.forecaster.drift import Point, watch
from absence_model.forecaster.fit import fit
from absence_model.forecaster.learning import learnt, series_of_days
from absence_model.forecaster.model import Forecaster, planned_ahead
from absence_model.series import Panel, SeriesInfo
from rostering.errors import BadInput

DAYS = pd.date_range("2025-01-06", periods=84)
STALE = 21


@pytest.fixture(scope="module")
def fitted() -> Forecaster:
    rng = np.random.default_rng(5)
    parts = []
    for unit, days in (("day", DAYS[DAYS.day_of_week < 5]), ("late", DAYS), ("old", DAYS[:-STALE])):
        absent = rng.poisson(1.2, len(days)).astype(float)
        told = {"unit": unit, "date": days, "planned": 12.0, "absent": absent}
        parts.append(pd.DataFrame(told))
    return fit(pd.concat(parts, ignore_index=True), SeriesInfo("invented", "own", "shifts"))


@pytest.mark.parametrize("naive", [False, True])
def test_closed_weekdays_are_forecast_as_closed(fitted: Forecaster, naive: bool) -> None:
    told = fitted.forecast(days=28, use_naive=naive).frame
    closed = (told["unit"] == "day") & (told["date"].dt.day_of_week >= 5)
    assert (told.loc[closed, ["mean", "q0.975"]] == 0).all(axis=None)
    assert (told.loc[~closed, "q0.975"] > 0).all()
    assert [float(p) for p in fitted.planned(7)[:, 0]] == [12.0] * 5 + [0.0] * 2


def test_a_week_of_plans_closes_no_weekday() -> None:
    days = DAYS[:5]
    told = {"unit": "new", "date": days, "planned": 6.0, "absent": 1.0}
    assert (planned_ahead(Panel.of(pd.DataFrame(told)), 14) == 6.0).all()
    told["planned"] = np.nan
    assert np.isnan(planned_ahead(Panel.of(pd.DataFrame(told)), 14)).all()


def test_a_unit_that_stopped_reporting_is_asked_further_ahead(fitted: Forecaster) -> None:
    assert fitted.stale.tolist() == [2, 0, STALE]  # the last two days are a weekend
    asked = {one.horizon: fitted._rows(one.horizon, 1, 1).unit.tolist() for one in fitted.buckets}
    assert asked == {1: [1], 7: [0], 14: [], 28: [2], 365: []}
    champions = {one.horizon: one.quality.champion for one in fitted.buckets}
    assert learnt(fitted, "old", {}).ahead[0].champion == champions[28]
    assert len(fitted.forecast(days=365).frame) == 3 * 365


def test_a_unit_without_a_day_to_learn_from_is_a_fault(fitted: Forecaster) -> None:
    with pytest.raises(BadInput):
        learnt(fitted, "nobody", {})
    nothing = {"u": [("2026-01-05", 0.0, 0.0)]}
    with pytest.raises(BadInput):
        fit(*series_of_days(nothing, "NO"))


def test_closed_days_are_no_evidence_for_the_watch() -> None:
    first = dt.date(2026, 1, 5)
    shut = [Point(first + dt.timedelta(days=n), 0.0, 0.0, 0.0, 0.0, 0.0) for n in range(40)]
    assert watch(shut).verdict == "too_few"
