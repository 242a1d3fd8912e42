"""The watch over a forecast that is used: does it still hold, or is the naive one to be taken?

Three things are looked at over a sliding window of days whose absence is known by now: the ratio of
what came to what was forecast, how often the 80 % band held it, and the error beside the naive
forecast's. Small units vary much by chance alone, so each is judged beside that chance too: a
threshold that is passed within it is no drift.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from absence_model.forecaster.hiding import blurred
from rostering.domain.fields import Model

Reason = Literal["ratio", "coverage", "skill"]
Verdict = Literal["too_few", "holds", "drifted"]


@dataclass(frozen=True, slots=True)
class Point:
    """A day that was forecast and whose absence is known: the 80 % band is low to high."""

    date: dt.date
    actual: float
    mean: float
    low: float
    high: float
    naive: float


class Thresholds(Model):
    """When a forecast no longer holds; ``chance`` is in standard errors."""

    window: int = 56
    fewest: int = 28
    ratio_low: float = 0.7
    ratio_high: float = 1.4
    coverage_low: float = 0.65
    skill_low: float = -0.05
    chance: float = 3.0


THRESHOLDS = Thresholds()


class Drift(Model):
    """What the watch saw; figures are None where too few days are known."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    days: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    ratio: float | None = None
    coverage: float | None = None
    skill: float | None = None
    thresholds: Thresholds = Field(default=THRESHOLDS)


def watch(points: Sequence[Point], thresholds: Thresholds = THRESHOLDS) -> Drift:
    """Judge a forecast by the latest days of the window; naive is to be taken when it drifted.

    Days that were forecast as closed, and were, say nothing.
    """
    open_days = (one for one in points if one.actual > 0 or one.high > 0 or one.naive > 0)
    known = sorted(open_days, key=lambda point: point.date)
    if known:
        since = known[-1].date - dt.timedelta(days=thresholds.window - 1)
        known = [point for point in known if point.date >= since]
    if len(known) < thresholds.fewest:
        return Drift(verdict="too_few", days=len(known), thresholds=thresholds)
    ratio, ratio_off = _ratio(known, thresholds)
    coverage, coverage_off = _coverage(known, thresholds)
    skill, skill_off = _skill(known, thresholds)
    found: dict[Reason, bool] = {"ratio": ratio_off, "coverage": coverage_off, "skill": skill_off}
    reasons = tuple(name for name, off in found.items() if off)
    return Drift(
        verdict="drifted" if reasons else "holds",
        reasons=reasons,
        days=len(known),
        first=known[0].date,
        last=known[-1].date,
        ratio=ratio,
        coverage=coverage,
        skill=skill,
        thresholds=thresholds,
    )


def veiled(found: Drift, points: Sequence[Point]) -> Drift:
    """Return what the watch saw as it may be told: beside what was forecast it tells what came.

    The ratio's sum of what came is blurred.
    """
    if found.first is None or found.last is None:
        return found
    told = sum(one.mean for one in points if found.first <= one.date <= found.last)
    rounded = {
        "ratio": None if found.ratio is None else round(blurred(found.ratio, told), 2),
        "coverage": None if found.coverage is None else round(found.coverage, 1),
        "skill": None if found.skill is None else round(found.skill, 1),
    }
    return found.model_copy(update=rounded)


def _ratio(known: Sequence[Point], limits: Thresholds) -> tuple[float | None, bool]:
    """Return actual over forecast, and whether it is off by more than chance."""
    came, told = (sum(getattr(p, name) for p in known) for name in ("actual", "mean"))
    if told <= 0:
        return None, came > 0 and len(known) >= limits.fewest
    ratio = came / told
    off = [point.actual - point.mean for point in known]
    error = _error_of_sum(off)
    outside = not limits.ratio_low <= ratio <= limits.ratio_high
    return ratio, outside and abs(came - told) > limits.chance * error


def _coverage(known: Sequence[Point], limits: Thresholds) -> tuple[float, bool]:
    """Return how often the 80 % band held, and whether that is too seldom."""
    held = sum(point.low - 1e-9 <= point.actual <= point.high + 1e-9 for point in known)
    share = held / len(known)
    chance = limits.chance * math.sqrt(0.8 * 0.2 / len(known))
    return share, share < min(limits.coverage_low, 0.8 - chance)


def _skill(known: Sequence[Point], limits: Thresholds) -> tuple[float | None, bool]:
    """Return the error saved beside the naive forecast, and whether it is a loss beyond chance."""
    lost = [abs(p.actual - p.mean) - abs(p.actual - p.naive) for p in known]
    naive = sum(abs(point.actual - point.naive) for point in known)
    if naive <= 0:
        return None, sum(lost) > 0
    skill = -sum(lost) / naive
    return skill, skill < limits.skill_low and sum(lost) > limits.chance * _error_of_sum(lost)


def _error_of_sum(values: Sequence[float]) -> float:
    """Return the standard error of a sum of days, by weeks: neighbouring days are not independent.

    The mean over all is taken out first, so that a lasting shift is not mistaken for noise.
    """
    mean = sum(values) / len(values)
    weeks = [values[at : at + 7] for at in range(0, len(values), 7)]
    return math.sqrt(sum(sum(v - mean for v in week) ** 2 for week in weeks))
