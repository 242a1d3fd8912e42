"""The cheapest ways out that a manager may take, each with a roster that proves it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rostering.bill import bill
from rostering.check import Court, check
from rostering.domain.canonical import content_hash
from rostering.domain.index import ProblemIndex
from rostering.domain.locks import moved
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.explain.atoms import AtomKind
from rostering.explain.credit import credited, short_of_hours
from rostering.explain.levers import (
    HOUR_POINTS,
    LEVERS,
    PRICE,
    UNLOCK_POINTS,
    can_hire,
    elastic,
    hires,
    hiring,
    steps_of,
    taken,
)
from rostering.explain.models import ClashEntry, Owner, Relaxation, ShortfallEntry, Step
from rostering.model.linear import shortage
from rostering.score import score
from rostering.strategies.base import Answer, Budget, Progress, Status
from rostering.strategies.cpsat import CpSat
from rostering.strategies.lns.strategy import Lns

ENOUGH = 3
LARGE = 5000  # possible duties above which a ward is solved by parts
AGAIN = 6.0  # seconds that must be left for a second way by the same lever
LINEAR = 0.15  # share of the seconds for the linear programme
LONG = 8.0  # seconds that must be left for improving a large ward's roster
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
    shortfalls: tuple[ShortfallEntry, ...] = ()
    base: tuple[Step, ...] = ()
    eased: Problem = field(init=False)
    eased_court: Court = field(init=False)
    lowered: Relaxation | None = None
    large: bool = field(init=False)

    def __post_init__(self) -> None:
        self.eased, self.eased_court = self.problem, self.court
        index = self.court.index
        possible = (
            1 for p in self.problem.people for d in range(index.days) for _ in index.options(p, d)
        )
        self.large = sum(possible) > LARGE

    def all(
        self, tell: Callable[[str], None], heard: Callable[[list[Relaxation], list[str]], None]
    ) -> None:
        """Tell the cheapest ways out, cheapest first, and the levers that were tried.

        ``heard`` is told after each way, so that what is found is kept whatever comes then.
        """
        found: list[Relaxation] = []
        tried: list[str] = []
        self._credit(tell)
        for lever in ("hours", *LEVERS, "lower"):
            again = lever in tried  # another of the same is a bonus: only with time for it
            if self.left <= (AGAIN if again else 0) or not self._applies(lever, found):
                continue
            tell(lever)
            tried.append(lever)
            one = self.one(lever, [step for other in found for step in other.steps])
            if one is not None and one.steps not in [other.steps for other in found]:
                found.append(one)
            found.sort(key=lambda one: (_price(one), len(one.steps), one.lever))
            heard(found[:ENOUGH], list(dict.fromkeys(tried)))

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.deadline - time.monotonic()

    def _credit(self, tell: Callable[[str], None]) -> None:
        """Credit what hours nobody can be given; all ways out take that as granted."""
        people = short_of_hours(self.clashes, self.shortfalls)
        if people:
            tell("hours")
            self.base = credited(self.problem, people, self.budget, self.on_stop)
            self.eased = taken(self.problem, self.base)
            self.eased_court = Court.of(self.eased)

    def _applies(self, lever: str, found: Iterable[Relaxation]) -> bool:
        """Return whether a lever may help: where clashes are known, whether it is in one."""
        if lever == "unlock":
            return bool(self.problem.locks)
        if lever == "hire":
            return any(one.lever == "lower" for one in found)
        if lever == "hours":
            return bool(self.base) and not self._short_rows
        rest = [clash for clash in self.clashes if not self.base or not short_of_hours([clash], ())]
        parts = [part for clash in rest for part in clash.elements]
        if self._short_rows and not parts:
            return lever == "lower"
        if lever == "rule":
            return not parts or any(part.owner is Owner.LOCAL for part in parts)
        kind = AtomKind.MAXIMUM if lever == "raise" else AtomKind.MINIMUM
        return not parts or any(part.kind == kind for part in parts)

    @property
    def _short_rows(self) -> bool:
        """Whether some row is known to ask for more than can be given."""
        kinds = (part.kind for clash in self.clashes for part in clash.elements)
        return any(one.row for one in self.shortfalls) or AtomKind.MINIMUM in kinds

    @property
    def _uniform(self) -> bool:
        """Whether nothing but the lever has a price while steps are counted."""
        modes = (setting.mode for setting in self.problem.rules.values())
        return RuleMode.PRICED not in modes

    def one(self, lever: str, dearer: Sequence[Step]) -> Relaxation | None:
        """Return a way out by one lever, or None when it does not reach far enough."""
        if lever == "hire":
            return self._hire()
        if lever == "hours":
            answer = self._solve(self.eased, self.left / 3, None, first_only=True)
            if answer.assignments is None:
                return None
            return self._proved(lever, self.eased, (), answer.assignments, least=False)
        soft = elastic(self.eased, self.eased_court.rulings, lever, dearer)
        least_of_all = self._missing() if lever == "lower" and not dearer else 0
        share = self.left * (0.55 if self.large else 0.33)
        answer = self._solve(soft, share, None, enough=PRICE * least_of_all)
        if answer.assignments is None:
            return None
        steps = steps_of(self.eased, self.eased_court, lever, answer.assignments)
        if not steps:
            return None
        exact = answer.status is Status.OPTIMAL or answer.objective == PRICE * least_of_all
        counted = self._uniform and lever != "rule"  # breaches of rules are weighed, not counted
        least = exact and counted and not dearer and not self.base
        relaxed = taken(self.eased, steps)
        return self._proved(lever, relaxed, steps, answer.assignments, least)

    def _missing(self) -> int:
        """Return how many people are missing at least, by the linear programme; 0 if unknown.

        On large wards a search by parts does not come that low, and needs the time itself.
        """
        if self.large or not self._uniform:
            return 0
        found = shortage(self.eased_court.rulings, LINEAR * self.left)
        return 0 if found is None else found.missing

    def _hire(self) -> Relaxation | None:
        """Return the way of hiring for what lowered minimums miss, mostly without a search."""
        if self.lowered is None:
            return None
        rows = {row.id: row for row in self.problem.demand}
        lower = [step for step in self.lowered.steps if step.kind == "lower"]
        rest = tuple(step for step in lower if not can_hire(rows[step.subject]))
        steps = hires(self.problem, lower)
        if not steps:
            return None
        made = hiring(taken(self.eased, rest), steps)
        duties = tuple(
            Assignment(person=lock.person, date=lock.date, shift=lock.shift, unit=lock.unit)
            for lock in made.locks[len(self.eased.locks) :]
            if lock.shift is not None and lock.unit is not None
        )
        roster = tuple(sorted((*self.lowered.roster.assignments, *duties), key=lambda d: d.key))
        told = (*rest, *steps)
        if not _lawful(made, roster):  # whom to hire pushes somebody else over a maximum
            answer = self._solve(made, self.left / 3, None, first_only=not self.large)
            roster = answer.assignments or ()
        return self._proved("hire", made, told, roster, least=False)

    def _solve(
        self,
        problem: Problem,
        seconds: float,
        warm: tuple[Assignment, ...] | None,
        *,
        first_only: bool = False,
        enough: int = 0,
    ) -> Answer:
        """Search for the best roster; one of ``enough`` points cannot be bettered and ends it."""
        stops: list[Callable[[], None]] = []

        def heard(news: Progress) -> None:
            if enough and news.objective is not None and news.objective <= enough:
                for stop in stops:
                    stop()

        def on_stop(stop: Callable[[], None]) -> None:
            stops.append(stop)
            self.on_stop(stop)

        budget = replace(self.budget, seconds=max(0.1, seconds), started=time.monotonic())
        strategy = Lns() if self.large and not first_only else CpSat(first_only=first_only)
        return strategy.run(problem, budget, warm, heard, on_stop)

    def _proved(
        self,
        lever: str,
        relaxed: Problem,
        steps: tuple[Step, ...],
        found: tuple[Assignment, ...],
        least: bool,
    ) -> Relaxation | None:
        """Return the relaxation with a roster improved for a while; None when it is not lawful."""
        told = (*self.base, *steps)
        if not told or not _lawful(relaxed, found):
            return None
        enough = LONG if self.large else 1
        if self.left > enough and lever != "rule":  # what is bent must stay what the steps say
            answer = self._solve(relaxed, POLISHED * self.left / ENOUGH, found)
            if answer.assignments is not None and _lawful(relaxed, answer.assignments):
                found = answer.assignments
        roster = _roster(relaxed, found)
        way = Relaxation(
            lever=lever,
            steps=told,
            least=least,
            points=score(relaxed, roster).total,
            cost_ore=_cost(relaxed, roster),
            roster=roster,
        )
        if lever == "lower" and self.lowered is None:
            self.lowered = way
        return way


def eased(problem: Problem, way: Relaxation) -> Problem:
    """Return the problem with a way out taken: the ward that its roster is lawful in."""
    hired = [step for step in way.steps if step.kind == "hire"]
    changed = taken(problem, way.steps)
    return hiring(changed, hired) if hired else changed


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
    hours = sum(step.amount for step in one.steps if step.kind == "hours")
    return one.points + UNLOCK_POINTS * unlocked + HOUR_POINTS * hours // 60
