"""Components of sums: the sum so far is the state, with the formulas that are still undecided."""

from __future__ import annotations

from typing import cast

from rostering.strategies.columns.component import Component, Ints, State, explored, groups
from rostering.strategies.columns.formula import Formulas, Gate, Leaf, first_day, last_day, masks
from rostering.strategies.columns.statements import Counter, Use

Waiting = tuple[tuple[int, Leaf | Gate], ...]
FREE: State = "free"
"""A sum that can only end where nothing is barred and nothing costs."""


def counter_component(
    counter: Counter, formulas: Formulas, options: dict[int, int]
) -> Component | None:
    """Return the automaton of a sum; None when no line keeps what is said of it."""
    told = _Sum(counter, formulas, options)
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
