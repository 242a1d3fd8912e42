"""Which hard rules a change breaks that were not broken before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rostering.check import Court
from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.problem import RuleMode

Size = dict[tuple[object, ...], int]


class Verdicts:
    """Hard breaches before a change, kept, against those after it.

    A breach is new when nothing of its kind stood on the same days before, or it was smaller.
    """

    def __init__(self, court: Court, before: Plan) -> None:
        self.court, self.plan = court, before
        self._known: dict[tuple[str, str | None], Size] = {}

    def on_line(self, after: Line, *, first: bool = False) -> tuple[str, ...]:
        """Return the ids of the rules that a changed line newly breaks.

        With ``first`` the search ends at the first one: enough to refuse.
        """
        broken: list[str] = []
        person = after.person.id
        for rule, values in self.court.rulings.asking(person):
            if not self._hard(rule.id):
                continue
            found = tuple(rule.check(after, values))
            if not found:
                continue
            if (rule.id, person) not in self._known:
                line = self.plan.lines[person]
                self._known[rule.id, person] = _sizes(rule.check(line, values))
            if _worse(found, self._known[rule.id, person]):
                broken.append(rule.id)
                if first:
                    break
        return tuple(broken)

    def on_unit(self, after: Plan) -> tuple[str, ...]:
        """Return the ids of the unit-wide rules that a changed plan newly breaks."""
        broken = []
        for rule in self.court.rulings.active:
            if rule.scope != "unit" or not self._hard(rule.id):
                continue
            values = self.court.rulings.values(rule, None)
            if (rule.id, None) not in self._known:
                self._known[rule.id, None] = _sizes(rule.check(self.plan, values))
            if _worse(rule.check(after, values), self._known[rule.id, None]):
                broken.append(rule.id)
        return tuple(broken)

    def _hard(self, rule: str) -> bool:
        return self.court.rulings.mode(rule) is RuleMode.HARD


def _sizes(found: Iterable[Violation]) -> Size:
    """Return the amounts of breaches by what they are; numbers alone do not tell two apart."""
    sizes: Size = defaultdict(int)
    for breach in found:
        names = tuple(sorted(str(fact) for fact in breach.facts.values() if isinstance(fact, str)))
        key = (breach.person, breach.day, breach.last_day, breach.text, breach.value, names)
        sizes[key] += breach.amount
    return sizes


def _worse(found: Iterable[Violation], known: Size) -> bool:
    return any(amount > known.get(key, 0) for key, amount in _sizes(found).items())
