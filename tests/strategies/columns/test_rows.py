"""The unit's statements as rows: sums with a price at each value."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from rostering.model.record import (
    AnyOf,
    Barred,
    Bounded,
    Charged,
    Cleared,
    Definition,
    Reaches,
    Record,
)
from rostering.model.record import Statement as Said
from rostering.strategies.columns.rows import WIDEST, Row, rows_of

OWNERS: dict[int, object] = {2: "a", 3: "a", 4: "b", 5: "c"}
"""Literals 2 and 3 exclude each other."""
INF = float("inf")


def record(
    *said: Said, definitions: Mapping[int, Definition] | None = None, constant: int = 0
) -> Record:
    return Record({None: list(said)}, dict(definitions or {}), constant)


def prices(row: Row) -> dict[int, float]:
    return dict(zip(range(row.low, row.high + 1), row.price.tolist(), strict=True))


def test_a_bound_bars_the_values_above_it() -> None:
    (row,) = rows_of(record(Bounded(((1, 2), (1, 4), (1, 5)), 1)), OWNERS).rows
    assert prices(row) == {0: 0, 1: 0, 2: INF, 3: INF}


def test_literals_of_one_owner_are_counted_once_in_what_a_sum_can_be() -> None:
    (row,) = rows_of(record(Bounded(((1, 2), (1, 3), (1, 4)), 0)), OWNERS).rows
    assert prices(row) == {0: 0, 1: INF, 2: INF}


def test_statements_about_one_sum_are_one_row_with_all_their_prices() -> None:
    """At least one costs 10, at most one costs 3, then 6; twice the sum is the same sum."""
    least = Charged(((-2, 2), (-2, 4), (-2, 5)), -2, 5)
    most = Charged(((1, 2), (1, 4), (1, 5)), 1, 3, convex=2)
    (row,) = rows_of(record(least, most), OWNERS).rows
    assert {abs(value): price for value, price in prices(row).items()} == {0: 10, 1: 0, 2: 3, 3: 9}


def test_a_disjunction_of_one_owner_s_literals_is_their_sum() -> None:
    definitions = {9: AnyOf((2, 3))}
    said = record(Barred((9, 4), 7), definitions=definitions)
    (row,) = rows_of(said, OWNERS).rows
    assert sorted(row.weights) == [(2, 1), (3, 1), (4, 1)]
    assert prices(row) == {0: 0, 1: 0, 2: 7}


def test_negated_literals_count_when_they_are_false() -> None:
    (row,) = rows_of(record(Barred((2, -4), 7)), OWNERS).rows
    value = {(two, four): dict(row.weights)[2] * two + dict(row.weights)[4] * four
             for two in (0, 1) for four in (0, 1)}  # fmt: skip
    assert {key: prices(row)[at] for key, at in value.items()} == {
        (0, 0): 0, (0, 1): 0, (1, 0): 7, (1, 1): 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        Cleared((((2, 4),), ((3, 4),)), None),
        Barred((9, 2), 3),
        Bounded(((1, 10), (1, 2)), 0),
    ],
    ids=["choice", "disjunction of two people", "threshold"],
)
def test_what_is_no_sum_of_duties_is_left_out_and_told(said: Said) -> None:
    definitions: dict[int, Definition] = {9: AnyOf((4, 5)), 10: Reaches(((1, 4), (1, 5)), 2)}
    found = rows_of(record(said, definitions=definitions), OWNERS)
    assert (found.rows, found.left_out) == ((), (said,))


def test_a_sum_of_too_many_values_is_left_out_and_told() -> None:
    wide, narrow = (Bounded(((size, 2), (1, 4)), 5) for size in (WIDEST, WIDEST - 1))
    found = rows_of(record(wide, narrow), OWNERS)
    assert found.left_out == (wide,)
    assert len(found.rows) == 1


def test_what_holds_whatever_anybody_works_is_a_constant_or_impossible() -> None:
    found = rows_of(record(Charged((), -2, 5), Bounded((), 0), constant=7), OWNERS)
    assert (found.rows, found.constant, found.possible) == ((), 17, True)
    assert not rows_of(record(Bounded((), -1)), OWNERS).possible


def test_a_sum_that_never_has_an_allowed_value_is_impossible() -> None:
    """Three of two."""
    assert not rows_of(record(Bounded(((-1, 2), (-1, 4)), -3)), OWNERS).possible
    assert rows_of(record(Bounded(((-1, 2), (-1, 4)), -2)), OWNERS).possible


def test_the_least_of_price_minus_slope_times_value() -> None:
    row = Row(((2, 1), (4, 1)), -1, np.array([4.0, 0.0, 1.0, INF]))
    assert row.least(0.0) == 0
    assert row.least(2.0) == -1  # at 1: 1 - 2
    assert row.least(-5.0) == -1  # at -1: 4 - 5
    assert row.least(2.0, (-1, 0)) == 0
    assert row.least(0.0, (2, 1)) == INF
