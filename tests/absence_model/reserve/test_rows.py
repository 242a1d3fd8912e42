"""From a forecast to the ward: rows with falling prices, placed where they are worth most."""

import datetime as dt

import numpy as np
import pytest

from absence_model.reserve.newsvendor import Prices
from absence_model.reserve.rows import Expected, demand_rows, plan_reserve, with_reserve
from absence_model.reserve.ward import (
    DayCounts,
    by_share,
    expected_of,
    matched,
    planned_shifts,
)
from fixtures import ward
from rostering.check import Court
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.errors import BadInput, Unsupported
from rostering.reserve_notes import reserve_account
from rostering.score import score
from rostering.wages.table import ordinary_ore
from tests.solved import solved

DAY = dt.date(2027, 1, 12)


def two_units() -> Problem:
    """The tiny ward twice: two units that share their shifts."""
    tiny = ward("tiny")
    unit = tiny.units[0]
    other = unit.model_copy(update={"id": "nabo", "name": "Nabo"})
    again = [
        row.model_copy(update={"id": f"{row.id}-2", "units": ("nabo",)}) for row in tiny.demand
    ]
    return tiny.model_copy(update={"units": (unit, other), "demand": (*tiny.demand, *again)})


def test_rows_of_a_shift_fall_in_price_by_the_formula() -> None:
    prices = Prices()
    expected = [Expected(DAY, ("D",), ("dagenheten",), 1.5, 0.0)]
    one = plan_reserve(expected, prices)[0]
    rows = demand_rows([one], {"D": 200_000})
    first, second = 1 - np.exp(-1.5), 1 - 2.5 * np.exp(-1.5)
    told = [2 * p + 0.3 * (1 - p) for p in (first, second)]
    assert [row.price for row in rows[:2]] == [round(200 * worth) for worth in told]
    assert [row.price for row in rows] == sorted((row.price for row in rows), reverse=True)
    assert all(row.heads == 1 and row.id.startswith("forecast-") for row in rows)
    assert one.heads == 2  # P(A >= 2) = 0.44 and P(A >= 3) = 0.19 lie round 1 - 0.588
    assert one.saved > 0
    assert len(one.worth) == len(rows) == 2  # what pays is asked for, and nothing else
    free = plan_reserve(expected, prices, owed=True)[0]
    assert (free.heads, free.saved, len(free.worth)) == (2, one.saved, 4)  # P(A >= 4) = 0.066


def test_the_maximum_of_the_plan_leaves_no_more_room() -> None:
    expected = [Expected(DAY, ("D",), ("dagenheten",), 9.0, 0.1, room=room) for room in (0, 2)]
    none, two = plan_reserve(expected, Prices())
    assert (none.heads, none.worth, none.saved) == (0, (), 0.0)
    assert (two.heads, len(two.worth)) == (2, 2)


def test_a_days_absence_is_shared_by_its_shifts() -> None:
    index = ProblemIndex(ward("tiny"))
    shifts = planned_shifts(index)
    found = expected_of(shifts, by_share(shifts, 0.05))
    assert sum(one.mean for one in found) == pytest.approx(0.05 * sum(s.people for s in shifts))
    assert {one.units for one in found} == {("dagenheten",)}


def test_a_pool_adds_means_and_only_the_shared_noise_in_full() -> None:
    index = ProblemIndex(two_units())
    shifts = [s for s in planned_shifts(index) if s.date == DAY and s.shifts == ("D",)]
    days = {(s.unit, s.date): DayCounts(4.0, 0.2, 0.05) for s in shifts}
    (pool,) = expected_of(shifts, days, pooled=True)
    assert (pool.mean, pool.units) == (8.0, ("dagenheten", "nabo"))
    assert pool.noise == pytest.approx(0.05 + 0.15 / 2)


def test_a_pool_of_small_units_saves_what_none_saves_alone() -> None:
    index = ProblemIndex(two_units())
    shifts = planned_shifts(index)
    days = by_share(shifts, 0.2)
    alone, pooled = (
        sum(one.saved for one in plan_reserve(expected_of(shifts, days, pooled=way), Prices()))
        for way in (False, True)
    )
    assert pooled > alone >= 0


def test_new_rows_take_the_place_of_an_earlier_forecast_alone() -> None:
    tiny = ward("tiny")
    one = plan_reserve([Expected(DAY, ("D",), ("dagenheten",), 1.5, 0.0)], Prices())
    rows = demand_rows(one, {"D": 200_000})
    own = rows[0].model_copy(update={"id": "own"})
    twice = with_reserve(with_reserve(tiny.model_copy(update={"reserve": (own,)}), rows), rows[:1])
    assert [row.id for row in twice.reserve] == ["own", rows[0].id]
    away = rows[0].model_copy(update={"date": dt.date(2030, 1, 1), "units": ("nowhere",)})
    with pytest.raises(BadInput) as refused:
        with_reserve(tiny, [away])
    assert len(refused.value.faults) == 2


def test_units_are_known_by_id_or_name() -> None:
    index = ProblemIndex(two_units())
    assert matched(["NABO", "dagenheten", "else"], index) == {
        "NABO": "nabo",
        "dagenheten": "dagenheten",
    }
    with pytest.raises(BadInput, match="nabo"):
        matched(["dagenheten"], index)
    assert matched(["any"], ProblemIndex(ward("tiny"))) == {"any": "dagenheten"}


def test_a_ward_without_shifts_to_count_is_told() -> None:
    with pytest.raises(Unsupported, match="names any"):
        planned_shifts(ProblemIndex(ward("home_care")))


def test_the_card_says_what_the_placed_reserve_spares() -> None:
    tiny, roster = solved("tiny")
    lower = [row.model_copy(update={"minimum": 0, "target": 0}) for row in tiny.demand]
    asking = tiny.model_copy(update={"demand": tuple(lower)})
    expected = [
        Expected(tiny.horizon.start + dt.timedelta(days=day), ("D",), ("dagenheten",), mean, 0.1)
        for day, mean in ((1, 3.0), (2, 0.2))
    ]
    rows = demand_rows(
        plan_reserve(expected, Prices(), owed=True), ordinary_ore(ProblemIndex(tiny))
    )
    asking = with_reserve(asking, rows)
    card = score(asking, roster)
    told = reserve_account(Court.of(asking, roster).index.plan(roster.effective))
    assert told is not None
    assert 0 < told.placed < told.asked == len(rows)
    assert told.saved + told.lost == sum(row.price for row in rows)
    assert told.lost == next(term.points for term in card.terms if term.term == "reserve")
    (note,) = [notice.text for notice in card.notices if notice.kind == "reserve"]
    assert f"{told.placed} of {told.asked} heads are placed" in note
    assert f"spare {told.saved} points" in note
    nok = f"{10 * told.saved:,} NOK"
    assert nok in note
    twice = asking.model_copy(update={"weights": {**asking.weights, "reserve": 2}})
    assert nok in next(n.text for n in score(twice, roster).notices if n.kind == "reserve")
