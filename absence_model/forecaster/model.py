"""A fitted forecaster: what was known, what each horizon uses, and the forecast from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from absence_model.baselines import naive
from absence_model.baselines.past import Past
from absence_model.forecaster.bucket import Bucket, lines
from absence_model.forecaster.told import BUCKETS, CardFacts, bucket
from absence_model.intervals import Predictive
from absence_model.series import Panel, SeriesInfo
from absence_model.series.rows import Rows
from rostering.errors import BadInput, Fault

FURTHEST = BUCKETS[-1]
PLAN_DAYS = 56
"""Days whose planned staffing, by weekday, is taken to go on."""


@dataclass(frozen=True, slots=True)
class Forecaster:
    """The fitted whole. ``panel`` ends on the last day that is known."""

    panel: Panel
    info: SeriesInfo
    buckets: tuple[Bucket, ...]
    facts: CardFacts

    @property
    def last(self) -> dt.date:
        """The last day that is known."""
        return _date(self.panel.days[-1])

    def forecast(
        self, first: dt.date | None = None, days: int = 28, *, use_naive: bool = False
    ) -> Predictive:
        """Forecast all units for some days from a date on; the day after the last known one.

        Parameters
        ----------
        use_naive
            The naive forecasts of each horizon instead of what the gate let through.

        Raises
        ------
        BadInput
            When the days are not all within a year of the last known one.
        """
        start = self._start(first or self.last + dt.timedelta(days=1), days)
        keys, means, quantiles = [], [], []
        wide = self.panel.extended(self.panel.days[-1] + np.timedelta64(start + days - 1, "D"))
        past = Past.of(self.panel)
        for one in self.buckets:
            ahead = [h for h in range(start, start + days) if bucket(h) == one.horizon]
            if not ahead:
                continue
            rows = self._rows(one.horizon, ahead)
            mean, at = self._predicted(one, wide, rows, past, use_naive=use_naive)
            keys.append(self._keys(wide, rows))
            means.append(mean)
            quantiles.append(at)
        table = pd.concat(keys, ignore_index=True)
        order = table.sort_values(["unit", "date"]).index.to_numpy()
        return Predictive.of(
            table.loc[order], np.concatenate(means)[order], np.concatenate(quantiles)[order]
        )

    def planned(self, days: int) -> npt.NDArray[np.float64]:
        """Return the shifts planned 1 to ``days`` days ahead, by day and unit; 0 where unknown."""
        recent = self.panel.planned[-PLAN_DAYS:]
        weekdays = _weekdays(self.panel.days[-PLAN_DAYS:])
        ahead = _weekdays(self.panel.days[-1] + np.arange(1, days + 1).astype("timedelta64[D]"))
        whole = _mean(recent)
        by_weekday = np.vstack([_mean(recent[weekdays == day], whole) for day in range(7)])
        found: npt.NDArray[np.float64] = np.nan_to_num(by_weekday[ahead])
        return found

    def _start(self, first: dt.date, days: int) -> int:
        start = (first - self.last).days
        end = self.last + dt.timedelta(days=FURTHEST)
        if start < 1 or days < 1 or start + days - 1 > FURTHEST:
            found = f"{days} days from {first}"
            needed = f"days after {self.last}, the last one known, up to {end}"
            raise BadInput([Fault("the days to forecast", found, needed, "fit newer data")])
        return start

    def _rows(self, horizon: int, ahead: list[int]) -> Rows:
        units = len(self.panel.units)
        last = len(self.panel.days) - 1
        target = np.repeat(np.array(ahead) + last, units)
        unit = np.tile(np.arange(units), len(ahead))
        return Rows(horizon, np.full(len(target), last), target, unit)

    def _keys(self, wide: Panel, rows: Rows) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "unit": np.array(self.panel.units, dtype=object)[rows.unit],
                "date": wide.days[rows.target].astype("datetime64[s]"),
                "horizon": rows.target - rows.origin,
            }
        )

    def _predicted(
        self, one: Bucket, wide: Panel, rows: Rows, past: Past, *, use_naive: bool
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        mean = np.nan_to_num(naive(one.naive, wide, rows, past))
        return mean, lines(mean, one.spread)


def _date(day: np.datetime64) -> dt.date:
    found: dt.date = day.astype("datetime64[D]").item()
    return found


def _weekdays(days: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
    """Return 0 for Monday to 6 for Sunday."""
    return (days.astype("datetime64[D]").astype(np.int64) + 3) % 7


def _mean(
    values: npt.NDArray[np.float64], otherwise: npt.NDArray[np.float64] | None = None
) -> npt.NDArray[np.float64]:
    """Return each column's mean of what is known."""
    known = ~np.isnan(values)
    count = known.sum(axis=0)
    total = np.where(known, values, 0.0).sum(axis=0)
    empty = np.full(values.shape[1], np.nan) if otherwise is None else otherwise
    return np.where(count > 0, total / np.maximum(count, 1), empty)
