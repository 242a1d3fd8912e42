"""Which part of a roster a neighbourhood leaves free: people, days, both, or what is in doubt.

People are drawn by their part of the gap: what their lines cost above the least, at the duals of
the best bound. In doubt are the duties of which the relaxed optimum has little (relaxation
induced neighbourhoods; Danna, Rothberg and Le Pape 2005).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import ceil

import numpy as np

from rostering.strategies.columns.node import Node
from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.team import Column, Shares, Team

BLOCK = 0.4  # part of the people who are free in a block of days
NOISE = 0.3  # share of a duty that chance may add when doubts are put in order

Duty = tuple[int, int, int]


class Parts:
    """Makes nodes in which most of a roster is fixed.

    Parameters
    ----------
    duals
        Duals of the rows with a good bound.
    shares
        The relaxed optimum.
    seed
        Of all that is drawn.
    """

    def __init__(self, team: Team, duals: Floats, shares: Shares, seed: int) -> None:
        self.team, self.duals = team, duals
        self.random = random.Random(seed)
        self.people, self.days = len(team.seats), len(team.flats[0].width)
        self._shares = team.sums(shares)
        found = team.price(range(self.people), -duals, {})
        self._least = [least for least, _ in found] if found is not None else [0.0] * self.people

    def node(self, name: str, columns: Sequence[Column], size: int) -> Node:
        """Return the node in which a part of a kind is free."""
        if name == "doubts":
            return self._doubts(columns, size)
        if name == "days":
            return self._some_days(columns, size, range(self.people))
        if name == "block":
            some = self._some_people("people", columns, ceil(BLOCK * self.people))
            return self._some_days(columns, size, some)
        some = self._some_people(name, columns, size)
        return Node().fixing(column for column in columns if column.person not in some)

    def elsewhere(self, node: Node, columns: Sequence[Column]) -> Node:
        """Return a node without one duty or day off, drawn from what is free and now held."""
        open_ones = [
            (column.person, day, option)
            for column in columns
            if column.person not in node.fixed
            for day, option in enumerate(column.flat)
            if self._is_open(node, column.person, day)
        ]
        if not open_ones:
            return node
        person, _, option = self.random.choice(open_ones)
        return node.without(person, frozenset([option]), -float("inf"))

    def _is_open(self, node: Node, person: int, day: int) -> bool:
        """Return whether a person has a choice on a day."""
        seat, barred = self.team.seats[person], node.barred.get(person, frozenset())
        first, end = int(seat.option_at[day]), int(seat.option_at[day + 1])
        return sum(option not in barred for option in range(first, end)) > 1

    def _some_people(self, name: str, columns: Sequence[Column], size: int) -> Sequence[int]:
        everybody = range(self.people)
        if name == "crew":
            one = self.random.choice(everybody)
            near = [p for p in everybody if self.team.seats[p].crew == self.team.seats[one].crew]
            if len(near) >= size:
                return self.random.sample(near, size)
        if name == "apart":
            return self._far_from_least(columns, size)
        return self.random.sample(everybody, min(size, self.people))

    def _far_from_least(self, columns: Sequence[Column], size: int) -> Sequence[int]:
        """Return people drawn by their part of the gap."""
        parts = [
            column.cost
            - sum(float(self.duals[row]) * weight for row, weight in column.rows)
            - self._least[column.person]
            for column in columns
        ]
        weights = np.array(parts) + 0.01 + max(parts) / 50
        chances = weights / weights.sum()
        drawn = np.random.default_rng(self.random.getrandbits(32)).choice(
            [column.person for column in columns], min(size, len(columns)), False, chances
        )
        return [int(person) for person in drawn]

    def _some_days(self, columns: Sequence[Column], size: int, some: Sequence[int]) -> Node:
        """Return the node in which some people are free on some days in a row."""
        first = self.random.randint(1 - size // 2, self.days - size // 2)
        node = Node().fixing(column for column in columns if column.person not in some)
        return self._keeping(
            node,
            [
                (column.person, day, option)
                for column in columns
                if column.person not in node.fixed
                for day, option in enumerate(column.flat)
                if not first <= day < first + size
            ],
        )

    def _doubts(self, columns: Sequence[Column], size: int) -> Node:
        """Return the node in which that many duties and days off of the whole roster are free."""
        known = [
            (
                self._share(column.person, option) + NOISE * self.random.random(),
                (column.person, day, option),
            )
            for column in columns
            for day, option in enumerate(column.flat)
        ]
        return self._keeping(Node(), [duty for _, duty in sorted(known)[size:]])

    def _share(self, person: int, option: int) -> float:
        sums = self._shares.get(person)
        return 0.0 if sums is None else float(sums[option])

    def _keeping(self, node: Node, duties: Sequence[Duty]) -> Node:
        """Return the part of a node that has all of some duties, given as person, day, option."""
        barred: dict[int, set[int]] = {}
        for person, day, option in duties:
            at = self.team.seats[person].option_at
            held = barred.setdefault(person, set())
            held.update(range(int(at[day]), int(at[day + 1])))
            held.discard(option)
        for person, held in barred.items():
            node = node.without(person, frozenset(held), -float("inf"))
        return node
