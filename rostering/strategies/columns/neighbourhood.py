"""Neighbourhoods of a roster, searched by branch and price: some people, or some days, are free.

Which kind comes next is drawn by how much each has saved of late; sizes grow while searches end
with nothing left and shrink when they are cut short (adaptive large neighbourhood search; Ropke
and Pisinger 2006).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rostering.strategies.columns.branching import Best, Tree
from rostering.strategies.columns.generation import Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.team import Column, Team

NODES = 30  # of one search
FADING = 0.9  # share of a kind's worth that is kept when it is tried again
LEAST = 0.05  # worth that a kind always has, so that it is never given up


@dataclass(slots=True)
class Kind:
    """One way to choose what is free; ``size`` is a number of people, or of days."""

    name: str
    size: float
    most: int
    worth: float = 1.0


class Neighbourhoods:
    """Improves a roster as long as it is let."""

    def __init__(self, team: Team, seed: int) -> None:
        self.team = team
        self.generation = Generation(team)
        self._random = random.Random(seed)
        people, days = len(team.seats), len(team.flats[0].width)
        self.kinds = [
            Kind("people", min(4, people), people),
            Kind("worst", min(4, people), people),
            Kind("crew", min(4, people), people),
            Kind("days", min(7, days), days),
        ]
        self.tries = 0

    def improve(
        self, best: Best, stop: Callable[[], bool], found: Callable[[tuple[Column, ...]], None]
    ) -> None:
        """Search one neighbourhood of the best roster."""
        kind = self._random.choices(self.kinds, [k.worth for k in self.kinds])[0]
        node = self._node(kind, best.columns)
        before = best.points
        tree = Tree(self.generation, best, stop, found, lambda _: None, NODES)
        whole = tree.run(node)
        self.tries += 1
        saved = (before - best.points) / max(1.0, before)
        kind.worth = max(LEAST, FADING * kind.worth + (1.0 if saved > 0 else 0.0))
        if whole and not saved:
            kind.size = min(kind.most, kind.size * 1.15 + 0.1)
        elif not whole:
            kind.size = max(2.0, kind.size * 0.9)

    def _node(self, kind: Kind, columns: Sequence[Column]) -> Node:
        size = max(2, round(kind.size))
        if kind.name == "days":
            return self._some_days(columns, size)
        people = self._people(kind.name, columns, size)
        return Node().fixing(column for column in columns if column.person not in people)

    def _people(self, name: str, columns: Sequence[Column], size: int) -> set[int]:
        everybody = range(len(self.team.seats))
        if name == "crew":
            one = self._random.choice(everybody)
            near = [p for p in everybody if self.team.seats[p].crew == self.team.seats[one].crew]
            if len(near) >= size:
                return set(self._random.sample(near, size))
        if name == "worst":
            return self._at_worst(columns, size)
        return set(self._random.sample(everybody, min(size, len(everybody))))

    def _at_worst(self, columns: Sequence[Column], size: int) -> set[int]:
        """Return people drawn by what their lines cost, half of them, and anybody."""
        costs = np.array([column.cost - self.team.seats[column.person].base for column in columns])
        weights = (costs - costs.min() + 1.0).tolist()
        chosen = set(self._random.choices([c.person for c in columns], weights, k=size // 2 + 1))
        left = [column.person for column in columns if column.person not in chosen]
        more = max(0, min(len(left), size - len(chosen)))
        return chosen | set(self._random.sample(left, more))

    def _some_days(self, columns: Sequence[Column], size: int) -> Node:
        """Return the node in which everybody keeps the line outside some days in a row."""
        days = len(self.team.flats[0].width)
        first = self._random.randint(1 - size // 2, days - size // 2)
        node = Node()
        for column in columns:
            seat = self.team.seats[column.person]
            kept: set[int] = set()
            for day, option in enumerate(column.flat):
                if not first <= day < first + size:
                    kept |= set(range(int(seat.option_at[day]), int(seat.option_at[day + 1])))
                    kept.discard(option)
            node = node.without(column.person, frozenset(kept), -float("inf"))
        return node
