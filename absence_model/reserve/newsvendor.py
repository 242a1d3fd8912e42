"""How many reserve shifts pay: the newsvendor's quantile, and what the next one is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from absence_model.reserve.counts import AbsentCounts
from absence_model.simulate.season import Floats


@dataclass(frozen=True, slots=True)
class Prices:
    """What a shift costs, in any unit: planned as a reserve, called in at short notice, idle.

    Parameters
    ----------
    planned
        An extra shift that is planned (c).
    called
        A shift that is filled at short notice by overtime or agency (a).
    idle
        What a reserve is worth that nobody turned out to need (v): courses, quality work.

    Raises
    ------
    ValueError
        Unless called > planned >= idle >= 0: else no reserve pays, or any number does.
    """

    planned: float = 1.0
    called: float = 2.0
    idle: float = 0.3

    def __post_init__(self) -> None:
        """Refuse prices that leave nothing to weigh."""
        if not self.called > self.planned >= self.idle >= 0:
            raise ValueError("prices must be called > planned >= idle >= 0")

    @property
    def level(self) -> float:
        """The quantile of absence to plan for: (a - c) / (a - v)."""
        return min((self.called - self.planned) / (self.called - self.idle), 1 - 1e-9)

    def standby(self, fee: float, call: float) -> float:
        """Return the quantile for people on standby: a fee each, and ``call`` when called in.

        Raises
        ------
        ValueError
            When calling in is not cheaper than overtime, or the fee is negative.
        """
        if not call < self.called or fee < 0:
            raise ValueError("standby needs a fee of 0 or more, and a call cheaper than overtime")
        return min(max(0.0, 1 - fee / (self.called - call)), 1 - 1e-9)

    def cost(self, absent: Floats, heads: Floats) -> Floats:
        """Return what came of a reserve of ``heads`` when ``absent`` shifts fell out."""
        short = np.maximum(absent - heads, 0)
        left = np.maximum(heads - absent, 0)
        return np.asarray(self.planned * heads + self.called * short - self.idle * left)

    def expected_cost(self, counts: AbsentCounts, heads: Floats) -> Floats:
        """Return what a reserve is expected to cost, calls and idle worth included."""
        short = counts.shortage(heads)
        left = heads - counts.mean + short
        return np.asarray(self.planned * heads + self.called * short - self.idle * left)

    def worth(self, counts: AbsentCounts, most: int) -> Floats:
        """Return what the k-th reserve head is worth before its own cost, k = 1 to ``most``.

        With chance P(A >= k) it spares a call (a), else it is idle (v): falling in k, and above
        the cost of a planned shift just up to the quantile.
        """
        used = counts.at_least(most)
        return np.asarray(self.called * used + self.idle * (1 - used))


def best_heads(counts: AbsentCounts, prices: Prices) -> Floats:
    """Return the number of reserve heads that costs least in each cell."""
    return counts.quantile(prices.level)
