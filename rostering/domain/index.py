"""Everything that follows from a problem, computed once: days, duties, lines, cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from rostering.domain.calendar import Calendar
from rostering.domain.cells import Cell, expand
from rostering.domain.clock import Clock
from rostering.domain.competence import CompetenceNeed
from rostering.domain.contract import Contract, contract
from rostering.domain.demand import DemandRow
from rostering.domain.duty import Duty, place
from rostering.domain.line import Line, Plan
from rostering.domain.people import Person
from rostering.domain.problem import HorizonKind, Problem
from rostering.domain.roster import Assignment
from rostering.domain.shifts import Pay
from rostering.domain.standing import standing
from rostering.domain.wishes import Absence


class ProblemIndex:
    """Look-ups over a frozen problem; the problem itself is never changed.

    ``given`` is the problem as it was given, ``problem`` what of it holds: the same, but for a
    base roster (``domain/standing.py``).
    """

    def __init__(self, problem: Problem) -> None:
        self.given = problem
        self.problem = problem = standing(problem)
        self.cyclic = problem.horizon.kind is HorizonKind.CYCLIC
        self.clock = Clock(problem.horizon.start, even=self.cyclic)
        self.days = problem.horizon.days
        self.calendar = Calendar(self.clock, plain=self.cyclic)
        self.shifts = {shift.code: shift for shift in problem.shifts}
        self.people = {person.id: person for person in problem.people}
        self._duties: dict[tuple[int, str, str, str | None, Pay | None], Duty] = {}
        self._copies: dict[Duty, Duty] = {}
        self._held: dict[str, frozenset[str]] = {}
        self._roles_of: dict[int, list[DemandRow]] = {}
        self.memo: dict[Any, Any] = {}

    @cached_property
    def first_known(self) -> int:
        """The first day whose work is known: 0, or negative with history.

        A cyclic roster knows a whole round before its first day: its own.
        """
        if self.cyclic:
            return -self.days
        dates = [past.date for past in self.problem.history]
        if self.problem.history_from is not None:
            dates.append(self.problem.history_from)
        return min([0, *(self.clock.day(when) for when in dates)])

    def duty(
        self, day: int, code: str, unit: str, role: str | None = None, pay: Pay | None = None
    ) -> Duty:
        """Return the duty that a shift code makes on a day; equal calls share one object."""
        key = (day, code, unit, role, pay)
        found = self._duties.get(key)
        if found is None:
            found = place(self.shifts[code], self.clock, day, unit, role, pay)
            self._duties[key] = found
        return found

    def copied(self, duty: Duty) -> Duty:
        """Return a cyclic roster's duty one round earlier, as its first days look back at it."""
        found = self._copies.get(duty)
        if found is None:
            shift = self.shifts[duty.code]
            day = duty.day - self.days
            found = place(shift, self.clock, day, duty.unit, duty.role, duty.pay)
            found = self._copies[duty] = replace(found, copy=True)
        return found

    def placed(self, assignment: Assignment) -> Duty:
        """Return the duty of an assignment."""
        day = self.clock.day(assignment.date)
        return self.duty(day, assignment.shift, assignment.unit, assignment.role, assignment.pay)

    @cached_property
    def history(self) -> dict[str, tuple[Duty, ...]]:
        """Past duties by person; everybody has an entry."""
        found: dict[str, list[Duty]] = {person: [] for person in self.people}
        for assignment in self.problem.history:
            found[assignment.person].append(self.placed(assignment))
        return {person: tuple(duties) for person, duties in found.items()}

    def line(self, person_id: str, duties: Iterable[Duty]) -> Line:
        """Return a person's line from planned duties, the past put in front.

        A cyclic roster's past is the roster itself.
        """
        past: Iterable[Duty] = self.history[person_id]
        if self.cyclic:
            duties = tuple(duties)
            past = (self.copied(duty) for duty in duties)
        return Line(self, self.people[person_id], (*past, *duties))

    def plan(self, assignments: Iterable[Assignment]) -> Plan:
        """Return everybody's lines for a set of assignments."""
        mine: dict[str, list[Duty]] = {person: [] for person in self.people}
        for assignment in assignments:
            mine[assignment.person].append(self.placed(assignment))
        return Plan(self, {person: self.line(person, duties) for person, duties in mine.items()})

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All demand cells."""
        return expand(self)

    def options(self, person: Person, day: int) -> Iterator[Duty]:
        """Yield the duties that exist on a day in the person's units, roles included.

        A published duty that is paid otherwise than its shift type is one more.
        """
        yield from self._paid_apart.get((person.id, day), ())
        for unit in person.units:
            for shift in self.problem.shifts:
                if shift.units and unit not in shift.units:
                    continue
                yield self.duty(day, shift.code, unit)
                for row in self._roles(day):
                    if shift.code in row.shifts and unit in row.units:
                        yield self.duty(day, shift.code, unit, row.id)

    @cached_property
    def _paid_apart(self) -> dict[tuple[str, int], list[Duty]]:
        found: dict[tuple[str, int], list[Duty]] = {}
        for kept in self.problem.published:
            if kept.pay not in (None, self.shifts[kept.shift].pay):
                duty = self.placed(kept)
                found.setdefault((kept.person, duty.day), []).append(duty)
        return found

    def _roles(self, day: int) -> list[DemandRow]:
        """Return the exclusive demand rows that ask for somebody on a day."""
        if day not in self._roles_of:
            when = self.clock.date(day)
            rows = sorted({*self._roles_on[None], *self._roles_on.get(when, ())})
            roles = (self.problem.demand[number] for number in rows)
            self._roles_of[day] = [row for row in roles if row.applies(when)]
        return self._roles_of[day]

    @cached_property
    def _roles_on(self) -> dict[date | None, list[int]]:
        """The places of the exclusive rows by each of their dates; None for those without any."""
        found: dict[date | None, list[int]] = {None: []}
        for number, row in enumerate(self.problem.demand):
            for when in (row.only_dates or (None,)) if row.exclusive else ():
                found.setdefault(when, []).append(number)
        return found

    def role_need(self, role: str | None) -> CompetenceNeed | None:
        """Return what an exclusive row asks of whoever fills it; None for no role."""
        if role is None:
            return None
        return self._role_needs[role]

    @cached_property
    def _role_needs(self) -> dict[str, CompetenceNeed]:
        return {row.id: row.competence for row in self.problem.demand if row.exclusive}

    def held(self, person: Person, day: int) -> frozenset[str]:
        """Return the competence codes that a person holds on a day."""
        always = self._held.get(person.id)
        if always is not None:
            return always
        if all(c.first is None and c.last is None for c in person.competences):
            self._held[person.id] = frozenset(c.code for c in person.competences)
            return self._held[person.id]
        when = self.clock.date(day)
        return frozenset(c.code for c in person.competences if c.holds_on(when))

    @cached_property
    def absences(self) -> dict[str, tuple[tuple[int, int, Absence], ...]]:
        """Known absence by person: first day, last day and the absence."""
        found: dict[str, list[tuple[int, int, Absence]]] = {p: [] for p in self.people}
        for away in self.problem.absences:
            span = (self.clock.day(away.first), self.clock.day(away.end), away)
            found[away.person].append(span)
        return {person: tuple(spans) for person, spans in found.items()}

    def away(self, person_id: str, day: int) -> Absence | None:
        """Return the known absence of a day, a credited one before one that is not."""
        held = [away for first, last, away in self.absences[person_id] if first <= day <= last]
        return max(held, key=lambda away: away.credited, default=None)

    @cached_property
    def contracts(self) -> dict[str, Contract]:
        """Everybody's contract over the horizon."""
        return {person.id: contract(self, person) for person in self.problem.people}
