"""The cheapest ways out that a manager may take, each with a roster that proves it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rostering.bill import bill
from rostering.check import Court, check
from rostering.domain.canonical import content_hash
from rostering.domain.index import ProblemIndex
from rostering.domain.locks import moved
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.explain.atoms import AtomKind
from rostering.explain.levers import LEVERS, UNLOCK_POINTS, elastic, hires, hiring, steps_of, taken
from rostering.explain.models import ClashEntry, Owner, Relaxation, Step
from rostering.score import score
from rostering.strategies.base import Answer, Budget, Status
from rostering.strategies.cpsat import CpSat

ENOUGH = 3
POLISHED = 0.5  # share of a relaxation's seconds for the goals, once it is lawful


@dataclass(slots=True)
class Search:
    """Looks for relaxations of one problem while there is time.

    Parameters
    ----------
    deadline
        ``time.monotonic()`` at which it ends.
    budget
        Workers and seed.
    on_stop
        Called with what stops the solve that runs.
    """

    problem: Problem
    court: Court
    budget: Budget
    deadline: float
    on_stop: Callable[[Callable[[], None]], None]
    clashes: tuple[ClashEntry, ...] = ()

    def all(self, tell: Callable[[str], None]) -> tuple[list[Relaxation], list[str]]:
        """Return the cheapest ways out, cheapest first, and the levers that were tried."""
        found: list[Relaxation] = []
        tried: list[str] = []
        for lever in (*LEVERS, "lower"):
            if self.deadline - time.monotonic() <= 0 or not self._applies(lever, found):
                continue
            tell(lever)
            tried.append(lever)
            one = self.one(lever, [step for other in found for step in other.steps])
            if one is not None and one.steps not in [other.steps for other in found]:
                found.append(one)
        found.sort(key=lambda one: (_price(one), len(one.steps), one.lever))
        return found[:ENOUGH], list(dict.fromkeys(tried))

    def _applies(self, lever: str, found: Iterable[Relaxation]) -> bool:
        """Return whether a lever may help: where clashes are known, whether it is in one."""
        if lever == "unlock":
            return bool(self.problem.locks)
        if lever == "hire":
            return any(one.lever == "lower" for one in found)
        parts = [part for clash in self.clashes for part in clash.elements]
        if lever == "rule":
            return not parts or any(part.owner is Owner.LOCAL for part in parts)
        kind = AtomKind.MAXIMUM if lever == "raise" else AtomKind.MINIMUM
        return not parts or any(part.kind == kind for part in parts)

    @property
    def _uniform(self) -> bool:
        """Whether nothing but the lever has a price while steps are counted."""
        modes = (setting.mode for setting in self.problem.rules.values())
        return RuleMode.PRICED not in modes

    def one(self, lever: str, dearer: Sequence[Step]) -> Relaxation | None:
        """Return a way out by one lever, or None when it does not reach far enough."""
        if lever == "hire":
            return self._hire(dearer)
        soft = elastic(self.problem, self.court.rulings, lever, dearer)
        seconds = max(0.1, (self.deadline - time.monotonic()) / 3)
        answer = self._solve(soft, seconds, None)
        if answer.assignments is None:
            return None
        steps = steps_of(self.problem, self.court, lever, answer.assignments)
        least = answer.status is Status.OPTIMAL and self._uniform and not dearer
        return self._proved(lever, taken(self.problem, steps), steps, answer.assignments, least)

    def _hire(self, told: Iterable[Step]) -> Relaxation | None:
        lower = [step for step in told if step.kind == "lower"]
        steps = hires(self.problem, lower)
        if not steps:
            return None
        made = hiring(self.problem, steps)
        seconds = max(0.1, (self.deadline - time.monotonic()) / 3)
        answer = self._solve(made, seconds, None, first_only=True)
        if answer.assignments is None:
            return None
        return self._proved("hire", made, steps, answer.assignments, least=False)

    def _solve(
        self,
        problem: Problem,
        seconds: float,
        warm: tuple[Assignment, ...] | None,
        *,
        first_only: bool = False,
    ) -> Answer:
        budget = replace(self.budget, seconds=seconds, started=time.monotonic())
        strategy = CpSat(first_only=first_only)
        return strategy.run(problem, budget, warm, lambda _: None, self.on_stop)

    def _proved(
        self,
        lever: str,
        relaxed: Problem,
        steps: tuple[Step, ...],
        found: tuple[Assignment, ...],
        least: bool,
    ) -> Relaxation | None:
        """Return the relaxation with a roster improved for a while; None when it is not lawful."""
        if not steps or not _lawful(relaxed, found):
            return None
        left = self.deadline - time.monotonic()
        if left > 1 and lever != "rule":  # what is bent must stay what the steps say
            answer = self._solve(relaxed, POLISHED * left / ENOUGH, found)
            if answer.assignments is not None and _lawful(relaxed, answer.assignments):
                found = answer.assignments
        roster = _roster(relaxed, found)
        return Relaxation(
            lever=lever,
            steps=steps,
            least=least,
            points=score(relaxed, roster).total,
            cost_ore=_cost(relaxed, roster),
            roster=roster,
        )


def eased(problem: Problem, way: Relaxation) -> Problem:
    """Return the problem with a way out taken: the ward that its roster is lawful in."""
    if way.lever == "hire":
        return hiring(problem, way.steps)
    return taken(problem, way.steps)


def _lawful(problem: Problem, found: tuple[Assignment, ...]) -> bool:
    broken = any(breach.hard for breach in check(problem, _roster(problem, found)))
    return not broken and not any(moved(ProblemIndex(problem).plan(found)))


def _roster(problem: Problem, found: tuple[Assignment, ...]) -> Roster:
    return Roster(
        problem_name=problem.name,
        problem_hash=content_hash(problem),
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=found,
    )


def _cost(problem: Problem, roster: Roster) -> int | None:
    try:
        return bill(problem, roster).total
    except BadInput:
        return None


def _price(one: Relaxation) -> int:
    """Return points by which ways out are put in order; broken local rules are in the card."""
    unlocked = sum(step.kind == "unlock" for step in one.steps)
    return one.points + UNLOCK_POINTS * unlocked
