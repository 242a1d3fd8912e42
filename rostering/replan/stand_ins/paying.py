"""How the hours of an extra shift may be paid, and what the bill grows by."""

from __future__ import annotations

from rostering.bill.bill import person_bill
from rostering.bill.lines import planned_before
from rostering.bill.models import PersonBill, Sum
from rostering.bill.threshold import ordinary_minutes
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.replan.stand_ins.precedence import FULL_TIME, posts_percent
from rostering.wages.load import shipped
from rostering.wages.payroll import WITHOUT_CONTRACT, Payroll

Parts = dict[str, tuple[int, int]]


class Till:
    """The wage table of one problem, put to single lines."""

    def __init__(self, index: ProblemIndex) -> None:
        self.index = index
        self._book = Payroll(index, shipped(index.problem.wages))
        self._planned = planned_before(index.problem)
        self._bills: dict[str, tuple[Line, PersonBill]] = {}

    def ways(self, before: Line, duty: Duty) -> tuple[Pay, ...]:
        """Return how a person's extra shift may be paid, the usual way first.

        On-call staff, temps and agency staff without a post: ordinary hours. Full-timers: overtime.
        Part-timers: extra time (*mertid*) while the week has not reached the bill's threshold; a
        shift that crosses it is extra time too, and the bill splits it at the minute. Where extra
        or ordinary hours would break a rule on ordinary hours, overtime is left (AML § 10-6).
        """
        person, when = before.person, self.index.clock.date(duty.day)
        percent = posts_percent(person, when)
        if not percent and person.kind in WITHOUT_CONTRACT:
            return Pay.ORDINARY, Pay.OVERTIME
        if percent >= FULL_TIME:
            return (Pay.OVERTIME,)
        extra = paid(self.index, duty, Pay.EXTRA)
        under = ordinary_minutes(self._book, longer(before, extra))[extra]
        return (Pay.EXTRA, Pay.OVERTIME) if under else (Pay.OVERTIME,)

    def growth(self, before: Line, after: Line) -> tuple[int, tuple[Sum, ...]]:
        """Return what a person's bill grows by, in øre, and its parts that change."""
        person = before.person.id
        if person not in self._bills or self._bills[person][0] is not before:
            self._bills[person] = (before, person_bill(self._book, before, self._planned))
        old = self._bills[person][1]
        new = person_bill(self._book, after, self._planned)
        was, now = _parts(old), _parts(new)
        changed = []
        for key in dict.fromkeys([*now, *was]):
            one, two = was.get(key, (0, 0)), now.get(key, (0, 0))
            if one != two:
                changed.append(Sum(key=key, minutes=two[0] - one[0], ore=two[1] - one[1]))
        return new.ore - old.ore, tuple(changed)


def _parts(found: PersonBill) -> Parts:
    parts: Parts = {}
    entries = [(f"{line.kind}.{line.part}", line.minutes, line.ore) for line in found.lines]
    entries += [(cost.part, 0, cost.ore) for cost in found.on_costs]
    for key, minutes, ore in entries:
        before = parts.get(key, (0, 0))
        parts[key] = (before[0] + minutes, before[1] + ore)
    return parts


def paid(index: ProblemIndex, duty: Duty, pay: Pay) -> Duty:
    """Return a duty paid in another way."""
    return index.duty(duty.day, duty.code, duty.unit, duty.role, pay)


def longer(line: Line, duty: Duty) -> Line:
    """Return a person's line with a duty more."""
    return line.index.line(line.person.id, (*line.planned, duty))
