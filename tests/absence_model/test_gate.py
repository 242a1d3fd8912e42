"""The gate: whom it lets through, by which error, and how it doubts a year."""

from __future__ import annotations

import numpy as np
import pytest

from absence_model.estimators.contenders import YearShape
from absence_model.evaluate.decision import decided
from absence_model.evaluate.rolling import Forecasts
from absence_model.gate import DOUBT, MARGIN, SEEN, judge, margin_of
from absence_model.series.rows import YEAR, Rows

WINTER = np.arange(120)


def test_a_model_passes_only_when_it_was_better() -> None:
    truth = np.arange(100.0)
    naive = {"last_value": truth + 1.0}
    assert judge(truth, {"model": truth + 0.9}, naive).champion == "model"
    assert judge(truth, {"model": truth + 0.999}, naive).champion == "last_value"
    assert judge(truth, {"model": truth + 5.0}, naive).champion == "last_value"
    assert judge(truth[:10], {"model": truth[:10]}, {}, untried="model").champion == "model"
    assert judge(truth[:10], {"model": truth[:10]}, {}).champion == "mean_28"


def test_small_counts_are_judged_by_their_mean_not_by_who_says_nobody() -> None:
    rng = np.random.default_rng(1)
    rate = np.where(np.arange(700) % 7 < 5, 0.5, 0.15)
    truth = rng.poisson(rate).astype(float)
    naive = {
        "zero": np.zeros(700),
        "unit_mean": np.full(700, rate.mean()),
        "last_value": np.roll(truth, 1),
    }
    found = judge(truth, {"model": rate}, naive, counts=True)
    assert found.champion == "model"
    worse = judge(truth, {"model": rate + 1.0}, naive, counts=True)
    assert worse.champion == worse.plain == "unit_mean"
    assert judge(truth, {"model": rate}, naive).champion != "model"  # by absolute errors none can


def test_a_year_is_doubted_only_until_two_separate_seasons_were_judged() -> None:
    assert margin_of(28, WINTER) == MARGIN
    assert margin_of(YEAR, WINTER) == DOUBT
    assert margin_of(YEAR, np.concatenate([WINTER, WINTER[:20] + 365])) == DOUBT
    assert margin_of(YEAR, np.concatenate([WINTER, WINTER + 365])) == SEEN
    assert margin_of(YEAR, np.arange(365)) == DOUBT  # one year without a pause
    assert margin_of(YEAR, np.arange(730)) == SEEN


@pytest.mark.parametrize(("seasons", "champion"), [(1, "calendar_shape"), (2, "mean_last_season")])
def test_a_year_model_a_tenth_worse_stands_after_one_season_and_falls_after_two(
    seasons: int, champion: str
) -> None:
    target = np.concatenate([WINTER + 365 * n for n in range(seasons)])
    truth = np.full(len(target), 100.0)
    rows = Rows(YEAR, target, target, np.zeros_like(target))
    naive = {"unit_mean": truth + 10.0, "mean_last_season": truth + 20.0, "zero": truth * 0}
    seen = Forecasts(rows, truth, np.ones(len(truth)), {"calendar_shape": truth + 11.0}, naive)
    assert decided(seen, [YearShape(YEAR)], small=False).champion == champion
