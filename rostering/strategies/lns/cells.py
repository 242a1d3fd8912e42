"""Which literals stand for which duty: a roster as truth of literals, and back."""

from __future__ import annotations

import random
from collections.abc import Iterable

import numpy as np

from rostering.domain.index import ProblemIndex
from rostering.domain.roster import Assignment
from rostering.model.build import assigned
from rostering.strategies.lns.statements import Statements
from rostering.strategies.lns.table import Ints
from rostering.verbs import FALSE, TRUE

Cell = tuple[int, int]
"""A person's number and a day."""


class Cells:
    """The duties that are open, by person and day, and those that every roster holds."""

    def __init__(self, index: ProblemIndex, statements: Statements) -> None:
        self.index = index
        self.people = [verbs.person for verbs in statements.recorded.people]
        self.days = index.days
        self.fixed: list[Assignment] = []
        self.assignment: dict[int, Assignment] = {}
        self.literal: dict[Assignment, int] = {}
        found: list[tuple[int, int, int]] = []
        for number, verbs in enumerate(statements.recorded.people):
            for duty in verbs.candidates:
                literal = verbs.takes(duty)
                if duty.day < 0 or literal == FALSE:
                    continue
                assignment = assigned(index, verbs.person.id, duty)
                if literal == TRUE:
                    self.fixed.append(assignment)
                else:
                    self.assignment[literal] = assignment
                    self.literal[assignment] = literal
                    found.append((number, duty.day, literal))
        self._kind = [
            frozenset((*person.units, *(held.code for held in person.competences)))
            for person in self.people
        ]
        table = np.array(sorted(found), dtype=np.int64).reshape(-1, 3)
        self._literals = table[:, 2].copy()
        place = table[:, 0] * self.days + table[:, 1]
        self._from = np.searchsorted(place, np.arange(len(self.people) * self.days + 1))

    @property
    def literals(self) -> Ints:
        """All open literals of duties."""
        return self._literals

    def size(self, person: int, first: int, end: int) -> int:
        """Return how many open literals a person's days have."""
        place = person * self.days
        return int(self._from[place + end] - self._from[place + first])

    def on(self, person: int, first: int, end: int) -> Ints:
        """Return a person's open literals on the days from ``first`` to before ``end``."""
        place = person * self.days
        return self._literals[self._from[place + first] : self._from[place + end]]

    def within(self, people: Iterable[int], first: int, end: int) -> Ints:
        """Return the open literals of some people on the days from ``first`` to before ``end``."""
        parts = [self.on(person, first, end) for person in people]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)

    def peers(self, person: int, rng: random.Random) -> list[int]:
        """Return all people, this one first, then in random order those most like it."""
        mine = self._kind[person]
        rest = [other for other in range(len(self.people)) if other != person]
        rng.shuffle(rest)
        rest.sort(key=lambda other: len(mine ^ self._kind[other]))
        return [person, *rest]

    def truth(self, size: int, roster: Iterable[Assignment]) -> Ints:
        """Return the truth of duties in a roster; what is not possible at all is left out."""
        found = np.zeros(size, dtype=np.int64)
        known = [self.literal[one] for one in roster if one in self.literal]
        found[known] = 1
        return found

    def roster(self, truth: Ints) -> tuple[Assignment, ...]:
        """Return the assignments of a truth, sorted."""
        worked = self._literals[truth[self._literals] == 1]
        found = [*self.fixed, *(self.assignment[int(literal)] for literal in worked)]
        return tuple(sorted(found, key=lambda one: one.key))
