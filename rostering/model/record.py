"""A record of all that rules and terms say, for whoever solves otherwise than as one model.

Column generation turns each person's part into an automaton and the unit's part into the rows of
a linear programme; a neighbourhood search says parts of it again to a small CP-SAT model. What is
recorded is already folded: constants are gone, a rule that cannot bind is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rostering.domain.index import ProblemIndex
from rostering.errors import EngineDrift
from rostering.model.listener import HARD, Binding
from rostering.model.literals import Literals
from rostering.verbs import FALSE, TRUE, Literal, Weighted

Combination = tuple[Literal, ...]
Sum = tuple[tuple[int, Literal], ...]
"""Pairs of a coefficient and a positive literal, by literal."""


@dataclass(frozen=True, slots=True)
class Barred:
    """Not all of the literals are true; ``price`` points when they are, None when never."""

    literals: Combination
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Bounded:
    """A sum is at or under a bound."""

    terms: Sum
    bound: int


@dataclass(frozen=True, slots=True)
class Charged:
    """Each unit of a sum above the bound costs; the n-th ``min(n, convex)`` times the price."""

    terms: Sum
    bound: int
    price: int
    convex: int = 1


@dataclass(frozen=True, slots=True)
class Cleared:
    """One alternative at least is clear: none of its combinations is wholly true."""

    alternatives: tuple[tuple[Combination, ...], ...]
    price: int | None = None


Statement = Barred | Bounded | Charged | Cleared


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one of the parts at least is."""

    parts: Combination


@dataclass(frozen=True, slots=True)
class Reaches:
    """True when the sum is at or above the bound."""

    terms: Sum
    bound: int


@dataclass(frozen=True, slots=True)
class ShareBit:
    """One bit of ``clamp(floor((sum + constant) / divisor), low, high) - low``."""

    terms: Sum
    constant: int
    divisor: int
    low: int
    high: int
    bit: int


Definition = AnyOf | Reaches | ShareBit


@dataclass(slots=True)
class Record:
    """What was said, by person (None for the unit), and what derived literals mean."""

    said: dict[str | None, list[Statement]] = field(default_factory=dict)
    definitions: dict[Literal, Definition] = field(default_factory=dict)
    constant: int = 0
    barred: set[Literal] = field(default_factory=set)


class Recorder:
    """A ``Listener`` that keeps what it hears.

    Parameters
    ----------
    personal
        Whether a duty that a hard rule bars alone stays an open literal, noted in
        ``record.barred``: people with one contract then have the same statements.
    """

    def __init__(self, index: ProblemIndex, *, personal: bool = False) -> None:
        self.index = index
        self.literals = Literals(None)
        self.binding: Binding = HARD
        self.record = Record()
        self._person: str | None = None
        self._personal = personal
        self._owner: dict[Literal, object] = {}
        self._any: dict[frozenset[Literal], Literal] = {}

    def about(self, person: str | None) -> None:
        """See ``Listener.about``."""
        self._person = person

    def owns(self, literal: Literal, day: object) -> None:
        """See ``Listener.owns``."""
        self._owner[literal] = day

    def parts(self, literals: Iterable[Literal], whole: object) -> None:
        """See ``Listener.parts``; the literals' owners already tell it."""

    def finish(self, *, goals: bool) -> None:
        """See ``Listener.finish``: nothing is held back here."""

    def _keep(self, statement: Statement) -> None:
        self.record.said.setdefault(self._person, []).append(statement)

    def any_of(self, literals: Iterable[Literal]) -> Literal:
        """See ``Says.any_of``; shared by equal calls."""
        opens = self.literals.conjunction([-literal for literal in literals])
        if opens is None:
            return TRUE
        if len(opens) < 2:
            return -opens[0] if opens else FALSE
        key = frozenset(opens)
        if key not in self._any:
            self._any[key] = either = self.literals.new()
            self.record.definitions[either] = AnyOf(tuple(sorted(-one for one in opens)))
        return self._any[key]

    def forbid(self, literals: Sequence[Literal], amount: int = 1) -> None:
        """See ``Says.forbid``."""
        opens = self.literals.conjunction(literals)
        if opens is None:
            return
        price = self._price(amount)
        if price is None and len(opens) == 1 and opens[0] in self._owner:
            if self._personal:
                self.record.barred.add(opens[0])
            else:
                self.literals.fix(opens[0], False)
        else:
            self._barred(opens, price)

    def _barred(self, opens: list[Literal], price: int | None) -> None:
        if not opens and price is not None:
            self.record.constant += price
        else:
            self._keep(Barred(tuple(sorted(opens)), price))

    def _price(self, amount: int) -> int | None:
        if self.binding.switch is not None:
            raise EngineDrift("a record holds no switches")
        return amount * self.binding.price if self.binding.price else None

    def at_most(self, weighted: Weighted, bound: int) -> None:
        """See ``Says.at_most``."""
        price = self._price(1)
        if price is not None:
            self.price_over(weighted, bound, price)
            return
        coefficients, constant = self.literals.linear(weighted)
        if sum(c for c in coefficients.values() if c > 0) > bound - constant:
            self._keep(Bounded(_sum(coefficients), bound - constant))

    def at_least(self, weighted: Weighted, bound: int) -> None:
        """See ``Says.at_least``."""
        self.at_most([(-weight, literal) for weight, literal in weighted], -bound)

    def some_clear(self, alternatives: Sequence[Sequence[Sequence[Literal]]]) -> None:
        """See ``Says.some_clear``."""
        choices = []
        for choice in alternatives:
            opens = [self.literals.conjunction(combination) for combination in choice]
            barring = [tuple(sorted(found)) for found in opens if found is not None]
            if not barring:
                return
            if () not in barring:
                choices.append(tuple(sorted(set(barring))))
        self._keep(Cleared(tuple(sorted(choices)), self._price(1)))

    def reaches(self, weighted: Weighted, bound: int) -> Literal:
        """See ``Says.reaches``."""
        coefficients, constant = self.literals.linear(weighted)
        room = bound - constant
        if sum(c for c in coefficients.values() if c > 0) < room:
            return FALSE
        if sum(c for c in coefficients.values() if c < 0) >= room:
            return TRUE
        literal = self.literals.new()
        self.record.definitions[literal] = Reaches(_sum(coefficients), room)
        return literal

    def share(self, weighted: Weighted, divisor: int, low: int, high: int) -> Weighted:
        """See ``Says.share``."""
        coefficients, constant = self.literals.linear(weighted)
        least = (constant + sum(c for c in coefficients.values() if c < 0)) // divisor
        most = (constant + sum(c for c in coefficients.values() if c > 0)) // divisor
        bottom, top = (min(max(q, low), high) for q in (least, most))
        terms, bits = _sum(coefficients), []
        for bit in range((top - bottom).bit_length()):
            literal = self.literals.new()
            meaning = ShareBit(terms, constant, divisor, bottom, top, bit)
            self.record.definitions[literal] = meaning
            bits.append((1 << bit, literal))
        return [(bottom, TRUE), *bits]

    def price(self, literals: Sequence[Literal], amount: int) -> None:
        """See ``Says.price``."""
        opens = self.literals.conjunction(literals)
        if amount and opens is not None:
            self._barred(opens, amount)

    def price_over(self, weighted: Weighted, bound: int, amount: int, convex: int = 0) -> None:
        """See ``Says.price_over``."""
        coefficients, constant = self.literals.linear(weighted)
        room = bound - constant
        if amount and sum(c for c in coefficients.values() if c > 0) > room:
            self._keep(Charged(_sum(coefficients), room, amount, max(1, convex)))


def _sum(coefficients: dict[int, int]) -> Sum:
    return tuple((c, literal) for literal, c in sorted(coefficients.items()))
