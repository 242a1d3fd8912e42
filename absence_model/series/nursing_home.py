"""Reader of the nursing-home table (payroll-based journal): paid nurse hours of each day."""

from __future__ import annotations

import pandas as pd

from absence_model.series.faults import in_column, refuse
from absence_model.series.info import SeriesInfo

COLUMNS = ("PROVNUM", "WorkDate", "MDScensus")
ENDINGS = {"employee": "_emp", "contract": "_ctr"}


def read(table: pd.DataFrame, source: str, series: str) -> tuple[pd.DataFrame, SeriesInfo]:
    """Return hours worked by employees, or by contract staff, summed over all nurse groups.

    A group with an empty cell had no hours that day: the table's later columns end early.
    """
    columns = [c for c in table.columns if c.startswith("Hrs_") and c.endswith(ENDINGS[series])]
    dates = pd.to_datetime(table["WorkDate"].astype(str), format="%Y%m%d", errors="coerce")
    told = table[columns].fillna("")
    hours = told.apply(pd.to_numeric, errors="coerce").where(told != "", 0.0)
    faults = in_column(table, dates.isna(), "WorkDate", "a date such as 20220131")
    for column in columns:
        wrong = hours[column].isna() | (hours[column] < 0)
        faults += in_column(table, wrong, column, "hours, 0 or more")
    refuse(faults)
    frame = pd.DataFrame(
        {
            "unit": table["PROVNUM"].astype(str),
            "date": dates,
            "planned": float("nan"),
            "absent": hours.sum(axis=1).to_numpy(),
        }
    )
    refuse(in_column(table, frame.duplicated(["unit", "date"]), "WorkDate", "each day once"))
    closed = frame["absent"] <= 0
    names = dict(zip(frame["unit"], table.get("PROVNAME", frame["unit"]), strict=True))
    info = SeriesInfo(
        f"{source} ({series})",
        "nursing_home",
        "hours",
        meaning="worked",
        country="US",
        subdivision=_state(table),
        cleaned={"no_hours": int(closed.sum())},
        names=names,
    )
    return frame[~closed].sort_values(["unit", "date"], ignore_index=True), info


def _state(table: pd.DataFrame) -> str | None:
    states = set(table["STATE"].dropna()) if "STATE" in table.columns else set()
    return str(states.pop()) if len(states) == 1 else None
