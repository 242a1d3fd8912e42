"""Ways to decide how many reserve shifts a day has: none, fixed, by the mean, by the forecast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from absence_model.reserve.counts import AbsentCounts, noise_of
from absence_model.reserve.newsvendor import Prices, best_heads
from absence_model.simulate.season import Floats
from absence_model.simulate.world import Counts, World

FIXED_SHARE = 0.05
"""Of planned shifts: a rule of thumb that looks at no history."""


@dataclass(frozen=True)
class Cells:
    """A world's cells, unit by unit or summed to pools, with the days before the test and in it.

    ``expected`` is what the calendar oracle knows.
    """

    planned: Floats
    expected: Floats
    absent: Floats
    test: int

    @property
    def seen(self) -> slice:
        """The days of the history."""
        return slice(0, self.test)

    @property
    def ahead(self) -> slice:
        """The days of the test."""
        return slice(self.test, None)


Policy = Callable[[Cells, Prices], Floats]
"""Reserve heads for each cell and test day."""


def cells_of(world: World, test: int, pool: Counts | None = None) -> Cells:
    """Return a world's cells; with ``pool``, the number of each unit's pool, their sums."""
    absent = world.absent.astype(np.float64)
    if pool is None:
        return Cells(world.planned, world.expected, absent, test)
    planned, expected = summed(world.planned, pool), summed(world.expected, pool)
    return Cells(planned, expected, summed(absent, pool), test)


def summed(values: Floats, pool: Counts) -> Floats:
    """Return the sums of rows by pool."""
    found = np.zeros((int(pool.max()) + 1, values.shape[1]))
    np.add.at(found, pool, values)
    return found


def none(cells: Cells, prices: Prices) -> Floats:  # noqa: ARG001 - a policy asks for both
    """No reserve at all."""
    return np.zeros_like(cells.planned[:, cells.ahead])


def fixed(cells: Cells, prices: Prices) -> Floats:  # noqa: ARG001 - a policy asks for both
    """A fixed share of the planned shifts, rounded."""
    return np.asarray(np.rint(FIXED_SHARE * cells.planned[:, cells.ahead]))


def mean_of_history(cells: Cells, prices: Prices) -> Floats:
    """The best number for the mean share of the whole history, every day alike."""
    seen, ahead = cells.seen, cells.ahead
    share = cells.absent[:, seen].sum(axis=1) / cells.planned[:, seen].sum(axis=1)
    mean = share[:, None] * cells.planned
    noise = noise_of(cells.absent[:, seen], mean[:, seen])
    return best_heads(AbsentCounts(mean[:, ahead], noise), prices)


def calendar_oracle(cells: Cells, prices: Prices) -> Floats:
    """The best number for somebody who knows the calendar's true shape and each unit's true level.

    What nobody can know a year ahead stays unknown: the week's wave and chance.
    """
    noise = noise_of(cells.absent[:, cells.seen], cells.expected[:, cells.seen])
    return best_heads(AbsentCounts(cells.expected[:, cells.ahead], noise), prices)
