"""Neighbourhoods of a roster, searched by branch and price: some people, or some days, are free.

Which kind comes next is drawn by how often each has saved something for its effort of late; sizes
grow while searches end with nothing left and shrink when they are cut short (adaptive large
neighbourhood search; Ropke and Pisinger 2006). People and days are drawn by their part of the
gap: what their lines and sums cost above the least, at the duals of the best bound.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from rostering.strategies.columns.branching import Best, Tree
from rostering.strategies.columns.generation import Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.team import Column, Team

NODES = 30  # of one search
FADING = 0.9  # share of a kind's record that is kept when it is tried again
LEAST = 0.1  # part of the best kind's worth that a kind always has, so that it is never given up
ROUND = 15  # effort of a round, where pricing one line is 1 (docs/columns.md)
BLOCK = 0.4  # part of the people who are free in a block of days
KEPT = 60  # lines of a person that the next searches begin with


@dataclass(slots=True)
class Kind:
    """One way to choose what is free; ``size`` is a number of people, or of days.

    ``saved`` and ``effort`` are sums that fade: of searches that saved something, and of work.
    """

    name: str
    size: float
    most: int
    saved: float = 1.0
    effort: float = 1000.0

    @property
    def worth(self) -> float:
        """How often a search has saved something, for its effort."""
        return self.saved / self.effort

    def note(self, *, saved: bool, effort: float) -> None:
        """Take note of a search."""
        self.saved = FADING * self.saved + saved
        self.effort = FADING * self.effort + effort

    def resize(self, *, whole: bool, saved: bool) -> None:
        """Grow after a search that went through everything in vain, shrink after one cut short."""
        if whole and not saved:
            self.size = min(self.most, self.size * 1.2 + 0.1)
        elif not whole:
            self.size = max(2.0, self.size * 0.85)


class Neighbourhoods:
    """Improves a roster as long as it is let.

    Parameters
    ----------
    duals
        Duals of the rows with a good bound.
    """

    def __init__(self, team: Team, duals: Floats, seed: int) -> None:
        self.team, self.duals = team, duals
        self._random = random.Random(seed)
        people, self._days = len(team.seats), len(team.flats[0].width)
        self.kinds = [
            Kind("people", min(5, people), people),
            Kind("apart", min(5, people), people),
            Kind("crew", min(5, people), people),
            Kind("days", min(7, self._days), self._days),
            Kind("block", min(14, self._days), self._days),
        ]
        found = team.price(range(people), -duals, {})
        self._least = [least for least, _ in found] if found is not None else [0.0] * people
        self._pool: list[deque[Column]] = [deque(maxlen=KEPT) for _ in team.seats]
        self.rounds = 0

    def improve(
        self,
        best: Best,
        stop: Callable[[], bool],
        found: Callable[[tuple[Column, ...]], None],
        *,
        mending: bool = False,
    ) -> Kind:
        """Search one neighbourhood of the best roster; return its kind.

        Parameters
        ----------
        mending
            Whether the roster has sums in barred values, and fewer of them are of interest.
        """
        least = LEAST * max(kind.worth for kind in self.kinds)
        chances = [max(least, kind.worth) for kind in self.kinds]
        kind = self._random.choices(self.kinds, chances)[0]
        node = self._node(kind, best.columns)
        before = best.points
        generation = self._generation(node, best.columns, mending=mending)
        tree = Tree(generation, best, stop, found, lambda _: None, NODES)
        whole = tree.run(node)
        self._harvest(generation, node)
        saved = best.points < before
        free = len(self.team.seats) - len(node.fixed)
        kind.note(saved=saved, effort=1 + generation.rounds * (ROUND + free))
        kind.resize(whole=whole, saved=saved)
        return kind

    def _generation(self, node: Node, columns: Sequence[Column], *, mending: bool) -> Generation:
        """Return a small master with the roster and known lines of the people who are free."""
        generation = Generation(self.team, mending=mending)
        generation.centre = self.duals
        for column in columns:
            generation.master.add(column)
        for person, held in enumerate(self._pool):
            if person not in node.fixed:
                for column in held:
                    if node.allows(column):
                        generation.master.add(column)
        return generation

    def _harvest(self, generation: Generation, node: Node) -> None:
        self.rounds += generation.rounds
        for person, columns in generation.master.columns().items():
            if person not in node.fixed:
                self._pool[person].extend(columns[-KEPT // 2 :])

    def _node(self, kind: Kind, columns: Sequence[Column]) -> Node:
        size = max(2, round(kind.size))
        if kind.name == "days":
            return self._some_days(Node(), columns, size)
        if kind.name == "block":
            some = self._people("people", columns, ceil(BLOCK * len(columns)))
            node = Node().fixing(column for column in columns if column.person not in some)
            return self._some_days(node, columns, size)
        people = self._people(kind.name, columns, size)
        return Node().fixing(column for column in columns if column.person not in people)

    def _people(self, name: str, columns: Sequence[Column], size: int) -> set[int]:
        everybody = range(len(self.team.seats))
        if name == "crew":
            one = self._random.choice(everybody)
            near = [p for p in everybody if self.team.seats[p].crew == self.team.seats[one].crew]
            if len(near) >= size:
                return set(self._random.sample(near, size))
        if name == "apart":
            return self._far_from_least(columns, size)
        return set(self._random.sample(everybody, min(size, len(everybody))))

    def _far_from_least(self, columns: Sequence[Column], size: int) -> set[int]:
        """Return people drawn by their part of the gap."""
        parts = [
            column.cost
            - sum(float(self.duals[row]) * weight for row, weight in column.rows)
            - self._least[column.person]
            for column in columns
        ]
        weights = np.array(parts) + 0.01 + max(parts) / 50
        chances = weights / weights.sum()
        drawn = np.random.default_rng(self._random.getrandbits(32)).choice(
            [column.person for column in columns], min(size, len(columns)), False, chances
        )
        return {int(person) for person in drawn}

    def _some_days(self, node: Node, columns: Sequence[Column], size: int) -> Node:
        """Return the part of a node in which lines stay as they are outside some days in a row."""
        first = self._random.randint(1 - size // 2, self._days - size // 2)
        for column in columns:
            if column.person in node.fixed:
                continue
            seat = self.team.seats[column.person]
            kept: set[int] = set()
            for day, option in enumerate(column.flat):
                if not first <= day < first + size:
                    kept |= set(range(int(seat.option_at[day]), int(seat.option_at[day + 1])))
                    kept.discard(option)
            node = node.without(column.person, frozenset(kept), -float("inf"))
        return node
