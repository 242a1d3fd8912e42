"""The strategy `lns`: a roster by parts, then better ones by parts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from ortools.sat.python import cp_model

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.model.build import build, record
from rostering.strategies.base import (
    Answer,
    Budget,
    Offers,
    Progress,
    Report,
    Status,
    no_offers,
)
from rostering.strategies.first import any_roster
from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.judged import Judged
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.part import Part
from rostering.strategies.lns.search import Search
from rostering.strategies.lns.solving import solve, told
from rostering.strategies.lns.statements import Statements

TOLD_EVERY = 0.5  # seconds between rosters told
TOLD_COST = 10  # times as long as judging a roster takes, at least, until the next
SKETCHED = 20_000  # open duties up to which a first roster is looked for in one piece
SKETCHING = 0.3  # share of the budget for that
MENDING = 0.5  # share of the budget after which mending is tried in one piece
LARGE = 0.9  # the same where one piece has hardly a chance: above ``SKETCHED`` open duties
WHOLE = 0.5  # share of what is left for that


class Lns:
    """First a lawful roster by parts, then neighbourhoods of it."""

    name = "lns"

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
        meter = Meter(budget)
        on_stop(meter.stop)
        report(Progress(meter.now, "build"))
        return _Run(Court.of(problem), meter, report, offers).answer(warm)


class _Run:
    """One solve: tables, the roster at hand and what has been told of it."""

    def __init__(self, court: Court, meter: Meter, report: Report, offers: Offers) -> None:
        self.court, self.meter, self.report, self.offers = court, meter, report, offers
        self.said = Statements(record(court.index, court.rulings))
        self.cells = Cells(court.index, self.said)
        self.judged = Judged(court)
        self.next_told = 0.0
        self.phase = "first"
        self.best: tuple[tuple[Assignment, ...], int] | None = None

    def answer(self, warm: tuple[Assignment, ...] | None) -> Answer:
        """Find a lawful roster, then improve it until the budget is used."""
        if self.said.impossible:
            return Answer(Status.INFEASIBLE, None, None, None)
        self.search = self.begin(warm or ())
        status = self.first(warm)
        if status is not Status.FEASIBLE:
            return Answer(status, None, None, None)
        self.phase = "improve"
        self.tell(self.search.incumbent)
        self.search.improve(lambda: False)
        return self.end()

    def begin(self, roster: Iterable[Assignment]) -> Search:
        """Return a search from a roster, as far as its duties are possible at all."""
        incumbent = Incumbent(self.said, self.cells.truth(self.said.size, roster))
        search = Search(self.court.index, self.cells, incumbent, self.meter, self.better)
        search.offers = self.offers
        return search

    def first(self, warm: tuple[Assignment, ...] | None) -> Status:
        """Make the roster at hand lawful.

        Of a ward a roster is sketched in one piece, which takes a second or two; what is too
        large for that, or too hard, is planned person by person. Then what is broken is mended.
        """
        self.report(Progress(self.meter.now, "first"))
        empty = not warm
        small = len(self.cells.literals) <= SKETCHED
        mending = MENDING if small else LARGE
        if self.search.incumbent.debt and small:
            status, found = self.sketch(warm)
            if status is Status.INFEASIBLE:
                return status
            if found is not None:
                self.search, empty = self.begin(found), False
        incumbent = self.search.incumbent
        if incumbent.debt and empty:
            self.search.construct()
        self.search.improve(lambda: not incumbent.debt or self.meter.share > mending)
        if incumbent.debt and (status := self.whole()) is not Status.UNKNOWN:
            return status
        self.search.improve(lambda: not incumbent.debt)
        return Status.UNKNOWN if incumbent.debt else Status.FEASIBLE

    def sketch(
        self, warm: tuple[Assignment, ...] | None
    ) -> tuple[Status, tuple[Assignment, ...] | None]:
        """Look for a roster in one piece, without the rules that seldom decide."""
        built = build(self.court.index, self.court.rulings, goals=False, seldom=False)
        solver, budget = cp_model.CpSolver(), self.meter.budget
        solver.parameters.num_workers = budget.workers
        solver.parameters.interleave_search = budget.workers == 1
        solver.parameters.random_seed = budget.seed

        def run(solver: cp_model.CpSolver) -> Status:
            return told(self.meter.run(solver, built.model, None, SKETCHING)[0], built.model)

        return any_roster(built, warm, solver, run)

    def whole(self) -> Status:
        """Look for a lawful roster in one piece from the one at hand, all rules said."""
        incumbent = self.search.incumbent
        part = Part(self.court.index, incumbent, self.cells.literals, goals=False)
        found = solve(part, self.meter, None, self.meter.budget.seed, share=WHOLE)
        if found.status in (Status.OPTIMAL, Status.FEASIBLE):
            incumbent.take(incumbent.tried(part.free, found.values))
            return Status.FEASIBLE
        return found.status

    def better(self, incumbent: Incumbent) -> None:
        """Tell a better roster, but not too often."""
        if not incumbent.debt and time.monotonic() >= self.next_told:
            self.tell(incumbent)

    def tell(self, incumbent: Incumbent) -> None:
        """Judge the roster at hand and tell it."""
        before = time.monotonic()
        roster = self.cells.roster(incumbent.truth)
        self.judged.confirm(incumbent, roster)
        self.report(Progress(self.meter.now, self.phase, incumbent.points, None, roster))
        now = time.monotonic()
        self.next_told = now + max(TOLD_EVERY, TOLD_COST * (now - before))

    def end(self) -> Answer:
        """Return the last roster, read by rules and terms from the beginning."""
        incumbent = self.search.incumbent
        roster = self.cells.roster(incumbent.truth)
        Judged(self.court).confirm(incumbent, roster)
        closed = self.search.done
        bound = incumbent.points if closed else self.search.bound
        self.report(Progress(self.meter.now, "done", incumbent.points, bound, roster))
        status = Status.OPTIMAL if closed else Status.FEASIBLE
        return Answer(status, roster, incumbent.points, bound)
