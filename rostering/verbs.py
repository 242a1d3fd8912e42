"""The handful of verbs through which rules and terms speak to a solver.

A literal is an int: ``TRUE``, ``FALSE`` or the solver's own number; ``-literal`` is its negation.
Whether a rule binds hard, under a switch or at a price is decided behind the verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person

Literal = int
TRUE: Literal = 1
FALSE: Literal = -1
Weighted = Iterable[tuple[int, Literal]]


class Says(Protocol):
    """What can be said about literals."""

    index: ProblemIndex

    def any_of(self, literals: Iterable[Literal]) -> Literal:
        """Return a literal that is true when at least one is."""
        ...

    def forbid(self, literals: Sequence[Literal], amount: int = 1) -> None:
        """Forbid that all are true at once; ``amount`` is the size of that breach."""
        ...

    def at_most(self, weighted: Weighted, bound: int) -> None:
        """Keep the weighted sum at or under the bound; each unit above it is a breach of 1."""
        ...

    def at_least(self, weighted: Weighted, bound: int) -> None:
        """Keep the weighted sum at or above the bound; each unit below it is a breach of 1."""
        ...

    def some_clear(self, alternatives: Sequence[Sequence[Sequence[Literal]]]) -> None:
        """Require that at least one alternative is clear.

        An alternative is a list of combinations; it is clear when in none of them all literals
        are true.
        """
        ...

    def reaches(self, weighted: Weighted, bound: int) -> Literal:
        """Return a literal that is true exactly when the weighted sum is at or above the bound."""
        ...

    def share(self, weighted: Weighted, divisor: int, low: int, high: int) -> Weighted:
        """Return a sum's quotient, rounded down and kept from ``low`` to ``high``, as a sum.

        It holds exactly, whatever the binding; ``divisor`` is positive.
        """
        ...

    def price(self, literals: Sequence[Literal], amount: int) -> None:
        """Charge an amount when all literals are true."""
        ...

    def price_over(self, weighted: Weighted, bound: int, amount: int, convex: int = 0) -> None:
        """Charge ``amount`` for each unit of the sum above the bound.

        With ``convex = k`` the n-th unit above costs n times the amount, for up to k units.
        """
        ...


class Verbs(Says, Protocol):
    """The verbs for one person's line; ``candidates`` are possible and past duties by start."""

    person: Person
    candidates: Sequence[Duty]

    def takes(self, duty: Duty) -> Literal:
        """Return the literal of a duty being worked; ``TRUE`` for the past."""
        ...

    def on(self, day: int) -> Sequence[Duty]:
        """Return the candidates that start on a day."""
        ...

    def slots(self, day: int) -> Sequence[tuple[Duty, Literal]]:
        """Return the distinct times of a day's candidates.

        A duty stands for all of the same kind and times, wherever and in whatever role; the
        literal is true when one of them is worked.
        """
        ...

    def works(self, day: int) -> Literal:
        """Return the literal of any duty starting on a day."""
        ...


class UnitVerbs(Says, Protocol):
    """The verbs for the whole plan."""

    def on_duty(self, day: int, code: str) -> Sequence[tuple[Person, Duty, Literal]]:
        """Return everyone who may start a shift code on a day, past included."""
        ...
