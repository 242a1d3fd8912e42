"""The whole evaluation on invented series: figures, report, gate and what short data give."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from absence_model.evaluate import evaluate
from absence_model.evaluate.metrics import pinball, skill_interval
from absence_model.evaluate.report import LANGUAGES, markdown, words
from rostering.errors import BadInput
from tests.absence_model.invented import INFO, series

KEYS = {
    "horizon",
    "mae",
    "naive_name",
    "naive_mae",
    "skill",
    "skill_low",
    "skill_high",
    "pinball_80",
    "pinball_80_naive",
    "coverage_80",
    "coverage_90",
    "champion",
}


def test_an_evaluation_writes_figures_report_and_pictures(tmp_path: Path) -> None:
    told = evaluate(series(days=170, units=4), INFO, date(2023, 5, 22))
    told.write(tmp_path, "nb")
    figures = json.loads((tmp_path / "metrics.json").read_text("utf-8"))
    assert [row["horizon"] for row in figures["horizons"]] == [1, 7, 14, 28]
    assert all(row.keys() >= KEYS for row in figures["horizons"])
    assert list(figures["skipped"]) == ["365"]
    first = figures["horizons"][0]
    assert first["skill"] == pytest.approx(1 - first["mae"] / first["naive_mae"], abs=1e-5)
    assert 0.5 < first["coverage_80"] < 0.97
    assert first["skill"] > 0
    assert (tmp_path / "report.md").read_text("utf-8").startswith("# Varsel om korttidsfravær")
    assert "snittet av" in (tmp_path / "report.md").read_text("utf-8")
    nynorsk = markdown(told, "nn")
    assert nynorsk.startswith("# Varsel om korttidsfråvær")
    assert not re.search(r"\b(ikke|fravær|enheter|dager|fra|hva)\b", nynorsk)
    assert {p.name for p in tmp_path.glob("*.png")} == {
        "skill.png",
        *(f"forecast-{h}.png" for h in (1, 7, 14, 28)),
    }


def test_the_report_has_the_same_words_in_every_language() -> None:
    assert len({tuple(words(language)) for language in LANGUAGES}) == 1


def test_three_weeks_of_history_fall_back_to_a_naive_forecast() -> None:
    told = evaluate(series(days=35), INFO, date(2023, 1, 23))
    assert {row.champion for row in told.horizons} <= set(told.runs[1].naive)
    assert told.horizons[0].mae > 0


@pytest.mark.parametrize("first", [date(2022, 1, 1), date(2024, 1, 1), date(2023, 1, 2)])
def test_an_empty_test_or_past_is_refused(first: date) -> None:
    with pytest.raises(BadInput, match="a day within the data"):
        evaluate(series(days=35), INFO, first)


def test_the_skill_interval_holds_the_skill_and_widens_with_fewer_days() -> None:
    rng = np.random.default_rng(1)
    days = np.arange(400)
    ours, theirs = rng.gamma(2.0, 1.0, 400), rng.gamma(2.0, 1.2, 400)
    low, high = skill_interval(days, ours, theirs)
    assert low is not None
    assert high is not None
    assert low < 1 - ours.sum() / theirs.sum() < high
    short = skill_interval(days[:100], ours[:100], theirs[:100])
    assert short[1] is not None
    assert short[1] - short[0] > high - low


def test_far_ahead_blocks_are_longer_and_a_few_weeks_give_no_interval() -> None:
    rng = np.random.default_rng(2)
    runs = np.repeat(rng.gamma(2.0, 1.0, 15), 28)  # errors 28 days ahead come in long runs
    days, naive = np.arange(420), np.full(420, 2.0)
    near, far = (skill_interval(days, runs, naive, horizon) for horizon in (1, 28))
    assert near[0] is not None
    assert far[0] is not None
    assert far[1] - far[0] > near[1] - near[0]
    year = skill_interval(days, runs, naive, 365)
    assert year[0] is not None
    assert skill_interval(days[:28], runs[:28], naive[:28], 28) == (None, None)


def test_pinball_loss() -> None:
    found = pinball(np.array([10.0, 10.0]), np.array([8.0, 12.0]), 0.9)
    assert found == pytest.approx([1.8, 0.2])
