"""Who may lawfully take which duty of a roster, and at what cost: found once for each.

A duty is looked at when it is first needed. People are struck out by what bars them, then by rule
after rule until one is broken; only those who are left are billed.
"""

from __future__ import annotations

from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.domain.roster import Roster
from rostering.domain.shifts import Pay
from rostering.replan.stand_ins.lawful import Verdicts
from rostering.replan.stand_ins.paying import Till, longer, paid
from rostering.replan.stand_ins.reasons import Bars
from rostering.replan.stand_ins.rest import taken_rests

Place = tuple[int, str, str, str | None]
"""A duty's day, shift code, unit and role."""


def place_of(duty: Duty) -> Place:
    """Return where a duty stands, however it is paid."""
    return (duty.day, duty.code, duty.unit, duty.role)


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who may take a duty, paid in the usual lawful way; ``ore`` is what it costs."""

    person: Person
    pay: Pay
    ore: int


class Fitness:
    """The takers of every duty of a plan, as the plan's other duties stand."""

    def __init__(self, court: Court, plan: Plan, roster: Roster) -> None:
        self.court, self.plan = court, plan
        self._bars = Bars(court, plan, roster)
        self._verdicts = Verdicts(court, plan)
        self._till = Till(court.index)
        self._known: dict[Place, tuple[Taker, ...]] = {}

    def takers(self, duty: Duty) -> tuple[Taker, ...]:
        """Return who may take a duty, the cheapest first; those on it already may not."""
        place = place_of(duty)
        if place not in self._known:
            open_ = self.court.index.duty(*place)
            found = (self._taker(person, open_) for person in self.court.index.problem.people)
            takers = [taker for taker in found if taker is not None]
            self._known[place] = tuple(sorted(takers, key=lambda t: (t.ore, t.person.id)))
        return self._known[place]

    def _taker(self, person: Person, duty: Duty) -> Taker | None:
        line = self.plan.lines[person.id]
        if self._bars.reason(person, duty, line.duties) is not None:
            return None
        if any(taken_rests(self.court, self._bars, line, longer(line, duty), duty)):
            return None
        for pay in self._till.ways(line, duty):
            after = longer(line, paid(self.court.index, duty, pay))
            if not self._verdicts.on_line(after, first=True):
                return Taker(person, pay, self._till.growth(line, after)[0])
        return None
