"""Branch and price: rosters out of fractions of lines, and the proof that none is better.

A node is split at a sum of the unit that is not whole, else at an option that somebody has in part.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from rostering.strategies.columns.generation import End, Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.splitting import split
from rostering.strategies.columns.team import Column

TINY = 1e-6


@dataclass(slots=True)
class Best:
    """The best roster so far, as columns, and its points."""

    points: float = float("inf")
    columns: tuple[Column, ...] = ()


class Tree:
    """Open nodes by bound; each plunge goes down from the one with the least.

    ``exact`` tells that columns and rows say all that a roster costs. Else a node whose lines are
    whole is not done with: another choice of lines may cost as little and make a cheaper roster.
    Where the generation is for mending, rosters in barred values are of interest too.
    """

    def __init__(
        self,
        generation: Generation,
        best: Best,
        stop: Callable[[], bool],
        found: Callable[[tuple[Column, ...]], None],
        told: Callable[[float], None],
        most: int | None = None,
        *,
        exact: bool = True,
    ) -> None:
        self.generation, self.best, self.stop = generation, best, stop
        self.found, self.told, self.most, self.exact = found, told, most, exact
        self._left = float("inf")
        self._number = count()
        self._open: list[tuple[float, int, Node]] = []
        self.nodes = 0

    @property
    def bound(self) -> float:
        """Points that no roster of the tree lies under."""
        least = self._open[0][0] if self._open else float("inf")
        return min(least, self._left, self.best.points)

    def run(self, root: Node | None = None) -> bool:
        """Search until nothing is left, or ``most`` nodes are; return whether nothing is."""
        if root is not None:
            self._push(root)
        while self._open:
            bound, _, node = heapq.heappop(self._open)
            if bound > self.best.points - self.generation.team.grain + TINY:
                continue
            left = self._plunge(node)
            if left is not None:
                self._push(left)
                return False
            self.told(self.bound)
        return True

    def _push(self, node: Node) -> None:
        heapq.heappush(self._open, (node.bound, next(self._number), node))

    def _plunge(self, node: Node | None) -> Node | None:
        """Go down from a node; the other branches stay open. Return a node that was not done."""
        while node is not None:
            if self.stop() or (self.most is not None and self.nodes >= self.most):
                return node
            self.nodes += 1
            result = self.generation.run(node, self.best.points, self.stop)
            if result.end is End.STOPPED:
                return node
            barred = result.relaxed.barred > TINY and not self.generation.mending
            if result.end is End.CUT or barred:
                return None
            if result.relaxed.whole:
                if not self.exact:
                    self._left = min(self._left, result.bound)
                self.found(tuple(column for column, _ in result.relaxed.shares))
                return None
            parts = split(self.generation, node, result.relaxed, result.bound)
            self._push(parts.second)
            node = parts.first
        return None
