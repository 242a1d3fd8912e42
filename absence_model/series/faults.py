"""Faults of a table, each with its column and row as a person sees them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from rostering.errors import BadInput, Fault

FIRST_ROW = 2
"""The first row of data in a file with a heading."""
MOST = 200


def in_column(table: pd.DataFrame, wrong: pd.Series, column: str, needed: str) -> list[Fault]:
    """Return a fault for each row that is wrong."""
    rows = table.index[np.asarray(wrong, bool)][:MOST]
    return [
        Fault(f"row {row + FIRST_ROW}, {column}", _shown(table.at[row, column]), needed)
        for row in rows
    ]


def refuse(faults: Sequence[Fault]) -> None:
    """Raise ``BadInput`` when there are faults."""
    if faults:
        raise BadInput(faults)


def _shown(value: object) -> str:
    return "nothing" if pd.isna(value) else repr(str(value))
