"""Days ahead: closed weekdays, units that stopped reporting, units without days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from absence_model.estimators.counts import CountLevel
from absence_model.estimators.scene import Scene
from absence_model.forecaster.drift import Point, watch
from absence_model.forecaster.fit import fit
from absence_model.forecaster.learning import learnt, series_of_days
from absence_model.forecaster.model import Forecaster, planned_ahead
from absence_model.series import Panel, SeriesInfo
from absence_model.series.influenza import read_influenza
from absence_model.series.rows import Rows, rows_of
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
    assert learnt(fitted, "old", {}).ahead[0].horizon == 1 + STALE
    assert len(fitted.forecast(days=365).frame) == 3 * 365


def test_a_silent_unit_is_forecast_from_its_own_last_day(fitted: Forecaster) -> None:
    own = DAYS[-STALE - 1].date()
    assert fitted.silent == {"old": own}
    rows = fitted._rows(28, 1, 1)
    assert fitted.panel.days[rows.origin].tolist() == [own]
    frame = fitted.forecast(days=7).frame
    horizon = frame.groupby("unit")["horizon"].first().to_dict()
    assert horizon == {"day": 1 + 2, "late": 1, "old": 1 + STALE}
    pool = fitted.forecast(days=7).pooled({"late": "p", "old": "p"}).frame
    assert (len(pool), pool["horizon"].max()) == (14, 7 + STALE)


def test_a_wave_after_a_units_last_day_is_none_of_its_own() -> None:
    rng = np.random.default_rng(6)
    parts = []
    for unit, days, wave in (("busy", DAYS, 6.0), ("old", DAYS[:-STALE], 1.0)):
        absent = rng.poisson(1.2, len(days)) * np.where(days > DAYS[-STALE - 1], wave, 1.0)
        parts.append(pd.DataFrame({"unit": unit, "date": days, "planned": 12.0, "absent": absent}))
    whole = fit(pd.concat(parts, ignore_index=True), SeriesInfo("invented", "own", "shifts"))
    model = CountLevel(7).fit(whole.scene, rows_of(whole.panel, 7, 0, len(DAYS) - 1))
    at = np.array([len(DAYS) - 1])
    unit = np.array([whole.panel.units.index("old")])
    late, own = (
        model.predict(whole.scene, Rows(7, origin, at + 1, unit)) for origin in (at, at - STALE)
    )
    assert own < late
    assert whole._rows(28, 1, 1).origin.tolist() == [len(DAYS) - 1 - STALE]


def test_influenza_is_seen_up_to_four_weeks_ahead_and_changes_nothing_without_it(
    tmp_path: Path,
) -> None:
    rng, days = np.random.default_rng(7), pd.date_range("2024-07-01", periods=400)
    rate = 60 * np.exp(-(((np.arange(400) // 7) - 30) ** 2) / 8)
    table = ["survtype,countryname,yearweek,indicator,age,value"]
    for week in range(57):
        year, number, _ = days[7 * week].isocalendar()
        told = rate[7 * week]
        table.append(f"x,Norway,{year}-W{number:02},ILIconsultationrate,total,{told:.1f}")
    path = tmp_path / "flu.csv"
    path.write_text("\n".join(table) + "\n")
    parts = [
        pd.DataFrame(
            {
                "unit": f"u{n}",
                "date": days,
                "planned": 12.0,
                "absent": rng.poisson(1.0 + rate / 40).clip(max=12).astype(float),
            }
        )
        for n in range(3)
    ]
    panel = Panel.of(pd.concat(parts, ignore_index=True))
    info = SeriesInfo("invented", "own", "shifts")
    flu = read_influenza(path, "NO", panel.days)
    last = len(panel.days) - 1
    asked = Rows(7, np.array([215]), np.array([222]), np.array([0]))
    for horizon, seen in ((7, True), (365, False)):
        rows = rows_of(panel, horizon, 0, last)
        with_it, without = (
            CountLevel(horizon).fit(Scene.learnt(panel, info, last, one), rows)
            for one in (flu, None)
        )
        width = with_it.model_.n_features_in_ - without.model_.n_features_in_
        assert width == (2 if seen else 0)
    scene = Scene.learnt(panel, info, last, flu)
    model = CountLevel(7).fit(scene, rows_of(panel, 7, 0, last))
    other = Scene.learnt(panel, info, last, np.where(np.arange(last + 1) == 215, 9.0, flu))
    assert model.predict(other, asked) != model.predict(scene, asked)


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
