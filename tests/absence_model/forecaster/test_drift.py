"""The watch: chance is no drift, a lasting change is one."""

from __future__ import annotations

import datetime as dt

import numpy as np

from absence_model.forecaster.card import LANGUAGES, markdown, sections
from absence_model.forecaster.drift import THRESHOLDS, Drift, Point, watch
from absence_model.forecaster.floor import floor
from absence_model.forecaster.told import CardFacts, Quality

START = dt.date(2027, 1, 4)


def watched(actual: float, told: float, days: int = 56, seed: int = 0, naive: float = 2.0) -> Drift:
    rng = np.random.default_rng(seed)
    low, high = (float(np.quantile(rng.poisson(told, 5000), level)) for level in (0.1, 0.9))
    return watch(
        [
            Point(START + dt.timedelta(days=n), float(came), told, low, high, naive)
            for n, came in enumerate(rng.poisson(actual, days))
        ]
    )


def test_chance_alone_is_seldom_taken_for_drift() -> None:
    verdicts = [watched(0.6, 0.6, seed=seed, naive=0.7).verdict for seed in range(200)]
    assert verdicts.count("drifted") <= 6


def test_twice_as_much_absence_is_a_drift() -> None:
    found = [watched(4.0, 2.0, seed=seed, naive=4.0) for seed in range(50)]
    assert sum(one.verdict == "drifted" for one in found) >= 46
    assert all("ratio" in one.reasons for one in found if one.reasons)


def test_too_few_days_judge_nothing_and_old_days_are_forgotten() -> None:
    assert watched(9.0, 1.0, days=THRESHOLDS.fewest - 1).verdict == "too_few"
    bad = [Point(START + dt.timedelta(days=n), 9, 1, 0, 2, 9) for n in range(60)]
    after = START + dt.timedelta(days=60)
    good = [Point(after + dt.timedelta(days=n), n % 3, 1, 0, 2, 1.5) for n in range(56)]
    assert watch(bad).verdict == "drifted"
    assert watch(bad + good).verdict == "holds"


def test_the_floor_is_that_of_the_domain_page() -> None:
    assert [round(100 * (floor(mu, 1.0) or 0)) for mu in (2.5, 10.8, 25)] == [51, 24, 16]
    assert floor(0.0, 1.0) is None


def test_the_card_says_the_same_in_three_languages() -> None:
    quality = Quality(
        horizon=1,
        champion="pooled_counts",
        naive="mean_28",
        passed=True,
        why="better",
        days=300,
        mae=0.5,
        naive_mae=0.6,
        skill=1 / 6,
        skill_low=0.1,
        skill_high=0.2,
        coverage_80=0.81,
        coverage_90=0.9,
    )
    facts = CardFacts(
        format=1,
        source="t|able.csv",
        country="NO",
        measure="shifts",
        units=3,
        first=START,
        last=START,
        days=900,
        missing=4,
        cleaned={"outliers": 2},
        short=False,
        naive="mean_28",
        planned=12,
        absent=0.4,
        dispersion=1.2,
        quality=(quality,),
        versions={"numpy": "2"},
        data_hash="d" * 64,
        model_hash="e" * 64,
    )
    shapes = {
        language: [(len(s.sentences), len(s.rows)) for s in sections(facts, language)]
        for language in LANGUAGES
    }
    assert len({str(shape) for shape in shapes.values()}) == 1
    text = markdown(facts)
    for word in ("16.7 % [10.0 %, 20.0 %]", "81 % / 90 %", "e" * 64, "pooled count model", "139 %"):
        assert word in text
