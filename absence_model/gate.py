"""The gate: a model is let through for a horizon only where it has beaten the naive forecasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from absence_model.series.panel import Matrix
from absence_model.series.rows import YEAR, Indices, pauses

MARGIN = 0.005
"""A model must have been this much better than the best naive forecast, as a share."""
DOUBT = -0.15
"""The same for a year ahead while no second season has been judged: one season is one piece of
evidence, and the model, which draws its shape towards the naive mean by itself, stands unless it
was clearly worse."""
SEEN = -0.02
"""The same for a year ahead once two separate seasons have been judged."""
SEPARATE = 2
SEASON_DAYS = 56
"""Days of a season that must have been judged for it to count."""
PREFERRED = 0.02
"""A later model replaces the most trusted one only when it was this much better."""
FEWEST = 60
"""Forecasts that must have come true before the gate judges."""
USUAL = "mean_28"
"""The naive forecast where nothing has come true that could choose one."""
UNUSABLE = frozenset({"zero"})
"""Rivals that never forecast themselves: of small units nobody away is often the nearest guess of a
day, and no use to anybody who plans."""
FEW_DAYS = frozenset(
    {
        "last_value",
        "same_weekday_last_week",
        "last_year_same_weekday",
        "same_weekday_4_weeks",
        "mean_7",
    }
)
"""Of small counts some days' luck; told as a forecast it would tell the count of those days too."""
MOVED = 0.15
"""A level has moved when a quarter ahead another calm forecast was this much better than the one
that the year's errors chose: those are a year old at least."""
CALM = ("mean_last_season", "mean_28", "same_weekday_4_weeks", "last_year_same_weekday")
"""Who may forecast a year ahead where no model does: a single week is a matter of the season, and a
mean of all days since the beginning never forgets a level that is gone."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who forecasts, and why.

    Parameters
    ----------
    champion
        Name of the model or of the naive baseline.
    plain
        The naive baseline that forecasts where no model does.
    errors
        Mean error of everybody on the days judged: absolute, or squared of small counts.
    judged
        On how many forecasts; 0 when nothing had come true yet.
    """

    champion: str
    plain: str
    errors: dict[str, float]
    judged: int


def judge(
    truth: Matrix,
    models: Mapping[str, Matrix],
    naive: Mapping[str, Matrix],
    *,
    margin: float = MARGIN,
    untried: str | None = None,
    counts: bool = False,
    recent: Mapping[str, float] | None = None,
) -> Verdict:
    """Choose the champion by forecasts that have come true.

    Parameters
    ----------
    models, naive
        Forecasts by name, the most trusted model first. A row that a model has no forecast for
        (NaN) is judged for nobody. A model must beat the best of all the naive ones, which are
        those that its skill is told against, but not each of them may forecast itself.
    margin
        How much better than the best naive forecast a model must have been.
    untried
        The model that is believed when nothing has come true.
    counts
        Whether absences are small counts. Then means are judged by their squared errors: where most
        days have nobody away the absolute error is least for whoever always says zero.
    recent
        Given for a year ahead, where only ``CALM`` baselines may forecast: their errors a quarter
        ahead, if known. Where those say that the level has moved, they choose the baseline, and a
        model must have been better by ``MARGIN`` at least.
    """
    barred = UNUSABLE | FEW_DAYS if counts else UNUSABLE
    fit = [name for name in naive if name not in barred and (name in CALM or recent is None)]
    plain = _best(truth, {name: naive[name] for name in fit}, counts=counts)
    fresh = _fresh(plain, {name: error for name, error in (recent or {}).items() if name in fit})
    if fresh != plain:
        plain, untried, margin = fresh, None, max(margin, MARGIN)
    known = ~np.isnan(truth)
    for forecast in models.values():
        known &= ~np.isnan(forecast)
    judged = int(known.sum())
    if judged < FEWEST or not models:
        return Verdict(untried or plain, plain, {}, 0)
    errors = {
        name: mean_error(forecast[known], truth[known], counts=counts)
        for name, forecast in {**models, **naive}.items()
    }
    model = _trusted(list(models), errors)
    beaten = errors[model] <= (1 - margin) * min(errors[name] for name in naive)
    return Verdict(model if beaten else plain, plain, errors, judged)


def margin_of(horizon: int, target: Indices) -> float:
    """Return how much better a model must have been, by how many seasons have been judged."""
    if horizon != YEAR:
        return MARGIN
    return SEEN if separate_seasons(target) >= SEPARATE else DOUBT


def separate_seasons(target: Indices) -> int:
    """Return how many whole seasons lie in the days judged; without pauses a season is a year."""
    days = np.unique(target)
    if not len(days):
        return 0
    ends = np.flatnonzero(pauses(days)) + 1
    if not len(ends):
        return len(days) // (YEAR - 1)
    return sum(len(part) >= SEASON_DAYS for part in np.split(days, ends))


def _trusted(models: Sequence[str], errors: Mapping[str, float]) -> str:
    best = min(models, key=lambda name: errors[name])
    first = models[0]
    return best if errors[best] < (1 - PREFERRED) * errors[first] else first


def _best(truth: Matrix, naive: Mapping[str, Matrix], *, counts: bool) -> str:
    known = ~np.isnan(truth)
    if known.sum() < FEWEST or not naive:
        return USUAL
    return min(naive, key=lambda name: mean_error(naive[name][known], truth[known], counts=counts))


def _fresh(plain: str, recent: Mapping[str, float]) -> str:
    """Return the baseline that a moved level asks for, or the one that there is."""
    if plain not in recent:
        return plain
    best = min(recent, key=lambda name: recent[name])
    return best if recent[best] < (1 - MOVED) * recent[plain] else plain


def mean_error(forecast: Matrix, truth: Matrix, *, counts: bool) -> float:
    """Return the mean absolute error, or of small counts the mean squared one."""
    off = forecast - truth
    return float((off**2 if counts else np.abs(off)).mean())
