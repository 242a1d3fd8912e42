"""A roster at hand: truth of every literal, points of every row, and what a change would cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rostering.strategies.lns.statements import Statements
from rostering.strategies.lns.table import Ints


@dataclass(frozen=True, slots=True)
class Change:
    """Literals with their new truth, the rows they touch and what those then cost."""

    literals: Ints
    truth: Ints
    rows: Ints
    points: Ints
    debts: Ints
    points_more: int
    debt_more: int

    @property
    def rank(self) -> tuple[int, int]:
        """Breaches first, then points: negative is better."""
        return self.debt_more, self.points_more


class Incumbent:
    """The roster that neighbourhoods start from.

    ``points`` is what the score card counts, ``debt`` the weight of broken hard rules; a lawful
    roster has none.
    """

    def __init__(self, statements: Statements, truth: Ints) -> None:
        self.statements = statements
        self.truth = truth
        statements.set_fixed(truth)
        statements.derive(truth)
        everything = np.arange(len(statements.rows))
        self.row_points, self.row_debt = statements.costs(everything, truth)
        self.points = statements.constant + int(self.row_points.sum())
        self.debt = int(self.row_debt.sum())

    def tried(self, literals: Ints, values: Ints) -> Change:
        """Return what it changes to give some duties' literals new values."""
        moved = self.truth[literals] != values
        literals, said = literals[moved], self.statements
        truth = self.truth.copy()
        truth[literals] = 1 - truth[literals]
        changed = said.derive(truth, said.depending(literals))
        changed = np.unique(np.concatenate([literals, changed]))
        rows = said.rows.holding(changed)
        points, debts = said.costs(rows, truth)
        return Change(
            changed,
            truth[changed],
            rows,
            points,
            debts,
            int(points.sum() - self.row_points[rows].sum()),
            int(debts.sum() - self.row_debt[rows].sum()),
        )

    def take(self, change: Change) -> None:
        """Make a change; it must have been tried on this very roster."""
        self.truth[change.literals] = change.truth
        self.row_points[change.rows] = change.points
        self.row_debt[change.rows] = change.debts
        self.points += change.points_more
        self.debt += change.debt_more

    def become(self, other: Incumbent) -> None:
        """Take over another roster of the same problem."""
        self.truth, self.points, self.debt = other.truth, other.points, other.debt
        self.row_points, self.row_debt = other.row_points, other.row_debt
