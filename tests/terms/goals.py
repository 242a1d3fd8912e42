"""The term files: what each goal is worth on short lines, measured and as the solver is told."""

from __future__ import annotations

from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.roster import Assignment
from rostering.model.build import Built, build
from rostering.model.settle import settle
from rostering.rulings import Rulings
from rostering.score import causes
from rostering.terms.base import Term
from rostering.terms.registry import TERMS
from tests.rules.law import law
from tests.rules.worlds import World

WEIGHT = 3


class Goal:
    """A world in which one term alone has a weight."""

    def __init__(self, term: Term, world: World, *, one_a_day: bool = False) -> None:
        self.term = term
        rules = {"no_overlap": {}} if one_a_day else {}
        weights = {other.id: WEIGHT * (other is term) for other in TERMS}
        self.index = ProblemIndex(world.problem(rules, weights))
        self.built: Built = build(self.index, Rulings(self.index))

    def causes(self, assignments: tuple[Assignment, ...]) -> list[Cause]:
        """Return every part of the term's value."""
        return list(causes(self.index.plan(assignments), self.term))

    def measured(self, assignments: tuple[Assignment, ...]) -> int:
        """Return the term's value as the score card measures it."""
        return sum(cause.amount for cause in self.causes(assignments))

    def told(self, assignments: tuple[Assignment, ...]) -> int | None:
        """Return the model's least objective with the duties fixed; None when it bars them."""
        settled = settle(self.built, assignments)
        return None if settled is None else settled.objective


def worlds(term: Term, part: str) -> list[World]:
    """Return the ``cases`` or ``twins`` of a term's file; none when it has no file."""
    try:
        file = law(f"terms/{term.id}")
    except LookupError:
        return []
    return [World(term.id, entry, file.get("shared", {})) for entry in file.get(part, [])]


def every(part: str) -> list[tuple[Term, World]]:
    """Return the ``cases`` or ``twins`` of all registered terms."""
    return [(term, world) for term in TERMS for world in worlds(term, part)]


def named(value: object) -> str:
    """Return a part of a test's name."""
    return value.id if isinstance(value, Term) else str(getattr(value, "name", value))
