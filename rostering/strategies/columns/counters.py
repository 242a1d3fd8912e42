"""Components of sums: the sum so far is the state, with the formulas that are still undecided."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from rostering.strategies.columns.component import (
    DEAD,
    Component,
    Ints,
    State,
    explored,
    groups,
    minimal,
)
from rostering.strategies.columns.formula import Formulas, Gate, Leaf, first_day, last_day, masks
from rostering.strategies.columns.statements import Counter, Use

Longs = NDArray[np.int64]
Waiting = tuple[tuple[int, Leaf | Gate], ...]
FREE: State = "free"
"""A sum that can only end where nothing is barred and nothing costs."""


def counter_component(
    counter: Counter, formulas: Formulas, options: dict[int, int]
) -> Component | None:
    """Return the automaton of a sum; None when no line keeps what is said of it."""
    told = _Sum(counter, formulas, options)
    if all(isinstance(formula, Leaf) for formula, _ in counter.weights):
        return told.of_leaves()
    return explored((0, ()), told.first, told.grouped, told.step)


def points(uses: tuple[Use, ...], total: int) -> int | None:
    """Return what a finished sum costs; None when it is barred."""
    found = 0
    for use in uses:
        over = use.factor * total - use.room
        if over > 0:
            if use.price is None:
                return None
            steps = min(use.convex, over)
            found += use.price * (steps * (steps + 1) // 2 + (over - steps) * steps)
    return found


class _Sum:
    """The step function of one sum."""

    def __init__(self, counter: Counter, formulas: Formulas, options: dict[int, int]) -> None:
        self.uses, self.formulas = counter.uses, formulas
        self.first = min(first_day(formula) for formula, _ in counter.weights)
        self.last = max(last_day(formula) for formula, _ in counter.weights)
        span = range(self.first, self.last + 1)
        self.leaves: dict[int, list[tuple[int, Leaf]]] = {day: [] for day in span}
        self.opening: dict[int, list[tuple[int, Gate]]] = {day: [] for day in span}
        ending: dict[int, list[int]] = {day: [] for day in span}
        seen: dict[int, set[int]] = {day: set() for day in span}
        for formula, weight in counter.weights:
            if isinstance(formula, Leaf):
                self.leaves[formula.day].append((weight, formula))
            else:
                self.opening[first_day(formula)].append((weight, formula))
                ending[last_day(formula)].append(weight)
            for leaf in masks(formula):
                seen[leaf.day].add(leaf.mask)
        self.grouped: list[tuple[Ints, list[int]]] = [
            groups(sorted(seen[day]), options[day]) for day in span
        ]
        self.rest = self._rest(ending)

    def _rest(self, ending: dict[int, list[int]]) -> dict[int, tuple[int, int]]:
        """Return the least and the most that the days after each day can add."""
        low = high = 0
        found = {}
        for day in range(self.last, self.first - 1, -1):
            found[day] = (low, high)
            sums = [self._at_once(day, option) for option in self.grouped[day - self.first][1]]
            low += min(sums) + sum(min(0, weight) for weight in ending[day])
            high += max(sums) + sum(max(0, weight) for weight in ending[day])
        return found

    def of_leaves(self) -> Component | None:
        """Return the automaton of a sum in which nothing waits: all of a day's states at once."""
        sums, free = np.zeros(1, dtype=np.int64), False
        raw: list[tuple[Ints, Ints]] = []
        for day in range(self.first, self.last + 1):
            _, first_of = self.grouped[day - self.first]
            added = np.array([self._at_once(day, option) for option in first_of], dtype=np.int64)
            total = sums[:, None] + added
            to, cost, sums, free = self._after(day, total, free)
            if not (to != DEAD).any():
                return None
            raw.append((to, cost))
        return minimal(self.first, [group for group, _ in self.grouped], raw)

    def _after(self, day: int, total: Longs, was_free: bool) -> tuple[Ints, Ints, Longs, bool]:
        """Return the steps of a day and the sums after it; the last state is ``FREE``, if any."""
        dead = np.zeros(total.shape, dtype=bool)
        free = np.full(total.shape, day == self.last)
        cost = np.zeros(total.shape, dtype=np.int32)
        low, high = self.rest[day]
        if day == self.last:
            paid = [points(self.uses, int(value)) for value in total.reshape(-1)]
            dead = np.array([p is None for p in paid], dtype=bool).reshape(total.shape)
            cost = np.array([p or 0 for p in paid], dtype=np.int32).reshape(total.shape)
        else:
            free[:] = True
            for use in self.uses:
                ends = use.factor * (total + low), use.factor * (total + high)
                if use.price is None:
                    dead |= np.minimum(*ends) > use.room
                free &= np.maximum(*ends) <= use.room
        sums = np.unique(total[~dead & ~free])
        to = np.searchsorted(sums, total).astype(np.int32)
        to[free] = len(sums)
        to[dead] = DEAD
        if was_free:
            to = np.vstack([to, np.full(total.shape[1], len(sums), dtype=np.int32)])
            cost = np.vstack([cost, np.zeros(total.shape[1], dtype=np.int32)])
        return to, cost, sums, was_free or bool((free & ~dead).any())

    def _at_once(self, day: int, option: int) -> int:
        return sum(weight for weight, leaf in self.leaves[day] if leaf.mask >> option & 1)

    def step(self, day: int, state: State, option: int) -> tuple[State, int] | None:
        """Return the next state and the points to pay."""
        if state == FREE:
            return FREE, 0
        total, waiting = cast("tuple[int, Waiting]", state)
        total += self._at_once(day, option)
        left = []
        for weight, formula in (*waiting, *self.opening[day]):
            now = self.formulas.read(formula, day, option)
            if now is True:
                total += weight
            elif not isinstance(now, bool):
                left.append((weight, now))
        if day == self.last:
            paid = points(self.uses, total)
            return None if paid is None else (FREE, paid)
        return self._open(total, tuple(left), *self.rest[day])

    def _open(self, total: int, left: Waiting, low: int, high: int) -> tuple[State, int] | None:
        free = True
        for use in self.uses:
            ends = (use.factor * (total + low), use.factor * (total + high))
            if use.price is None and min(ends) > use.room:
                return None
            free = free and max(ends) <= use.room
        return (FREE if free else (total, left)), 0
