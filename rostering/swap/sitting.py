"""A roster before its court: who has which duty, and all that has been judged of it so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rostering.check import Court, require_fit
from rostering.domain.duty import Duty
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput, Fault
from rostering.swap.cells import Cells
from rostering.swap.exchange import Exchange, Holder
from rostering.swap.money import Cost, Money
from rostering.swap.staffing import Move, Staffing

Chain = tuple[Exchange, ...]
"""Exchanges in a ring: each person's duty goes to the next one's, the last one's to the first."""


@dataclass(frozen=True, slots=True)
class Held:
    """A planned duty and who has it; ``place`` orders all by the person's name, id and date."""

    person: str
    duty: Duty
    assignment: Assignment
    place: int


class Sitting:
    """A roster on a day, for as many swaps as are asked about.

    Raises
    ------
    BadInput
        When the roster and the court's problem do not belong together, or it is a base roster,
        whose weeks are no particular weeks.
    """

    def __init__(self, court: Court, roster: Roster, today: date) -> None:
        if court.index.cyclic:
            guess = "`turnus prepare dates` lays it out on dates"
            needed = "a roster of real dates"
            raise BadInput(
                [Fault("roster", "a base roster, whose days have no dates", needed, guess)]
            )
        require_fit(court.index.given, roster)
        self.court, self.index, self.roster, self.today = court, court.index, roster, today
        self.cells = Cells(court.index, roster, today)
        self.plan = court.index.plan(roster.effective)
        self.held = self._all_held()
        self.size = len(roster.assignments)
        self._holders: dict[str, Holder] = {}
        self._refusals: Counter[str] = Counter()
        self._costs: dict[str, Cost] = {}

    def _all_held(self) -> dict[str, list[Held]]:
        """Return everybody's planned duties, by date."""
        people = self.index.people
        found: dict[str, list[Held]] = {person: [] for person in people}
        order = sorted(self.roster.assignments, key=lambda a: (people[a.person].name, *a.key))
        for place, duty in enumerate(order):
            found[duty.person].append(Held(duty.person, self.index.placed(duty), duty, place))
        return found

    def holder(self, person: str) -> Holder:
        """Return a person with all that is known of the line."""
        if person not in self._holders:
            line = self.plan.lines[person]
            self._holders[person] = Holder(self.staffing, self.cells, line, self._refusals)
        return self._holders[person]

    @cached_property
    def staffing(self) -> Staffing:
        """The unit-wide side of the roster."""
        return Staffing(self.court, self.plan)

    @cached_property
    def money(self) -> Money:
        """What lines cost."""
        return Money(self.index, self.roster)

    def cost(self, person: str) -> Cost:
        """Return what a person's line costs as it stands."""
        if person not in self._costs:
            self._costs[person] = self.money.of(self.plan.lines[person])
        return self._costs[person]

    def assignment(self, person: str, duty: Duty) -> Assignment:
        """Return a person's duty as it stands in the roster."""
        return next(held.assignment for held in self.held[person] if held.duty is duty)

    def to_give(self, person: str, first: int, last: int) -> Iterator[Held]:
        """Yield a person's duties between two days that stand in open cells."""
        for held in self.held[person]:
            day = held.duty.day
            if first <= day <= last and self.cells.closed(person, day) is None:
                yield held


def moves(chain: Chain) -> list[Move]:
    """Return the duties of a chain that go to somebody whom the unit sees as another one."""
    found, giver = [], chain[-1]
    for taker in chain:
        if giver.gives_as != taker.takes_as:
            found.append((giver.given, giver.person, taker.person))
        giver = taker
    return found
