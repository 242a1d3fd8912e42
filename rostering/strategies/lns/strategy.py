"""The strategy `lns`: a roster by parts, then better ones by parts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.model.build import record
from rostering.strategies.base import Answer, Budget, Progress, Report, Status
from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.judged import Judged
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.part import Part
from rostering.strategies.lns.search import Search
from rostering.strategies.lns.solving import solve
from rostering.strategies.lns.statements import Statements

TOLD_EVERY = 0.5  # seconds between rosters told
TOLD_COST = 10  # times as long as judging a roster takes, at least, until the next
SMALL = 1500  # open duties up to which a first roster is looked for in one piece
MENDING = 0.4  # share of the budget for mending before it is tried in one piece
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
    ) -> Answer:
        """See ``Strategy.run``."""
        meter = Meter(budget)
        on_stop(meter.stop)
        report(Progress(meter.now, "build"))
        return _Run(Court.of(problem), meter, report).answer(warm)


class _Run:
    """One solve: tables, the roster at hand and what has been told of it."""

    def __init__(self, court: Court, meter: Meter, report: Report) -> None:
        self.court, self.meter, self.report = court, meter, report
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
        status = self.first(empty=not warm)
        if status is not Status.FEASIBLE:
            return Answer(status, None, None, None)
        self.phase = "improve"
        self.tell(self.search.incumbent)
        self.search.improve(lambda: self.search.incumbent.points == self.said.constant)
        return self.end()

    def begin(self, roster: Iterable[Assignment]) -> Search:
        """Return a search from a roster, as far as its duties are possible at all."""
        incumbent = Incumbent(self.said, self.cells.truth(self.said.size, roster))
        return Search(self.court.index, self.cells, incumbent, self.meter, self.better)

    def first(self, *, empty: bool) -> Status:
        """Make the roster at hand lawful."""
        self.report(Progress(self.meter.now, "first"))
        incumbent = self.search.incumbent
        small = len(self.cells.literals) <= SMALL
        if incumbent.debt and small and (status := self.whole()) is not Status.UNKNOWN:
            return status
        if incumbent.debt and empty:
            self.search.construct()
        self.search.improve(lambda: not incumbent.debt or self.meter.share > MENDING)
        if incumbent.debt and not small and (status := self.whole()) is not Status.UNKNOWN:
            return status
        self.search.improve(lambda: not incumbent.debt)
        return Status.UNKNOWN if incumbent.debt else Status.FEASIBLE

    def whole(self) -> Status:
        """Look for a lawful roster in one piece, whatever it costs."""
        incumbent = self.search.incumbent
        part = Part(self.court.index, incumbent, self.cells.literals, goals=False)
        left = (self.meter.budget.steps or 1e9) - self.meter.steps
        found = solve(part, self.meter, left * WHOLE, self.meter.budget.seed)
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
        closed = self.search.closed or incumbent.points == self.said.constant
        bound = incumbent.points if closed else self.said.constant
        self.report(Progress(self.meter.now, "done", incumbent.points, bound, roster))
        status = Status.OPTIMAL if closed else Status.FEASIBLE
        return Answer(status, roster, incumbent.points, bound)
