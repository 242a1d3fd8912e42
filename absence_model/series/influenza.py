"""Weekly influenza: what was known on each evening, from ECDC's table of consultation rates."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from absence_model.series.faults import in_column, refuse
from absence_model.series.panel import Matrix
from absence_model.table.unpacking import unpacked
from rostering.errors import BadInput, Fault

COLUMNS = ("countryname", "yearweek", "indicator", "age", "value")
NAMES = {"NO": "Norway", "DK": "Denmark", "FI": "Finland", "SE": "Sweden", "IS": "Iceland"}
PUBLISHED_AFTER = 7
"""Days from the end of a week until its figure is out."""


LASTS = 35
"""Days after which a figure says nothing any more: the newest one may be from last spring."""
WEEK = r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])"


def read_influenza(path: Path, country: str, days: npt.NDArray[np.datetime64]) -> Matrix:
    """Return, for each evening, the newest published rate of influenza-like illness, log(1 + rate).

    It is NaN where the newest figure is older than five weeks. A country that the table does not
    tell of gets the mean of those that it does.

    Raises
    ------
    BadInput
        When the file is no such table, or tells of none of the days.
    """
    rates = _rates(path, country)
    out = np.array([_end(week) for week in rates.index], "datetime64[D]") + PUBLISHED_AFTER
    place = np.searchsorted(out, days, side="right") - 1
    values, newest = np.log1p(rates.to_numpy(float)), np.maximum(place, 0)
    fresh = (place >= 0) & (days <= out[newest] + LASTS)
    if not fresh.any():
        found = f"figures of the weeks {rates.index[0]} to {rates.index[-1]}"
        needed = f"figures of some weeks from {days[0]} to {days[-1]}"
        raise BadInput([Fault(path.name, found, needed)])
    known: Matrix = np.where(fresh, values[newest], np.nan)
    return known


def _rates(path: Path, country: str) -> pd.Series:
    table = _table(path)
    told = table[(table["indicator"] == "ILIconsultationrate") & (table["age"] == "total")]
    own = told[told["countryname"] == NAMES.get(country, country)]
    told = own if len(own) else told
    if told.empty:
        needed = "rows of the indicator ILIconsultationrate and the age total"
        raise BadInput([Fault(path.name, "no such rows", needed)])
    rate = pd.to_numeric(told["value"], errors="coerce")
    week = told["yearweek"].fillna("").astype(str)
    refuse(
        in_column(told, ~week.str.fullmatch(WEEK), "yearweek", "a week such as 2026-W05")
        + in_column(told, ~(rate >= 0), "value", "a rate, 0 or more")
    )
    return rate.groupby(week).mean().sort_index()


def _table(path: Path) -> pd.DataFrame:
    try:
        table = pd.read_csv(io.BytesIO(unpacked(path)))
    except (ValueError, UnicodeDecodeError) as error:
        raise BadInput([Fault(path.name, "no table", "ECDC's weekly table (CSV)")]) from error
    if not set(COLUMNS).issubset(table.columns):
        raise BadInput([Fault(path.name, "other columns", f"the columns {', '.join(COLUMNS)}")])
    return table


def _end(week: str) -> date:
    year, _, number = week.partition("-W")
    try:
        return date.fromisocalendar(int(year), int(number), 7)
    except ValueError:  # a week 53 of a year that has none
        return date.fromisocalendar(int(year), 52, 7)
