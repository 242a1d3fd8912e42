"""The gate: a model is let through for a horizon only where it has beaten the naive forecasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from absence_model.series.panel import Matrix

MARGIN = 0.005
"""A model must have been this much better than the best naive forecast, as a share."""
DOUBT = -0.15
"""The same for a year ahead, where a whole season is one piece of evidence: the model, which draws
its shape towards the naive mean by itself, stands unless it was clearly worse."""
PREFERRED = 0.02
"""A later model replaces the most trusted one only when it was this much better."""
FEWEST = 60
"""Forecasts that must have come true before the gate judges."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who forecasts, and why.

    Parameters
    ----------
    champion
        Name of the model or of the naive baseline.
    errors
        Mean absolute error of everybody on the days judged.
    judged
        On how many forecasts; 0 when nothing had come true yet.
    """

    champion: str
    errors: dict[str, float]
    judged: int


def judge(
    truth: Matrix,
    models: Mapping[str, Matrix],
    naive: Mapping[str, Matrix],
    *,
    margin: float = MARGIN,
    untried: str | None = None,
    fallback: str = "mean_28",
) -> Verdict:
    """Choose the champion by forecasts that have come true.

    Parameters
    ----------
    models, naive
        Forecasts by name, the most trusted model first. A row that a model has no forecast for
        (NaN) is judged for nobody.
    margin
        How much better than the best naive forecast a model must have been.
    untried
        The model that is believed when nothing has come true; else ``fallback``, a naive one.
    """
    known = ~np.isnan(truth)
    for forecast in models.values():
        known &= ~np.isnan(forecast)
    judged = int(known.sum())
    if judged < FEWEST or not models:
        return Verdict(untried or _best(truth, naive) or fallback, {}, 0)
    errors = {
        name: float(np.abs(forecast - truth)[known].mean())
        for name, forecast in {**models, **naive}.items()
    }
    model = _trusted(list(models), errors)
    plain = min(naive, key=lambda name: errors[name])
    beaten = errors[model] <= (1 - margin) * errors[plain]
    return Verdict(model if beaten else plain, errors, judged)


def _trusted(models: Sequence[str], errors: Mapping[str, float]) -> str:
    best = min(models, key=lambda name: errors[name])
    first = models[0]
    return best if errors[best] < (1 - PREFERRED) * errors[first] else first


def _best(truth: Matrix, naive: Mapping[str, Matrix]) -> str | None:
    known = ~np.isnan(truth)
    if known.sum() < FEWEST:
        return None
    return min(naive, key=lambda name: float(np.abs(naive[name] - truth)[known].mean()))
