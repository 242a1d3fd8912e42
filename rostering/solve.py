"""Solve a problem: budget in, judged roster and score card out."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from rostering.check import Court
from rostering.day_codes import day_codes
from rostering.domain.canonical import content_hash
from rostering.domain.card import ScoreCard
from rostering.domain.line import Plan
from rostering.domain.locks import moved
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Evidence, Roster
from rostering.errors import EngineDrift
from rostering.rulebooks.book import as_text
from rostering.score import score_plan
from rostering.strategies.base import Budget, Outcome, Progress, Report, Status, Stopped
from rostering.strategies.process import Result, run
from rostering.terms.registry import weights


def _silent(_: Progress) -> None:
    """Report nothing."""


def _never() -> bool:
    """Never stop."""
    return False


def solve(
    problem: Problem,
    budget: Budget | None = None,
    *,
    strategy: str = "auto",
    warm: Roster | None = None,
    report: Report = _silent,
    stop: Stopped = _never,
    language: str = "en",
) -> Outcome:
    """Return the best lawful roster found within a budget.

    Parameters
    ----------
    problem
        What to plan.
    budget
        Seconds or steps, workers and seed; 60 seconds on two workers by default.
    strategy
        Name in ``strategies.registry``.
    warm
        A roster to start from; it need not be lawful. Without one it is the published roster.
    report
        Called with each piece of news, in this process.
    stop
        Asked about twenty times a second; once it returns True the best so far is returned.
    language
        Language of the score card's sentences.

    Raises
    ------
    BadInput
        When the problem has faults.
    Unsupported
        When the problem asks for what this version cannot do.
    EngineDrift
        When checker or score card do not confirm what the solver said.
    """
    court = Court.of(problem)
    weights(problem)
    budget = budget or Budget()
    start = problem.published or None if warm is None else _within(problem, warm)
    result = run(strategy, problem, budget, start, report, stop)
    return _judged(court, result, budget, strategy, language)


def _within(problem: Problem, roster: Roster) -> tuple[Assignment, ...]:
    """Return a roster's assignments as far as they name people and days of the problem."""
    people = {person.id for person in problem.people}
    return tuple(
        duty
        for duty in roster.assignments
        if duty.person in people and problem.horizon.start <= duty.date <= problem.horizon.end
    )


def _judged(court: Court, result: Result, budget: Budget, strategy: str, language: str) -> Outcome:
    answer, roster, card = result.answer, None, None
    objective = answer.objective
    if answer.assignments is not None:
        plan = court.index.plan(answer.assignments)
        card = score_plan(court, plan, language)
        _require_no_drift(card, result)
        _require_locks(plan)
        objective = card.total
        roster = _roster(court, result, budget, strategy, card)
        roster = roster.model_copy(update={"overlays": day_codes(court, plan)})
    return Outcome(
        status=answer.status,
        roster=roster,
        card=card,
        objective=objective,
        bound=answer.bound,
        seconds=result.seconds,
        first_s=result.first_s,
        peak_mb=result.peak_mb,
        stopped=result.stopped,
        cut=result.cut,
    )


def _require_no_drift(card: ScoreCard, result: Result) -> None:
    """Refuse a roster that breaks a hard rule, misses a lock or costs other than was said."""
    answer = result.answer
    if not card.lawful:
        told = "; ".join(breach.text for breach in card.breaches if breach.hard)
        raise EngineDrift(f"the solver's roster breaks hard rules: {told}")
    said = answer.objective
    # a solve that was cut short never settled its last roster: the objective may lie above
    wrong = said is not None and (card.total > said if result.cut else card.total != said)
    if wrong:
        raise EngineDrift(f"the solver said {said} points, the score card says {card.total}")
    if answer.bound is not None and answer.bound > card.total:
        raise EngineDrift(f"the bound {answer.bound} lies above the card's {card.total} points")


def _require_locks(plan: Plan) -> None:
    """Refuse a roster that moved a locked or frozen cell."""
    for person, day in moved(plan):
        when = plan.index.clock.date(day)
        raise EngineDrift(f"the solver's roster moved the fixed cell of {person} on {when}")


def _roster(court: Court, result: Result, budget: Budget, strategy: str, card: ScoreCard) -> Roster:
    problem = court.index.given
    assert result.answer.assignments is not None
    return Roster(
        problem_name=problem.name,
        problem_hash=content_hash(problem),
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(sorted(result.answer.assignments, key=lambda a: a.key)),
        rulebook=as_text(court.rulings.books),
        evidence=Evidence(
            strategy=strategy,
            status=result.answer.status.value,
            seed=budget.seed,
            workers=budget.workers,
            seconds=budget.seconds,
            steps=budget.steps,
            objective=card.total,
            bound=result.answer.bound,
            engine=_engine(),
        ),
    )


def _engine() -> str:
    try:
        return f"helseturnus {version('helseturnus')}"
    except PackageNotFoundError:
        return "helseturnus"


__all__ = ["Budget", "Outcome", "Progress", "Status", "solve"]
