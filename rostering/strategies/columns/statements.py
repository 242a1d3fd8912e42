"""Statements about one line, said in formulas: clauses and sums that a component can follow."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from rostering.model.record import AnyOf, Barred, Bounded, Charged, Cleared, Definition
from rostering.strategies.columns.formula import Formula, Formulas, Gate, Leaf
from rostering.verbs import Literal

Weights = tuple[tuple[Leaf | Gate, int], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A formula that must not become true, or costs ``price`` points when it does."""

    formula: Leaf | Gate
    price: int | None


@dataclass(frozen=True, slots=True)
class Use:
    """What is said of a sum: ``factor * sum`` above ``room`` is barred, or costs as ``Charged``."""

    factor: int
    room: int
    price: int | None
    convex: int


@dataclass(frozen=True, slots=True)
class Counter:
    """A sum of weights of formulas and all that is said of it."""

    weights: Weights
    uses: tuple[Use, ...]


Said = Clause | Counter


class Reader:
    """Turns the statements about one person's literals into formulas.

    Parameters
    ----------
    formulas
        Over the person's days.
    own
        Leaf of each base literal: its day and the bit of its option.
    definitions
        What derived literals mean.
    """

    def __init__(
        self,
        formulas: Formulas,
        own: dict[Literal, Formula],
        definitions: dict[Literal, Definition],
    ) -> None:
        self._formulas = formulas
        self._known = dict(own)
        self._definitions = definitions

    def formula(self, literal: Literal) -> Formula | None:
        """Return a literal's formula; None when it cannot be said in one."""
        number = abs(literal)
        if number not in self._known:
            meaning = self._definitions.get(number)
            if not isinstance(meaning, AnyOf):
                return None
            parts = [self.formula(part) for part in meaning.parts]
            if any(part is None for part in parts):
                return None
            known = [part for part in parts if part is not None]
            self._known[number] = self._formulas.joined(False, known)
        found = self._known[number]
        return found if literal > 0 else self._formulas.negated(found)

    def clause(self, statement: Barred | Cleared) -> Clause | bool | None:
        """Return a clause; False when it can never be broken, None when it cannot be said.

        A clause that is always broken gives True.
        """
        if isinstance(statement, Barred):
            broken = self._all(statement.literals)
        else:
            choices = [[self._all(c) for c in choice] for choice in statement.alternatives]
            if any(part is None for choice in choices for part in choice):
                return None
            barred = [
                self._formulas.joined(False, [part for part in choice if part is not None])
                for choice in choices
            ]
            broken = self._formulas.joined(True, barred)
        if broken is None or isinstance(broken, bool):
            return broken
        return Clause(broken, statement.price)

    def _all(self, literals: tuple[Literal, ...]) -> Formula | None:
        parts = [self.formula(literal) for literal in literals]
        if any(part is None for part in parts):
            return None
        return self._formulas.joined(True, [part for part in parts if part is not None])

    def counter(self, statement: Bounded | Charged) -> tuple[Weights, Use] | None:
        """Return a sum's weights, in a normal form shared by its multiples, and its use.

        None when the sum holds something that no formula says.
        """
        weights: dict[Leaf | Gate, int] = {}
        room = statement.bound
        for weight, literal in statement.terms:
            formula = self.formula(literal)
            if formula is None:
                return None
            if isinstance(formula, bool):
                room -= weight if formula else 0
            else:
                weights[formula] = weights.get(formula, 0) + weight
        price, convex = None, 1
        if isinstance(statement, Charged):
            price, convex = statement.price, statement.convex
        normal, factor = _normal(weights)
        return normal, Use(factor, room, price, convex)


def _normal(weights: dict[Leaf | Gate, int]) -> tuple[Weights, int]:
    held = sorted(((f, w) for f, w in weights.items() if w), key=repr)
    if not held:
        return (), 1
    factor = gcd(*(w for _, w in held))
    factor = -factor if held[0][1] < 0 else factor
    return tuple((f, w // factor) for f, w in held), factor
