"""A part of the search: spans that sums are kept in, and options that people are barred from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rostering.strategies.columns.rows import Row


@dataclass(frozen=True, slots=True)
class Node:
    """A subproblem of branch and price.

    Parameters
    ----------
    spans
        First and last value that a row's sum may have, by row.
    barred
        Options barred besides the person's own, by person, counted over all days.
    bound
        Points below which no roster of it lies, as far as known.
    depth
        Branchings above it.
    """

    spans: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    barred: Mapping[int, frozenset[int]] = field(default_factory=dict)
    bound: float = -float("inf")
    depth: int = 0

    def within(self, row: int, span: tuple[int, int], bound: float) -> Node:
        """Return the part in which a row's sum lies in a span."""
        return Node({**self.spans, row: span}, self.barred, bound, self.depth + 1)

    def without(self, person: int, options: frozenset[int], bound: float) -> Node:
        """Return the part in which a person has none of some options."""
        held = self.barred.get(person, frozenset()) | options
        return Node(self.spans, {**self.barred, person: held}, bound, self.depth + 1)

    def span(self, number: int, row: Row) -> tuple[int, int]:
        """Return the values that a row's sum may have."""
        return self.spans.get(number, (row.low, row.high))
