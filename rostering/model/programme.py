"""A linear programme in whole numbers, and what any duals prove of it.

The solver's numbers are rounded and not believed: from its duals a bound is summed up anew in
whole numbers. Weak duality holds for whatever duals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ortools.linear_solver import pywraplp

SCALE = 1 << 20  # duals are rounded to this part of one
NOTHING: Mapping[int, int] = {}
Source = TypeVar("Source")


@dataclass(slots=True)
class Programme(Generic[Source]):
    """Sums at or above a bound, each with what it comes from; columns lie between 0 and a top."""

    tops: list[int] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)
    sums: list[tuple[dict[int, int], int, Source]] = field(default_factory=list)

    def column(self, top: int = 1, cost: int = 0) -> int:
        """Add a column and return its number."""
        self.tops.append(top)
        self.costs.append(cost)
        return len(self.tops) - 1

    def at_least(self, terms: dict[int, int], bound: int, source: Source) -> None:
        """Add a sum, unless it can never be under its bound."""
        least = sum(c * self.tops[column] for column, c in terms.items() if c < 0)
        if least < bound:
            self.sums.append((terms, bound, source))

    def join(self, other: Programme[Source]) -> int:
        """Add all of another programme; return the number that its first column has here."""
        first = len(self.tops)
        self.tops += other.tops
        self.costs += other.costs
        for terms, bound, source in other.sums:
            self.sums.append(({first + n: c for n, c in terms.items()}, bound, source))
        return first

    def solve(
        self, seconds: float, less: Mapping[int, int] = NOTHING
    ) -> tuple[float, list[float]] | None:
        """Return the optimum and the sums' duals; None where there is none in time.

        ``less`` is what columns cost less than usual, in parts of ``SCALE``.
        """
        solver = pywraplp.Solver.CreateSolver("GLOP")
        solver.SetTimeLimit(max(1, int(seconds * 1000)))
        columns = [solver.NumVar(0.0, float(top), "") for top in self.tops]
        objective = solver.Objective()
        objective.SetMinimization()
        for number, (column, cost) in enumerate(zip(columns, self.costs, strict=True)):
            objective.SetCoefficient(column, cost - less.get(number, 0) / SCALE)
        sums = []
        for terms, bound, _ in self.sums:
            row = solver.Constraint(float(bound), solver.infinity())
            for column, coefficient in terms.items():
                row.SetCoefficient(columns[column], float(coefficient))
            sums.append(row)
        if solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        return objective.Value(), [row.dual_value() for row in sums]

    def proved(self, weights: Sequence[int], less: Mapping[int, int] = NOTHING) -> int:
        """Return what weights of the sums prove of every solution, in parts of ``SCALE``.

        Weights are duals in parts of ``SCALE``, none below 0 (``whole``).
        """
        left = [cost * SCALE - less.get(n, 0) for n, cost in enumerate(self.costs)]
        total = 0
        for (terms, bound, _), weight in zip(self.sums, weights, strict=True):
            if weight:
                total += weight * bound
                for column, coefficient in terms.items():
                    left[column] -= weight * coefficient
        return total + sum(min(0, rest) * top for rest, top in zip(left, self.tops, strict=True))


def whole(duals: Sequence[float]) -> list[int]:
    """Return duals as weights in parts of ``SCALE``, none below 0."""
    return [max(0, round(dual * SCALE)) for dual in duals]
