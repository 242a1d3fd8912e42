"""All single ways to meet one opening: somebody comes in, is moved, or trades a day.

``chains.py`` puts two of them together where whoever is moved leaves a gap behind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rostering.check import Court
from rostering.domain.cells import counts_in
from rostering.domain.duty import Duty
from rostering.domain.line import Line, Plan
from rostering.domain.people import Person
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.domain.wishes import CallKind
from rostering.live import Cell, LivePlan
from rostering.replan.local_time import minute_of
from rostering.replan.repair.models import Fill, Opening
from rostering.replan.stand_ins.find import stand_ins_for
from rostering.replan.stand_ins.lawful import Verdicts
from rostering.replan.stand_ins.models import NewRest, Refusal
from rostering.replan.stand_ins.opening import opening_of
from rostering.replan.stand_ins.reasons import Bars
from rostering.replan.stand_ins.rest import taken_rests

TRADED = 14  # days after the opening within which a day is given in return
BEHIND = 10**6  # the place of who is moved or trades: behind all who come in
TRADES = 3  # kept of each person, those that cost the card least

Cells = Mapping[Cell, tuple[Assignment, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to meet an opening, with what it changes in the roster at hand.

    ``fills`` are one, or two where the first leaves a gap that the second closes. ``rank`` is the
    place in the order of AML § 14-3 for who comes in, else above all of these. ``points`` and
    ``ore`` are what card and bill grow by, taken alone.
    """

    fills: tuple[Fill, ...]
    cells: Cells = field(repr=False)
    rank: int
    points: int
    ore: int

    @property
    def moved(self) -> int:
        """Person-dates that change."""
        return len(self.cells)

    @property
    def fill(self) -> Fill:
        """Who meets the opening itself."""
        return self.fills[0]


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
        self,
        court: Court,
        roster: Roster,
        now: dt.datetime,
        *,
        on_request: bool = False,
        live: LivePlan | None = None,
    ) -> None:
        self.court, self.roster, self.now, self.on_request = court, roster, now, on_request
        self.live = live or LivePlan.of(court, roster.assignments)
        self.bars = Bars(court, self.live.plan, roster)
        self.verdicts = Verdicts(court, self.live.plan)
        self.begun = minute_of(court.index.clock, now)
        self.refused: dict[Opening, tuple[Refusal, ...]] = {}

    def after(self, cells: Cells) -> Ways:
        """Return what may be done in the roster after a change; the day codes stay."""
        live = self.live.changed(cells)
        roster = self.roster.model_copy(update={"assignments": live.assignments})
        return Ways(self.court, roster, self.now, on_request=self.on_request, live=live)

    def asking_all(self) -> Ways:
        """Return the ways where people on their F1 are asked too."""
        return Ways(self.court, self.roster, self.now, on_request=True, live=self.live)

    def of(self, opening: Opening) -> list[Candidate]:
        """Return every way that keeps all hard rules, other openings left aside."""
        return [*self._coming_in(opening), *self._moved(opening), *self._traded(opening)]

    def judged(self, fills: tuple[Fill, ...], cells: Cells, rank: int = BEHIND) -> Candidate | None:
        """Return a way with its points and cost when it is lawful beside the roster at hand."""
        if not self.lawful(cells, self.live):
            return None
        after = self.live.changed(cells)
        people = {person for person, _ in cells}
        resting = {person for person in people if self._rests(after.lines[person].line)}
        fills = tuple(
            fill.model_copy(update={"on_request": fill.person in resting}) for fill in fills
        )
        ore = sum(after.costs[p] - self.live.costs[p] for p in people)
        return Candidate(fills, cells, rank, after.total - self.live.total, ore)

    def lawful(self, cells: Cells, beside: LivePlan) -> bool:
        """Return whether a change of a roster breaks no rule that this one kept, nor takes an F1.

        It may be taken where people on it are asked too and the week keeps another lawful rest.
        Points are not counted for that.
        """
        lines = self._lines(cells, beside)
        if not self._keep(lines):
            return False
        after = beside.plan.changed(lines)
        return not self.verdicts.on_unit(after) and not self._leaves_gap(cells, after)

    def _leaves_gap(self, cells: Cells, after: Plan) -> bool:
        """Return whether a row falls under its minimum, also where the ward does not insist."""
        days = {self._day(date) for _, date in cells}
        near = days | {day + 1 for day in days}  # what a night covers of a curve
        return any(
            after.in_cell(cell) < min(cell.minimum, self.live.plan.in_cell(cell))
            for cell in self.court.index.cells
            if cell.day in near
        )

    def lawful_lines(self, cells: Cells) -> bool:
        """Return whether a change is lawful for those whose days change, staffing left aside."""
        return self._keep(self._lines(cells, self.live))

    def _lines(self, cells: Cells, beside: LivePlan) -> dict[str, Line]:
        index, found = self.court.index, {}
        for person in dict.fromkeys(person for person, _ in cells):
            dates = {date for who, date in cells if who == person}
            kept = [duty for duty in beside.lines[person].duties if duty.date not in dates]
            new = [duty for cell, duties in cells.items() if cell[0] == person for duty in duties]
            found[person] = index.line(person, [index.placed(duty) for duty in (*kept, *new)])
        return found

    def _keep(self, lines: Mapping[str, Line]) -> bool:
        for line in lines.values():
            if not all(self.on_request and rest is not None for rest in self._rests(line)):
                return False
        return not any(self.verdicts.on_line(line, first=True) for line in lines.values())

    def _rests(self, line: Line) -> list[NewRest | None]:
        """Return where the new rest lies for each F1 that a line takes; None where nowhere."""
        before = self.live.lines[line.person.id].line
        return [
            rest.told(line)
            for duty in line.duties
            if duty not in before.duties
            for rest in taken_rests(self.court, self.bars, before, line, duty)
        ]

    def _on(self, person: str, date: dt.date) -> tuple[Assignment, ...]:
        return tuple(duty for duty in self.live.lines[person].duties if duty.date == date)

    def _coming_in(self, opening: Opening) -> Iterator[Candidate]:
        duty = self._duty(opening)
        asked = opening_of(self.live.plan, duty, opening.person)
        found = stand_ins_for(
            self.court, self.roster, asked, now=self.now, on_request=self.on_request
        )
        self.refused[opening] = found.refused
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
            yield Candidate((fill,), cells, rank, one.points, one.ore)

    def _moved(self, opening: Opening) -> Iterator[Candidate]:
        """Yield those who are on duty that day and can be moved without leaving a gap."""
        for fill, cells, _ in self.movers(opening):
            one = self.judged((fill,), cells)
            if one is not None:
                yield one

    def movers(self, opening: Opening) -> Iterator[tuple[Fill, Cells, Duty]]:
        """Yield who may leave another duty of that day for this one, with the duty left.

        On the same shift only the role changes, and with it no hour: that is paid as before. What
        is left behind, and what the rules say of it, is for the caller to judge.
        """
        for person, duties in self._there(opening.date):
            (old,) = duties if len(duties) == 1 else (None,)
            if old is None or old.start < self.begun or _same(old, opening):
                continue
            pay = Pay.MOVED if old.code != opening.shift else old.pay
            found = self._taking(person, opening, pay, ignoring=old)
            if found is not None:
                fill = Fill(opening=opening, way="move", person=person.id, pay=pay)
                yield fill, {(person.id, opening.date): (found,)}, old

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
            one = self.judged((fill,), cells)
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
        duty = self._duty(opening, pay)
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
            pay=None if pay is index.shifts[opening.shift].pay else pay,
        )

    def _duty(self, opening: Opening, pay: Pay | None = None) -> Duty:
        index, day = self.court.index, self._day(opening.date)
        return index.duty(day, opening.shift, opening.unit, opening.role, pay)

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


def _same(duty: Duty, opening: Opening) -> bool:
    return (duty.code, duty.unit, duty.role) == (opening.shift, opening.unit, opening.role)
