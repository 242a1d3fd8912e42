"""How many minutes a person owes over the horizon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.domain.people import Person

if TYPE_CHECKING:
    from rostering.domain.index import ProblemIndex


@dataclass(frozen=True, slots=True)
class Contract:
    """Minutes over the horizon: owed by the positions, credited for absence, carried in."""

    owed: int
    credited: int
    carried: int

    @property
    def to_plan(self) -> int:
        """Minutes of duty that would settle the account."""
        return max(0, self.owed - self.credited - self.carried)


def contract(index: ProblemIndex, person: Person) -> Contract:
    """Return a person's contract over the horizon.

    A position owes a seventh of its week on each calendar day that it holds; credited absence
    gives a fifth of the week for each day Monday to Friday.
    """
    owed = credited = 0.0
    for day in range(index.days):
        when = index.clock.date(day)
        weekly = sum(p.weekly_minutes for p in person.positions if p.holds_on(when))
        owed += weekly / 7
        if when.isoweekday() <= 5 and index.credited(person.id, day):
            credited += weekly / 5
    carried = sum(
        balance.minutes
        for balance in index.problem.accounts
        if balance.person == person.id and balance.account == "hours"
    )
    return Contract(round(owed), round(credited), carried)
