"""Whoever gathers forecasts day after day, adds and subtracts them, learns no few people's days."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from absence_model.estimators import counts
from absence_model.forecaster import hiding
from absence_model.forecaster.contest import Bucket
from absence_model.forecaster.hiding import HIDDEN, coarse, retold
from absence_model.forecaster.learning import learnt
from absence_model.forecaster.model import Forecaster
from absence_model.forecaster.told import (
    BUCKETS,
    CardFacts,
    DayAhead,
    Expected,
    Ground,
    Learnt,
    Quality,
)
from absence_model.intervals.conformal import CountSpread
from absence_model.series import Panel, SeriesInfo

PLANNED, FIRST, SEEN = 12.0, np.datetime64("2026-01-05"), 40
METHODS = {"mean_7": 7, "mean_14": 14, "mean_28": 28, "mean_last_season": 365}
NONE = np.empty(0)


def forecaster(absent: np.ndarray, method: str) -> Forecaster:
    """A fitted whole that tells a naive forecast of one unit."""
    days = FIRST + np.arange(len(absent))
    columns = [np.array(one, float)[:, None] for one in (absent, np.full(len(days), PLANNED))]
    panel = Panel(days, ("u",), *columns, np.zeros(1, np.int64))
    spread = CountSpread(0.2).fit(NONE, NONE)
    quality = {"champion": method, "naive": method, "passed": False, "why": "not_better"}
    buckets = tuple(
        Bucket(horizon, None, method, spread, spread, Quality(horizon=horizon, **quality))
        for horizon in BUCKETS
    )
    facts = card(days[0].item(), days[-1].item(), len(days))
    return Forecaster(panel, SeriesInfo("t", "own", "shifts"), buckets, facts)


def card(first: object, last: object, days: int) -> CardFacts:
    told = {"source": "t", "country": "NO", "measure": "shifts", "units": 9, "missing": 0}
    told |= {"short": False, "naive": "mean_28", "planned": PLANNED, "absent": 0.5}
    told |= {"format": 1, "dispersion": 1.0, "quality": (), "versions": {}, "data_hash": "all"}
    return CardFacts.model_validate({**told, "first": first, "last": last, "days": days})


def openness(rows: list[tuple[int, int, float, float]], days: int, asked: tuple[int, int]) -> float:
    """Return how far the sum over the days asked can lie, by linear programming."""
    table, bound = [], []
    for start, end, low, high in rows:
        row = np.zeros(days)
        row[start:end] = 1
        table += [row, -row]
        bound += [high, -low]
    goal = np.zeros(days)
    goal[asked[0] : asked[1]] = 1
    ends = [
        linprog(sign * goal, A_ub=np.array(table), b_ub=bound, bounds=(0, PLANNED)).fun
        for sign in (1, -1)
    ]
    return float(-ends[1] - ends[0])


@settings(max_examples=12, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    rate=st.sampled_from([0.1, 0.4, 1.0, 2.5]),
    method=st.sampled_from(sorted(METHODS)),
)
def test_consecutive_forecasts_leave_every_day_and_every_sum_open(
    seed: int, rate: float, method: str
) -> None:
    days = SEEN + 5
    absent = np.minimum(np.random.default_rng(seed).poisson(rate, days), PLANNED)
    known: list[tuple[int, int, float, float]] = []
    for end in range(SEEN, days):
        told = forecaster(absent[:end], method).forecast(days=3, use_naive=True, blur=True)
        window = min(METHODS[method], end)
        assert len(set(told.mean)) == 1
        low, high = (told.mean[0] * window + sign * HIDDEN / 2 for sign in (-1, 1))
        assert low - 1e-6 <= absent[end - window : end].sum() <= high + 1e-6
        known.append((end - window, end, low, high))
    for asked in [one[:2] for one in known[-2:]] + [(n, n + 1) for n in range(SEEN, days)]:
        assert openness(known, days, asked) >= HIDDEN - 1e-6


def test_bands_follow_from_what_is_told_and_from_nothing_else() -> None:
    one = np.zeros(60)
    one[[40, 45]] = 1
    more = one.copy()
    more[50] = 2
    frames = [
        forecaster(absent, "mean_28").forecast(days=60, use_naive=True, blur=True).frame
        for absent in (one, more)
    ]
    pd.testing.assert_frame_equal(*frames)
    exact = forecaster(more, "mean_28").forecast(days=60, use_naive=True).frame
    assert exact["mean"][0] == pytest.approx(4 / 28)


def test_a_unit_without_absence_is_told_no_closer() -> None:
    quiet = learnt(forecaster(np.zeros(60), "mean_28"), "u", {})
    assert {day.expected.mean for day in quiet.ahead} == {round(2.5 / 28, 4)}
    assert quiet.blurred


def test_two_units_cards_cannot_be_compared() -> None:
    panels = []
    for other in (0.0, 3.0):
        days = FIRST + np.arange(30)
        absent = np.column_stack([np.ones(30), np.full(30, other)])
        panels.append(Panel(days, ("u", "v"), absent, absent + PLANNED, np.zeros(2, np.int64)))
    one = forecaster(np.ones(30), "mean_28")
    told = [
        learnt(Forecaster(panel, one.info, one.buckets, one.facts), "u", {}).card.data_hash
        for panel in panels
    ]
    assert told[0] == told[1] != "all"


def test_what_was_told_to_the_decimal_is_blurred_when_it_is_read() -> None:
    last = FIRST.item()
    sharp = Expected(mean=0.4286, quantiles=(0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2))
    shut = Expected(mean=0.0, quantiles=(0,) * 11)
    ahead = tuple(
        DayAhead(
            date=last,
            horizon=n,
            planned=0.0 if n == 3 else PLANNED,
            champion="mean_7",
            expected=shut if n == 3 else sharp,
            naive=shut if n == 3 else sharp,
        )
        for n in range(2, 8)
    )
    ground = {"unit": "u", "first": last, "last": last, "days": 30, "missing": 0, "floor": None}
    before = Learnt(
        ground=Ground(planned=PLANNED, absent=0.4333, dispersion=1.0, **ground),
        ahead=ahead,
        card=card(last, last, 270),
    )
    after = retold(Learnt.model_validate_json(before.model_dump_json()))
    assert [day.expected.mean for day in after.ahead] == [0.4, 0.0, 0.4, 0.4, 0.4, 0.4]  # 2.5 of 7
    assert after.ground.absent == after.card.absent == coarse(0.4333, 30) == 0.5  # 10 to 20 of 30
    assert (after.card.units, after.card.days, after.card.data_hash) == (1, 30, "")
    assert retold(after) is after


def test_the_wave_is_that_of_the_count_model() -> None:
    assert (hiding.WAVE_DAYS, hiding.WAVE) == (counts.WAVE_DAYS, counts.WAVE)
