"""Invented worlds keep to what they say of themselves, and repeat from a seed."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from absence_model.reserve.compare import interval, result
from absence_model.reserve.newsvendor import Prices
from absence_model.reserve.policies import calendar_oracle, cells_of, mean_of_history, none
from absence_model.reserve.reference import forecast_heads
from absence_model.simulate.norwegian import PARTS, RATE, Size, norwegian_world, table_of
from absence_model.simulate.reference import POOL, first_test_day, pools, reference_world
from absence_model.simulate.season import quarters, season
from absence_model.simulate.world import World
from absence_model.table.reading import read_table
from absence_model.table.writing import write_table


@pytest.mark.parametrize("kind", ["self_certified", "doctor_certified"])
def test_the_season_has_the_published_quarters(kind: str) -> None:
    days = pd.date_range("2021-01-01", "2024-12-31")
    found = pd.Series(season(days, kind), index=days.quarter).groupby(level=0).mean()
    assert found.to_numpy() == pytest.approx(np.array(quarters(kind)), abs=0.01)
    assert season(days, kind).min() > 0.5


@pytest.fixture(scope="module")
def world() -> World:
    return reference_world(3, units=20)


def test_the_reference_world_is_as_the_page_says(world: World) -> None:
    assert world.planned.min() >= 5
    assert world.planned.max() <= 40
    assert len(world.days) - first_test_day(world) == 364
    assert first_test_day(world) / 365.25 == pytest.approx(5, abs=0.02)
    assert world.absent.sum() / world.planned.sum() == pytest.approx(0.03, rel=0.25)
    again = reference_world(3, units=20)
    assert (again.absent == world.absent).all()
    assert (reference_world(4, units=20).absent != world.absent).any()
    assert np.bincount(pools()).tolist() == [POOL] * 6


def test_units_share_the_weeks_wave(world: World) -> None:
    weeks = len(world.days) // 7
    ratio = world.absent[:, : weeks * 7].reshape(20, weeks, 7).sum(2)
    ratio = ratio / world.expected[:, : weeks * 7].reshape(20, weeks, 7).sum(2)
    halves = ratio[::2].mean(axis=0), ratio[1::2].mean(axis=0)
    assert np.corrcoef(*halves)[0, 1] > 0.4


def test_pooling_saves_and_the_oracle_saves_most(world: World) -> None:
    costs = {}
    for pooled in (False, True):
        cells = cells_of(world, first_test_day(world), pools(20) if pooled else None)
        absent = cells.absent[:, cells.ahead]
        luck = np.random.default_rng(1).random((*absent.shape, 40))
        for policy in (none, mean_of_history, calendar_oracle):
            found = result(absent, policy(cells, Prices()), Prices(), luck)
            costs[policy, pooled] = found.cost
            assert found.called_hours / 7.5 + found.uncovered == pytest.approx(
                np.maximum(absent - policy(cells, Prices()), 0).sum()
            )
    assert costs[none, True] == pytest.approx(100)
    assert costs[calendar_oracle, True] < costs[mean_of_history, True] < 75
    assert 75 < costs[calendar_oracle, False] < costs[none, False]


def test_a_forecast_that_knows_the_truth_reserves_as_the_oracle_does() -> None:
    from scipy.stats import nbinom

    from absence_model.intervals import LEVELS, Predictive
    from absence_model.reserve.counts import noise_of

    world = reference_world(3, units=3)
    test = first_test_day(world)
    cells = cells_of(world, test)
    noise = noise_of(cells.absent[:, cells.seen], cells.expected[:, cells.seen])
    mean = cells.expected[:, test:].ravel()
    keys = world.series(test)[["unit", "date"]].assign(horizon=365)
    size = 1 / noise
    exact = nbinom.ppf(np.array(LEVELS)[None, :], size, (size / (size + mean))[:, None])
    told = Predictive.of(keys, mean, exact, whole=True)
    heads = forecast_heads(told, world, cells, None, Prices())
    oracle = calendar_oracle(cells, Prices())
    cost = [Prices().cost(cells.absent[:, test:], found).sum() for found in (heads, oracle)]
    assert cost[0] == pytest.approx(cost[1], rel=0.02)


def test_paired_intervals_are_students() -> None:
    found = interval([1.0, 2.0, 3.0])
    assert (found.mean, round(found.low, 2), round(found.high, 2)) == (2.0, -0.48, 4.48)


def test_the_norwegian_table_is_whole_and_of_all_kinds(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    world = norwegian_world(1, date(2024, 1, 1), 1, Size(6))
    table = table_of(world, 1)
    path = tmp_path_factory.mktemp("table") / "table.csv"
    write_table(table, path)
    read = read_table(path)
    assert read.table.equals(table)
    assert read.report.gaps == ()
    days = table.drop_duplicates(["unit", "date", "group"])
    assert table["absent"].sum() / days["planned"].sum() == pytest.approx(RATE, rel=0.4)
    parts = table.groupby("kind")["absent"].sum() / table["absent"].sum()
    assert parts.to_dict() == pytest.approx(PARTS, abs=0.05)
