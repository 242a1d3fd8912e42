"""Which neighbourhood next, and how large: learnt from what each has brought."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from rostering.strategies.base import Status

_MEMORY = 0.9  # what is left of earlier experience after each use
_CURIOUS = 0.3  # share of the choices that goes to all kinds alike
_GROW, _SHRINK = 1.15, 0.85
_LEAST, _FIRST = 30, 250  # open literals


@dataclass(slots=True)
class _Kind:
    """Experience with one kind of neighbourhood."""

    size: float
    gained: float = 0.0
    used: float = 0.0

    @property
    def rate(self) -> float:
        return self.gained / self.used if self.used else 0.0


class Choice:
    """Chooses kinds by gain per step and sizes by whether they were solved."""

    def __init__(self, kinds: tuple[str, ...], most: int) -> None:
        self._most = most
        self._kinds = {name: _Kind(min(_FIRST, most)) for name in kinds}

    def pick(self, rng: random.Random, among: Iterable[str] | None = None) -> tuple[str, int]:
        """Return one of some kinds, or of all, and the open literals it should have."""
        names = self._kinds if among is None else among
        rates = {name: self._kinds[name].rate for name in names}
        total = sum(rates.values())
        if not total or rng.random() < _CURIOUS:
            name = rng.choice(list(rates))
        else:
            (name,) = rng.choices(list(rates), list(rates.values()))
        return name, round(self._kinds[name].size)

    def learn(self, name: str, status: Status, gain: int, steps: float) -> None:
        """Take note of what a neighbourhood brought, in points, and used, in steps."""
        kind = self._kinds[name]
        kind.gained = _MEMORY * kind.gained + max(0, gain)
        kind.used = _MEMORY * kind.used + steps
        if status is not Status.OPTIMAL:
            kind.size = max(_LEAST, kind.size * _SHRINK)
        elif gain <= 0:
            kind.size = min(self._most, kind.size * _GROW)

    def told(self) -> dict[str, tuple[int, int]]:
        """Return each kind's size and rate, for whoever tunes them."""
        return {name: (round(k.size), round(k.rate)) for name, k in self._kinds.items()}
