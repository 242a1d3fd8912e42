"""Run a strategy in its own process, so that stopping is immediate and the best so far is kept."""

from __future__ import annotations

import queue
import time
from dataclasses import dataclass, replace

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import SolverDied
from rostering.strategies.base import Answer, Budget, Progress, Report, Status, Stopped, Strategy
from rostering.strategies.child import Child
from rostering.strategies.worker import Done, Job

GRACE = 1.0
OVERTIME = 10.0
Inbox = queue.SimpleQueue[object | None]


@dataclass(frozen=True, slots=True)
class Result:
    """A strategy's answer as the parent saw it; seconds are the parent's."""

    answer: Answer
    seconds: float
    first_s: float | None
    peak_mb: float | None
    stopped: bool
    cut: bool


def run(
    strategy: str | Strategy,
    problem: Problem,
    budget: Budget,
    warm: tuple[Assignment, ...] | None,
    report: Report,
    stop: Stopped,
) -> Result:
    """Run a strategy to its end, or to a stop with the best roster so far.

    The strategy is a name in ``strategies.registry`` or one of your own that can be pickled.
    A child that does not answer a stop within ``GRACE`` seconds is ended; the best roster that
    it has sent is kept. Ctrl-C counts as a stop.

    Raises
    ------
    SolverDied
        When the child ended without an answer and without any roster.
    HelseturnusError
        Whatever the strategy raised.
    """
    budget = replace(budget, started=time.monotonic())
    job = Job(strategy, problem.model_dump_json(exclude_defaults=True), budget, warm)
    inbox: Inbox = queue.SimpleQueue()
    with Child(job, inbox.put) as child:
        return _Watch(child, inbox, budget, report, stop).result()


class _Watch:
    """Follows a child: keeps its best roster, passes news on, enforces stop and time."""

    def __init__(
        self, child: Child, inbox: Inbox, budget: Budget, report: Report, stop: Stopped
    ) -> None:
        self.child, self.inbox, self.report, self.stop = child, inbox, report, stop
        self.started = budget.started or time.monotonic()
        self.deadline = None if budget.seconds is None else budget.seconds + OVERTIME
        self.stopped_at: float | None = None
        self.by_request = False
        self.best: Progress | None = None
        self.bound: int | None = None
        self.first_s: float | None = None

    @property
    def now(self) -> float:
        return time.monotonic() - self.started

    def result(self) -> Result:
        while True:
            try:
                message = self._next()
                if isinstance(message, Progress):
                    self._note(message)
                    continue
            except KeyboardInterrupt:
                self._ask(by_request=True)
                continue
            if isinstance(message, Done):
                return self._done(message)
            if message is None:
                return self._cut()

    def _next(self) -> object | None:
        while True:
            try:
                return self.inbox.get(timeout=0.05)
            except queue.Empty:
                if self.stop():
                    self._ask(by_request=True)
                elif self.deadline is not None and self.now > self.deadline:
                    self._ask(by_request=False)
                if self.stopped_at is not None and self.now > self.stopped_at + GRACE:
                    return None

    def _ask(self, *, by_request: bool) -> None:
        if self.stopped_at is None:
            self.stopped_at = self.now
            self.by_request = by_request
            self.child.stop()

    def _note(self, news: Progress) -> None:
        if news.bound is not None:
            self.bound = news.bound if self.bound is None else max(self.bound, news.bound)
        if news.roster is not None:
            self.best = news
            self.first_s = self.now if self.first_s is None else self.first_s
        self.report(replace(news, seconds=self.now, bound=self.bound))

    def _done(self, done: Done) -> Result:
        if done.error is not None:
            raise done.error
        assert done.answer is not None
        return self._result(done.answer, done.peak_mb, cut=False)

    def _cut(self) -> Result:
        if self.best is not None and self.best.roster is not None:
            answer = Answer(Status.FEASIBLE, self.best.roster, self.best.objective, self.bound)
        elif self.stopped_at is not None:
            answer = Answer(Status.UNKNOWN, None, None, self.bound)
        else:
            raise SolverDied(
                "the solving process ended without an answer (killed, or out of memory)"
            )
        return self._result(answer, None, cut=True)

    def _result(self, answer: Answer, peak_mb: float | None, *, cut: bool) -> Result:
        return Result(answer, self.now, self.first_s, peak_mb, self.by_request, cut)
