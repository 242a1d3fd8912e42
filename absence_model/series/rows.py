"""Which forecasts are asked: pairs of an origin, whose evening is the last known, and a target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from absence_model.series.panel import Panel

Indices = npt.NDArray[np.int64]

YEAR = 365
HORIZONS = (1, 7, 14, 28, YEAR)
PAUSE = 60
"""Days without a single value after which a seasonal series has a new season."""
SEASONAL = 0.7
"""A series is seasonal when at most this share of its days has a value."""
FRESH = 7
"""Days before the origin in which a unit must have reported for a forecast by its last days."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Forecasts asked of a panel: row of the origin, row of the target and unit of each.

    Parameters
    ----------
    horizon
        1, 7, 14, 28 or 365: which model answers.
    """

    horizon: int
    origin: Indices
    target: Indices
    unit: Indices

    def __len__(self) -> int:
        """Return how many forecasts are asked."""
        return len(self.target)

    def where(self, mask: npt.NDArray[np.bool_]) -> Rows:
        """Return some of the rows."""
        return Rows(self.horizon, self.origin[mask], self.target[mask], self.unit[mask])


def rows_of(panel: Panel, horizon: int, first: int, last: int) -> Rows:
    """Return every row whose target lies from ``first`` to ``last`` and is known.

    A forecast up to 28 days ahead is asked where the unit has reported within the week before the
    origin. The year ahead starts from the end of the season before, or 365 days before the target
    in a series without pauses, whichever is later.
    """
    first, last = max(0, first), min(last, len(panel.days) - 1)
    known = ~np.isnan(panel.absent)
    target, unit = np.nonzero(known[first : last + 1])
    target = target + first
    origin = year_origins(panel)[target] if horizon == YEAR else target - horizon
    counts = np.vstack([np.zeros((1, known.shape[1]), int), np.cumsum(known, axis=0)])
    since = np.zeros_like(origin) if horizon == YEAR else np.maximum(origin - FRESH + 1, 0)
    end = np.maximum(origin + 1, 0)
    fresh = counts[end, unit] > counts[np.minimum(since, end), unit]
    return Rows(horizon, origin, target, unit).where(fresh & (origin >= 0))


def year_origins(panel: Panel) -> Indices:
    """Return, for each day, the last day that a forecast made for a year ahead may know."""
    some = (~np.isnan(panel.absent)).any(axis=1)
    days = np.arange(len(panel.days))
    known = np.flatnonzero(some)
    ends = known[:-1][pauses(known)]
    season_end = np.full(len(days), -1)
    for end in ends:
        season_end[days > end + PAUSE] = end
    found: Indices = np.maximum(days - YEAR, season_end).astype(np.int64)
    return found


def pauses(known: Indices) -> npt.NDArray[np.bool_]:
    """Return after which of the known days, but the last, a season ends.

    A series that is told all year may have a hole of some months; that makes no season.
    """
    gaps = np.diff(known)
    span = int(known[-1] - known[0]) + 1 if len(known) else 1
    return (gaps > PAUSE) & (len(known) <= SEASONAL * span)
