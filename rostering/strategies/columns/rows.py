"""The unit's part of a record as rows: sums over everybody's duties with a convex price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import gcd

import numpy as np
from numpy.typing import NDArray

from rostering.model.record import AnyOf, Barred, Bounded, Charged, Record, Statement
from rostering.strategies.columns.counters import points
from rostering.strategies.columns.formula import Leaf
from rostering.strategies.columns.person import Options
from rostering.strategies.columns.statements import Counter, Use
from rostering.verbs import Literal

Floats = NDArray[np.float64]
WIDEST = 5000  # values of a sum that are tabled one by one


@dataclass(frozen=True, slots=True)
class Row:
    """A sum over base literals and its price at each value from ``low`` on, infinite if barred.

    ``price[n]`` holds for the value ``low + n``; ``own`` tells that it is one person's sum.
    """

    weights: tuple[tuple[Literal, int], ...]
    low: int
    price: Floats
    own: bool = False

    @property
    def high(self) -> int:
        """The largest value that the sum can have."""
        return self.low + len(self.price) - 1

    def least(self, slope: float, span: tuple[int, int] | None = None) -> float:
        """Return the least of price minus slope times value, over a span of values."""
        first, last = (self.low, self.high) if span is None else span
        if first > last:
            return float("inf")
        values = np.arange(first, last + 1)
        held = self.price[first - self.low : last + 1 - self.low]
        return float((held - slope * values).min())


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows, and the statements that no row says: rosters are judged with them afterwards.

    ``possible`` is false when a hard statement fails whatever anybody works.
    """

    rows: tuple[Row, ...]
    left_out: tuple[Statement, ...]
    constant: int
    possible: bool = True


def rows_of(record: Record, exclusive: dict[Literal, object]) -> Rows:
    """Return the rows of a record's unit-wide statements.

    Parameters
    ----------
    exclusive
        What owns each base literal; of the literals of one owner at most one is true.
    """
    said: dict[tuple[tuple[Literal, int], ...], list[tuple[Use, Statement]]] = {}
    left_out, constant, possible = [], record.constant, True
    for statement in record.said.get(None, ()):
        found = _linear(statement, record, exclusive)
        if found is None:
            left_out.append(statement)
            continue
        weights, use = found
        paid = points((use,), 0)
        if weights:
            said.setdefault(weights, []).append((use, statement))
        elif paid is None:
            possible = False
        else:
            constant += paid
    rows = []
    for weights, held in said.items():
        row = _row(weights, tuple(use for use, _ in held), exclusive)
        if row is None:
            left_out += [statement for _, statement in held]
        else:
            rows.append(row)
            possible = possible and bool(np.isfinite(row.price).any())
    return Rows(tuple(rows), tuple(left_out), constant, possible)


def _linear(
    statement: Statement, record: Record, exclusive: dict[Literal, object]
) -> tuple[tuple[tuple[Literal, int], ...], Use] | None:
    """Return a statement as a sum over base literals; None when it is none."""
    if isinstance(statement, Barred):
        terms: Iterable[tuple[int, Literal]] = [(1, literal) for literal in statement.literals]
        use = Use(1, len(statement.literals) - 1, statement.price, 1)
    elif isinstance(statement, Bounded):
        terms, use = statement.terms, Use(1, statement.bound, None, 1)
    elif isinstance(statement, Charged):
        terms = statement.terms
        use = Use(1, statement.bound, statement.price, statement.convex)
    else:
        return None
    weights: dict[Literal, int] = {}
    room = use.room
    for weight, literal in terms:
        parts = _parts(abs(literal), record, exclusive)
        if parts is None:
            return None
        room -= weight if literal < 0 else 0
        for part in parts:
            weights[part] = weights.get(part, 0) + (weight if literal > 0 else -weight)
    held = sorted((part, weight) for part, weight in weights.items() if weight)
    factor = gcd(*(weight for _, weight in held)) if held else 1
    factor = -factor if held and held[0][1] < 0 else factor
    normal = tuple((part, weight // factor) for part, weight in held)
    return normal, Use(factor, room, use.price, use.convex)


def _parts(
    literal: Literal, record: Record, exclusive: dict[Literal, object]
) -> list[Literal] | None:
    """Return base literals that sum to a literal; None when none do."""
    if literal in exclusive:
        return [literal]
    meaning = record.definitions.get(literal)
    if not isinstance(meaning, AnyOf):
        return None
    owners = {exclusive.get(part) for part in meaning.parts}
    return list(meaning.parts) if len(owners) == 1 and None not in owners else None


def _row(
    weights: tuple[tuple[Literal, int], ...],
    uses: tuple[Use, ...],
    exclusive: dict[Literal, object],
) -> Row | None:
    """Return a row with its price by value; None when it has too many values."""
    lows: dict[object, int] = {}
    highs: dict[object, int] = {}
    for literal, weight in weights:
        owner = exclusive[literal]
        lows[owner] = min(lows.get(owner, 0), weight)
        highs[owner] = max(highs.get(owner, 0), weight)
    low, high = sum(lows.values()), sum(highs.values())
    if high - low > WIDEST:
        return None
    paid = [points(uses, value) for value in range(low, high + 1)]
    return Row(weights, low, np.array([np.inf if p is None else p for p in paid], dtype=float))


def personal(counter: Counter, options: Options) -> Row | None:
    """Return a sum of one person as a row; None when something waits in it, or it is too wide.

    A day off that counts is said by the duties of its day: one less for each.
    """
    weights: dict[Literal, int] = {}
    offset = 0
    for formula, weight in counter.weights:
        if not isinstance(formula, Leaf):
            return None
        free = formula.mask & 1
        offset += weight * free
        for number, literal in enumerate(options.literals[formula.day], 1):
            added = weight * ((formula.mask >> number & 1) - free)
            weights[literal] = weights.get(literal, 0) + added
    held = tuple((literal, weight) for literal, weight in sorted(weights.items()) if weight)
    owner: dict[Literal, object] = {
        literal: day for day, literals in enumerate(options.literals) for literal in literals
    }
    uses = tuple(
        Use(use.factor, use.room - use.factor * offset, use.price, use.convex)
        for use in counter.uses
    )
    found = _row(held, uses, owner)
    return None if found is None else replace(found, own=True)
