"""Column generation at one node: rounds of master and pricing, with a valid bound at each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from rostering.strategies.columns.master import Master, Relaxed
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.team import Column, Team

Weights = tuple[float, ...]
# Weights of the duals with the best bound so far (Wentges 1997; Pessoa et al. 2018), one pricing
# each: strong ones reach the root soonest, weak ones follow when much is fixed at once.
STRONG: Weights = (0.9, 0.6)
WEAK: Weights = (0.5, 0.0)
TINY = 1e-6
FITTING = 0.5  # of a master's columns: with fewer that fit, the others are forgotten


class End(Enum):
    """Why the rounds ended."""

    SOLVED = "solved"
    CUT = "cut"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Found:
    """What the rounds at a node gave; ``bound`` is valid whatever the end."""

    end: End
    bound: float
    relaxed: Relaxed


class Generation:
    """Master, pricing and the duals that gave the best bound.

    Parameters
    ----------
    mending
        Whether a barred value keeps its first price, so that points can be compared.
    smoothing
        How the duals of a round are smoothed.
    """

    def __init__(self, team: Team, *, mending: bool = False, smoothing: Weights = WEAK) -> None:
        self.team, self.mending, self.smoothing = team, mending, smoothing
        self.master = Master(len(team.seats), team.rows)
        self.centre: Floats | None = None
        self.rounds = 0

    def run(
        self,
        node: Node,
        cutoff: float,
        stop: Callable[[], bool],
        tell: Callable[[float], None] | None = None,
        near_enough: float = 0.0,
        most: int = 10_000,
    ) -> Found:
        """Generate columns until none prices out.

        Parameters
        ----------
        cutoff
            Points from which on the node is of no interest; the rounds end at such a bound.
        stop
            Asked before each round.
        tell
            Called with each better bound.
        near_enough
            Ends when the master is not more than this share above the bound.
        most
            Rounds.
        """
        self.master.enter(node)
        centre, best = self.centre, node.bound
        relaxed = self.master.solve()
        for _ in range(most):
            self.rounds += 1
            added, bound, centre = self._round(node, relaxed, centre, best)
            if bound > best:
                best = bound
                if tell is not None:
                    tell(best)
            if best > cutoff - self.team.grain + TINY or best == float("inf"):
                return Found(End.CUT, best, relaxed)
            if not added or relaxed.objective - best < max(TINY, near_enough * abs(best)):
                firm = relaxed.barred > TINY and not near_enough and not self.mending
                if firm and self.master.dearer():
                    relaxed = self.master.solve()
                    continue
                self.centre = centre
                return Found(End.SOLVED, best, relaxed)
            if stop():
                break
            relaxed = self.master.solve()
        return Found(End.STOPPED, best, relaxed)

    def loss(self, node: Node, objective: float) -> float:
        """Return what the master over the columns so far loses in a part of a node."""
        self.master.enter(node)
        return self.master.value() - objective

    def _round(
        self, node: Node, relaxed: Relaxed, centre: Floats | None, best: float
    ) -> tuple[int, float, Floats]:
        """Price everybody at smoothed duals, several times: the master is the dearer part.

        The true ones are priced as well when no column was found.
        """
        kept, tried = relaxed.duals if centre is None else centre, []
        if centre is not None:
            tried = [part * centre + (1 - part) * relaxed.duals for part in self.smoothing]
        added = 0
        for duals in (*tried, relaxed.duals):
            if added and duals is relaxed.duals:
                break
            bound, columns = self.price(node, duals)
            if bound > best:
                best, kept = bound, duals
            for column in columns:
                if self._reduced(column, relaxed) < -TINY:
                    added += self.master.add(column)
        return added, best, kept

    def price(self, node: Node, duals: Floats) -> tuple[float, list[Column]]:
        """Return a valid bound for a node from any duals, and everybody's cheapest line."""
        rows = self.team.rows
        bound = float(rows.constant)
        for number, row in enumerate(rows.rows):
            bound += row.least(-duals[number], node.spans.get(number))
        for column in node.fixed.values():
            bound += column.cost - sum(duals[row] * weight for row, weight in column.rows)
        free = [person for person in range(len(self.team.seats)) if person not in node.fixed]
        found = self.team.price(free, -duals, node.barred)
        if found is None:
            return float("inf"), []
        return bound + sum(least for least, _ in found), [column for _, column in found]

    def seeded(self, relaxed: Relaxed, most: float) -> Generation:
        """Return another master, with the columns whose reduced cost is not above ``most``."""
        found = Generation(self.team)
        found.centre = self.centre
        for held in self.master.columns().values():
            for column in held:
                if self._reduced(column, relaxed) <= most:
                    found.master.add(column)
        return found

    def forget(self, node: Node) -> None:
        """Begin a new master with the columns that fit a node, once most do not.

        A programme with few columns is solved sooner, though from no basis at first.
        """
        held = [column for known in self.master.columns().values() for column in known]
        fitting = [column for column in held if node.allows(column)]
        if len(fitting) < FITTING * len(held):
            self.master = Master(len(self.team.seats), self.team.rows)
            for column in fitting:
                self.master.add(column)

    @staticmethod
    def _reduced(column: Column, relaxed: Relaxed) -> float:
        used = sum(relaxed.duals[row] * weight for row, weight in column.rows)
        return float(column.cost - used - relaxed.worth[column.person])
