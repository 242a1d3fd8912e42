"""Compare scenarios by rostering each of them: same staff, demand, wishes, start and seeds."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from rostering.check import Court
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.score import score_plan
from rostering.strategies.base import Outcome, Status
from tasksharing.domain.names import Name
from tasksharing.domain.sentences import Told, told
from tasksharing.evaluate.candidates import PACKAGE, ZERO, Candidate, Case, cases
from tasksharing.evaluate.covering import cover, delegated_missing
from tasksharing.evaluate.measuring import Seen, Values, rostered
from tasksharing.evaluate.models import Base, Comparison, OnProgress, Run, ShiftCover, Stop
from tasksharing.evaluate.question import CompareQuestion
from tasksharing.evaluate.reasons import reason
from tasksharing.evaluate.results import Made, Side, alternative, measures, zero_of
from tasksharing.evaluate.searching import STRATEGY, Searcher, part, together, within
from tasksharing.gains.entered import EnteredPlan

OnRoster = Callable[[str, str, int, Problem, Roster], None]
"""Told of each roster that was found: base, alternative, seed, problem and roster."""
_PARTS = ("helseturnus", "ortools", "pydantic")
_COACHING = 30.0


def evaluate(
    question: CompareQuestion,
    on_progress: OnProgress = lambda _: None,
    stop: Stop = lambda: False,
    on_roster: OnRoster | None = None,
) -> Comparison:
    """Return the alternatives of a question, each rostered with every seed, against their zero.

    Parameters
    ----------
    question
        What is compared.
    on_progress
        Told of news, from several threads but never from two at once.
    stop
        Asked many times a second; once it returns True the best so far is returned.
    on_roster
        Told of each roster, judged by the checker, as soon as it is there.

    Raises
    ------
    BadInput
        With everything that is wrong with the question, before any search.
    """
    began = time.monotonic()
    made = cases(question)
    searches = sum(len(case.all) for case in made) * len(question.seeds)
    searcher = Searcher(question, searches + _starts(made), on_progress, stop)
    sides = _Evaluation(question, searcher, on_roster).all(made)
    return _told(question, sides, stopped=stop(), seconds=time.monotonic() - began)


def _starts(made: tuple[Case, ...]) -> int:
    """Return how many searches for starts there are: one for the ward, one for its neighbour."""
    return 2 if any(case.id != "ward" for case in made) else 1


@dataclass(frozen=True)
class _Sides:
    """A base with all its runs, and how far the zero or each other moved from its start."""

    case: Case
    zero: Side
    others: tuple[Side, ...]
    drift: tuple[dict[str, float], ...]


@dataclass
class _Evaluation:
    question: CompareQuestion
    searcher: Searcher
    on_roster: OnRoster | None
    impossible: set[tuple[str, str]] = field(default_factory=set)

    def all(self, made: tuple[Case, ...]) -> list[_Sides]:
        """Search for starts, then for everything, side by side and seed by seed."""
        with ThreadPoolExecutor(self.question.side_by_side) as pool:
            starts = self.starts(made, pool)
            both = [(case, one) for case in made for one in case.all]
            ready = list(pool.map(lambda two: self.begin(two[0], two[1], starts), both))
            waiting: dict[tuple[str, str], list[Future[Made | None]]] = {}
            for seed in self.question.seeds:
                for (case, one), start in zip(both, ready, strict=True):
                    job = pool.submit(self.made, case, one, seed, start)
                    waiting.setdefault((case.id, one.id), []).append(job)
            begun: dict[tuple[str, str], Roster | None] = {
                (case.id, one.id): start for (case, one), start in zip(both, ready, strict=True)
            }
            return [self.sides(case, waiting, begun) for case in made]

    def starts(self, made: tuple[Case, ...], pool: ThreadPoolExecutor) -> dict[str, Roster | None]:
        """Return a roster of each base: the neighbour's is found alone and put beside the ward's.

        Nobody works in both units in the zero, so that two rosters are one.
        """
        own = frozenset(unit.id for unit in self.question.problem.units)
        every = frozenset(unit.id for case in made for unit in case.zero.problem.units)
        widest = made[-1].zero.problem
        parts = [part(widest, units) for units in (own, every - own) if units]
        found = list(pool.map(lambda one: self.searcher.start(ZERO, one), parts))
        ward, both = found[0], [one for one in found if one is not None]
        beside = together(widest, [one.assignments for one in both]) if both else None
        return {case.id: ward if case.id == "ward" else beside for case in made}

    def begin(self, case: Case, one: Candidate, starts: dict[str, Roster | None]) -> Roster | None:
        """Return what the searches of an alternative begin from."""
        start = starts[case.id]
        if start is None:
            return None
        old = frozenset(shift.code for shift in case.zero.problem.shifts)
        ready = self.searcher.mend(one.id, one.problem, start, old)
        return self.searcher.settle(one.id, one.problem, ready)

    def made(self, case: Case, one: Candidate, seed: int, start: Roster | None) -> Made | None:
        """Return one run with all that is read from its roster; None when somebody stopped."""
        try:
            return self.searched(case, one, seed, start)
        except BaseException:
            self.searcher.broken = True  # the other searches end at once
            raise

    def searched(self, case: Case, one: Candidate, seed: int, start: Roster | None) -> Made | None:
        """Search once and read the roster; what is proved to be impossible is not tried again."""
        if (case.id, one.id) in self.impossible:
            self.searcher.finished(one.id, seed, None)
            return Made(Run(seed=seed, status=Status.INFEASIBLE.value))
        outcome = self.searcher.one(one.id, one.problem, seed, start)
        if outcome is None:
            return None
        if outcome.status is Status.INFEASIBLE:
            self.impossible.add((case.id, one.id))
        found = Made(_run(outcome, seed))
        if outcome.roster is not None and outcome.card is not None:
            seen = Seen.of(one.problem, outcome.roster, outcome.card)
            found = Made(found.run, *self.read(case, one, seen))
            if self.on_roster is not None:
                self.on_roster(case.id, one.id, seed, one.problem, outcome.roster)
        self.searcher.finished(one.id, seed, outcome.objective)
        return found

    def read(self, case: Case, one: Candidate, seen: Seen) -> tuple[Values, tuple[ShiftCover, ...]]:
        """Return the figures and the cover of a roster."""
        rows = {row.id for row in case.zero.problem.demand}
        values = rostered(seen, rows, seed=self.question.seeds[0])
        shifts = frozenset(shift.code for shift in case.zero.problem.shifts)
        values["coverage.delegated_missing"] = delegated_missing(seen.plan, one.book, shifts)
        return values, cover([seen.plan], one.book, shifts)

    def sides(
        self,
        case: Case,
        waiting: dict[tuple[str, str], list[Future[Made | None]]],
        begun: dict[tuple[str, str], Roster | None],
    ) -> _Sides:
        """Return a base with all its runs."""
        zero, *others = (self.side(one, waiting[case.id, one.id]) for one in case.all)
        moved = [
            self.drift(case, side, begun[case.id, side.candidate.id]) for side in (zero, *others)
        ]
        drift = [_larger(moved[0], own) for own in moved[1:]]
        return _Sides(case, zero, tuple(others), tuple(drift))

    def side(self, one: Candidate, jobs: list[Future[Made | None]]) -> Side:
        """Wait for the runs of an alternative; ask the coach when none has a roster."""
        found = [job.result() for job in jobs]
        made = tuple(run for run in found if run is not None)
        stopped = len(made) < len(found) or self.searcher.stop()
        why: Told | None = None
        if not any(run.values is not None for run in made):
            asked = self.question
            seconds = min(_COACHING, asked.seconds or _COACHING)
            why = reason(one.problem, seconds, asked.side_by_side, self.searcher.stop)
        return Side(one, made, why, stopped)

    def drift(self, case: Case, side: Side, start: Roster | None) -> dict[str, float]:
        """Return how far an alternative's figures moved from those of the roster it began with."""
        if start is None or not side.valued or self.searcher.stop():
            return {}
        one = side.candidate
        begun = within(one.problem, start)
        court = Court.of(one.problem)
        card = score_plan(court, court.index.plan(begun.assignments))
        if not card.lawful:
            return {}
        values, _ = self.read(case, one, Seen.of(one.problem, begun, card))
        moved = {known.id: known.mean for known in measures(side, {})}
        return {name: abs(moved[name] - value) for name, value in values.items() if name in moved}


def _larger(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {name: max(one.get(name, 0.0), other.get(name, 0.0)) for name in {*one, *other}}


def _run(outcome: Outcome, seed: int) -> Run:
    roster = outcome.roster
    return Run(
        seed=seed,
        status=outcome.status.value,
        points=outcome.objective if roster is not None else None,
        bound=outcome.bound if roster is not None else None,
        gap=None if outcome.gap is None or roster is None else round(outcome.gap, 4),
        seconds=round(outcome.seconds, 1),
        roster_hash="" if roster is None else content_hash(roster),
    )


def _told(
    question: CompareQuestion, sides: list[_Sides], *, stopped: bool, seconds: float
) -> Comparison:
    groups = _groups(question, sides)
    entered = question.entered
    bases = tuple(_base(one, groups) for one in sides)
    found = [
        alternative(
            side,
            one.zero,
            drift,
            groups=groups,
            entered=entered.get(side.candidate.id, EnteredPlan()),
            days=side.candidate.problem.horizon.days,
        )
        for one in sides
        for side, drift in zip(one.others, one.drift, strict=True)
    ]
    order = {scenario.id: number for number, scenario in enumerate(question.scenarios)}
    problems = [side.candidate.problem for one in sides for side in (one.zero, *one.others)]
    neighbour = question.neighbour
    made = Comparison(
        invented=question.book.invented,
        question_hash=content_hash(question),
        problem_hash=content_hash(question.problem),
        book_hash=content_hash(question.book),
        neighbour_hash=None if neighbour is None else content_hash(neighbour),
        seeds=question.seeds,
        seconds=question.seconds,
        steps=question.steps,
        strategy=f"auto, {STRATEGY}",
        days=problems[0].horizon.days,
        period_days=question.problem.horizon.days,
        reserve_share=question.reserve_share,
        versions=_versions(),
        groups=groups,
        tasks={task.id: task.name for task in question.book.tasks},
        shifts={s.code: Name(nb=s.name or s.code) for p in problems for s in p.shifts},
        bases=bases,
        alternatives=tuple(sorted(found, key=lambda one: order[one.id])),
        took_seconds=round(seconds, 1),
        stopped=stopped,
    )
    return made.model_copy(
        update={"result_hash": content_hash(_timeless(made.model_dump(mode="json")))}
    )


def _timeless(value: Any) -> Any:  # noqa: ANN401 - a document of any shape
    """Return a document without the clock times in it."""
    if isinstance(value, dict):
        left = ("took_seconds", "result_hash")
        kept = {key: _timeless(one) for key, one in value.items() if key not in left}
        return kept | {"seconds": 0.0} if "roster_hash" in kept else kept
    if isinstance(value, (list, tuple)):
        return [_timeless(one) for one in value]
    return value


def _base(one: _Sides, groups: dict[str, Name]) -> Base:
    problem = one.case.zero.problem
    names = [unit.name or unit.id for unit in problem.units]
    name = Told(nb=names[0])
    if one.case.id != "ward":
        name = told(PACKAGE, "both", one=names[0], other=", ".join(names[1:]))
    return Base(
        id=one.case.id,
        name=name,
        units=tuple(unit.id for unit in problem.units),
        people=len(problem.people),
        start=problem.horizon.start,
        days=problem.horizon.days,
        problem_hash=content_hash(problem),
        zero=zero_of(one.zero, groups),
    )


def _groups(question: CompareQuestion, sides: list[_Sides]) -> dict[str, Name]:
    """Return the names of all groups: the book's, and what people in the wards are called."""
    known = {group.id: group.name for group in question.book.groups}
    for one in sides:
        for person in one.case.zero.problem.people:
            if person.group:
                known.setdefault(person.group, Name(nb=person.group))
    return known


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PARTS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


__all__ = ["OnRoster", "evaluate"]
