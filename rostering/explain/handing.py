"""The cheapest plain exchange that grants a wish day: given away, taken over, or swapped.

Two people at most move, each on a day or two, so each try is two lines judged afresh: thousands fit
into the time of a few solves. What is found is a lawful roster with its true points; a search by
neighbourhoods (``strategies.lns.pinned``) can only do better.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.able import able
from rostering.domain.locks import fixed_cells
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.live import Cell, LivePlan

WINDOW = 10  # days on each side from which a colleague's other duty is taken in return
Moves = Mapping[Cell, Sequence[Assignment]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A person's date, off (no ``shifts``) or with one of some shifts; ``barred`` are not to be."""

    person: str
    date: dt.date
    shifts: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


def handed(court: Court, live: LivePlan, wanted: Wanted) -> LivePlan | None:
    """Return the cheapest lawful roster that one plain exchange leads to, if any.

    Gifts are tried before swaps, and swaps in return only where no gift is lawful.
    """
    exchange = _Exchange(court, live, wanted)
    return exchange.best(exchange.gifts()) or exchange.best(exchange.returns())


class _Exchange:
    def __init__(self, court: Court, live: LivePlan, wanted: Wanted) -> None:
        self.court, self.live, self.wanted = court, live, wanted
        self.held: dict[str, dict[dt.date, Assignment]] = {
            person: {duty.date: duty for duty in judged.duties}
            for person, judged in live.lines.items()
        }
        self.fixed = fixed_cells(court.index)
        self.mine = self.held[wanted.person]
        self.colleagues = [person for person in self.held if person != wanted.person]

    def best(self, tries: Iterator[Moves]) -> LivePlan | None:
        """Return the cheapest lawful roster of some moves."""
        found: LivePlan | None = None
        for moves in tries:
            if not self._able(moves):
                continue
            after = self.live.changed(moves)
            people = {person for person, _ in moves}
            if self._lawful(after, people) and (found is None or after.total < found.total):
                found = after
        return found

    def _able(self, moves: Moves) -> bool:
        index = self.court.index
        if any((person, index.clock.day(when)) in self.fixed for person, when in moves):
            return False
        return all(
            able(index, index.people[duty.person], index.placed(duty))
            for duties in moves.values()
            for duty in duties
        )

    def _lawful(self, after: LivePlan, people: Collection[str]) -> bool:
        hard = RuleMode.HARD
        own = (one for person in people for one in after.lines[person].violations)
        mode = self.court.rulings.mode
        if any(mode(one.rule) is hard for one in own):
            return False
        return not any(mode(one.rule) is hard for one in after.unit_wide)

    def gifts(self) -> Iterator[Moves]:
        """Yield one duty given away, taken over, or exchanged for another of the same date."""
        who, when = self.wanted.person, self.wanted.date
        here = self.mine.get(when)
        cell = (who, when)
        if not self.wanted.shifts:
            yield {cell: ()}
        for other in self.colleagues:
            theirs = self.held[other].get(when)
            if not self.wanted.shifts and here is not None:
                if theirs is None:
                    yield {cell: (), (other, when): (_to(here, other),)}
                elif self.wanted.barred and theirs.shift not in self.wanted.barred:
                    yield {cell: (_to(theirs, who),), (other, when): (_to(here, other),)}
            elif theirs is not None and theirs.shift in self.wanted.shifts:
                back = () if here is None else (_to(here, other),)
                yield {cell: (_to(theirs, who),), (other, when): back}

    def returns(self) -> Iterator[Moves]:
        """Yield a duty that changes hands, and one on another date that goes the other way."""
        who, when = self.wanted.person, self.wanted.date
        near = [when + dt.timedelta(days=n) for n in range(-WINDOW, WINDOW + 1) if n]
        here = self.mine.get(when)
        for other in self.colleagues:
            theirs = self.held[other].get(when)
            if self.wanted.shifts:
                wished = here is None and theirs is not None
                if wished and theirs is not None and theirs.shift in self.wanted.shifts:
                    yield from self._both_ways(other, who, theirs, near)
            elif here is not None and theirs is None:
                yield from self._both_ways(who, other, here, near)

    def _both_ways(
        self, giver: str, taker: str, duty: Assignment, near: Sequence[dt.date]
    ) -> Iterator[Moves]:
        """Yield a duty given to somebody who gives one of the days near it in return."""
        given = {(giver, duty.date): (), (taker, duty.date): (_to(duty, taker),)}
        for day in near:
            if day in self.held[taker] and day not in self.held[giver]:
                back = _to(self.held[taker][day], giver)
                yield {**given, (taker, day): (), (giver, day): (back,)}


def _to(duty: Assignment, person: str) -> Assignment:
    return duty.model_copy(update={"person": person})
