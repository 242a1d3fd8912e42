"""Forecasts that need no model. Each looks only at the days up to a row's origin."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from absence_model.baselines.past import Past
from absence_model.series.panel import Matrix, Panel
from absence_model.series.rows import YEAR, Rows

Naive = Callable[[Past, Rows], Matrix]


def _last_value(past: Past, rows: Rows) -> Matrix:
    return past.last(rows.origin, rows.unit)


def _mean_of(days: int) -> Naive:
    def mean(past: Past, rows: Rows) -> Matrix:
        return past.mean(rows.origin, rows.unit, days)

    return mean


def _same_weekday(weeks: int) -> Naive:
    def mean(past: Past, rows: Rows) -> Matrix:
        return past.same_weekday(rows.origin, rows.target, rows.unit, weeks)

    return mean


def _last_year_same_weekday(past: Past, rows: Rows) -> Matrix:
    """Return the value 52 weeks before; a week's mean round that day where it is not known."""
    return past.year_before(rows.origin, rows.target, rows.unit)


def _unit_mean(past: Past, rows: Rows) -> Matrix:
    return past.mean(rows.origin, rows.unit, len(past.days))


def _zero(_past: Past, rows: Rows) -> Matrix:
    return np.zeros(len(rows))


NAIVE: dict[str, Naive] = {
    "last_value": _last_value,
    "same_weekday_last_week": _same_weekday(1),
    "mean_7": _mean_of(7),
    "mean_14": _mean_of(14),
    "mean_28": _mean_of(28),
    "same_weekday_4_weeks": _same_weekday(4),
    "mean_last_season": _mean_of(YEAR),
    "last_year_same_weekday": _last_year_same_weekday,
    "unit_mean": _unit_mean,
    "zero": _zero,
}
"""All baselines by name."""


def names_for(horizon: int) -> tuple[str, ...]:
    """Return the baselines that a horizon is compared with, which is all of them."""
    del horizon
    return tuple(NAIVE)


def naive(name: str, panel: Panel, rows: Rows, past: Past | None = None) -> Matrix:
    """Return a baseline's forecasts; where it knows nothing, the unit's mean so far."""
    past = past or Past.of(panel)
    found = NAIVE[name](past, rows)
    return np.where(np.isnan(found), past.mean(rows.origin, rows.unit, len(past.days)), found)
