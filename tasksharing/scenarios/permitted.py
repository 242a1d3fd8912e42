"""Who may do which task on every day of a period: approvals, competences and delegations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from rostering.domain.people import Dated, Person
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import Route

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Judge:
    """Judges people of a unit on each day on which anything may change.

    Whoever counts may do the task on all their days: an approval that is narrowed, a competence
    or a delegation that ends on the way counts for nothing. What a group ``brings`` is a promise;
    the people in it are judged by what they hold.
    """

    book: TaskBook
    problem: Problem

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """The first day of the period, and every later one on which a permit or post changes."""
        start, end = self.problem.horizon.start, self.problem.horizon.end
        changes = (day for one in self._dated() for day in _turns(one))
        return tuple(sorted({start, *(day for day in changes if start < day <= end)}))

    def ways(self, task: str) -> tuple[tuple[Route, ...], ...]:
        """Return the ways that are approved, day by day; none on a day without an approval."""
        return tuple(self.book.allowed(task, day) for day in self.days)

    def members(self, group: str) -> list[Person]:
        """Return who of a group has a post in the unit and is there on some day of the period."""
        return [
            person
            for person in self.problem.people
            if person.group == group and person.counts and person.id not in self._away
            if any(self.percent(person, day) for day in self.days)
        ]

    def percent(self, person: Person, day: dt.date) -> Fraction:
        """Return a person's posts in the unit on a day, in percent of full time."""
        held = (p for p in person.positions if p.unit == self.book.unit and p.holds_on(day))
        return sum((Fraction(str(p.percent)) for p in held), ZERO)

    def able(self, task: str, group: str) -> list[Person]:
        """Return who in a group may do a task on each of their days."""
        ways = self.ways(task)
        return [one for one in self.members(group) if self.always(task, one, ways)]

    def always(self, task: str, person: Person, ways: tuple[tuple[Route, ...], ...]) -> bool:
        """Return whether a person may do a task on each day on which they have a post."""
        return all(
            self.may(task, person, day, here)
            for day, here in zip(self.days, ways, strict=True)
            if self.percent(person, day)
        )

    def may(self, task: str, person: Person, day: dt.date, ways: tuple[Route, ...]) -> bool:
        """Return whether a person may do a task on a day on which these ways are approved."""
        codes = {held.code for held in person.competences if held.holds_on(day)}
        trusted = any(
            (one.person, one.task) == (person.id, task) and not one.limited
            for one in self.book.delegations
            if one.counts(self.book.unit, day)
        )
        return any(way.met_by(codes) and (trusted or not way.delegation) for way in ways)

    def shares(self, task: str, group: str) -> tuple[Fraction, ...]:
        """Return, day by day, the part of a group's posts that those who may do a task hold."""
        able, members = self.able(task, group), self.members(group)
        return tuple(_part(self._posts(able, day), self._posts(members, day)) for day in self.days)

    def parts(self, person: Person) -> tuple[Fraction, ...]:
        """Return, day by day, the part of their group's posts that a person holds."""
        members = self.members(person.group)
        mine = [person] if person in members else []
        return tuple(_part(self._posts(mine, day), self._posts(members, day)) for day in self.days)

    def share(self, task: str, group: str) -> Fraction:
        """Return the part of a group's time that may go to a task on every day: 1, less, or 0."""
        return min(self.shares(task, group))

    def new_staff(self, task: str, group: str) -> bool:
        """Return whether new staff may do a task: with what the group brings, no delegation."""
        held = frozenset(self.book.group(group).brings)
        return all(
            any(way.met_by(held) and not way.delegation for way in here) for here in self.ways(task)
        )

    def kept(self, group: str, before: Judge) -> Fraction:
        """Return the part of a group's posts that is still held, beside those of before."""
        now, then = self.members(group), before.members(group)
        return min(_part(self._posts(now, day), self._posts(then, day), ONE) for day in before.days)

    def _posts(self, people: list[Person], day: dt.date) -> Fraction:
        return sum((self.percent(person, day) for person in people), ZERO)

    def _dated(self) -> Iterator[Dated]:
        yield from self.book.approvals
        yield from self.book.delegations
        for person in self.problem.people:
            yield from person.competences
            yield from person.positions

    @cached_property
    def _away(self) -> frozenset[str]:
        """Who is away on every day of the period."""
        start, end = self.problem.horizon.start, self.problem.horizon.end
        left: dict[str, int] = {}
        for person, days in self._absent().items():
            left[person] = sum(start <= day <= end for day in days)
        return frozenset(p for p, days in left.items() if days == self.problem.horizon.days)

    def _absent(self) -> dict[str, set[dt.date]]:
        found: dict[str, set[dt.date]] = {}
        for one in self.problem.absences:
            length = (one.end - one.first).days + 1
            days = {one.first + dt.timedelta(days=number) for number in range(length)}
            found.setdefault(one.person, set()).update(days)
        return found


def may_receive(book: TaskBook, problem: Problem, task: str, group: str) -> Fraction:
    """Return the share of a group's time that may lawfully go to a task: 1, less, or 0.

    A group that has nobody in the ward yet is judged as new staff would be.
    """
    judge = Judge(book, problem)
    if not judge.members(group):
        return ONE if judge.new_staff(task, group) else ZERO
    return judge.share(task, group)


def percent_of(person: Person, problem: Problem) -> Fraction:
    """Return a person's position at the period's start, in percent of full time."""
    held = (p for p in person.positions if p.holds_on(problem.horizon.start))
    return sum((Fraction(str(p.percent)) for p in held), ZERO)


def _turns(one: Dated) -> Iterator[dt.date]:
    """Yield the days on which something dated begins to hold or no longer does."""
    if one.first:
        yield one.first
    if one.last and one.last < dt.date.max:
        yield one.last + dt.timedelta(days=1)
    if isinstance(one, Approval):
        yield one.on
    elif isinstance(one, Delegation):
        yield one.signed_on


def _part(some: Fraction, every: Fraction, without: Fraction = ZERO) -> Fraction:
    return some / every if every else without
