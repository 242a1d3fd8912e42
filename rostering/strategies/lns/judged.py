"""Judge roster after roster: only lines that have changed are read again."""

from __future__ import annotations

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.line import Line, Plan
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift
from rostering.strategies.lns.incumbent import Incumbent
from rostering.terms.registry import TERMS, weights


class Judged:
    """Checks what the tables say of a roster against rules and terms."""

    def __init__(self, court: Court) -> None:
        self._court = court
        self._weights = weights(court.index.problem)
        self._lines: dict[str, tuple[tuple[Duty, ...], int, int]] = {}

    def confirm(self, incumbent: Incumbent, roster: tuple[Assignment, ...]) -> None:
        """Raise ``EngineDrift`` unless the roster is lawful and costs what its tables say."""
        broken, points = self.verdict(roster)
        if bool(broken) != bool(incumbent.debt):
            said = "lawful" if broken else "unlawful"
            raise EngineDrift(f"the tables call {said} a roster with {broken} hard breaches")
        if points != incumbent.points:
            raise EngineDrift(f"the tables say {incumbent.points} points, the terms say {points}")

    def verdict(self, roster: tuple[Assignment, ...]) -> tuple[int, int]:
        """Return how many hard breaches a roster has, and its points."""
        plan = self._court.index.plan(roster)
        parts = [self._line(line) for line in plan.lines.values()]
        parts.append(self._unit(plan))
        return sum(broken for broken, _ in parts), sum(points for _, points in parts)

    def _line(self, line: Line) -> tuple[int, int]:
        known = self._lines.get(line.person.id)
        if known is None or known[0] != line.duties:
            known = (line.duties, *self._verdict(line, "employee"))
            self._lines[line.person.id] = known
        return known[1:]

    def _unit(self, plan: Plan) -> tuple[int, int]:
        return self._verdict(plan, "unit")

    def _verdict(self, what: Line | Plan, scope: str) -> tuple[int, int]:
        """Return hard breaches and points of the rules and terms of one scope."""
        rulings = self._court.rulings
        broken, points = 0, 0
        for term in TERMS:
            if term.scope == scope and self._weights[term.id]:
                amount = sum(cause.amount for cause in term.measure(what))
                points += self._weights[term.id] * amount
        person = what.person.id if isinstance(what, Line) else None
        for rule in rulings.active:
            if rule.scope == scope:
                found = list(rule.check(what, rulings.values(rule, person)))
                if rulings.mode(rule.id) is RuleMode.HARD:
                    broken += len(found)
                else:
                    points += rulings.price(rule.id) * sum(one.amount for one in found)
        return broken, points
