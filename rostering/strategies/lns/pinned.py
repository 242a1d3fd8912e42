"""The cheapest roster near a given one in which some cells are as somebody wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rostering.check import Court
from rostering.domain.roster import Assignment
from rostering.model.build import record
from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.judged import Judged
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.part import Part
from rostering.strategies.lns.solving import solve
from rostering.strategies.lns.statements import Statements
from rostering.strategies.lns.table import Ints

STEPS = 0.5  # of one neighbourhood
NEAR, FAR = 3, 10  # days on each side of a pinned day that are open, at first and then
TURNS = 3  # neighbourhoods at most


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's day that is held: off, or one of some shifts.

    ``day`` counts from the first of the period; without ``shifts`` it is a day off.
    """

    person: str
    day: int
    shifts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """A lawful roster with the pins, and its points."""

    roster: tuple[Assignment, ...]
    points: int


class Pinned:
    """Rosters near one roster of a problem; its tables are made once.

    Parameters
    ----------
    court
        The problem's index and rulings.
    roster
        The roster from which each question starts; it is lawful.
    """

    def __init__(self, court: Court, roster: Iterable[Assignment]) -> None:
        self.court = court
        self.said = Statements(record(court.index, court.rulings))
        self.cells = Cells(court.index, self.said)
        self._truth = self.cells.truth(self.said.size, roster)
        self._judged = Judged(court)
        self._number = {person.id: number for number, person in enumerate(self.cells.people)}

    @property
    def points(self) -> int:
        """Points of the roster itself."""
        return Incumbent(self.said, self._truth.copy()).points

    def nearest(self, pin: Pin, meter: Meter) -> Nearest | None:
        """Return the cheapest lawful roster found with a pin; None when none was found.

        Everybody's days near the pinned one are open first, then more days of the pinned person
        and of those like that person.

        Raises
        ------
        EngineDrift
            When rules and terms do not confirm what is found.
        """
        found: Nearest | None = None
        for chosen in self._choices(pin):
            one = self._with(pin, chosen, meter)
            if one is not None and (found is None or one.points < found.points):
                found = one
        return found

    def _choices(self, pin: Pin) -> Iterator[int | None]:
        """Yield the literals that a pin may hold true; None for a day off."""
        if not pin.shifts:
            yield None
            return
        for literal in self._cell(pin).tolist():
            if self.cells.assignment[literal].shift in pin.shifts:
                yield literal

    def _cell(self, pin: Pin) -> Ints:
        return self.cells.on(self._number[pin.person], pin.day, pin.day + 1)

    def _with(self, pin: Pin, chosen: int | None, meter: Meter) -> Nearest | None:
        truth, held = self._truth.copy(), self._cell(pin)
        truth[held] = 0
        if chosen is not None:
            truth[chosen] = 1
        incumbent = Incumbent(self.said, truth)
        for turn, near in zip(range(TURNS), self._parts(pin), strict=False):
            if meter.over:
                break
            free = np.setdiff1d(near, held, assume_unique=True)
            part = Part(self.court.index, incumbent, free, repair=incumbent.debt > 0)
            solved = solve(part, meter, STEPS, meter.budget.seed + turn)
            change = incumbent.tried(part.free, solved.values)
            if change.rank < (0, 0):
                incumbent.take(change)
        if incumbent.debt:
            return None
        roster = self.cells.roster(incumbent.truth)
        self._judged.confirm(incumbent, roster)
        return Nearest(roster, incumbent.points)

    def _unlike(self, one: int, other: int) -> tuple[int, bool]:
        """Return how little two people can do the same: competences, then groups, that differ."""
        here, there = self.cells.people[one], self.cells.people[other]
        held = {c.code for c in here.competences} ^ {c.code for c in there.competences}
        return len(held), here.group != there.group

    def _parts(self, pin: Pin) -> Iterator[Ints]:
        who, days = self._number[pin.person], self.cells.days

        def around(people: Sequence[int], width: int) -> Ints:
            first, end = max(0, pin.day - width), min(days, pin.day + width + 1)
            return self.cells.within(sorted(people), first, end)

        everybody = range(len(self.cells.people))
        yield around(everybody, NEAR)
        order = sorted(everybody, key=lambda one: (one != who, self._unlike(one, who)))
        yield around(order[:8], FAR)
        yield self.cells.within([who, *order[1:3]], 0, days)
