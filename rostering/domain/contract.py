"""How many minutes a person owes over the horizon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rostering.domain.dated_tables import table
from rostering.domain.people import Person, Position
from rostering.domain.wishes import Absence

if TYPE_CHECKING:
    from rostering.domain.index import ProblemIndex


@dataclass(frozen=True, slots=True)
class Contract:
    """Minutes over the horizon: owed by the positions, credited for absence, carried in.

    ``reachable`` is what the person could work at the very most on the days not away.
    """

    owed: int
    credited: int
    carried: int
    reachable: int

    @property
    def to_plan(self) -> int:
        """Minutes of duty that would settle the account."""
        return min(self.reachable, max(0, self.owed - self.credited - self.carried))

    @property
    def at_least(self) -> int:
        """Minutes that a rule may demand: time owed from before is asked for, never forced."""
        return min(self.to_plan, max(0, self.owed - self.credited))

    @property
    def at_most(self) -> int:
        """Minutes that a rule must allow: plus time from before may be given back, never forced."""
        return max(self.to_plan, self.owed - self.credited)


def contract(index: ProblemIndex, person: Person) -> Contract:
    """Return a person's contract over the horizon.

    A position owes a seventh of its week on each calendar day that it holds. Credited absence
    gives the hours of the shift that it covers or, where that is not known, a fifth of the week
    for each day Monday to Friday; on a day of absence without credit nothing is owed. Agreed
    days off give a fifth of the week each. Three-part positions owe their longest week here
    (``domain/three_part.py`` has the rest).
    """
    owed = credited = 0.0
    there = 0
    longest = max(shift.minutes for shift in index.problem.shifts)
    for day in range(index.days):
        when = index.clock.date(day)
        weekly = sum(weekly_minutes(p, when) for p in person.positions if p.holds_on(when))
        away = index.away(person.id, day)
        there += away is None and weekly > 0
        if away is None or away.credited:
            owed += weekly / 7
        if away is not None and away.credited:
            credited += credit(index, away, day, weekly)
    carried = sum(
        balance.minutes
        for balance in index.problem.accounts
        if balance.person == person.id and balance.account == "hours"
    )
    agreed = sum(days.days for days in index.problem.agreed_days if days.person == person.id)
    first = index.clock.date(0)
    weekly = sum(weekly_minutes(p, first) for p in person.positions if p.holds_on(first))
    credited += agreed * weekly / 5
    return Contract(round(owed), round(credited), carried, there * longest)


def weekly_minutes(position: Position, when: date) -> float:
    """Return what a position owes a week; a three-part one its longest week."""
    if not position.three_part:
        return position.weekly_minutes
    rates = table("three_part", when)
    return position.percent * float(rates["full_week"] - rates["least"]) / 100


def credit(index: ProblemIndex, away: Absence, day: int, weekly: float) -> float:
    """Return the minutes that one day of credited absence counts.

    ``weekly`` is the minutes a week of the positions that hold on the day.
    """
    if away.shift is not None:
        return index.duty(day, away.shift, "").minutes
    if away.day_off:
        return 0.0
    return weekly / 5 if index.calendar.weekday(day) <= 5 else 0.0
