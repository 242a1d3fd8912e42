"""Whether the level has moved since the forecasts of a year ahead that can be judged were made."""

from __future__ import annotations

import numpy as np

from absence_model.baselines import naive
from absence_model.baselines.past import Past
from absence_model.gate import CALM, FEWEST, mean_error
from absence_model.series.panel import Panel
from absence_model.series.rows import YEAR, pauses, rows_of

QUARTER = 91
"""Days ahead that tell of a level's memory and come true four times sooner than a year does."""


def quarter_errors(panel: Panel, past: Past, cut: int, *, counts: bool) -> dict[str, float]:
    """Return the mean errors of the calm baselines a quarter ahead, over the last two years known.

    A forecast a year ahead that has come true is a year old at least: whoever is judged by those
    alone learns of a jump a year too late. A series with pauses tells nothing here, for a quarter
    ahead may lie in another season.

    Parameters
    ----------
    cut
        Row of the last day known.
    counts
        Whether errors are squared, as the gate judges small counts.
    """
    some = np.flatnonzero((~np.isnan(panel.absent[: cut + 1])).any(axis=1))
    if pauses(some).any():
        return {}
    rows = rows_of(panel, QUARTER, cut - 2 * YEAR + 1, cut)
    if len(rows) < FEWEST:
        return {}
    truth = panel.absent[rows.target, rows.unit]
    return {name: mean_error(naive(name, panel, rows, past), truth, counts=counts) for name in CALM}
