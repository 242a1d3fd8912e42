"""Weekly influenza: what was known on each evening, from ECDC's table of consultation rates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from absence_model.series.panel import Matrix
from rostering.errors import BadInput, Fault

COLUMNS = ("countryname", "yearweek", "indicator", "age", "value")
NAMES = {"NO": "Norway", "DK": "Denmark", "FI": "Finland", "SE": "Sweden", "IS": "Iceland"}
PUBLISHED_AFTER = 7
"""Days from the end of a week until its figure is out."""


def read_influenza(path: Path, country: str, days: npt.NDArray[np.datetime64]) -> Matrix:
    """Return, for each evening, the newest published rate of influenza-like illness, log(1 + rate).

    A country that the table does not tell of gets the mean of those that it does.

    Raises
    ------
    BadInput
        When the file is no such table.
    """
    try:
        table = pd.read_csv(path)
    except (ValueError, UnicodeDecodeError) as error:
        raise BadInput([Fault(path.name, "no table", "ECDC's weekly table (CSV)")]) from error
    if not set(COLUMNS).issubset(table.columns):
        raise BadInput([Fault(path.name, "other columns", f"the columns {', '.join(COLUMNS)}")])
    told = table[(table["indicator"] == "ILIconsultationrate") & (table["age"] == "total")]
    own = told[told["countryname"] == NAMES.get(country, country)]
    told = own if len(own) else told
    rates = told.groupby("yearweek")["value"].mean().sort_index()
    out = np.array([_end(week) for week in rates.index], "datetime64[D]") + PUBLISHED_AFTER
    place = np.searchsorted(out, days, side="right") - 1
    values = np.log1p(rates.to_numpy(float))
    known: Matrix = np.where(place >= 0, values[np.maximum(place, 0)], np.nan)
    return known


def _end(week: str) -> date:
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 7)
