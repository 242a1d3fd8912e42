"""Neighbourhoods of a roster: a part of it is free, and searched by pricing and a dive.

Which kind comes next is drawn by how often each has saved something for its effort of late; sizes
grow while searches end with nothing left and shrink when something may be left (adaptive large
neighbourhood search; Ropke and Pisinger 2006).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rostering.strategies.columns.branching import Best, Tree
from rostering.strategies.columns.dive import dive, duties, nearness
from rostering.strategies.columns.generation import End, Generation
from rostering.strategies.columns.master import BARRED
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.parts import Parts
from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.team import Column, Shares, Team

FADING = 0.9  # share of a kind's record that is kept when it is tried again
LEAST = 0.1  # part of the best kind's worth that a kind always has, so that it is never given up
ROUND = 15  # effort of a round, where pricing one line is 1 (docs/columns.md)
KEPT = 60  # lines of a person that the next searches begin with
DOUBTED = 0.25  # part of all duties that is free when doubts are tried first

Columns = tuple[Column, ...]


@dataclass(slots=True)
class Kind:
    """One way to choose what is free; ``size`` is a number of people, days or duties.

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
        """Grow after a search that went through everything in vain, shrink after any other."""
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
    shares
        The relaxed optimum.
    """

    def __init__(self, team: Team, duals: Floats, shares: Shares, seed: int) -> None:
        self.team, self.duals = team, duals
        self.parts = Parts(team, duals, shares, seed)
        people, days = self.parts.people, self.parts.days
        self.kinds = [
            Kind("people", min(5, people), people),
            Kind("apart", min(5, people), people),
            Kind("crew", min(5, people), people),
            Kind("days", min(7, days), days),
            Kind("block", min(14, days), days),
            Kind("doubts", max(2.0, DOUBTED * people * days), people * days),
        ]
        self._pool: list[deque[Column]] = [deque(maxlen=KEPT) for _ in team.seats]
        self.rounds = 0

    def improve(
        self,
        best: Best,
        stop: Callable[[], bool],
        found: Callable[[Columns], None],
        *,
        mending: bool = False,
        walking: bool = False,
        nodes: int = 0,
    ) -> Kind:
        """Search one neighbourhood of the best roster; return its kind.

        Parameters
        ----------
        mending
            Whether the roster has sums in barred values, and fewer of them are of interest.
        walking
            Whether another roster of the same points is of interest too: one duty or day off of
            what is free is barred, so that the search ends elsewhere.
        nodes
            Nodes of branch and price at most, where a dive has found nothing.
        """
        least = LEAST * max(kind.worth for kind in self.kinds)
        chances = [max(least, kind.worth) for kind in self.kinds]
        kind = self.parts.random.choices(self.kinds, chances)[0]
        node = self.parts.node(kind.name, best.columns, max(2, round(kind.size)))
        before = best.points
        if walking:
            node = self.parts.elsewhere(node, best.columns)
        generation = self._generation(node, best.columns, mending=mending)
        cutoff = before + walking * self.team.grain
        columns, whole = _searched(generation, node, cutoff, stop, nodes)
        if columns is not None:
            found(columns)
        self._harvest(generation, node)
        saved = best.points < before or (columns is not None and self._points(columns) < before)
        free = len(self.team.seats) - len(node.fixed)
        kind.note(saved=saved, effort=1 + generation.rounds * (ROUND + free))
        kind.resize(whole=whole, saved=saved)
        return kind

    def _points(self, columns: Columns) -> float:
        points, barred = self.team.charged(columns)
        return points + BARRED * barred

    def _generation(self, node: Node, columns: Sequence[Column], *, mending: bool) -> Generation:
        """Return a small master with the roster and known lines of the people who are free."""
        generation = Generation(self.team, mending=mending)
        generation.centre = self.duals
        for column in columns:
            if node.allows(column):
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


def _searched(
    generation: Generation, node: Node, cutoff: float, stop: Callable[[], bool], nodes: int
) -> tuple[Columns | None, bool]:
    """Return a roster of a node, if there is a better one, and whether nothing is left."""
    near = 0.0 if generation.mending else nearness(generation.team, cutoff)
    first = generation.run(node, cutoff, stop, near_enough=near)
    if first.end is not End.SOLVED:
        return None, first.end is End.CUT
    if first.relaxed.whole:
        return tuple(column for column, _ in first.relaxed.shares), True
    found = dive(generation, node, first, cutoff, stop, lambda: 0.0, duties)
    if found is not None or not nodes:
        return found, False
    best = Best(cutoff)

    def keep(columns: Columns) -> None:
        points, barred = generation.team.charged(columns)
        if not barred and points < best.points:
            best.points, best.columns = points, columns

    tree = Tree(generation, best, stop, keep, lambda _: None, most=nodes)
    done = tree.run(replace(node, bound=first.bound))
    return best.columns or None, done
