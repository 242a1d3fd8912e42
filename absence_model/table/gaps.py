"""Days without rows, in runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from absence_model.table.model import Gap

if TYPE_CHECKING:
    import pandas as pd


def gaps_of(frame: pd.DataFrame) -> tuple[Gap, ...]:
    """Return the runs of missing days between the first and last day of each unit's group."""
    found: list[Gap] = []
    one = np.timedelta64(1, "D")
    for (unit, group), part in frame.groupby(["unit", "group"], sort=True):
        days = np.unique(part["date"].to_numpy().astype("datetime64[D]"))
        for at in np.flatnonzero(np.diff(days) > one):
            first, last = days[at] + one, days[at + 1] - one
            found.append(Gap(str(unit), str(group), first.item(), last.item()))
    return tuple(found)
