"""What takes in the things that rules and terms say: a CP-SAT model, or a record of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from rostering.model.literals import Literals
from rostering.verbs import Literal, Says


@dataclass(frozen=True, slots=True)
class Binding:
    """How what is said now binds: hard, at a price per unit of breach, or under a switch."""

    price: int = 0
    switch: Literal | None = None


HARD = Binding()


class Listener(Says, Protocol):
    """The verbs that need no person, and what they are said about."""

    literals: Literals
    binding: Binding

    def about(self, person: str | None) -> None:
        """Note whose line is spoken of from now on; None for the whole plan."""
        ...

    def owns(self, literal: Literal, day: object) -> None:
        """Note that a literal stands for a duty; those with one owner exclude each other."""
        ...

    def parts(self, literals: Iterable[Literal], whole: object) -> None:
        """Note that literals are the parts of a whole of which one at most is true."""
        ...

    def finish(self, *, goals: bool) -> None:
        """Take note that all rules, or all goals so far, have been said."""
        ...
