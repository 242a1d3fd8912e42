"""One run: solve, write the roster, have it judged from the file, make a record of it all."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from benchmarks.harness.best_known import best_known
from benchmarks.harness.record import (
    DIED,
    DRIFT,
    UNSUPPORTED,
    Key,
    Point,
    Record,
    gap,
    within,
)
from benchmarks.harness.suites import Evaluation, Suite
from rostering.domain.problem import Problem
from rostering.errors import BadInput, EngineDrift, Unsupported
from rostering.solve import Budget, Outcome, Progress, solve


class Trace:
    """Collects each improvement of the best roster or the bound, with the caller's clock."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.points: list[Point] = []
        self.first_s: float | None = None
        self._best: int | None = None
        self._bound: int | None = None

    @property
    def seconds(self) -> float:
        """Seconds since the trace began."""
        return time.monotonic() - self.started

    def take(self, news: Progress) -> None:
        """Keep what a piece of news has that is better than before."""
        if news.roster is not None and self.first_s is None:
            self.first_s = self.seconds
        self.note(news.objective, news.bound)

    def note(self, objective: int | None, bound: int | None) -> None:
        """Keep an objective and a bound, if one of the two is better than before."""
        best = _better(self._best, objective, min)
        proved = _better(self._bound, bound, max)
        if (best, proved) != (self._best, self._bound):
            self._best, self._bound = best, proved
            self.points.append((round(self.seconds, 3), best, proved))


def _better(old: int | None, new: int | None, choose: Callable[[int, int], int]) -> int | None:
    if old is None or new is None:
        return new if old is None else old
    return choose(old, new)


def one_run(
    suite: Suite, key: Key, problem: Problem, rosters: Path, stop: Callable[[], bool]
) -> Record | None:
    """Return the record of a run, None when it was stopped on request.

    Parameters
    ----------
    rosters
        Folder in which the roster is written in its public form.
    """
    empty = _empty(suite, key, problem)
    trace = Trace()
    budget = Budget(seconds=key.budget_s, workers=key.workers, seed=key.seed)
    try:
        outcome = solve(problem, budget, strategy=key.strategy, report=trace.take, stop=stop)
    except Exception as error:  # noqa: BLE001 - a strategy's bug is a result; the next run goes on
        return _troubled(empty, error, trace)
    wall = trace.seconds
    if outcome.stopped:
        return None
    trace.note(outcome.objective, outcome.bound)
    judged = _evaluated(suite, key, problem, outcome, rosters)
    return _filled(empty, outcome, trace, wall, judged)


def _troubled(empty: Record, error: Exception, trace: Trace) -> Record:
    """Return the record of a run that ended in an error."""
    kinds = ((EngineDrift, DRIFT), (Unsupported, UNSUPPORTED))
    status = next((status for kind, status in kinds if isinstance(error, kind)), DIED)
    return replace(
        empty,
        status=status,
        trouble=f"{type(error).__name__}: {error}",
        wall_s=round(trace.seconds, 3),
        trace=tuple(trace.points),
    )


def _empty(suite: Suite, key: Key, problem: Problem) -> Record:
    row = suite.published(key.instance)
    return Record(
        suite=key.suite,
        instance=key.instance,
        strategy=key.strategy,
        seed=key.seed,
        workers=key.workers,
        budget_s=key.budget_s,
        wall_s=0.0,
        status="",
        best_known=best_known(row),
        published=row,
        load=_load(),
        cores=os.cpu_count(),
        people=len(problem.people),
        days=problem.horizon.days,
        engine=_engine(),
        commit=_commit(),
    )


def _evaluated(
    suite: Suite, key: Key, problem: Problem, outcome: Outcome, rosters: Path
) -> Evaluation | None:
    if outcome.roster is None:
        return None
    try:
        path = suite.write(problem, outcome.roster, rosters / file_name(key))
    except BadInput as error:
        return Evaluation(None, {f"unwritable: {error}": 1})
    return suite.evaluate(key.instance, problem, path)


def file_name(key: Key) -> str:
    """Return the name, without an ending, under which a run's roster is kept."""
    asked = f"{key.workers}w-{key.budget_s:g}s-seed{key.seed}"
    return f"{key.suite}-{key.instance}-{key.strategy}-{asked}"


def _filled(
    empty: Record, outcome: Outcome, trace: Trace, wall: float, judged: Evaluation | None
) -> Record:
    points = tuple(trace.points)
    return replace(
        empty,
        wall_s=round(wall, 3),
        status=judged_status(outcome.status.value, outcome.objective, judged),
        objective=outcome.objective,
        evaluated=None if judged is None else judged.cost,
        broken={} if judged is None else judged.broken,
        bound=outcome.bound,
        gap=_rounded(gap(outcome.objective, outcome.bound), 6),
        first_s=_rounded(trace.first_s, 3),
        within_1pct_s=within(points, empty.best_known),
        peak_mb=_rounded(outcome.peak_mb, 1),
        trace=points,
    )


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def judged_status(status: str, objective: int | None, judged: Evaluation | None) -> str:
    """Return the solver's own status, or drift when the judge does not confirm its roster."""
    if judged is not None and (judged.broken or judged.cost != objective):
        return DRIFT
    return status


def _load() -> float | None:
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


def _engine() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"helseturnus {version('helseturnus')}"
    except PackageNotFoundError:
        return "helseturnus"


@lru_cache(maxsize=1)
def _commit() -> str:
    """Return the commit of the source tree that runs, nothing where it is no checkout."""
    git = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    try:
        done = subprocess.run(git, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
