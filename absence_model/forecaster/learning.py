"""What the service asks of a fit: a series of plain days, and what is told of one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from absence_model.forecaster.fit import digest_of, dispersion, missing
from absence_model.forecaster.floor import floor
from absence_model.forecaster.hiding import coarse
from absence_model.forecaster.model import FURTHEST, Forecaster
from absence_model.forecaster.told import DayAhead, Expected, Ground, Learnt, Quality, bucket
from absence_model.intervals import Predictive
from absence_model.series import SeriesInfo
from rostering.errors import BadInput, Fault

Days = Mapping[str, Sequence[tuple[str, float, float]]]
DECIMALS = 4


def series_of_days(days: Days, country: str) -> tuple[pd.DataFrame, SeriesInfo]:
    """Return the modelling series of units' days (date, planned, absent)."""
    rows = [(unit, *day) for unit, some in days.items() for day in some]
    frame = pd.DataFrame(rows, columns=["unit", "date", "planned", "absent"])
    frame["date"] = pd.to_datetime(frame["date"], format="%Y-%m-%d")
    worked = frame["planned"] > 0
    over = worked & (frame["absent"] > frame["planned"])
    frame.loc[over, "absent"] = frame.loc[over, "planned"]
    cleaned = {"nobody_planned": int((~worked).sum()), "over_planned": int(over.sum())}
    info = SeriesInfo("helseturnus", "own", "shifts", country=country, cleaned=cleaned)
    return frame[worked].reset_index(drop=True), info


def learnt(fitted: Forecaster, unit: str, cleaned: Mapping[str, int]) -> Learnt:
    """Return what is told of one unit: a year ahead, what it rests on, and the card's facts.

    The card counts the unit's own days alone: of sums over all units, one could be worked out from
    the others, and a digest over all would tell two units whether a third has changed. Forecasts
    are blurred, so that nobody reads days out of them. ``cleaned`` is what was cleaned of the
    unit's days.

    Raises
    ------
    BadInput
        When the unit has no day that could be learnt from.
    """
    if unit not in fitted.panel.units:
        needed = "days with planned shifts and counts"
        raise BadInput([Fault(unit, "none among the days that are learnt from", needed)])
    at = fitted.panel.units.index(unit)
    stale = int(fitted.stale[at])
    ours, naive = (
        fitted.forecast(days=FURTHEST, use_naive=one, blur=True) for one in (False, True)
    )
    planned = fitted.planned(FURTHEST)[:, at]
    champions = {one.horizon: one.quality.champion for one in fitted.buckets}
    mine = (ours.frame["unit"] == unit).to_numpy()
    expected, plain = _expected(ours, mine), _expected(naive, mine)
    dates = ours.frame.loc[mine, "date"].dt.date
    ahead = tuple(
        DayAhead(
            date=date,
            horizon=number + stale,
            planned=round(float(planned[number - 1]), DECIMALS),
            champion=champions[bucket(number + stale)],
            expected=one,
            naive=other,
        )
        for number, (date, one, other) in enumerate(zip(dates, expected, plain, strict=True), 1)
    )
    ground = _ground(fitted, unit, at)
    same = ("first", "last", "days", "missing", "planned", "absent", "dispersion")
    own = {name: getattr(ground, name) for name in same}
    own |= {"units": 1, "cleaned": dict(cleaned), "data_hash": digest_of(fitted.panel, at)}
    own["quality"] = tuple(_rounded(one) for one in fitted.facts.quality)
    card = fitted.facts.model_copy(update=own)
    return Learnt(ground=ground, ahead=ahead, card=card, blurred=True)


def _rounded(one: Quality) -> Quality:
    """Return how good a horizon was, to the hundredth: of one unit alone it is that unit's."""
    told = {name: round(value, 2) for name, value in one if isinstance(value, float)}
    return one.model_copy(update=told)


def _expected(told: Predictive, mine: np.ndarray) -> list[Expected]:
    means, quantiles = told.mean[mine], told.quantiles[mine]
    return [
        Expected(
            mean=round(float(mean), DECIMALS),
            quantiles=tuple(round(float(q), DECIMALS) for q in row),
        )
        for mean, row in zip(means, quantiles, strict=True)
    ]


def _ground(fitted: Forecaster, unit: str, at: int) -> Ground:
    absent, planned = fitted.panel.absent[:, at], fitted.panel.planned[:, at]
    known = np.flatnonzero(~np.isnan(absent))
    mean = coarse(float(absent[known].mean()), len(known))
    noise = round(dispersion(absent[:, None]), 1)
    return Ground(
        unit=unit,
        first=fitted.panel.days[known[0]].item(),
        last=fitted.panel.days[known[-1]].item(),
        days=len(known),
        missing=missing(~np.isnan(absent)[:, None]),
        planned=float(np.nan_to_num(planned[known]).mean()),
        absent=mean,
        dispersion=noise,
        floor=floor(mean, noise),
    )
