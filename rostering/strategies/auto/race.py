"""Strategies side by side: each in its process, all with the best roster and bound of any."""

from __future__ import annotations

import queue
import time

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift, SolverDied
from rostering.strategies.auto.board import Board
from rostering.strategies.auto.crew import NARROW, Crew
from rostering.strategies.auto.member import Inbox, Member, Table
from rostering.strategies.base import Answer, Budget, Offer, Offers, Progress, Report, Status
from rostering.strategies.worker import Done, Job

HASTE = 0.7  # seconds for answers after a stop: the parent waits for ``process.GRACE`` only
DIVING = "dive"  # phase in which columns have a bound, and a search of its own is worth a core
OVERTIME = 3.0  # seconds for answers after the end of the budget


class Race:
    """One solve by several strategies.

    Parameters
    ----------
    problem, budget, warm, report, offers
        As in ``Strategy.run``.
    crew
        Who runs where.

    With a limit in steps and one worker only final answers count, so that two runs are equal:
    when news arrive depends on the clock.
    """

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        offers: Offers,
        crew: Crew,
    ) -> None:
        self.problem = problem.model_dump_json(exclude_defaults=True)
        self.started = time.monotonic() if budget.started is None else budget.started
        self.budget, self.warm, self.report, self.offers = budget, warm, report, offers
        self.tables = [Table(seat, list(seat.turns), budget.steps) for seat in crew]
        self.steady = budget.steps is not None and budget.workers == 1
        self.shown = Board()
        self.held = Board() if self.steady else self.shown
        self.inbox: Inbox = queue.SimpleQueue()
        self.running: list[Member] = []
        self.errors: list[BaseException] = []
        self.lasted = self.impossible = self.stopping = self.relaxed = False

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def used(self) -> bool:
        """Whether the seconds are used up."""
        return self.budget.seconds is not None and self.now >= self.budget.seconds

    @property
    def closed(self) -> bool:
        """Whether nothing is left to search."""
        return self.impossible or self.held.closed

    def halt(self) -> None:
        """Ask for the end; may be called from another thread."""
        self.stopping = True

    def answer(self) -> Answer:
        """Let all run until the gap is closed, the budget is used or somebody stops them."""
        try:
            for table in self.tables:
                self.seat_next(table)
            while self.running and not (self.closed or self.stopping or self.used):
                self.listen()
            self.wind_up()
        finally:
            for member in self.running:
                member.close()
        return self.result()

    def seat_next(self, table: Table) -> None:
        """Start the next turn of a table, from the best roster so far."""
        if table.empty or self.stopping or self.used or self.closed:
            return
        turn = table.turns.pop(0)
        warm = self.warm if self.held.roster is None else self.held.roster
        job = Job(turn.strategy, self.problem, table.budget(turn, self.budget, self.now), warm)
        member = Member(turn, table, job, self.inbox)
        self.running.append(member)
        if not self.steady and self.shown.bound is not None:
            member.offer(Offer(bound=self.shown.bound))

    def listen(self) -> None:
        """Wait a moment for news and see to members that are late."""
        try:
            member, message = self.inbox.get(timeout=0.05)
        except queue.Empty:
            pass
        else:
            if member in self.running:
                self.hear(member, message)
        for late in self.running:
            opened = late.turn.opening and self.held.roster is not None
            if opened or (late.turn.yields and (self.relaxed or self.held.close(NARROW))):
                late.stop(self.now)
            late.urge(self.now)
        if (offer := self.offers()) is not None:
            self.note(None, Progress(self.now, "offer", offer.objective, offer.bound, offer.roster))

    def hear(self, member: Member, message: object | None) -> None:
        """Take news, an answer or the end of a member."""
        if isinstance(message, Progress):
            self.note(member, message)
            return
        done = message if isinstance(message, Done) else None
        self.running.remove(member)
        error = member.ended(done)
        if error is None:
            self.lasted = True
        else:
            self.errors.append(error)
            self.report(Progress(self.now, f"{member.name}: failed"))
        if done is not None and done.answer is not None:
            self.judge(member, done.answer)
        self.seat_next(member.table)

    def note(self, member: Member | None, news: Progress) -> None:
        """Keep what is better than all before, tell the others and the parent."""
        self.relaxed |= member is not None and news.phase == DIVING
        better = self.shown.take(news.roster, news.objective)
        higher = self.shown.raise_to(news.bound)
        roster = news.roster if better else None
        if (better or higher) and not self.steady:
            for other in self.running:
                if other is not member:
                    points = news.objective if better else None
                    other.offer(Offer(roster, points, self.shown.bound))
        phase = news.phase if member is None else f"{member.name}: {news.phase}"
        self.report(Progress(self.now, phase, self.shown.points, self.shown.bound, roster))

    def judge(self, member: Member, answer: Answer) -> None:
        """Take a member's answer; a proof ends the race."""
        optimal = answer.status is Status.OPTIMAL
        bound = answer.objective if optimal else answer.bound
        self.note(member, Progress(self.now, "done", answer.objective, bound, answer.assignments))
        self.held.take(answer.assignments, answer.objective)
        self.held.raise_to(bound)
        if answer.status is Status.INFEASIBLE:
            self.impossible = True
            if self.shown.roster is not None:
                raise EngineDrift(f"{member.name} calls impossible what another has solved")

    def wind_up(self) -> None:
        """Ask those who still run for their answers, unless nothing more is needed."""
        self.lasted = self.lasted or bool(self.running)
        end = self.now + OVERTIME
        for member in self.running:
            member.stop(self.now)
        while self.running and not self.closed and self.now < end:
            if self.stopping:
                end = min(end, self.now + HASTE)
            self.listen()

    def result(self) -> Answer:
        """Return the best of all.

        Raises
        ------
        HelseturnusError
            When no member has lasted: what one has raised, or that all have died without a roster.
        """
        board = self.shown if self.held.roster is None else self.held
        memory = sum(table.peak_mb for table in self.tables)
        if self.impossible:
            return Answer(Status.INFEASIBLE, None, None, None, memory)
        raised = [error for error in self.errors if not isinstance(error, SolverDied)]
        if self.errors and not self.lasted and (raised or board.roster is None):
            raise (raised or self.errors)[0]
        if board.roster is None:
            return Answer(Status.UNKNOWN, None, None, board.bound, memory)
        status = Status.OPTIMAL if board.closed else Status.FEASIBLE
        return Answer(status, board.roster, board.points, board.bound, memory)
