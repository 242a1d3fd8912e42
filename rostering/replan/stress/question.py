"""The stress test as a question in a process of its own: stopped at once, told of on the way."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.replan.stress.models import StressTest
from rostering.replan.stress.run import SAMPLES, SICK, stress_test
from rostering.strategies.base import (
    Answer,
    Budget,
    Offers,
    Progress,
    Report,
    Status,
    Stopped,
    no_offers,
)
from rostering.strategies.process import run

PHASE = "stress"


def ask_stress(  # noqa: PLR0913 - a budget, and the numbers of the test
    problem: Problem,
    roster: Roster,
    budget: Budget | None = None,
    *,
    sick: tuple[int, ...] = SICK,
    samples: int = SAMPLES,
    now: dt.datetime | None = None,
    report: Report = lambda _: None,
    stop: Stopped = lambda: False,
) -> StressTest | None:
    """Return how a roster stands sick calls, tested in a child process; see ``stress_test``.

    What is done when the seconds are used up or ``stop`` returns True is given as ``partial``;
    None when that is nothing. The news tell the share that is done, and the test so far.

    Raises
    ------
    BadInput
        As ``stress_test``.
    """
    kept: list[StressTest] = []

    def heard(news: Progress) -> None:
        if isinstance(news.told, StressTest):
            kept[:] = [news.told]
        report(news)

    question = _Question(roster, sick, samples, now)
    told = run(question, problem, budget or Budget(), None, heard, stop).answer.told
    if isinstance(told, StressTest):
        return told
    return kept[0] if kept else None


@dataclass(frozen=True, slots=True)
class _Question:
    """What the child process does."""

    roster: Roster
    sick: tuple[int, ...]
    samples: int
    now: dt.datetime | None
    name: str = PHASE

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,  # noqa: ARG002 - the roster is the question's own
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,  # noqa: ARG002 - nobody else is asked
    ) -> Answer:
        """See ``Strategy.run``; the answer's ``told`` is a ``StressTest``."""
        started, stopped = budget.started or time.monotonic(), list[bool]()
        on_stop(lambda: stopped.append(True))

        def done(done: int, total: int) -> bool:
            spent = time.monotonic() - started
            report(Progress(spent, PHASE, share=done / total))
            return bool(stopped) or (budget.seconds is not None and spent > budget.seconds)

        def so_far(test: StressTest) -> None:
            report(Progress(time.monotonic() - started, PHASE, told=test))

        told = stress_test(
            Court.of(problem),
            self.roster,
            sick=self.sick,
            samples=self.samples,
            seed=budget.seed,
            now=self.now,
            progress=done,
            so_far=so_far,
        )
        return Answer(Status.UNKNOWN, None, None, None, told=told)
