"""The searches of a comparison: a common start, then every alternative with every seed.

All alternatives of a base, the zero too, begin from one roster of the zero, as far as people and
shifts are the same: without it, where a search happens to begin weighs more than what is compared.
New staff, who work new shifts alone, get a roster of their own beside it. Where it is not lawful
even so (a vacated post leaves a minimum open), the nearest lawful one is looked for. Then each
alternative, the zero too, is improved for equally long before the seeds begin.

Steps limit the searches, so that each alternative gets the same work whatever else the machine
does; the seconds are the longest that one may take.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import SolverDied
from rostering.explain.subward import only
from rostering.score import score
from rostering.solve import solve
from rostering.strategies.auto.crew import possible_duties
from rostering.strategies.auto.opening import Opening
from rostering.strategies.base import Budget, Outcome, Status
from rostering.strategies.base import Progress as News
from rostering.strategies.process import run
from tasksharing.evaluate.models import OnProgress, Progress, Stop
from tasksharing.evaluate.question import CompareQuestion

FIRST_TIMES = 3.0
"""How many times as long as a search the first lawful roster may take."""
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
    on_progress, asked_to_stop
        Told of news from any of the searches; asked whether to end.
    broken
        Whether a search has failed, so that no other is worth its time.
    """

    question: CompareQuestion
    total: int
    on_progress: OnProgress
    asked_to_stop: Stop
    done: int = 0
    broken: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def stop(self) -> bool:
        """Return whether the searches are to end."""
        return self.broken or self.asked_to_stop()

    def start(self, name: str, problem: Problem) -> Roster | None:
        """Return the roster of a ward from which its alternatives begin, or None."""
        found = None
        if not self.stop():
            found = self._longer(name, problem)
        self._count()
        return found

    def _longer(self, name: str, problem: Problem) -> Roster | None:
        budget = self._long()
        if _small(problem):
            return self._solve(name, problem, budget, "auto", None).roster
        first = self.first(name, problem, None)
        if first is None:
            return None
        return self._solve(name, problem, budget, STRATEGY, first).roster or first

    def first(self, name: str, problem: Problem, near: Roster | None) -> Roster | None:
        """Return a lawful roster, one near another where that is given; None when none is found."""
        budget = self._budget(self.question.seeds[0], FIRST_TIMES)
        warm = None if near is None else within(problem, near).assignments
        try:
            result = run(
                Opening(), problem, budget, warm, lambda _: self._tell(name, 0, None), self.stop
            )
        except SolverDied:
            return None
        found = result.answer.assignments
        return None if found is None else together(problem, (found,))

    def mend(self, name: str, problem: Problem, start: Roster, old: frozenset[str]) -> Roster:
        """Return a start that is lawful for an alternative; the same where none is found.

        Parameters
        ----------
        name, problem
            The alternative.
        start
            The roster of its zero.
        old
            The shifts of the zero: who can work none of them is new staff.
        """
        start = within(problem, start)
        if self.stop() or lawful(problem, start):
            return start
        new = _new_staff(problem, old)
        if new is not None:
            theirs = self._solve(name, new, self._budget(self.question.seeds[0]), "auto", None)
            if theirs.roster is not None:
                start = together(problem, (start.assignments, theirs.roster.assignments))
        if self.stop() or lawful(problem, start):
            return start
        return self.first(name, problem, start) or start

    def settle(self, name: str, problem: Problem, start: Roster) -> Roster:
        """Return a start improved for as long as every other alternative's, the zero's too."""
        found = None
        if not self.stop() and not _small(problem) and lawful(problem, start):
            found = self._solve(name, problem, self._long(), STRATEGY, start).roster
        return found or start

    def one(self, name: str, problem: Problem, seed: int, start: Roster | None) -> Outcome | None:
        """Return what one search of an alternative finds; None when somebody has stopped."""
        if self.stop():
            return None
        ready = start is not None and lawful(problem, start)
        strategy = STRATEGY if ready and not _small(problem) else "auto"
        return self._solve(name, problem, self._budget(seed), strategy, start)

    def _long(self) -> Budget:
        return self._budget(self.question.seeds[0], self.question.start_times)

    def _budget(self, seed: int, times: float = 1.0) -> Budget:
        asked = self.question
        return Budget(
            seconds=None if asked.seconds is None else asked.seconds * times,
            steps=None if asked.steps is None else asked.steps * times,
            workers=1,
            seed=seed,
        )

    def finished(self, name: str, seed: int, points: int | None) -> None:
        """Tell that a search with all that is read from its roster is done."""
        self._count()
        self._tell(name, seed, points)

    def _solve(
        self, name: str, problem: Problem, budget: Budget, strategy: str, warm: Roster | None
    ) -> Outcome:
        def report(news: News) -> None:
            self._tell(name, budget.seed, news.objective)

        try:
            return solve(
                problem, budget, strategy=strategy, warm=warm, report=report, stop=self.stop
            )
        except SolverDied:
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


def together(problem: Problem, parts: Iterable[Iterable[Assignment]]) -> Roster:
    """Return duties of a problem's parts as one roster of it."""
    duties = [duty for one in parts for duty in one]
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(sorted(duties, key=lambda duty: duty.key)),
    )


def _small(problem: Problem) -> bool:
    return possible_duties(ProblemIndex(problem)) <= SMALL


def _new_staff(problem: Problem, old: frozenset[str]) -> Problem | None:
    """Return the people who can work new shifts alone as a problem of their own, if there are."""
    new = tuple(shift for shift in problem.shifts if shift.code not in old)
    people = {
        person.id
        for person in problem.people
        if any(old <= set(exemption.shifts) for exemption in person.exemptions)
    }
    if not new or not people:
        return None
    codes = {shift.code for shift in new}
    return only(problem, people).model_copy(
        update={
            "demand": tuple(r for r in problem.demand if r.shifts and set(r.shifts) <= codes),
            "reserve": (),
        }
    )
