"""From the documented table (unit, date, group, planned, absent, kind) to a modelling series."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from absence_model.series.info import SeriesInfo
from absence_model.table.reading import read_table


def read(path: Path, source: str, country: str = "NO") -> tuple[pd.DataFrame, SeriesInfo]:
    """Sum kinds and staff groups of a table, which is read and checked as by the import.

    Raises
    ------
    BadInput
        With every fault, its row and column; rows about people are refused.
    """
    table = read_table(path, persons=False).table
    keys = ["unit", "date", "group"]
    days = table.groupby(keys, as_index=False).agg({"planned": "first", "absent": "sum"})
    frame = days.groupby(["unit", "date"], as_index=False)[["planned", "absent"]].sum()
    idle = frame["planned"] <= 0
    cleaned = {"nobody_planned": int(idle.sum())}
    info = SeriesInfo(source, "own", "shifts", country=country, cleaned=cleaned)
    return frame[~idle].reset_index(drop=True), info
