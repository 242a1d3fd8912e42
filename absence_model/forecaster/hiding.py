"""What is told of a unit must not give its days away: forecasts rest on levels that are blurred.

A forecast that is a mean of few days tells their sum, and two of them a day apart tell the day
between. So the sum behind a mean is taken for the middle of a range of ``HIDDEN`` shifts, always
the same ranges: all that is told follows from which of them it lies in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby

from absence_model.forecaster.told import DayAhead, Expected, Learnt, bucket

HIDDEN = 5
"""Shifts: no sum of days is told more closely than a range as wide as this."""
WINDOWS: Mapping[str, int] = {
    "last_value": 1,
    "same_weekday_last_week": 1,
    "mean_7": 7,
    "mean_14": 14,
    "mean_28": 28,
    "same_weekday_4_weeks": 28,
    "mean_last_season": 365,
    "last_year_same_weekday": 1,
    "unit_mean": 36_500,
    "zero": 1,
}
"""Days back that each naive forecast looks at."""
EACH_WEEKDAY = "same_weekday_4_weeks"
WAVE_DAYS, WAVE = 14, 30.0
"""The wave that the count model sees, and the absences that it is drawn in by: as there."""
NEAR = 2
"""Days that count in a model which follows the newest ones."""


def blurred(mean: float, days: float, width: float = HIDDEN) -> float:
    """Return the mean of so many days with their sum in the middle of the range it lies in.

    The ranges are of the sum, not of the mean: those of a mean would move as days are added, and a
    day later tell where in the range the sum was.
    """
    return (math.floor(mean * days / width + 1e-9) + 0.5) * width / days


def coarse(mean: float, days: int) -> float:
    """Return a mean told beside its number of days: its sum is open twice as far."""
    return round(blurred(mean, days, 2 * HIDDEN), 4)


def rests_on(method: str, level: float, known: Sequence[bool]) -> float:
    """Return how many days a method's level rests on, as a mean of them would.

    Parameters
    ----------
    level
        Absent shifts a day, as the method has it.
    known
        Of the unit's days up to the last one known, which have counts.
    """
    if method in WINDOWS:
        count = sum(known[-WINDOWS[method] :])
        return max(1, count // 7 if method == EACH_WEEKDAY else count)
    if method == "pooled_counts":  # one absence more moves it by level / (14 x level + 30)
        return WAVE_DAYS + WAVE / max(level, 0.01)
    if method == "calendar_shape":
        return max(NEAR, sum(known[-365:]))
    return NEAR


def told_means(
    method: str, means: Sequence[float], closed: Sequence[bool], known: Sequence[bool]
) -> list[float]:
    """Return a method's means of days ahead as they are told; closed days stay 0.

    A naive mean is blurred by itself. A model's days have a shape that all units share: its level
    is blurred, and the shape kept.
    """
    if method in WINDOWS:
        days = rests_on(method, 0.0, known)
        told = [blurred(mean, days) for mean in means]
    else:
        some = [mean for mean, shut in zip(means, closed, strict=True) if not shut]
        level = sum(some) / len(some) if some else 0.0
        share = blurred(level, rests_on(method, level, known)) / level if level > 0 else 0.0
        told = [mean * share for mean in means]
    return [0.0 if shut else mean for mean, shut in zip(told, closed, strict=True)]


def retold(kept: Learnt) -> Learnt:
    """Return what an earlier version told, blurred: it was told to the decimal.

    What the naive forecast rested on is not known any more; it is taken for a week's mean.
    """
    if kept.blurred:
        return kept
    ahead: list[DayAhead] = []
    for _, days in groupby(kept.ahead, key=lambda day: (day.champion, bucket(day.horizon))):
        ahead += _retold(tuple(days), kept)
    absent = coarse(kept.ground.absent, kept.ground.days)
    ground = kept.ground.model_copy(update={"absent": absent})
    own = {"units": 1, "cleaned": {}, "data_hash": "", "absent": absent}
    same = ("first", "last", "days", "missing", "planned", "dispersion")
    own |= {name: getattr(ground, name) for name in same}
    card = kept.card.model_copy(update=own)
    return Learnt(ground=ground, ahead=tuple(ahead), card=card, blurred=True)


def _retold(days: Sequence[DayAhead], kept: Learnt) -> list[DayAhead]:
    known, closed = [True] * kept.ground.days, [day.planned == 0 for day in days]
    expected = _blurred([day.expected for day in days], days[0].champion, closed, known)
    naive = _blurred([day.naive for day in days], "mean_7", closed, known)
    return [
        day.model_copy(update={"expected": one, "naive": other})
        for day, one, other in zip(days, expected, naive, strict=True)
    ]


def _blurred(
    told: Sequence[Expected], method: str, closed: Sequence[bool], known: Sequence[bool]
) -> list[Expected]:
    means = told_means(method, [one.mean for one in told], closed, known)
    return [
        Expected(
            mean=round(mean, 1),
            quantiles=tuple(
                float(round(value * mean / one.mean)) if one.mean else 0.0
                for value in one.quantiles
            ),
        )
        for one, mean in zip(told, means, strict=True)
    ]
