"""The strategy: relax, dive, then branch and price until the gap is closed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.strategies.base import (
    Answer,
    Budget,
    Offers,
    Progress,
    Report,
    Status,
    no_offers,
)
from rostering.strategies.columns.branching import Tree
from rostering.strategies.columns.dive import Fix, dive, duties, lines, wavering
from rostering.strategies.columns.generation import STRONG, Found, Generation
from rostering.strategies.columns.neighbourhood import Neighbourhoods
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.rosters import Rosters
from rostering.strategies.columns.team import Column
from rostering.strategies.columns.ward import Ward

ROUNDS_A_STEP = 50
TURN = 5.0  # seconds of the tree, then of neighbourhoods
FAR = 3  # times as long for neighbourhoods while the bound is far
ROOT = 0.0005  # of the bound: how near it the master is when the dives begin
DIVE = 0.3  # share of the budget that a dive may take
FAIR = 0.07  # of the bound: how near it a roster is good enough for the neighbourhoods
BRIEF = 0.15  # share of the budget that a dive may have taken for another one to follow
CLOSE = 0.01  # ... and for as much time in the tree as in neighbourhoods
ENDLESS = 400.0  # seconds that a budget without an end is taken for
DIVING = 0.02  # of the bound: reduced cost up to which columns are taken into a dive
AGAIN = 1.5  # times as long as the last dive took must be left for another one
NEAR_ENOUGH = 0.005  # of the bound: how near it a roster is left to the tree
TINY = 1e-6
ASKED_EVERY = 0.2  # seconds between two looks at what others have found


@dataclass(frozen=True, slots=True)
class Columns:
    """Column generation with branch and price.

    Parameters
    ----------
    branching
        Whether there are turns of the tree; else only neighbourhoods, after a dive of another
        sort where no roster is near the bound.
    """

    branching: bool = True
    name: str = "columns"

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
        one = _Run(problem, budget, report, on_stop, offers, branching=self.branching)
        return one.answer(warm)


class _Run:
    """One solve: the ward, the clock, and what has been found so far."""

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers,
        *,
        branching: bool,
    ) -> None:
        self.offers, self.asked = offers, 0.0
        self.started = budget.started or time.monotonic()
        self.budget, self.report = budget, report
        self.stopping, self.branching, self.dived = False, branching, 0.0
        on_stop(self._halt)
        self.report(Progress(self.now, "build"))
        self.ward = Ward(problem)
        self.generation = Generation(self.ward.team, smoothing=STRONG)
        self.rosters = Rosters(self.ward, self.tell)

    def _halt(self) -> None:
        self.stopping = True

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def whole(self) -> float:
        """Seconds of the budget."""
        return ENDLESS if self.budget.seconds is None else self.budget.seconds

    def stop(self) -> bool:
        """Return whether the budget is used up, or somebody has asked for an end."""
        self.hear()
        budget = self.budget
        used = budget.seconds is not None and self.now > budget.seconds
        done = budget.steps is not None and self.generation.rounds > budget.steps * ROUNDS_A_STEP
        return self.stopping or used or done

    def turn(self, seconds: float = TURN) -> Callable[[], bool]:
        """Return what tells that a turn, or the whole budget, is used up."""
        until, rounds = self.now + seconds, self.generation.rounds + ROUNDS_A_STEP
        timed = self.budget.steps is None
        return lambda: (
            self.stop() or (self.now > until if timed else self.generation.rounds > rounds)
        )

    def used(self, seconds: float) -> Callable[[], float]:
        """Return what tells how much of some seconds, or of a step's rounds, is used."""
        began, rounds, timed = self.now, self.generation.rounds, self.budget.steps is None
        return lambda: (
            (self.now - began) / max(seconds, TINY)
            if timed
            else (self.generation.rounds - rounds) / ROUNDS_A_STEP
        )

    def hear(self) -> None:
        """Take in a better roster that another strategy has found."""
        if self.now < self.asked + ASKED_EVERY:
            return
        self.asked = self.now
        offer = self.offers()
        if offer is None or offer.roster is None:
            return
        if offer.objective is not None and offer.objective < self.rosters.best.points:
            columns = self.ward.columns(offer.roster)
            if columns is not None:
                self.take(columns, "offer")

    def tell(self, phase: str, *, better: bool = False) -> None:
        """Report the bound, and the best roster when it is new."""
        found = self.rosters
        roster = found.roster if better else None
        self.report(Progress(self.now, phase, found.points, found.bound, roster))

    def take(self, columns: tuple[Column, ...], phase: str) -> None:
        """Take a roster, whose lines the master is to know as well."""
        for column in columns:
            self.generation.master.add(column)
        self.rosters.arrived(columns, phase)

    def answer(self, warm: tuple[Assignment, ...] | None) -> Answer:
        if not self.ward.possible:
            return Answer(Status.INFEASIBLE, None, None, None)
        if warm is not None:
            columns = self.ward.columns(warm)
            if columns is not None:
                self.take(columns, "warm")
        return self.rosters.answer(searched=self.search())

    def search(self) -> bool:
        """Relax the root, dive, then branch; return whether nothing is left to search."""
        found, root = self.rosters, Node()
        self.tell("relax")
        relaxed = self.generation.run(
            root, found.best.points, self.stop, found.raise_bound, near_enough=ROOT
        )
        root = Node(bound=relaxed.bound)
        began = self.used(self.whole)
        other = wavering(Random(self.budget.seed))
        for fix in (duties, lines) if self.branching else (other,):
            late = self.budget.steps is None and began() > BRIEF
            if not (self.stop() or found.close(FAIR) or (late and found.start.columns)):
                self.tell("dive")
                self.dive(root, relaxed, fix)
        tree = Tree(
            self.generation,
            found.best,
            self.stop,
            lambda columns: self.take(columns, "branch"),
            found.raise_bound,
            exact=self.ward.exact,
        )
        closed = self.alternate(tree, relaxed)
        if closed and found.roster is not None:
            found.raise_bound(tree.bound)
        return closed

    def dive(self, root: Node, first: Found, fix: Fix) -> None:
        """Dive in a master of its own, so that the tree's stays small.

        No roster so far cuts it off: it is far from the bound, and one that ends in a few barred
        values is worth mending.
        """
        generation = self.generation.seeded(first.relaxed, DIVING * abs(first.bound))
        used, began = self.used(DIVE * self.whole), self.now
        columns = dive(generation, root, first, float("inf"), self.stop, used, fix)
        self.generation.rounds += generation.rounds
        self.dived = self.now - began
        if columns is not None:
            self.take(columns, "dive")
            self.rosters.rivalled(columns)

    def alternate(self, tree: Tree, relaxed: Found) -> bool:
        """Go on with the tree and with neighbourhoods in turns; return whether none is left."""
        centre = self.generation.centre
        duals = np.zeros(len(self.ward.rows.rows)) if centre is None else centre
        near = Neighbourhoods(self.ward.team, duals, relaxed.relaxed.shares, self.budget.seed)
        first: Node | None = Node(bound=relaxed.bound)
        while not self.stop():
            before = self.rosters.best.points
            if self.branching or not self.rosters.start.columns:
                tree.stop = self.turn()
                if tree.run(first) and (
                    tree.bound >= tree.best.points or self.rosters.roster is None
                ):
                    return True
                first = None
            while self.nearer(near):
                pass
            if self.rosters.closed:
                return True
            if self.rosters.best.points >= before and self.rosters.best.columns:
                self.elsewhere(near, relaxed)
        return False

    @property
    def another_dive(self) -> bool:
        """Whether a dive may still bring something, and in time."""
        left = self.whole - self.now
        in_time = self.budget.steps is not None or left > AGAIN * self.dived
        return in_time and not self.rosters.close(NEAR_ENOUGH)

    def elsewhere(self, near: Neighbourhoods, relaxed: Found) -> None:
        """Leave a roster that nothing makes better: by another dive, or by rosters as good."""
        if self.branching and self.another_dive:
            self.tell("dive")
            self.dive(Node(bound=relaxed.bound), relaxed, wavering(near.parts.random))
            while self.nearer(near):
                pass
        else:
            self.nearer(near, walking=True)

    def nearer(self, near: Neighbourhoods, *, walking: bool = False) -> bool:
        """Search neighbourhoods for a turn; return whether it is worth another one."""
        found = self.rosters
        before, turn = found.rank, self.turn(TURN if found.close(CLOSE) else FAR * TURN)

        def take(columns: tuple[Column, ...]) -> None:
            self.take(columns, "near")
            if walking:
                found.rivalled(columns)

        while found.start.columns and not turn() and not found.closed:
            kept = near.rounds
            near.improve(found.start, turn, take, mending=found.mending, walking=walking)
            self.generation.rounds += near.rounds - kept
        better = found.rank < before
        if not better:
            found.give_up()
        return better and not found.closed and not self.stop()
