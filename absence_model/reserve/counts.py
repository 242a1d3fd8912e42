"""Counts of absent shifts: a Poisson count whose mean varies (negative binomial).

Absence comes in waves, so counts spread more than Poisson: variance = mean + noise x mean². The
noise stays the same when only some of the shifts are looked at, while the mean shrinks: so a
unit's day says what its early shift has to expect.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from absence_model.simulate.season import Floats

_TINY = 1e-9
MOST = 5_000
MOST_NOISE = 4.0
"""More than a wave of absence ever has; told of cells where next to nothing is expected."""


@dataclass(frozen=True)
class AbsentCounts:
    """Distribution of the number of absent shifts in each cell of an array.

    ``mean`` is an array of any shape, ``noise`` broadcasts with it.
    """

    mean: Floats
    noise: Floats | float = 0.0

    def at_least(self, most: int) -> Floats:
        """Return P(A >= k) for k = 1 to ``most``, along a new last axis."""
        return np.asarray(1 - np.cumsum(self._chances(most), axis=-1)[..., :-1]).clip(0, 1)

    def quantile(self, p: float | Floats) -> Floats:
        """Return the least count k with P(A <= k) >= p in each cell.

        Raises
        ------
        ValueError
            When ``p`` is no share below 1.
        """
        level = np.asarray(p, dtype=np.float64)
        if np.any(level < 0) or np.any(level >= 1):
            raise ValueError("a quantile's level must be from 0 to below 1")
        most = self._enough(float(level.max()))
        under = np.cumsum(self._chances(most), axis=-1) < level[..., None] - 1e-12
        return np.asarray(under.sum(axis=-1), dtype=np.float64)

    def shortage(self, heads: Floats) -> Floats:
        """Return E[(A - heads)+]: shifts that a reserve of whole ``heads`` leaves open."""
        most = max(self._enough(0.9999), int(np.max(heads)) + 1)
        tail = self.at_least(most)
        beyond = np.arange(1, most + 1) > np.asarray(heads)[..., None]
        return np.asarray((tail * beyond).sum(axis=-1))

    def thinned(self, share: Floats | float) -> AbsentCounts:
        """Return the counts among a share of the shifts, such as a day's early shift."""
        return AbsentCounts(np.asarray(self.mean * share), self.noise)

    def _enough(self, level: float) -> int:
        """Return a count that hardly any cell is above."""
        mean = np.asarray(self.mean, dtype=np.float64)
        spread = np.sqrt(mean + np.asarray(self.noise) * mean**2)
        far = 6 + 2 * -np.log10(max(1 - level, 1e-12))
        return int(min(MOST, np.ceil(np.max(mean + far * (spread + 1), initial=far))))

    def _chances(self, most: int) -> Floats:
        """Return P(A = k) for k = 0 to ``most`` by the ratio of neighbours, in logarithms."""
        mean = np.asarray(self.mean, dtype=np.float64)[..., None]
        noise = np.maximum(np.asarray(self.noise, dtype=np.float64)[..., None], _TINY)
        mean, noise = np.broadcast_arrays(np.maximum(mean, _TINY), noise)
        k = np.arange(1, most + 1)
        ratio = np.log(mean * (1 + noise * (k - 1)) / (k * (1 + noise * mean)))
        start = -np.log1p(noise * mean) / noise
        logs = np.concatenate([start, start + np.cumsum(ratio, axis=-1)], axis=-1)
        return np.asarray(np.exp(logs))


def spread_as_noise(mean: Floats, variance: Floats) -> Floats:
    """Return the noise that gives counts of a mean this variance; none below a Poisson's."""
    surplus = np.maximum(variance - mean, 0) / np.maximum(mean, _TINY) ** 2
    return np.asarray(np.minimum(surplus, MOST_NOISE))


def noise_told(mean: Floats, quantiles: Floats) -> Floats:
    """Return the noise of forecasts by all their quantiles (rows by ``LEVELS``).

    Two of them would not do: of small counts they are whole numbers, and one more or less decides.
    """
    from absence_model.intervals.sums import moments

    return spread_as_noise(mean, moments(mean, quantiles).variance)


def noise_of(seen: Floats, mean: Floats) -> float:
    """Return the noise that counts had around their means: moments, never below 0."""
    surplus = ((seen - mean) ** 2).sum() - mean.sum()
    return float(max(0.0, surplus / max((mean**2).sum(), _TINY)))
