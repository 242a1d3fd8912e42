"""What a model for short horizons sees: everything relative to the unit's smoothed level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from absence_model.baselines import NAIVE
from absence_model.estimators.scene import MIDDLE, PACES, Scene
from absence_model.series.panel import Matrix
from absence_model.series.rows import Rows

LAGS = 7
WEEKS = 3
MEANS = ("mean_7", "mean_28", "same_weekday_4_weeks", "mean_last_season")


@dataclass(frozen=True, slots=True)
class Features:
    """Numbers for each row, and the base that they are relative to.

    Parameters
    ----------
    base
        Logarithm of the smoothed rate for the target's weekday, without the shape of the year.
    relative
        Differences from the base on the log scale: past days, means, paces of smoothing.
    other
        Calendar, size and how the unit reports.
    """

    base: Matrix
    relative: Matrix
    other: Matrix
    names: tuple[str, ...]

    @property
    def all(self) -> Matrix:
        """All columns."""
        return np.hstack([self.relative, self.other])

    def round_common(self, origin: npt.NDArray[np.int64]) -> Matrix:
        """Return the relative columns less the median of all units at the same origin."""
        frame = pd.DataFrame(self.relative)
        found: Matrix = (frame - frame.groupby(origin).transform("median")).to_numpy()
        return found


def features(scene: Scene, rows: Rows) -> Features:
    """Return what was known at each row's origin, and the calendar of its target."""
    origin, target, unit = rows.origin, rows.target, rows.unit
    weekday = scene.calendar.weekday[target]
    base = scene.smoothed[MIDDLE].forecast(origin, weekday, unit)
    relative = {
        f"pace_{level}_{pattern}": scene.smoothed[level, pattern].forecast(origin, weekday, unit)
        for level, pattern in PACES
    }
    relative["level"] = scene.smoothed[MIDDLE].level[origin, unit]
    for name in MEANS:
        relative[name] = np.log(np.maximum(NAIVE[name](scene.past, rows), 1e-9))
    for lag in range(LAGS):
        relative[f"lag_{lag}"] = scene.newest[np.maximum(origin - lag, 0), unit]
    back = -(-(target - origin) // 7) * 7
    for week in range(WEEKS):
        at = target - back - 7 * week
        relative[f"weekday_{week}"] = np.where(
            at >= 0, scene.level[np.maximum(at, 0), unit], np.nan
        )
    told = {name: values - base for name, values in relative.items()}
    told |= _surprises(scene, rows)
    other = _other(scene, rows) | _influenza(scene, rows)
    return Features(base, _matrix(told), _matrix(other), (*told, *other))


def _surprises(scene: Scene, rows: Rows) -> dict[str, Matrix]:
    """Return what the last days were beyond what was expected: own, the region's, everybody's."""
    own, region, common = _movements(scene)
    at, unit = rows.origin, rows.unit
    return {
        "surprise": own[at, unit],
        "surprise_3": _running_mean(own, 3)[at, unit],
        "region": region[at, unit],
        "region_7": 7 * _running_mean(region, 7)[at, unit],
        "common": common[at],
    }


def _movements(scene: Scene) -> tuple[Matrix, Matrix, Matrix]:
    from absence_model.estimators.scene import _median

    surprises = scene.surprises
    common = np.nan_to_num(_median(surprises))
    region = np.zeros_like(surprises)
    for number in np.unique(scene.panel.region):
        members = scene.panel.region == number
        region[:, members] = _median(surprises[:, members])[:, None]
    return np.nan_to_num(surprises), np.nan_to_num(region) - common[:, None], common


def _other(scene: Scene, rows: Rows) -> dict[str, Matrix]:
    origin, target, unit = rows.origin, rows.target, rows.unit
    absent, calendar = scene.panel.absent, scene.calendar
    same = np.zeros_like(absent)
    same[1:] = absent[1:] == absent[:-1]
    moved = pd.DataFrame(np.abs(scene.surprises)).rolling(28, min_periods=5).mean().to_numpy()
    feast = ((calendar.christmas > -2) & (calendar.christmas < 9)).astype(float)
    near = calendar.holiday + 2 * calendar.before_holiday + 4 * calendar.after_holiday
    return {
        "size": np.log(np.maximum(scene.past.mean(origin, unit, 28), 1e-9)),
        "repeats": _running_mean(same, 28)[origin, unit],
        "repeated": same[origin, unit],
        "restless": moved[origin, unit],
        "weekday": calendar.weekday[target].astype(float),
        "holiday": near[target].astype(float),
        "bridge": calendar.bridge[target].astype(float),
        "school": calendar.school_holiday[target].astype(float),
        "christmas": feast[target],
        "origin_holiday": calendar.holiday[origin].astype(float),
        "origin_christmas": feast[origin],
    }


def _influenza(scene: Scene, rows: Rows) -> dict[str, Matrix]:
    """Return the newest published rate and its change over a fortnight, when there is a table."""
    if scene.influenza is None:
        return {}
    now = scene.influenza[rows.origin]
    before = scene.influenza[np.maximum(rows.origin - 14, 0)]
    return {"influenza": now, "influenza_change": now - before}


def _running_mean(values: Matrix, days: int) -> Matrix:
    sums = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    end = np.arange(1, len(sums))
    start = np.maximum(end - days, 0)
    found: Matrix = (sums[end] - sums[start]) / (end - start)[:, None]
    return found


def _matrix(columns: dict[str, Matrix]) -> Matrix:
    return np.column_stack(list(columns.values()))
