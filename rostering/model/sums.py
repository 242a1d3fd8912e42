"""Weighted sums of literals, written once however many bounds and prices speak of them.

A ward's model says much about few sums: a person's minutes are bounded both ways and priced both
ways, a cell's people are bounded and priced. Each such sum becomes one integer variable, and a
longer sum that holds shorter ones - eight weeks hold their weeks - is written with theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from ortools.sat.python import cp_model

from rostering.model.literals import Literals
from rostering.verbs import Literal

Key = tuple[tuple[int, int], ...]
FEW = 4


@dataclass(frozen=True, slots=True)
class _Use:
    """One thing said of a sum: ``factor * sum <= room``, or a charge for what is above it."""

    factor: int
    room: int
    switch: Literal | None = None
    amount: int = 0
    convex: int = 1


class Sums:
    """Holds back what is said of sums until all is known."""

    def __init__(self, literals: Literals) -> None:
        self._literals = literals
        self._uses: dict[Key, list[_Use]] = {}
        self._totals: dict[Key, cp_model.IntVar] = {}
        self._holding: dict[int, list[Key]] = {}

    def bound(self, coefficients: dict[int, int], room: int, switch: Literal | None) -> None:
        """Keep a sum at or under ``room``, when the switch (if any) is true."""
        key, factor = _normal(coefficients)
        self._uses.setdefault(key, []).append(_Use(factor, room, switch))

    def charge(self, coefficients: dict[int, int], room: int, amount: int, convex: int = 0) -> None:
        """Charge for the sum above ``room``; the n-th unit costs ``min(n, convex)`` amounts."""
        if sum(c for c in coefficients.values() if c > 0) > room and amount:
            key, factor = _normal(coefficients)
            use = _Use(factor, room, amount=amount, convex=max(1, convex))
            self._uses.setdefault(key, []).append(use)

    def flush(self) -> list[tuple[int, cp_model.IntVar]]:
        """Add everything to the model; return the charges as (amount, units charged)."""
        charges = []
        for key, uses in sorted(self._uses.items(), key=lambda item: len(item[0])):
            low = sum(c for _, c in key if c < 0)
            high = sum(c for _, c in key if c > 0)
            total = self._total(key, uses, low, high)
            for use in uses:
                if not use.amount:
                    self._add_bound(total, use)
                else:
                    most = max(use.factor * low, use.factor * high) - use.room
                    charges.append((use.amount, self._add_charge(total, use, most)))
        self._uses.clear()
        return charges

    def _total(self, key: Key, uses: list[_Use], low: int, high: int) -> cp_model.LinearExprT:
        if key in self._totals:
            return self._totals[key]
        expression = self._expression(key)
        if len(uses) < 2 or len(key) <= FEW:
            return expression
        total = self._totals[key] = self._literals.model.new_int_var(low, high, "")
        self._literals.model.add(expression == total)
        for number, _ in key:
            self._holding.setdefault(number, []).append(key)
        return total

    def _expression(self, key: Key) -> cp_model.LinearExprT:
        """Return a sum, the largest known sums inside it in place of their literals."""
        left = dict(key)
        variables: list[cp_model.LinearExprT] = []
        weights: list[int] = []
        for number, _ in key:
            if number not in left:
                continue
            inner, times = self._inside(number, left)
            if inner:
                variables.append(self._totals[inner])
                weights.append(times)
                for part, _ in inner:
                    del left[part]
            else:
                variables.append(self._literals.variable(number))
                weights.append(left.pop(number))
        return cp_model.LinearExpr.weighted_sum(variables, weights)

    def _inside(self, number: int, left: dict[int, int]) -> tuple[Key, int]:
        """Return the longest known sum with a literal that lies in what is left, and how often."""
        for key in sorted(self._holding.get(number, ()), key=len, reverse=True):
            own = dict(key)
            times, rest = divmod(left[number], own[number])
            if not rest and all(left.get(part) == times * c for part, c in key):
                return key, times
        return (), 0

    def _add_bound(self, total: cp_model.LinearExprT, use: _Use) -> None:
        constraint = self._literals.model.add(use.factor * total <= use.room)
        if use.switch is not None:
            constraint.only_enforce_if(self._literals.variable(use.switch))

    def _add_charge(self, total: cp_model.LinearExprT, use: _Use, most: int) -> cp_model.IntVar:
        """Bound the charged units from below by the tangents of their convex cost."""
        steps = min(use.convex, most)
        highest = steps * (steps + 1) // 2 + (most - steps) * steps
        charged = self._literals.model.new_int_var(0, highest, "")
        for step in range(1, steps + 1):
            above = use.factor * total - use.room
            self._literals.model.add(charged >= step * above - step * (step - 1) // 2)
        return charged


def _normal(coefficients: dict[int, int]) -> tuple[Key, int]:
    """Return a sum's key, equal for equal sums up to a factor, and that factor."""
    items = sorted(coefficients.items())
    if not items:
        return (), 1
    factor = gcd(*coefficients.values())
    factor = -factor if items[0][1] < 0 else factor
    return tuple((number, c // factor) for number, c in items), factor
