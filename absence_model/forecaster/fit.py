"""Fit a forecaster: each horizon's naive forecast, what the gate lets through, and the card."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from absence_model.forecaster.contest import Contest
from absence_model.forecaster.keeping import FORMAT
from absence_model.forecaster.model import Forecaster, ahead_of, lasting
from absence_model.forecaster.told import BUCKETS, CardFacts, Quality
from absence_model.series import Panel, SeriesInfo
from absence_model.series.influenza import read_influenza
from rostering.errors import BadInput, Fault

Report = Callable[[float, str], None]
LIBRARIES = ("numpy", "pandas", "scikit-learn", "skops")
LITTLE = 49
"""Days below which no model is tried."""
FEWEST_DAYS = 14
"""Days that some unit must have for anything to be told."""


def fit(
    frame: pd.DataFrame,
    info: SeriesInfo,
    *,
    influenza: Path | None = None,
    report: Report | None = None,
) -> Forecaster:
    """Fit all horizons on a modelling series.

    Parameters
    ----------
    influenza
        ECDC's weekly table; models up to five weeks ahead then see what was published by each day.

    Raises
    ------
    BadInput
        When no unit has two weeks of days, or the table of influenza is none or tells nothing of
        the days.
    """
    say = report or (lambda _share, _phase: None)
    most = 0 if frame.empty else int(frame.groupby("unit")["absent"].count().max())
    if most < FEWEST_DAYS:
        needed = f"at least {FEWEST_DAYS} days of one unit"
        raise BadInput([Fault(info.source, f"{most} days with counts", needed)])
    panel = Panel.of(frame)
    wide, last = ahead_of(panel), len(panel.days) - 1
    flu = None if influenza is None else read_influenza(influenza, info.country, panel.days)
    ahead = lasting(flu, len(wide.days))
    contests = [Contest(wide, info, horizon, last, ahead) for horizon in BUCKETS]
    rounds = sum(contest.rounds for contest in contests)
    done = iter(range(1, rounds + 1))
    with threadpool_limits(1):  # more threads make small fits slower
        buckets = tuple(
            contest.decide(lambda: say(next(done, rounds) / rounds, "fit")) for contest in contests
        )
    told = "" if influenza is None else influenza.name
    facts = _facts(panel, info, tuple(bucket.quality for bucket in buckets), told)
    return Forecaster(panel, info, buckets, facts, flu)


def _facts(
    panel: Panel, info: SeriesInfo, quality: tuple[Quality, ...], influenza: str
) -> CardFacts:
    known = ~np.isnan(panel.absent)
    absent = panel.absent[known]
    planned = panel.planned[known]
    versions = {name: metadata.version(name) for name in LIBRARIES}
    return CardFacts(
        format=FORMAT,
        source=info.source,
        country=info.country,
        measure=info.measure,
        units=len(panel.units),
        first=panel.days[0].item(),
        last=panel.days[-1].item(),
        days=int(known.sum()),
        missing=missing(known),
        cleaned=dict(info.cleaned),
        short=quality[0].why == "short_history" or known.any(axis=1).sum() < LITTLE,
        naive=quality[0].naive,
        planned=float(np.nan_to_num(planned).mean()),
        absent=float(absent.mean()),
        dispersion=dispersion(panel.absent),
        quality=quality,
        versions={"python": platform.python_version(), **versions},
        data_hash=digest_of(panel),
        influenza=influenza,
    )


def missing(known: np.ndarray) -> int:
    """Return the unit-days between each unit's first and last that are not known."""
    count = 0
    for column in known.T:
        at = np.flatnonzero(column)
        if len(at):
            count += int(at[-1] - at[0] + 1 - len(at))
    return count


def dispersion(absent: np.ndarray) -> float:
    """Return variance over mean of days within a month and kind of weekday, over all units.

    Slow changes and weekends are taken out, for a forecast may know them: what is left is chance.
    """
    spread, mean = 0.0, 0.0
    rest = 28
    for start in range(0, len(absent) - rest + 1, rest):
        block = absent[start : start + rest]
        for day in range(7):
            same = block[day::7]
            count = (~np.isnan(same)).sum(axis=0)
            full = count > 1
            if full.any():
                part = same[:, full]
                spread += float(np.nansum(np.nanvar(part, axis=0, ddof=1)))
                mean += float(np.nansum(np.nanmean(part, axis=0)))
    return max(spread / mean, 0.0) if mean > 0 else 1.0


def digest_of(panel: Panel, unit: int | None = None) -> str:
    """Return the SHA-256 of a panel's days, or of one unit's from its first day to its last."""
    units, rows = slice(None), slice(None)
    if unit is not None:
        known = np.flatnonzero(~np.isnan(panel.absent[:, unit]))
        units, rows = slice(unit, unit + 1), slice(int(known[0]), int(known[-1]) + 1)
    digest = hashlib.sha256("\n".join(panel.units[units]).encode())
    days = panel.days[rows].astype(np.int64)
    for values in (days, panel.absent[rows, units], panel.planned[rows, units]):
        digest.update(np.ascontiguousarray(values).tobytes())
    return digest.hexdigest()
