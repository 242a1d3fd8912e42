"""What moved duties mean for the unit as a whole: staffing, pairs and what they cost.

The unit-wide rules and goals see of a person whether he or she counts, which of the asked
competences are met, and whether the person is one of a pair. A duty that goes to somebody who is
the same in this changes nothing, and others are judged once for all people alike, on the few days
around them. Duties more than a day apart share no staffing cell and are judged apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from copy import copy
from dataclasses import dataclass
from functools import reduce

from rostering.check import Court
from rostering.domain.demand import DemandRow, ReserveDemand
from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.problem import RuleMode
from rostering.swap.breaches import new_breaches
from rostering.terms.registry import TERMS, weights

Move = tuple[Duty, str, str]
"""A duty, who gives it and who takes it."""

Group = tuple[Move, ...]
"""Moves that are judged together, in the order of their days."""

AROUND = 2  # days: no duty is longer, and no staffing cell is covered from further away


@dataclass(frozen=True, slots=True)
class Effect:
    """Change of the unit-wide points, and the hard breaches that are new."""

    points: int = 0
    new: tuple[Violation, ...] = ()

    def __add__(self, other: Effect) -> Effect:
        return Effect(self.points + other.points, self.new + other.new)


NOTHING = Effect()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plan as its unit-wide rules and goals see it."""

    plan: Plan
    breaches: tuple[Violation, ...]
    points: int


class Staffing:
    """The unit-wide side of a plan; ``now`` is its verdict as it stands."""

    def __init__(self, court: Court, plan: Plan) -> None:
        self.court, self._plan, problem = court, plan, court.index.problem
        points = weights(problem)
        self._terms = [(t, points[t.id]) for t in TERMS if t.scope == "unit" and points[t.id]]
        self._rules = [rule for rule in court.rulings.active if rule.scope == "unit"]
        rows: tuple[DemandRow | ReserveDemand, ...] = (*problem.demand, *problem.reserve)
        self._needs = list(dict.fromkeys(row.competence for row in rows))
        self._paired = {who for pair in problem.pairs for who in (pair.person, pair.other)}
        self._known_people: dict[tuple[str, int], int] = {}
        self._numbers: dict[Hashable, int] = {}
        self._days: dict[tuple[int, int], Verdict] = {}
        self._known: dict[Hashable, Effect] = {}
        self.now = self.judged(plan)

    def judged(self, plan: Plan) -> Verdict:
        """Return a plan's unit-wide breaches and points."""
        rulings = self.court.rulings
        found = [v for rule in self._rules for v in rule.check(plan, rulings.values(rule, None))]
        points = sum(
            weight * cause.amount for t, weight in self._terms for cause in t.measure(plan)
        )
        priced = (v for v in found if rulings.mode(v.rule) is RuleMode.PRICED)
        points += sum(rulings.price(v.rule) * v.amount for v in priced)
        return Verdict(plan, tuple(found), points)

    def new_hard(self, before: Verdict, after: Verdict) -> tuple[Violation, ...]:
        """Return the hard breaches of a verdict that another one does not have."""
        found = new_breaches(before.breaches, after.breaches)
        return tuple(v for v in found if self.court.rulings.mode(v.rule) is RuleMode.HARD)

    def floor(self, moves: Iterable[Move]) -> int:
        """Return the least that moves can change the points by: all that their days cost now."""
        return -sum(self._around(*_span(group)).points for group in _groups(moves))

    def effect(self, moves: Iterable[Move]) -> Effect:
        """Return what moves mean together."""
        return reduce(Effect.__add__, map(self._effect, _groups(moves)), NOTHING)

    def seen(self, person: str, day: int) -> int:
        """Return a number for what unit-wide rules and goals see of a person on a day.

        A duty that goes to somebody with the same number changes nothing for the unit.
        """
        key = (person, day)
        found = self._known_people.get(key)
        if found is None:
            who = self.court.index.people[person]
            held = self.court.index.held(who, day)
            met = tuple(need.met_by(held) for need in self._needs) if who.counts else ()
            seen = (who.counts, met, person if person in self._paired else "")
            found = self._known_people[key] = self._numbers.setdefault(seen, len(self._numbers))
        return found

    def _effect(self, group: Group) -> Effect:
        key = frozenset(
            (duty, self.seen(giver, duty.day), self.seen(taker, duty.day))
            for duty, giver, taker in group
        )
        if key not in self._known:
            before = self._around(*_span(group))
            after = self.judged(before.plan.changed(_lines(before.plan, group)))
            new = self.new_hard(before, after)
            self._known[key] = Effect(after.points - before.points, new)
        return self._known[key]

    def _around(self, first: int, last: int) -> Verdict:
        """Return the verdict on some days: their staffing cells, and the duties near them."""
        if (first, last) not in self._days:
            index, days = copy(self.court.index), range(first, last + 1)
            index.memo = {}
            index.cells = tuple(
                cell
                for cell in self.court.index.cells
                if any(day in days for day, _ in cell.options)
            )
            near = range(first - AROUND, last + AROUND + 1)
            lines = {
                who: Line(index, line.person, (d for day in near for d in line.on(day)))
                for who, line in self._plan.lines.items()
            }
            self._days[first, last] = self.judged(Plan(index, lines))
        return self._days[first, last]


def _lines(plan: Plan, moves: Group) -> dict[str, Line]:
    """Return the lines of those who give and take, with nothing else changed in them."""
    duties = {who: list(plan.lines[who].duties) for move in moves for who in move[1:]}
    for duty, giver, _ in moves:
        duties[giver].remove(duty)
    for duty, _, taker in moves:
        duties[taker].append(duty)
    return {who: Line(plan.index, plan.lines[who].person, held) for who, held in duties.items()}


def _groups(moves: Iterable[Move]) -> list[Group]:
    """Return moves in groups: those a day or less apart in one."""
    groups: list[Group] = []
    for move in sorted(moves, key=lambda move: move[0].day):
        if groups and move[0].day - groups[-1][-1][0].day <= 1:
            groups[-1] = (*groups[-1], move)
        else:
            groups.append((move,))
    return groups


def _span(group: Group) -> tuple[int, int]:
    """Return the first and the last day of moves in order."""
    return group[0][0].day, group[-1][0].day
