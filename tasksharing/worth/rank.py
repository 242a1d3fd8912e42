"""One more of everything: all bounded in seconds, the best rostered, ranked with gaps."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import version

from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.explain.worth import Priced, priced
from rostering.solve import solve
from rostering.strategies.base import Budget
from tasksharing.evaluate.models import Run, Verdict
from tasksharing.scenarios.summary import engine
from tasksharing.worth.candidates import asked_for, candidates
from tasksharing.worth.changed import Ward
from tasksharing.worth.models import (
    Candidate,
    Found,
    OnProgress,
    Progress,
    Ranking,
    Stop,
    Worth,
    WorthQuestion,
)

SMALL, DEFAULT = 1e-6, 15.0
START = 3
"""How many times as long as the others the search for the common start may take."""


def rank(
    asked: WorthQuestion,
    on_progress: OnProgress = lambda _: None,
    stop: Stop = lambda: False,
) -> Ranking:
    """Return every candidate with its worth, the best first.

    All are bounded by the duals of a linear programme; the best of them are rostered as well, from
    the same start as the ward without a change. ``stop`` gives what is known by then.

    Raises
    ------
    BadInput
        When ward, book and scenario do not fit, or the question names what is not there.
    """
    return _Ranker(asked, on_progress, stop).ranking()


class _Ranker:
    def __init__(self, asked: WorthQuestion, on_progress: OnProgress, stop: Stop) -> None:
        self.asked, self.on_progress, self.stop = asked, on_progress, stop
        self.ward = Ward(asked)
        self.all = candidates(asked)
        self.zero: tuple[Run, ...] = ()
        self.start: Roster | None = None
        self.startless = False
        self.changed: dict[str, Problem] = {}

    def ranking(self) -> Ranking:
        self.on_progress(Progress("bound", 0, len(self.all)))
        prices = None if self.stop() else priced(self.ward.problem)
        worths = self.screened(prices)
        worths = self.rostered(sorted(worths, key=_order))
        asked = self.asked
        return Ranking(
            invented=asked.book.invented,
            ward=asked.problem.name,
            people={person.id: person.name for person in self.ward.problem.people},
            problem_hash=content_hash(asked.problem),
            book_hash=content_hash(asked.book),
            scenario_hash=None if asked.scenario is None else content_hash(asked.scenario),
            seeds=asked.seeds,
            seconds=asked.seconds,
            steps=asked.steps,
            versions=_versions(),
            bound=None if prices is None else round(prices.points, 2),
            zero=self.zero,
            worths=tuple(sorted(worths, key=_order)),
            screened=prices is not None,
            startless=self.startless,
            stopped=self.stop(),
        )

    def screened(self, prices: Priced | None) -> list[Worth]:
        """Return candidates with how far the bound falls; those looked at before a stop."""
        found = []
        for number, one in enumerate(self.all, 1):
            if self.stop():
                break
            found.append(self.screen(one, prices))
            self.on_progress(Progress("screen", number, len(self.all), one.id))
        return found

    def screen(self, one: Candidate, prices: Priced | None) -> Worth:
        problem, hours = self.ward.with_one_more(one)
        self.changed[one.id] = problem
        if self.idle(one, problem, hours):
            return Worth(candidate=one, bound_points=0.0, freed_hours=hours, useless=True)
        falls = 0.0 if prices is None else prices.points - prices.bound_of(problem)
        points = 0.0 if falls < SMALL else round(falls, 2)
        return Worth(candidate=one, bound_points=points, freed_hours=hours)

    def idle(self, one: Candidate, problem: Problem, hours: float | None) -> bool:
        """Return whether nothing in the ward asks for what is gained."""
        if one.kind == "position" or hours:
            return False
        before = {person.id: person for person in self.ward.problem.people}
        gained = {
            held.code
            for person in problem.people
            for held in person.competences
            if held not in before[person.id].competences
        }
        return problem.demand == self.ward.problem.demand and not gained & asked_for(problem)

    def rostered(self, worths: list[Worth]) -> list[Worth]:
        """Return the worths, the best of them rostered."""
        best = [one for one in worths if not one.useless][: self.asked.best]
        if not best or self.stop():
            return worths
        total = 1 + len(self.asked.seeds) * (len(best) + 1)
        self.on_progress(Progress("roster", 0, total))
        first, self.start = self.search(self.ward.problem, self.asked.seeds[0], START)
        self.startless = first.status == "unknown"
        if self.startless:
            return worths
        self.on_progress(Progress("roster", 1, total))
        self.zero = self.runs(self.ward.problem, 1, total, "")
        found: dict[str, Worth] = {}
        for number, one in enumerate(best, 1):
            done = 1 + number * len(self.asked.seeds)
            problem = self.changed[one.candidate.id]
            runs = self.runs(problem, done, total, one.candidate.id)
            if len(runs) == len(self.asked.seeds):
                found[one.candidate.id] = _against(one, self.zero, runs)
        return [found.get(one.candidate.id, one) for one in worths]

    def runs(self, problem: Problem, done: int, total: int, name: str) -> tuple[Run, ...]:
        """Return the searches of all seeds, unless stopped on the way."""
        found = []
        for number, seed in enumerate(self.asked.seeds, 1):
            if self.stop():
                break
            found.append(self.search(problem, seed)[0])
            self.on_progress(Progress("roster", done + number, total, name))
        return tuple(found)

    def search(self, problem: Problem, seed: int, times: int = 1) -> tuple[Run, Roster | None]:
        """Return a search and its roster; with steps on one worker, so that it repeats exactly."""
        asked = self.asked
        if asked.steps is not None:
            budget = Budget(seconds=None, steps=asked.steps * times, workers=1, seed=seed)
        else:
            seconds = (asked.seconds or DEFAULT) * times
            budget = Budget(seconds=seconds, workers=asked.workers, seed=seed)
        outcome = solve(problem, budget, strategy=asked.strategy, warm=self.start, stop=self.stop)
        run = Run(
            seed=seed,
            status=outcome.status.value,
            points=outcome.objective,
            bound=outcome.bound,
            gap=outcome.gap,
            seconds=round(outcome.seconds, 2),
            roster_hash="" if outcome.roster is None else content_hash(outcome.roster),
        )
        return run, outcome.roster


def _against(one: Worth, zero: tuple[Run, ...], runs: tuple[Run, ...]) -> Worth:
    """Return a worth with what rostering showed, by points fewer than the zero's."""
    before = [run.points for run in zero if run.points is not None]
    after = [run.points for run in runs if run.points is not None]
    if not after:
        return one.model_copy(update={"infeasible": True})
    if not before:
        return one.model_copy(update={"opens": True})
    mean = sum(before) / len(before) - sum(after) / len(after)
    low, high = _bound(zero) - max(after), max(before) - _bound(runs)
    verdict: Verdict = "none"
    if low > 0 or high < 0:
        verdict = "better" if mean > 0 else "worse"
    told = Found(
        runs=runs, mean=round(mean, 2), low=round(low, 2), high=round(high, 2), verdict=verdict
    )
    most = round(max(0.0, min(before) - _bound(runs)), 2)
    return one.model_copy(update={"found": told, "most_points": most})


def _bound(runs: Iterable[Run]) -> float:
    """Return what no roster can have fewer points than."""
    return float(max((run.bound for run in runs if run.bound is not None), default=0))


def _order(one: Worth) -> tuple[float, ...]:
    """Order by what was measured, then by how far the bound falls, then by hours."""
    measured = 0.0
    if one.found is not None and one.found.verdict in ("better", "worse"):
        measured = one.found.mean
    return (one.useless, not one.opens, -measured, -one.bound_points, -(one.freed_hours or 0.0))


def _versions() -> dict[str, str]:
    return {
        "turnus": engine().removeprefix("helseturnus "),
        "ortools": version("ortools"),
        "python": platform.python_version(),
    }
