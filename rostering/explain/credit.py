"""Hours of a position that nobody can be given: how many must be credited, person by person.

Where what a person is exempt from leaves too few duties for the contract, the law asks for nothing
that cannot be had: the employer may pay the hours without a duty. The fewest are looked for with
one person's rules alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from rostering.check import Court
from rostering.domain.line import Line
from rostering.domain.problem import Problem, RuleMode, RuleSetting
from rostering.domain.roster import Assignment
from rostering.explain.atoms import AtomKind
from rostering.explain.levers import taken
from rostering.explain.models import ClashEntry, ShortfallEntry, Step
from rostering.explain.subward import only
from rostering.strategies.base import Budget
from rostering.strategies.cpsat import CpSat
from rostering.terms.registry import TERMS

RULE = "contract_hours"
EACH = 2.0  # seconds at most for one person
TURNS = 6


def short_of_hours(
    clashes: Iterable[ClashEntry], shortfalls: Iterable[ShortfallEntry]
) -> list[str]:
    """Return those whose contract asks for more than they may work, as told so far."""
    people = {person: None for one in shortfalls if one.scope == "hours" for person in one.people}
    for clash in clashes:
        kinds = {part.kind for part in clash.elements}
        if kinds <= {AtomKind.RULE, AtomKind.EXEMPTION, AtomKind.ABSENCE, AtomKind.LOCK}:
            held = (part for part in clash.elements if part.subject == RULE)
            people.update(dict.fromkeys(person for part in held for person in part.people))
    return list(people)


def credited(
    problem: Problem,
    people: Iterable[str],
    budget: Budget,
    on_stop: Callable[[Callable[[], None]], None],
) -> tuple[Step, ...]:
    """Return the hours to be credited, one step a person; nobody where no credit helps."""
    found = (_credit(problem, person, budget, on_stop) for person in people)
    return tuple(step for step in found if step is not None)


def _credit(
    problem: Problem, person: str, budget: Budget, on_stop: Callable[[Callable[[], None]], None]
) -> Step | None:
    alone = only(problem, {person}).model_copy(
        update={"demand": (), "wishes": (), "reserve": (), "weights": {t.id: 0 for t in TERMS}}
    )
    priced = problem.rules.get(RULE, RuleSetting()).model_copy(
        update={"mode": RuleMode.PRICED, "price": 1}
    )
    soft = alone.model_copy(update={"rules": {**problem.rules, RULE: priced}})
    one = replace(budget, seconds=EACH, started=None, workers=1)
    answer = CpSat().run(soft, one, None, lambda _: None, on_stop)
    if answer.assignments is None:
        return None
    step = Step(kind="hours", subject=RULE, date=problem.horizon.start, person=person, amount=0)
    for _ in range(TURNS):
        missing = _missing(taken(alone, [step]), person, answer.assignments)
        if missing is None:
            return None
        if missing == 0:
            return step if step.amount else None
        step = step.model_copy(update={"amount": step.amount + missing})
    return None


def _missing(problem: Problem, person: str, roster: tuple[Assignment, ...]) -> int | None:
    """Return the minutes a line lacks of its contract; None where anything else is broken."""
    court = Court.of(problem)
    line: Line = court.index.plan(roster).lines[person]
    hard = [v for v in court.judge_line(line) if court.rulings.mode(v.rule) is RuleMode.HARD]
    if any(found.text != f"{RULE}.under" for found in hard):
        return None
    return sum(found.amount for found in hard)
