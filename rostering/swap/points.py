"""What one person's line costs on the score card, and how an exchange changes it.

Goals that are sums over days, wishes and avoidable cost, are measured on the two days that an
exchange touches, and the fair share once for all exchanges of the same burdens. The others are
measured on the whole line, those that cost points now before those that can only become dearer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.fair_share import BURDENS
from rostering.domain.line import Line
from rostering.domain.problem import RuleMode
from rostering.domain.wish_days import wish_days
from rostering.rules.base import Dated, Rule
from rostering.swap.slack import Slack
from rostering.terms.base import Term
from rostering.terms.registry import TERMS, weights

Measure = Callable[[Line], int]
_BY_ID = {term.id: term for term in TERMS}
_WISHES, _COST, _FAIR = _BY_ID["wishes"], _BY_ID["cost"], _BY_ID["fairness"]
Burdens = tuple[bool, ...]


class OwnPoints:
    """The points of one person's line, by goal.

    ``now`` is what the goals cost that are measured on the whole line: ``costly`` are those that
    make it up, ``free`` those of which the line costs nothing.
    """

    def __init__(self, court: Court, line: Line) -> None:
        memo = line.index.memo
        self._line, self._index = line, line.index
        self._weights = weights(court.index.problem)
        self._slack = Slack()
        self.costly: list[Measure] = []
        self.free: list[Measure] = []
        self.now = 0
        self._measure_now(court)
        self._wished = {day for _, day in wish_days(line.index, line.person.id)}
        self._refused: dict[tuple[int, tuple[str, ...]], int] = {}
        self._costs: dict[tuple[str, int], int] = memo.setdefault("swap_costs", {})
        self._carried: dict[int, Burdens] = memo.setdefault("swap_burdens", {})
        self._fair: dict[tuple[Burdens, Burdens], int] = {}

    def _measure_now(self, court: Court) -> None:
        for term in TERMS:
            weight = self._weights[term.id]
            if term.scope != "unit" and weight and term not in (_WISHES, _COST, _FAIR):
                causes = tuple(term.measure(self._line))
                self._slack.add(term.id, weight, causes)
                self._keep(weight * sum(cause.amount for cause in causes), _of_term(term, weight))
        for rule, values in court.rulings.asking(self._line.person.id):
            if court.rulings.mode(rule.id) is RuleMode.PRICED:
                measure = _of_rule(rule, values, court.rulings.price(rule.id))
                points = measure(self._line)
                self._slack.add_anywhere(points)
                self._keep(points, measure)

    def _keep(self, points: int, measure: Measure) -> None:
        self.now += points
        (self.costly if points else self.free).append(measure)

    def wishes(self, given: Duty, taken: Duty) -> int:
        """Return the wish points that an exchange grants; negative when it refuses more."""
        days = {given.day, taken.day} & self._wished
        return sum(
            self._refused_on(day, self._line.on(day))
            - self._refused_on(day, exchanged(self._line.on(day), given, taken, day))
            for day in days
        )

    def at_once(self, given: Duty, taken: Duty) -> int:
        """Return the change of the points of wishes, avoidable cost and fair shares."""
        cost = self._cost(taken) - self._cost(given)
        wishes = self._weights[_WISHES.id] * self.wishes(given, taken)
        return cost - wishes + self._fairness(given, taken)

    def floor(self, given: Duty, taken: Duty) -> int:
        """Return the least that an exchange can change the line's points by."""
        return self.at_once(given, taken) - self._slack.of(given, taken)

    def _refused_on(self, day: int, duties: Iterable[Duty]) -> int:
        duties = tuple(duties)
        key = (day, tuple(duty.code for duty in duties))
        if key not in self._refused:
            line = self._index.line(self._line.person.id, duties)
            causes = (cause for cause in _WISHES.measure(line) if cause.day == day)
            self._refused[key] = sum(cause.amount for cause in causes)
        return self._refused[key]

    def _cost(self, duty: Duty) -> int:
        """Return a duty's avoidable cost in points, reckoned once for a problem."""
        key = (self._line.person.id, id(duty))  # an index keeps one object for each duty
        known = self._costs.get(key)
        if known is None:
            causes = _COST.measure(self._index.line(self._line.person.id, [duty]))
            known = self._weights[_COST.id] * sum(cause.amount for cause in causes)
            self._costs[key] = known
        return known

    def _fairness(self, given: Duty, taken: Duty) -> int:
        """Return the change of the points of fair shares, which see a duty's burdens alone."""
        key = (self._burdens(given), self._burdens(taken))
        if key[0] == key[1] or not self._weights[_FAIR.id]:
            return 0
        known = self._fair.get(key)
        if known is None:
            after = self._index.line(
                self._line.person.id, exchanged(self._line.planned, given, taken)
            )
            known = self._fair[key] = self._fairness_of(after) - self._fairness_now
        return known

    @cached_property
    def _fairness_now(self) -> int:
        return self._fairness_of(self._line)

    def _fairness_of(self, line: Line) -> int:
        return self._weights[_FAIR.id] * sum(cause.amount for cause in _FAIR.measure(line))

    def _burdens(self, duty: Duty) -> Burdens:
        known = self._carried.get(id(duty))
        if known is None:
            known = tuple(carries(self._index, duty) for carries in BURDENS.values())
            self._carried[id(duty)] = known
        return known


def exchanged(
    duties: Iterable[Duty], given: Duty, taken: Duty, day: int | None = None
) -> list[Duty]:
    """Return duties without the one given and with the one taken, if that is on the day asked."""
    kept = [duty for duty in duties if duty is not given]
    return kept if day not in (None, taken.day) else [*kept, taken]


def _of_term(term: Term, weight: int) -> Measure:
    return lambda line: weight * sum(cause.amount for cause in term.measure(line))


def _of_rule(rule: Rule[object], values: Dated[object], price: int) -> Measure:
    return lambda line: price * sum(found.amount for found in rule.check(line, values))
