"""All single ways to meet one opening: somebody comes in, is moved, or trades a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rostering.check import Court
from rostering.domain.cells import counts_in
from rostering.domain.duty import Duty
from rostering.domain.people import Person
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.domain.wishes import CallKind
from rostering.errors import BadInput
from rostering.live import Cell, LivePlan
from rostering.replan.local_time import minute_of
from rostering.replan.repair.models import Fill, Opening
from rostering.replan.stand_ins.find import stand_ins
from rostering.replan.stand_ins.lawful import Verdicts
from rostering.replan.stand_ins.models import OpenDuty
from rostering.replan.stand_ins.reasons import Bars
from rostering.replan.stand_ins.rest import taken_rests

TRADED = 14  # days after the opening within which a day is given in return
TRADES = 3  # kept of each person, those that cost the card least

Cells = Mapping[Cell, tuple[Assignment, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to meet an opening, with what it changes in the roster at hand.

    ``rank`` is the place in the order of AML § 14-3 for who comes in, else above all of these.
    ``points`` and ``ore`` are what card and bill grow by, taken alone.
    """

    fill: Fill
    cells: Cells = field(repr=False)
    rank: int
    points: int
    ore: int

    @property
    def moved(self) -> int:
        """Person-dates that change."""
        return len(self.cells)


class Ways:
    """What may be done about openings of one roster.

    Parameters
    ----------
    court
        The ward with the disruption in it.
    roster
        The roster without who is away, with its day codes.
    now
        Local time (naive).
    on_request
        Whether people on their F1 are asked too.
    """

    def __init__(
        self, court: Court, roster: Roster, now: dt.datetime, *, on_request: bool = False
    ) -> None:
        self.court, self.roster, self.now, self.on_request = court, roster, now, on_request
        self.live = LivePlan.of(court, roster.assignments)
        self.bars = Bars(court, self.live.plan, roster)
        self.verdicts = Verdicts(court, self.live.plan)
        self.begun = minute_of(court.index.clock, now)

    def of(self, opening: Opening) -> list[Candidate]:
        """Return every way that keeps all hard rules, other openings left aside."""
        return [*self._coming_in(opening), *self._moved(opening), *self._traded(opening)]

    def _candidate(self, fill: Fill, cells: Cells, rank: int) -> Candidate | None:
        """Return a way with its points and cost when it breaks no rule that held before.

        Nor may it take anybody's F1, unless people on it are asked too.
        """
        after = self.live.changed(cells)
        people = {person for person, _ in cells}
        if not self.on_request and self._takes_rest(fill, after):
            return None
        for person in people:
            if self.verdicts.on_line(after.lines[person].line, first=True):
                return None
        if self.verdicts.on_unit(after.plan):
            return None
        ore = sum(after.costs[p] - self.live.costs[p] for p in people)
        return Candidate(fill, cells, rank, after.total - self.live.total, ore)

    def _takes_rest(self, fill: Fill, after: LivePlan) -> bool:
        assert fill.person is not None
        before, line = self.live.lines[fill.person].line, after.lines[fill.person].line
        taken = (duty for duty in line.duties if duty not in before.duties)
        return any(
            True for duty in taken for _ in taken_rests(self.court, self.bars, before, line, duty)
        )

    def _on(self, person: str, date: dt.date) -> tuple[Assignment, ...]:
        return tuple(duty for duty in self.live.lines[person].duties if duty.date == date)

    def _coming_in(self, opening: Opening) -> Iterator[Candidate]:
        asked = OpenDuty(
            date=opening.date,
            shift=opening.shift,
            unit=opening.unit,
            role=opening.role,
            person=opening.person,
        )
        try:
            found = stand_ins(
                self.court, self.roster, asked, now=self.now, on_request=self.on_request
            )
        except BadInput:  # which of several spots is meant: moves and trades know, it does not
            return
        for rank, one in enumerate(found.offered):
            fill = Fill(
                opening=opening,
                way="come_in",
                person=one.person,
                pay=one.pay,
                on_request=bool(one.new_rest),
            )
            cells = {
                (one.person, opening.date): (
                    *self._on(one.person, opening.date),
                    one.assignment,
                )
            }
            yield Candidate(fill, cells, rank, one.points, one.ore)

    def _moved(self, opening: Opening) -> Iterator[Candidate]:
        """Yield those who work another shift of that day and can be moved to this one."""
        for person, duties in self._there(opening.date):
            (old,) = duties if len(duties) == 1 else (None,)
            if old is None or old.start < self.begun or old.code == opening.shift:
                continue
            found = self._taking(person, opening, Pay.MOVED, ignoring=old)
            if found is None:
                continue
            fill = Fill(opening=opening, way="move", person=person.id, pay=Pay.MOVED)
            one = self._candidate(fill, {(person.id, opening.date): (found,)}, 10**6)
            if one is not None:
                yield one

    def _traded(self, opening: Opening) -> Iterator[Candidate]:
        """Yield those who are off that day and may have a later duty off in return."""
        for person in self.court.index.problem.people:
            if self.live.lines[person.id].line.works(self._day(opening.date)):
                continue
            found = self._taking(person, opening, Pay.MOVED)
            if found is not None:
                ways = sorted(self._returns(person, opening, found), key=lambda c: c.points)
                yield from ways[:TRADES]

    def _returns(self, person: Person, opening: Opening, taken: Assignment) -> Iterator[Candidate]:
        first = self._day(opening.date)
        for duty in self.live.lines[person.id].duties:
            day = self._day(duty.date)
            if not first < day <= first + TRADED or self._locked(person.id, duty.date):
                continue
            fill = Fill(
                opening=opening, way="trade", person=person.id, pay=Pay.MOVED, released=duty
            )
            left = tuple(one for one in self._on(person.id, duty.date) if one is not duty)
            cells: Cells = {(person.id, opening.date): (taken,), (person.id, duty.date): left}
            one = self._candidate(fill, cells, 10**6)
            if one is not None:
                yield one

    def _there(self, date: dt.date) -> Iterator[tuple[Person, tuple[Duty, ...]]]:
        for person in self.court.index.problem.people:
            duties = self.live.lines[person.id].line.on(self._day(date))
            if duties and not self._locked(person.id, date):
                yield person, duties

    def _taking(
        self, person: Person, opening: Opening, pay: Pay, ignoring: Duty | None = None
    ) -> Assignment | None:
        """Return the duty that a person would take, or None when that is out of the question."""
        index = self.court.index
        duty = index.duty(self._day(opening.date), opening.shift, opening.unit, opening.role, pay)
        mine = [one for one in self.live.lines[person.id].line.duties if one is not ignoring]
        if person.id == opening.person or self.bars.reason(person, duty, mine) is not None:
            return None
        if not self._counts(person, opening, duty) or self._locked(person.id, opening.date):
            return None
        if self.bars.called(person.id, duty, CallKind.DO_NOT_CALL):
            return None
        return Assignment(
            person=person.id,
            date=opening.date,
            shift=opening.shift,
            unit=opening.unit,
            role=opening.role,
            pay=pay,
        )

    def _counts(self, person: Person, opening: Opening, duty: Duty) -> bool:
        """Return whether a person counts wherever the one who is away did and is missed."""
        index = self.court.index
        if opening.person is None:
            return True
        absent = index.people[opening.person]
        return all(
            counts_in(index, person, duty, cell)
            for cell in index.cells
            if counts_in(index, absent, duty, cell) and self.live.plan.in_cell(cell) < cell.minimum
        )

    def _locked(self, person: str, date: dt.date) -> bool:
        problem = self.court.index.problem
        frozen = problem.horizon.frozen_until
        locks = any((lock.person, lock.date) == (person, date) for lock in problem.locks)
        return locks or (frozen is not None and date < frozen)

    def _day(self, date: dt.date) -> int:
        return self.court.index.clock.day(date)
