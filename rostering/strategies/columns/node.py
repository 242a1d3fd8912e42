"""A part of the search: spans that sums are kept in, options barred, and lines that are fixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rostering.strategies.columns.rows import Row
from rostering.strategies.columns.team import Column


@dataclass(frozen=True, slots=True)
class Node:
    """A subproblem of branch and price.

    Parameters
    ----------
    spans
        First and last value that a row's sum may have, by row.
    barred
        Options barred besides the person's own, by person, counted over all days.
    fixed
        The line that a person has for certain, by person.
    bound
        Points below which no roster of it lies, as far as known.
    """

    spans: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    barred: Mapping[int, frozenset[int]] = field(default_factory=dict)
    fixed: Mapping[int, Column] = field(default_factory=dict)
    bound: float = -float("inf")

    def within(self, row: int, span: tuple[int, int], bound: float) -> Node:
        """Return the part in which a row's sum lies in a span."""
        spans = {**self.spans, row: span}
        return replace(self, spans=spans, bound=bound)

    def without(self, person: int, options: frozenset[int], bound: float) -> Node:
        """Return the part in which a person has none of some options."""
        held = self.barred.get(person, frozenset()) | options
        barred = {**self.barred, person: held}
        return replace(self, barred=barred, bound=bound)

    def fixing(self, columns: Iterable[Column]) -> Node:
        """Return the part in which some people have given lines; its bound is not known."""
        fixed = {**self.fixed, **{column.person: column for column in columns}}
        return replace(self, fixed=fixed, bound=-float("inf"))

    def span(self, number: int, row: Row) -> tuple[int, int]:
        """Return the values that a row's sum may have."""
        return self.spans.get(number, (row.low, row.high))

    def allows(self, column: Column) -> bool:
        """Return whether a column keeps what is barred and fixed."""
        fixed = self.fixed.get(column.person)
        if fixed is not None:
            return fixed.flat == column.flat
        barred = self.barred.get(column.person)
        return barred is None or barred.isdisjoint(column.flat)

    def differs(self, other: Node, person: int) -> bool:
        """Return whether a person may have other lines than in another node."""
        return self.fixed.get(person) is not other.fixed.get(person) or self.barred.get(
            person
        ) != other.barred.get(person)
