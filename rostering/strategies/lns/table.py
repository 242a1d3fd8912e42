"""Weighted sums of literals in arrays, many rows at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Sums = Iterable[tuple[int, int]]
"""Pairs of a factor and a signed literal."""


class Rows:
    """Collects rows; a negated literal is turned into its positive one and a constant."""

    def __init__(self) -> None:
        self.first, self.literal, self.factor = [0], list[int](), list[int]()

    def __len__(self) -> int:
        return len(self.first) - 1

    def add(self, terms: Sums) -> int:
        """Add a row and return the constant that its negated literals leave."""
        constant = 0
        for factor, literal in terms:
            if literal < 0:
                constant += factor
            self.literal.append(abs(literal))
            self.factor.append(factor if literal > 0 else -factor)
        self.first.append(len(self.literal))
        return constant

    def table(self, literals: int) -> Table:
        """Return the rows as arrays; ``literals`` is one more than the largest literal."""
        return Table(
            np.array(self.first, dtype=np.int64),
            np.array(self.literal, dtype=np.int64),
            np.array(self.factor, dtype=np.int64),
            literals,
        )


class Table:
    """Rows of weighted sums, and for each literal the rows that hold it.

    ``first`` has shape (rows + 1,), ``literal`` and ``factor`` (entries,).
    """

    def __init__(self, first: Ints, literal: Ints, factor: Ints, literals: int) -> None:
        self.first, self.literal, self.factor = first, literal, factor
        owner = np.repeat(np.arange(len(first) - 1), np.diff(first))
        order = np.argsort(literal, kind="stable")
        self._held = owner[order]
        self._from = np.searchsorted(literal[order], np.arange(literals + 1))

    def __len__(self) -> int:
        return len(self.first) - 1

    def entries(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return the entries of some rows, and for each the position of its row in ``rows``."""
        return _spans(self.first[rows], self.first[rows + 1])

    def sums(self, rows: Ints, truth: Ints) -> Ints:
        """Return the sums of some rows under a truth (1 or 0) of every literal."""
        entries, owner = self.entries(rows)
        return totals(owner, self.factor[entries] * truth[self.literal[entries]], len(rows))

    def holding(self, literals: Ints) -> Ints:
        """Return the rows that hold any of the literals, each once, in order."""
        entries, _ = _spans(self._from[literals], self._from[literals + 1])
        return np.unique(self._held[entries])


def totals(owner: Ints, amounts: Ints, rows: int) -> Ints:
    """Add up amounts by owner; exact, for sums stay far below 2 ** 53."""
    added = np.bincount(owner, weights=amounts, minlength=rows)
    return np.rint(added).astype(np.int64)


def _spans(first: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Return all numbers of the half-open spans in order, and the number of each one's span."""
    lengths = end - first
    owner = np.repeat(np.arange(len(first)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(owner)) - before[owner] + first[owner], owner
