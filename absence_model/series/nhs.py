"""Reader of the NHS England table: staff absent per trust and day, in winters."""

from __future__ import annotations

import pandas as pd

from absence_model.series.faults import in_column, refuse
from absence_model.series.info import SeriesInfo

COLUMNS = ("winter", "date", "region", "trust", "name", "absent_covid", "absent_total")
DATED_EARLY = ("2022-23", "2023-24")
"""Winters dated a day before the later ones.

They are moved forward by a day: the fewest are absent on Sundays in the winter of 2024-25, but on
Saturdays in these two as they stand; of 72 trusts with a clear weekly pattern 70 match best when
moved by one day, and the low days round Christmas and New Year then fall on the public holidays.
"""
MOVED = pd.Timedelta(days=1)


def read(table: pd.DataFrame, source: str) -> tuple[pd.DataFrame, SeriesInfo]:
    """Return the series of all staff absent; zeros are trusts that did not report that day."""
    dates = pd.to_datetime(table["date"], format="%Y-%m-%d", errors="coerce")
    absent = pd.to_numeric(table["absent_total"], errors="coerce")
    unread = absent.isna() & table["absent_total"].notna() & (table["absent_total"] != "")
    refuse(
        in_column(table, dates.isna(), "date", "a date such as 2025-01-31")
        + in_column(table, unread | (absent < 0), "absent_total", "a number, 0 or more")
    )
    shifted = table["winter"].isin(DATED_EARLY)
    dates = dates.where(~shifted, dates + MOVED)
    frame = pd.DataFrame(
        {"unit": table["trust"], "date": dates, "planned": float("nan"), "absent": absent}
    )
    frame["region"] = table["region"]
    returned = absent > 0
    twice = frame.duplicated(["unit", "date"], keep=False)
    refuse(in_column(table, twice, "date", "each trust and day once"))
    info = SeriesInfo(
        source,
        "nhs",
        "heads",
        country="GB",
        subdivision="ENG",
        cleaned={"not_returned": int((~returned).sum()), "date_moved": int(shifted.sum())},
        names=dict(zip(table["trust"], table["name"], strict=True)),
    )
    return frame[returned].sort_values(["unit", "date"], ignore_index=True), info
