"""From the documented table (unit, date, group, planned, absent, kind) to a modelling series."""

from __future__ import annotations

import pandas as pd

from absence_model.series.faults import in_column, refuse
from absence_model.series.info import SeriesInfo
from rostering.errors import Fault

COLUMNS = ("unit", "date", "group", "planned", "absent", "kind")


def read(
    table: pd.DataFrame, source: str, *, country: str = "NO", by_group: bool = False
) -> tuple[pd.DataFrame, SeriesInfo]:
    """Sum kinds and staff groups; with ``by_group`` each group of a unit is a series of its own."""
    told = table[list(COLUMNS)].copy()
    told["date"] = pd.to_datetime(told["date"], format="%Y-%m-%d", errors="coerce")
    for column in ("planned", "absent"):
        told[column] = pd.to_numeric(told[column], errors="coerce")
    refuse(_faults(table, told))
    keys = ["unit", "date", "group"]
    days = told.groupby(keys, as_index=False).agg({"planned": "first", "absent": "sum"})
    over = days["absent"] > days["planned"]
    days.loc[over, "absent"] = days.loc[over, "planned"]
    if by_group:
        days["unit"] = days["unit"] + " / " + days["group"]
    frame = days.groupby(["unit", "date"], as_index=False)[["planned", "absent"]].sum()
    idle = frame["planned"] <= 0
    info = SeriesInfo(
        source,
        "own",
        "shifts",
        country=country,
        cleaned={"more_absent_than_planned": int(over.sum()), "nobody_planned": int(idle.sum())},
    )
    return frame[~idle].reset_index(drop=True), info


def _faults(table: pd.DataFrame, told: pd.DataFrame) -> list[Fault]:
    faults: list[Fault] = []
    for column in ("unit", "group", "kind"):
        faults += in_column(table, told[column].isna(), column, "a name")
    faults += in_column(table, told["date"].isna(), "date", "a date such as 2027-01-31")
    for column in ("planned", "absent"):
        wrong = ~(told[column] >= 0)
        faults += in_column(table, wrong, column, "shifts, 0 or more")
    keys = ["unit", "date", "group"]
    twice = told.duplicated([*keys, "kind"])
    faults += in_column(table, twice, "date", "each unit, date, group and kind once")
    differs = told["planned"] != told.groupby(keys)["planned"].transform("first")
    differs &= told["planned"].notna() & told["date"].notna()
    needed = "the same on every row of a unit, date and group"
    return faults + in_column(table, differs, "planned", needed)
