"""The searches of a comparison: a common start, then every alternative with every seed.

All alternatives of a base, the zero too, begin from one roster of the zero, as far as people and
shifts are the same: without it, where a search happens to begin weighs more than what is compared.
Where a change breaks it (a vacated post leaves a minimum open), it is made lawful once more first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import SolverDied
from rostering.explain.subward import only
from rostering.score import score
from rostering.solve import solve
from rostering.strategies.auto.crew import possible_duties
from rostering.strategies.base import Budget, Outcome
from rostering.strategies.base import Progress as News
from tasksharing.evaluate.models import OnProgress, Progress, Stop
from tasksharing.evaluate.question import CompareQuestion

SMALL = 1000
"""Possible duties up to which ``auto`` proves something in seconds, on a core of its own."""
STRATEGY = "lns"
"""Above that, and from a lawful start: ``auto`` on one core would first look for what is there."""


@dataclass
class Searcher:
    """Makes the searches of one comparison and tells of them.

    Parameters
    ----------
    question
        Limits and seeds.
    total
        How many searches there are.
    on_progress, stop
        Told of news from any of the searches; asked whether to end.
    """

    question: CompareQuestion
    total: int
    on_progress: OnProgress
    stop: Stop
    done: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, name: str, problem: Problem, warm: Roster | None = None) -> Roster | None:
        """Return the roster of a base from which its alternatives begin, or None."""
        asked, found = self.question, None
        if not self.stop():
            budget = Budget(
                seconds=None if asked.seconds is None else asked.seconds * asked.start_times,
                steps=None if asked.steps is None else asked.steps * asked.start_times,
                workers=1 if asked.steps is not None else asked.side_by_side,
                seed=asked.seeds[0],
            )
            found = self._solve(name, problem, budget, "auto", warm, self.stop).roster
        self._count()
        return found

    def mend(self, name: str, problem: Problem, start: Roster) -> Roster:
        """Return a start that is lawful for an alternative; the same where none is found."""
        if lawful(problem, start) or self.stop():
            return start
        asked, seen = self.question, threading.Event()
        steady = asked.steps is not None

        def enough() -> bool:
            return self.stop() or (seen.is_set() and not steady)

        def heard(news: News) -> None:
            if news.roster is not None:
                seen.set()

        budget = Budget(
            seconds=None if asked.seconds is None else asked.seconds * asked.start_times,
            steps=None if asked.steps is None else asked.steps * asked.start_times,
            workers=1 if steady else asked.side_by_side,
            seed=asked.seeds[0],
        )
        found = self._solve(name, problem, budget, "auto", start, enough, heard).roster
        return start if found is None else found

    def one(self, name: str, problem: Problem, seed: int, start: Roster | None) -> Outcome | None:
        """Return what one search of an alternative finds; None when somebody has stopped."""
        if self.stop():
            return None
        asked = self.question
        budget = Budget(seconds=asked.seconds, steps=asked.steps, workers=1, seed=seed)
        ready = start is not None and lawful(problem, start)
        small = possible_duties(ProblemIndex(problem)) <= SMALL
        strategy = STRATEGY if ready and not small else "auto"
        return self._solve(name, problem, budget, strategy, start, self.stop)

    def finished(self, name: str, seed: int, points: int | None) -> None:
        """Tell that a search with all that is read from its roster is done."""
        self._count()
        self._tell(name, seed, points)

    def _solve(
        self,
        name: str,
        problem: Problem,
        budget: Budget,
        strategy: str,
        warm: Roster | None,
        stop: Stop,
        heard: Callable[[News], None] = lambda _: None,
    ) -> Outcome:
        def report(news: News) -> None:
            heard(news)
            self._tell(name, budget.seed, news.objective)

        try:
            return solve(problem, budget, strategy=strategy, warm=warm, report=report, stop=stop)
        except SolverDied:
            from rostering.strategies.base import Status

            return Outcome(Status.UNKNOWN, None, None, None, None, 0.0, cut=True)

    def _count(self) -> None:
        with self._lock:
            self.done += 1

    def _tell(self, name: str, seed: int, points: int | None) -> None:
        with self._lock:
            self.on_progress(Progress(self.done, self.total, name, seed, points))


def within(problem: Problem, roster: Roster) -> Roster:
    """Return a roster's duties as far as a problem has the people, units, shifts and roles."""
    people = {person.id: person for person in problem.people}
    shifts = {shift.code for shift in problem.shifts}
    roles = {None, *(row.id for row in problem.demand if row.exclusive)}
    kept = tuple(
        duty
        for duty in roster.assignments
        if duty.person in people and duty.shift in shifts and duty.role in roles
        if duty.unit in people[duty.person].units
    )
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=kept,
    )


def lawful(problem: Problem, roster: Roster) -> bool:
    """Return whether a start breaks no hard rule of a problem."""
    return score(problem, within(problem, roster)).lawful


def part(problem: Problem, units: frozenset[str]) -> Problem:
    """Return some units of a problem whose units share nobody."""
    people = {one.id for one in problem.people if set(one.units) <= units}
    left = only(problem, people)
    return left.model_copy(
        update={
            "units": tuple(unit for unit in problem.units if unit.id in units),
            "demand": tuple(row for row in problem.demand if set(row.units) <= units),
            "reserve": tuple(row for row in problem.reserve if set(row.units) <= units),
            "shifts": tuple(
                shift.model_copy(update={"units": tuple(u for u in shift.units if u in units)})
                for shift in problem.shifts
                if not shift.units or set(shift.units) & units
            ),
        }
    )


def together(problem: Problem, parts: tuple[Roster, ...]) -> Roster:
    """Return the rosters of a problem's parts as one roster of it."""
    duties: list[Assignment] = [duty for one in parts for duty in one.assignments]
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(sorted(duties, key=lambda duty: duty.key)),
    )
