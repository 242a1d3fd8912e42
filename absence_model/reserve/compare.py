"""Policies side by side on the same drawn days (common random numbers), world by world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from absence_model.reserve.newsvendor import Prices
from absence_model.simulate.season import Floats

SHIFT_HOURS = 7.5
UNANSWERED = 0.1
"""Share of calls at short notice that nobody takes: an assumption, drawn once for all policies."""
T_975 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179)


@dataclass(frozen=True, slots=True)
class Result:
    """What a policy came to in one world's test year.

    Parameters
    ----------
    cost
        In hundredths of what it costs without any reserve.
    reserve_hours, called_hours, idle_hours
        Planned as reserve, filled at short notice, and reserve that nobody turned out to need.
    uncovered
        Shifts that nobody took at short notice either.
    """

    cost: float
    reserve_hours: float
    called_hours: float
    idle_hours: float
    uncovered: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over worlds with its interval of 95 %, by Student's t."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Line:
    """A policy over all worlds; ``against_oracle`` and ``against_mean`` are paired differences."""

    policy: str
    pooled: bool
    cost: Interval
    against_oracle: Interval | None
    against_mean: Interval | None
    reserve_hours: float
    called_hours: float
    idle_hours: float
    uncovered: float


def result(absent: Floats, heads: Floats, prices: Prices, luck: Floats) -> Result:
    """Return what a reserve of ``heads`` came to; ``luck`` draws each call of a cell's day.

    A shift that nobody takes costs as much as one that is called: somebody does the work.
    """
    without = prices.called * absent.sum()
    short = np.maximum(absent - heads, 0)
    missed = np.concatenate([np.zeros((*luck.shape[:2], 1)), np.cumsum(luck < UNANSWERED, -1)], -1)
    most = np.minimum(short, luck.shape[-1]).astype(np.int64)
    uncovered = np.take_along_axis(missed, most[..., None], -1).sum()
    return Result(
        cost=100 * float(prices.cost(absent, heads).sum() / without),
        reserve_hours=SHIFT_HOURS * float(heads.sum()),
        called_hours=SHIFT_HOURS * float(short.sum() - uncovered),
        idle_hours=SHIFT_HOURS * float(np.maximum(heads - absent, 0).sum()),
        uncovered=float(uncovered),
    )


def lines(
    worlds: Sequence[Mapping[tuple[str, bool], Result]],
    oracle: str = "calendar oracle",
    mean: str = "unit mean",
) -> tuple[Line, ...]:
    """Return a line for each policy, per unit and pooled; differences within the same world."""

    def paired(policy: str, other: str, pooled: bool) -> Interval | None:
        if policy == other or (other, pooled) not in worlds[0]:
            return None
        pairs = ((world[policy, pooled].cost, world[other, pooled].cost) for world in worlds)
        return interval([one - two for one, two in pairs])

    found = []
    for policy, pooled in worlds[0]:
        told = [world[policy, pooled] for world in worlds]
        found.append(
            Line(
                policy,
                pooled,
                interval([one.cost for one in told]),
                paired(policy, oracle, pooled),
                paired(policy, mean, pooled),
                float(np.mean([one.reserve_hours for one in told])),
                float(np.mean([one.called_hours for one in told])),
                float(np.mean([one.idle_hours for one in told])),
                float(np.mean([one.uncovered for one in told])),
            )
        )
    return tuple(found)


def interval(values: Sequence[float]) -> Interval:
    """Return the mean of independent values with its interval; a single one has none."""
    mean = float(np.mean(values))
    if len(values) < 2:
        return Interval(mean, mean, mean)
    free = len(values) - 2
    t = T_975[free] if free < len(T_975) else 2.0
    half = t * float(np.std(values, ddof=1)) / len(values) ** 0.5
    return Interval(mean, mean - half, mean + half)
