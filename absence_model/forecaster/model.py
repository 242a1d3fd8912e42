"""A fitted forecaster: what was known, what each horizon uses, and the forecast from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from absence_model.baselines import naive
from absence_model.baselines.past import Past
from absence_model.estimators.scene import Scene
from absence_model.forecaster.contest import Bucket
from absence_model.forecaster.hiding import told_means
from absence_model.forecaster.told import BUCKETS, CardFacts, bucket
from absence_model.intervals import Predictive
from absence_model.intervals.restless import scale_of
from absence_model.series import Panel, SeriesInfo
from absence_model.series.influenza import read_influenza
from absence_model.series.rows import FRESH, Rows
from rostering.errors import BadInput, Fault

Matrix = npt.NDArray[np.float64]
FURTHEST = BUCKETS[-1]
PLAN_DAYS = 56
"""Days whose planned staffing, by weekday, is taken to go on."""
TELLING = 20
"""Days between first and last known plan from which a weekday without any is a closed one."""


@dataclass(frozen=True)
class Forecaster:
    """The fitted whole. ``panel`` ends on the last day that is known.

    ``influenza`` is what was published of it by the evening of each of the panel's days.
    """

    panel: Panel
    info: SeriesInfo
    buckets: tuple[Bucket, ...]
    facts: CardFacts
    influenza: Matrix | None = None

    @property
    def last(self) -> dt.date:
        """The last day that is known."""
        return _date(self.panel.days[-1])

    def forecast(
        self,
        first: dt.date | None = None,
        days: int = 28,
        *,
        use_naive: bool = False,
        blur: bool = False,
    ) -> Predictive:
        """Forecast all units for some days from a date on; the day after the last known one.

        A unit that has told nothing lately is forecast from its own last day on: the column
        ``horizon`` counts from there.

        Parameters
        ----------
        use_naive
            The naive forecasts of each horizon instead of what the gate let through.
        blur
            Tell levels in steps, so that nobody reads a unit's days out of its forecasts.

        Raises
        ------
        BadInput
            When the days are not all within a year of the last known one.
        """
        start = self._start(first or self.last + dt.timedelta(days=1), days)
        keys, means, quantiles, together = [], [], [], []
        for one in self.buckets:
            rows = self._rows(one.horizon, start, days)
            if not len(rows):
                continue
            mean, at = self._predicted(one, rows, use_naive=use_naive, blur=blur)
            keys.append(self._keys(rows))
            means.append(mean)
            quantiles.append(at)
            together.append(np.full(len(mean), one.correlation))
        table = pd.concat(keys, ignore_index=True)
        order = table.sort_values(["unit", "date"]).index.to_numpy()
        return Predictive.of(
            table.loc[order],
            np.concatenate(means)[order],
            np.concatenate(quantiles)[order],
            whole=self.whole,
            correlation=float(np.concatenate(together).mean()),
        )

    @cached_property
    def whole(self) -> bool:
        """Whether absences are counted in whole numbers."""
        known = self.panel.absent[~np.isnan(self.panel.absent)]
        return self.info.measure != "hours" and bool(np.all(known == np.rint(known)))

    @cached_property
    def scene(self) -> Scene:
        """The panel with a year of empty days after it, as the models look at it."""
        wide, last = ahead_of(self.panel), len(self.panel.days) - 1
        return Scene.learnt(wide, self.info, last, lasting(self.influenza, len(wide.days)))

    def planned(self, days: int) -> npt.NDArray[np.float64]:
        """Return the shifts planned 1 to ``days`` days ahead, by day and unit; 0 where unknown."""
        return np.nan_to_num(planned_ahead(self.panel, days))

    def _start(self, first: dt.date, days: int) -> int:
        start = (first - self.last).days
        end = self.last + dt.timedelta(days=FURTHEST)
        if start < 1 or days < 1 or start + days - 1 > FURTHEST:
            found = f"{days} days from {first}"
            needed = f"days after {self.last}, the last one known, up to {end}"
            raise BadInput([Fault("the days to forecast", found, needed, "fit newer data")])
        return start

    @cached_property
    def stale(self) -> npt.NDArray[np.int64]:
        """How many days before the last known day of all each unit's own last one lies."""
        known = ~np.isnan(self.panel.absent)
        found: npt.NDArray[np.int64] = np.argmax(known[::-1], axis=0).astype(np.int64)
        return found

    @property
    def silent(self) -> dict[str, dt.date]:
        """The units that have told nothing for a week or more, each with its own last day."""
        at = np.flatnonzero(self.stale >= FRESH).tolist()
        return {self.panel.units[n]: self.last - dt.timedelta(int(self.stale[n])) for n in at}

    def with_influenza(self, path: Path) -> Forecaster:
        """Return the same with a newer table of influenza.

        Raises
        ------
        BadInput
            When the table is none, or the model was fitted without one.
        """
        if self.influenza is None:
            found = "a model that was fitted without influenza"
            needed = "a model of turnus absence fit with --influenza"
            raise BadInput([Fault("--influenza", found, needed)])
        known = read_influenza(path, self.info.country, self.panel.days)
        facts = self.facts.model_copy(update={"influenza": path.name})
        return replace(self, influenza=known, facts=facts)

    def _rows(self, horizon: int, start: int, days: int) -> Rows:
        """Return what a horizon answers: each unit's days so far after its own last known one."""
        units = len(self.panel.units)
        last = len(self.panel.days) - 1
        ahead = np.repeat(np.arange(start, start + days), units)
        unit = np.tile(np.arange(units), days)
        answers = np.array([bucket(lead) for lead in (ahead + self.stale[unit]).tolist()])
        rows = Rows(horizon, last - self.stale[unit], ahead + last, unit)
        return rows.where(answers == horizon)

    def _keys(self, rows: Rows) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "unit": np.array(self.panel.units, dtype=object)[rows.unit],
                "date": self.scene.panel.days[rows.target].astype("datetime64[s]"),
                "horizon": rows.target - rows.origin,
            }
        )

    def _predicted(
        self, one: Bucket, rows: Rows, *, use_naive: bool, blur: bool
    ) -> tuple[Matrix, Matrix]:
        scene, scale = self.scene, scale_of(self.scene, rows)
        closed = scene.panel.planned[rows.target, rows.unit] == 0
        if one.model is None or use_naive:
            name = one.naive
            mean = np.nan_to_num(naive(name, scene.panel, rows, Past.of(scene.panel)))
            spread = one.naive_spread if use_naive else one.spread
        else:
            name, spread = one.model.name, one.spread
            mean = one.model.predict(scene, rows)
        if blur:
            mean = self._blurred(name, mean, rows, closed)
            scale = np.round(scale, 1)  # how restless a unit is comes from its days too
        means, quantiles = spread.mean(mean), spread.quantiles(mean, scale)
        return np.where(closed, 0.0, means), np.where(closed[:, None], 0.0, quantiles)

    def _blurred(
        self, name: str, mean: Matrix, rows: Rows, closed: npt.NDArray[np.bool_]
    ) -> Matrix:
        found = mean.copy()
        known = ~np.isnan(self.panel.absent)
        for unit in np.unique(rows.unit).tolist():
            mine = rows.unit == unit
            seen = known[: len(known) - self.stale[unit], unit].tolist()
            found[mine] = told_means(name, mean[mine].tolist(), closed[mine].tolist(), seen)
        return found


def lasting(influenza: Matrix | None, days: int) -> Matrix | None:
    """Return what was published of influenza, its last figure standing for the days to come."""
    if influenza is None:
        return None
    return np.pad(influenza, (0, days - len(influenza)), mode="edge")


def ahead_of(panel: Panel) -> Panel:
    """Return a panel with a year of days to come: empty, but for what is likely to be planned."""
    wide = panel.extended(panel.days[-1] + np.timedelta64(FURTHEST, "D"))
    plan = wide.planned.copy()
    plan[len(panel.days) :] = planned_ahead(panel, FURTHEST)
    return replace(wide, planned=plan)


def planned_ahead(panel: Panel, days: int) -> npt.NDArray[np.float64]:
    """Return the shifts planned in days to come: each weekday's mean of a unit's last weeks.

    A weekday on which nothing was planned in those weeks is a closed one: 0. A unit whose plans are
    not known at all has NaN.
    """
    ahead = _weekdays(panel.days[-1] + np.arange(1, days + 1).astype("timedelta64[D]"))
    found = np.full((days, len(panel.units)), np.nan)
    for unit in range(len(panel.units)):
        known = np.flatnonzero(~np.isnan(panel.planned[:, unit]))
        if len(known):
            known = known[known > known[-1] - PLAN_DAYS]
            found[:, unit] = _by_weekday(panel, unit, known)[ahead]
    return found


def _by_weekday(panel: Panel, unit: int, known: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return a unit's mean planned shifts from Monday to Sunday, of the days that are known."""
    weekday, planned = _weekdays(panel.days[known]), panel.planned[known, unit]
    count = np.bincount(weekday, minlength=7)
    total = np.bincount(weekday, weights=planned, minlength=7)
    told = known[-1] - known[0] >= TELLING  # in less time a weekday may be missing by chance
    return np.where(count > 0, total / np.maximum(count, 1), 0.0 if told else planned.mean())


def _date(day: np.datetime64) -> dt.date:
    found: dt.date = day.astype("datetime64[D]").item()
    return found


def _weekdays(days: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
    """Return 0 for Monday to 6 for Sunday."""
    return (days.astype("datetime64[D]").astype(np.int64) + 3) % 7
