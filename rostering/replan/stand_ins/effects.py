"""What an extra shift does beyond its cost: rest, hours, wishes, burden and points of the card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.fair_share import BURDENS, fair_shares
from rostering.domain.findings import Cause, Violation
from rostering.domain.line import Line, Plan
from rostering.domain.problem import RuleMode
from rostering.domain.wish_days import refused, wish_days
from rostering.domain.wishes import WishKind
from rostering.replan.stand_ins.models import GoalChange, WishEffect
from rostering.terms.registry import TERMS, weights
from rostering.terms.wishes import POINTS

PRICED = "priced_rules"


def wish_effects(before: Line, after: Line, duty: Duty) -> Iterator[WishEffect]:
    """Yield each of a person's wishes for the shift's date that the shift breaks or meets."""
    for wish, day in wish_days(before.index, before.person.id):
        if day != duty.day or refused(before, wish, day) == refused(after, wish, day):
            continue
        yield WishEffect(
            kind=wish.kind,
            effect="broken" if refused(after, wish, day) else "met",
            day_off=wish.kind is WishKind.AVOID and not wish.shifts and not wish.kinds,
            points=POINTS[wish.strength] if wish.points is None else wish.points,
        )


def rest_around(before: Line, duty: Duty) -> tuple[int | None, int | None]:
    """Return the minutes off before and after an extra duty; None where no duty is known."""
    ends = [other.end for other in before.duties if other.end <= duty.start]
    starts = [other.start for other in before.duties if other.start >= duty.end]
    rest_before = duty.start - max(ends) if ends else None
    return rest_before, min(starts) - duty.end if starts else None


def week_minutes(line: Line, day: int) -> int:
    """Return the minutes of all duties that start in the fixed week of a day."""
    monday = line.index.calendar.monday(day)
    return sum(duty.minutes for d in range(monday, monday + 7) for duty in line.on(d))


def burden(line: Line) -> int:
    """Return the burdens of the period (``domain/fair_share.py``) above a person's fair shares.

    A weekend night is two burdens. Below the shares it is negative; where a person has no share of
    a burden, as people called in have not, every duty that carries it counts.
    """
    index = line.index
    shares = fair_shares(index)
    return sum(
        sum(carries(index, duty) for duty in line.planned) - shares.get((name, line.person.id), 0)
        for name, carries in BURDENS.items()
    )


class Goals:
    """The card's goals before an extra shift, kept, against those after it."""

    def __init__(self, court: Court, before: Plan) -> None:
        self.court, self.before = court, before
        self._weights = weights(court.index.problem)
        self._terms = [term for term in TERMS if self._weights[term.id]]
        self._unit = {t.id: _sum(t.measure(before)) for t in self._terms if t.scope == "unit"}
        self._unit_priced = self._price_of_unit(before)

    def changes(self, after: Plan, person: str) -> tuple[GoalChange, ...]:
        """Return the points by which one person's extra shift changes each goal, where it does."""
        old, new = self.before.lines[person], after.lines[person]
        found = {}
        for term in self._terms:
            if term.scope == "unit":
                amount = _sum(term.measure(after)) - self._unit[term.id]
            else:
                amount = _sum(term.measure(new)) - _sum(term.measure(old))
            found[term.id] = amount * self._weights[term.id]
        lines = self._price_of_line(new) - self._price_of_line(old)
        found[PRICED] = lines + self._price_of_unit(after) - self._unit_priced
        return tuple(GoalChange(term=name, points=p) for name, p in found.items() if p)

    def _price_of_line(self, line: Line) -> int:
        rulings = self.court.rulings
        return sum(
            rulings.price(rule.id) * _sum(rule.check(line, values))
            for rule, values in rulings.asking(line.person.id)
            if rulings.mode(rule.id) is RuleMode.PRICED
        )

    def _price_of_unit(self, plan: Plan) -> int:
        rulings = self.court.rulings
        return sum(
            rulings.price(rule.id) * _sum(rule.check(plan, rulings.values(rule, None)))
            for rule in rulings.active
            if rule.scope == "unit" and rulings.mode(rule.id) is RuleMode.PRICED
        )


def _sum(found: Iterable[Cause | Violation]) -> int:
    return sum(one.amount for one in found)
