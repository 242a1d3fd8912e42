"""Rows of the table itself: checked one by one and against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from absence_model.table.faults import rows_of
from absence_model.table.frame import Columns
from absence_model.table.gaps import gaps_of
from absence_model.table.model import Imported, Report
from absence_model.table.words import COLUMNS, kind_meanings

if TYPE_CHECKING:
    import pandas as pd

CELL = ["unit", "date", "group"]
NEAR = 1e-6


def table_of(columns: Columns) -> Imported:
    """Return the table that stands in a file of counts.

    Raises
    ------
    BadInput
        With every fault of the file, each with its row and column.
    """
    import pandas as pd

    columns.require(COLUMNS)
    frame = pd.DataFrame(
        {
            "unit": columns.names("unit"),
            "date": columns.days("date"),
            "group": columns.names("group"),
            "planned": columns.numbers("planned"),
            "absent": columns.numbers("absent"),
            "kind": columns.kinds("kind", kind_meanings(persons=False)),
        }
    )
    _against_each_other(columns, frame)
    columns.faults.require_none()
    report = Report("table", len(frame), gaps=gaps_of(frame))
    return Imported(sorted_table(frame), report)


def sorted_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table's columns with rows in the order of unit, group, date and kind."""
    order = ["unit", "group", "date", "kind"]
    return frame[list(COLUMNS)].sort_values(order, kind="stable").reset_index(drop=True)


def _against_each_other(columns: Columns, frame: pd.DataFrame) -> None:
    readable = frame["date"].notna() & (frame["unit"] != "") & (frame["group"] != "")
    whole = frame[readable]
    twice = whole.duplicated([*CELL, "kind"]) & (whole["kind"] != "")
    needed = "each unit, date, group and kind on one row"
    for row in _numbers(whole, twice.to_numpy()):
        columns.add(row, "date", "a second row for the same", needed, "a row was copied")
    grouped = whole.groupby(CELL, sort=False)
    planned = whole["planned"]
    differs = (planned - grouped["planned"].transform("first")).abs() > NEAR
    needed = "the same on every row of a unit, date and group"
    for row in _numbers(whole, differs.to_numpy()):
        found = columns.faults.shown(columns.texts("planned")[row])
        columns.add(row, "planned", f"{found}, another number than above", needed)
    over = grouped["absent"].transform("sum") > planned + NEAR
    told = over & ~differs & ~whole.duplicated(CELL)
    sums = grouped["absent"].transform("sum").to_numpy()
    for row in _numbers(whole, told.to_numpy()):
        at = whole.index.get_loc(row)
        found = f"{sums[at]:g} absent of {planned.loc[row]:g} planned, all kinds together"
        columns.add(row, "absent", found, "at most as many absent as planned")


def _numbers(frame: pd.DataFrame, mask: np.ndarray) -> list[int]:
    return [int(frame.index[at]) for at in rows_of(mask)]
