"""A series as matrices of days by units, which is what everything statistical computes with."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from absence_model.series.info import COLUMNS

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Panel:
    """Days by units: every day from the first to the last, NaN where nothing is known.

    Parameters
    ----------
    days
        Each day once, none left out, as ``datetime64[D]``.
    units
        Names of the units, sorted.
    absent, planned
        Matrices of days by units.
    region
        A number for each unit: units with the same number share what is around them.
    """

    days: npt.NDArray[np.datetime64]
    units: tuple[str, ...]
    absent: Matrix
    planned: Matrix
    region: npt.NDArray[np.int64]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Panel:
        """Lay a modelling series out as matrices."""
        dates = frame["date"].to_numpy("datetime64[D]")
        days = np.arange(dates.min(), dates.max() + 1)
        units, column = np.unique(frame["unit"].astype(str).to_numpy(), return_inverse=True)
        row = (dates - days[0]).astype(np.int64)
        absent, planned = (np.full((len(days), len(units)), np.nan) for _ in range(2))
        absent[row, column] = frame["absent"].to_numpy(float)
        planned[row, column] = frame["planned"].to_numpy(float)
        region = np.zeros(len(units), np.int64)
        if "region" in frame.columns:
            region[column] = pd.factorize(frame["region"], sort=True)[0]
        return cls(days, tuple(units), absent, planned, region)

    def frame(self) -> pd.DataFrame:
        """Return the series with one row for each unit and day on which something is known."""
        row, column = np.nonzero(~np.isnan(self.absent))
        data = {
            "unit": np.array(self.units, dtype=object)[column],
            "date": self.days[row].astype("datetime64[s]"),
            "planned": self.planned[row, column],
            "absent": self.absent[row, column],
            "region": self.region[column],
        }
        return pd.DataFrame(data).sort_values(list(COLUMNS[:2]), ignore_index=True)

    def index(self, day: np.datetime64) -> int:
        """Return the row of a day; rows before the first day are negative."""
        return int((day - self.days[0]).astype("timedelta64[D]").astype(int))

    def until(self, day: np.datetime64) -> Panel:
        """Return what was known on the evening of a day."""
        end = max(0, min(len(self.days), self.index(day) + 1))
        return replace(
            self, days=self.days[:end], absent=self.absent[:end], planned=self.planned[:end]
        )

    def extended(self, last: np.datetime64) -> Panel:
        """Return the panel with empty days up to a day."""
        more = self.index(last) + 1 - len(self.days)
        if more <= 0:
            return self
        empty = np.full((more, len(self.units)), np.nan)
        return replace(
            self,
            days=self.days[0] + np.arange(len(self.days) + more),
            absent=np.vstack([self.absent, empty]),
            planned=np.vstack([self.planned, empty]),
        )
