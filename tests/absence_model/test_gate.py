"""The gate: whom it lets through, by which error, and how it doubts a year."""

from __future__ import annotations

import numpy as np
import pytest

from absence_model.baselines.past import Past
from absence_model.estimators.contenders import YearShape
from absence_model.evaluate.decision import decided
from absence_model.evaluate.moved import quarter_errors
from absence_model.evaluate.rolling import Forecasts
from absence_model.gate import DOUBT, MARGIN, SEEN, Verdict, judge, margin_of
from absence_model.series import Panel
from absence_model.series.rows import YEAR, Rows
from tests.absence_model.invented import series

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
    assert decided(seen, [YearShape(YEAR)], small=False, recent={}).champion == champion


def _level(jump: float, *, pause: bool = False) -> Panel:
    """Three years of one unit; its last 300 days are `jump` times what they were."""
    frame = series(days=1095, units=1)
    late = np.arange(len(frame)) >= 1095 - 300
    frame["absent"] = frame["absent"].where(~late, (frame["absent"] * jump).round())
    return Panel.of(frame[np.arange(1095) % 365 < 200] if pause else frame)


def test_a_level_that_has_moved_chooses_the_baseline_by_a_quarter_ahead() -> None:
    last = 1094
    calm, moved = _level(1.0), _level(6.0)
    still = quarter_errors(calm, Past.of(calm), last, counts=False)
    errors = quarter_errors(moved, Past.of(moved), last, counts=False)
    assert errors["mean_28"] < 0.8 * errors["mean_last_season"]
    truth = np.arange(100.0)
    naive = {"mean_last_season": truth + 5.0, "mean_28": truth + 6.0}
    model = {"model": truth + 5.5}

    def judged(recent: dict[str, float]) -> Verdict:
        return judge(truth, model, naive, margin=DOUBT, recent=recent)

    assert judged(still).champion == "model"
    found = judged(errors)
    assert found.champion == found.plain == "mean_28"


def test_a_series_with_pauses_tells_nothing_of_a_quarter() -> None:
    winters = _level(6.0, pause=True)
    assert quarter_errors(winters, Past.of(winters), len(winters.days) - 1, counts=False) == {}


def test_a_quarter_ahead_knows_nothing_after_its_day() -> None:
    """What comes after the cut, however wild, changes no error."""
    calm, moved = _level(1.0), _level(6.0)
    cut = 1094 - 300
    assert quarter_errors(calm, Past.of(calm), cut, counts=False) == quarter_errors(
        moved, Past.of(moved), cut, counts=False
    )
