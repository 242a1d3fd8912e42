"""The strategy: relax, dive, then branch and price until the gap is closed."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift
from rostering.strategies.base import (
    Answer,
    Budget,
    Offers,
    Progress,
    Report,
    Status,
    no_offers,
)
from rostering.strategies.columns.branching import Best, Tree
from rostering.strategies.columns.dive import Fix, dive, duties, lines
from rostering.strategies.columns.generation import Found, Generation
from rostering.strategies.columns.master import BARRED
from rostering.strategies.columns.neighbourhood import Neighbourhoods
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.team import Column
from rostering.strategies.columns.ward import Ward
from rostering.strategies.cpsat import round_up

ROUNDS_A_STEP = 50
TURN = 5.0  # seconds of the tree, then of neighbourhoods
FAR = 3  # times as long for neighbourhoods while the bound is far
ROOT = 0.0005  # of the bound: how near it the master is when the dives begin
DIVE = 0.25  # share of the budget after which a dive makes haste
FAIR = 0.05  # of the bound: how near it a roster is good enough for the neighbourhoods
CLOSE = 0.01  # ... and for as much time in the tree as in neighbourhoods
LONGEST = 120.0  # seconds of a dive when the budget has no end
DIVING = 0.02  # of the bound: reduced cost up to which columns are taken into a dive
ASKED_EVERY = 0.2  # seconds between two looks at what others have found


class Columns:
    """Column generation with branch and price."""

    name = "columns"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,
    ) -> Answer:
        """See ``Strategy.run``."""
        return _Run(problem, budget, report, on_stop, offers).answer(warm)


class _Run:
    """One solve: the ward, the clock, the best roster and bound so far."""

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,
    ) -> None:
        self.offers, self.asked = offers, 0.0
        self.started = budget.started or time.monotonic()
        self.budget, self.report = budget, report
        self.stopping = False
        on_stop(self._halt)
        self.tell("build")
        self.ward = Ward(problem)
        self.generation = Generation(self.ward.team)
        self.best, self.broken = Best(), Best()  # lawful, and with sums in barred values
        self.roster: tuple[Assignment, ...] | None = None
        self.bound: int | None = None

    def _halt(self) -> None:
        self.stopping = True

    def stop(self) -> bool:
        """Return whether the budget is used up, or somebody has asked for an end."""
        self.hear()
        now, budget = time.monotonic() - self.started, self.budget
        used = budget.seconds is not None and now > budget.seconds
        done = budget.steps is not None and self.generation.rounds > budget.steps * ROUNDS_A_STEP
        return self.stopping or used or done

    def hear(self) -> None:
        """Take in a better roster that another strategy has found."""
        now = time.monotonic()
        if now < self.asked + ASKED_EVERY:
            return
        self.asked = now
        offer = self.offers()
        if offer is None or offer.roster is None:
            return
        if offer.objective is not None and offer.objective < self.best.points:
            columns = self.ward.columns(offer.roster)
            if columns is not None:
                self.take(columns, "offer")

    def tell(self, phase: str, *, roster: bool = False) -> None:
        now = time.monotonic() - self.started
        if phase == "build":
            self.report(Progress(now, phase))
            return
        points = int(self.best.points) if self.roster is not None else None
        self.report(Progress(now, phase, points, self.bound, self.roster if roster else None))

    def answer(self, warm: tuple[Assignment, ...] | None) -> Answer:
        if not self.ward.possible:
            return Answer(Status.INFEASIBLE, None, None, None)
        if warm is not None:
            columns = self.ward.columns(warm)
            if columns is not None:
                self.take(columns, "warm")
        closed = self.search()
        if self.roster is None:
            ended = Status.INFEASIBLE if closed and self.ward.exact else Status.UNKNOWN
            return Answer(ended, None, None, self.bound)
        points = int(self.best.points)
        optimal = self.bound is not None and self.bound >= points
        status = Status.OPTIMAL if optimal else Status.FEASIBLE
        return Answer(status, self.roster, points, self.bound)

    def search(self) -> bool:
        """Relax the root, dive, then branch; return whether nothing is left to search."""
        root = Node()
        self.tell("relax")
        found = self.generation.run(
            root, self.best.points, self.stop, self.raise_bound, near_enough=ROOT
        )
        root = Node(bound=found.bound)
        for fix in (duties, lines):
            if not self.stop() and not self.close(FAIR):
                self.tell("dive")
                self.dive(root, found, fix)
        tree = Tree(
            self.generation,
            self.best,
            self.stop,
            lambda columns: self.take(columns, "branch"),
            self.raise_bound,
            exact=self.ward.exact,
        )
        closed = self.alternate(tree, root)
        if closed and self.roster is not None:
            self.raise_bound(tree.bound)
        return closed

    def close(self, share: float = CLOSE) -> bool:
        """Return whether the best roster is within a share of the bound."""
        return self.bound is not None and self.best.points <= self.bound * (1 + share)

    def dive(self, root: Node, found: Found, fix: Fix) -> None:
        """Dive in a master of its own, so that the tree's stays small."""
        generation = self.generation.seeded(found.relaxed, DIVING * abs(found.bound))
        seconds = LONGEST if self.budget.seconds is None else DIVE * self.budget.seconds
        columns = dive(generation, root, found, self.best.points, self.stop, self.turn(seconds), fix)
        self.generation.rounds += generation.rounds
        if columns is not None:
            self.arrived(columns, "dive")

    def alternate(self, tree: Tree, root: Node) -> bool:
        """Go on with the tree and with neighbourhoods in turns; return whether none is left."""
        centre = self.generation.centre
        duals = np.zeros(len(self.ward.rows.rows)) if centre is None else centre
        near = Neighbourhoods(self.ward.team, duals, self.budget.seed)
        first: Node | None = root
        while not self.stop():
            tree.stop = self.turn()
            if tree.run(first) and (tree.bound >= self.best.points or self.roster is None):
                return True
            first = None
            while self.nearer(near):
                pass
            if self.bound is not None and self.best.points <= self.bound:
                return True
        return False

    def nearer(self, near: Neighbourhoods) -> bool:
        """Search neighbourhoods for a turn; return whether it is worth another one."""
        before = self.best.points, self.broken.points
        turn = self.turn(TURN if self.close() else FAR * TURN)
        while (self.best.columns or self.broken.columns) and not turn():
            self.improve(near, turn)
            if self.bound is not None and self.best.points <= self.bound:
                return False
        return (self.best.points, self.broken.points) < before and not self.stop()

    def improve(self, near: Neighbourhoods, turn: Callable[[], bool]) -> None:
        """Search a neighbourhood of the best lawful roster, or else mend the best other one."""
        kept, mending = near.rounds, not self.best.columns
        best = self.broken if mending else self.best
        near.improve(best, turn, lambda found: self.arrived(found, "near"), mending=mending)
        self.generation.rounds += near.rounds - kept

    def arrived(self, columns: tuple[Column, ...], phase: str) -> None:
        """Take a roster, or keep it for mending when its sums have barred values."""
        points, barred = self.ward.team.charged(columns)
        points += BARRED * barred
        if not barred:
            self.take(columns, phase)
        elif points < self.broken.points:
            self.broken.points, self.broken.columns = points, columns

    def turn(self, seconds: float = TURN) -> Callable[[], bool]:
        """Return what tells that a turn, or the whole budget, is used up."""
        until, rounds = time.monotonic() + seconds, self.generation.rounds + ROUNDS_A_STEP
        timed = self.budget.steps is None
        return lambda: (
            self.stop() or (time.monotonic() > until if timed else self.generation.rounds > rounds)
        )

    def raise_bound(self, bound: float) -> None:
        """Take note of a bound and tell it when it is a better one."""
        if bound in (float("inf"), -float("inf")):
            return
        grain = self.ward.team.grain
        whole = max(0, grain * round_up(bound / grain))  # nothing charged is ever negative
        if self.bound is None or whole > self.bound:
            self.bound = whole
            self.tell("bound")

    def take(self, columns: tuple[Column, ...], phase: str) -> None:
        """Judge a roster and keep it when it is the best so far."""
        assignments = self.ward.assignments(columns)
        points = self.ward.judged(assignments)
        if points is None:
            if self.ward.exact:
                raise EngineDrift("column generation made a roster that breaks hard rules")
            return
        for column in columns:
            self.generation.master.add(column)
        if points < self.best.points:
            self.best.points, self.best.columns = float(points), columns
            self.roster = assignments
            self.tell(phase, roster=True)
