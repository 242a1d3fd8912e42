"""Whether a scenario's changes are lawful and name things that exist: every fault at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction

from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import unknown
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import Route
from tasksharing.scenarios import enlarging
from tasksharing.scenarios.changes import (
    AddStaff,
    Change,
    Drop,
    Enlarge,
    Move,
    Planning,
    ShareStaff,
    Train,
    Vacate,
)
from tasksharing.scenarios.scenario import Scenario


def require_lawful(book: TaskBook, problem: Problem, scenario: Scenario) -> None:
    """Raise ``BadInput`` for every change that is unlawful or speaks of what is not there.

    The book already holds what the scenario's training gives. A permit must hold from the first
    to the last day of the period: one that ends on the way moves nothing.
    """
    if found := tuple(faults(book, problem, scenario)):
        raise BadInput(found)


def faults(book: TaskBook, problem: Problem, scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with each change, in order."""
    for number, change in enumerate(scenario.changes):
        where = f"{scenario.id}, changes[{number}]"
        if isinstance(change, Drop):
            yield from unknown("task", [change.task], _tasks(book), f"{where}.task")
        elif isinstance(change, Move):
            tasks = (*change.tasks, *change.in_return)
            yield from _move(where, tasks, (*change.givers, change.to), book)
            yield from _receivers(where, change.tasks, change.to, book, problem)
            yield from _returned(where, change, book, problem)
        elif isinstance(change, Planning):
            yield from _move(where, (change.task,), (change.to,), book)
            yield from _receivers(where, (change.task,), change.to, book, problem)
        elif isinstance(change, AddStaff):
            yield from _added(where, change, book, problem)
            yield from _twice(where, change, scenario.changes[:number])
        elif isinstance(change, Train | Vacate | ShareStaff):
            yield from _people(where, change, book, problem)
        elif isinstance(change, Enlarge):
            yield from enlarging.faults(where, change, problem)


def may_receive(book: TaskBook, problem: Problem, task: str, group: str) -> Fraction:
    """Return the share of a group's time that may lawfully go to a task: 1, less, or 0.

    Less where only some hold a delegation: those who hold one without limits, for the whole
    period, weighed by their positions.
    """
    ways = _lasting(book, problem, task)
    held = frozenset(book.group(group).brings)
    if any(route.met_by(held) and not route.delegation for route in ways):
        return Fraction(1)
    if not any(route.delegation for route in ways):
        return Fraction(0)
    members = [p for p in problem.people if p.group == group and book.unit in p.units]
    total = sum((percent_of(person, problem) for person in members), Fraction(0))
    trusted = (person for person in members if delegated(book, problem, task, person, ways))
    mine = sum((percent_of(person, problem) for person in trusted), Fraction(0))
    return mine / total if total else Fraction(0)


def delegated(
    book: TaskBook, problem: Problem, task: str, person: Person, ways: Collection[Route]
) -> bool:
    """Return whether a person may do a task by delegation on every day of the period."""
    mine = [d for d in book.delegations if (d.person, d.task) == (person.id, task)]
    if not any(_whole(one, book, problem) and not one.limited for one in mine):
        return False
    codes = {held.code for held in person.competences if held.holds_on(problem.horizon.start)}
    return any(route.delegation and route.met_by(codes) for route in ways)


def percent_of(person: Person, problem: Problem) -> Fraction:
    """Return a person's position at the period's start, in percent of full time."""
    held = (p for p in person.positions if p.holds_on(problem.horizon.start))
    return sum((Fraction(str(p.percent)) for p in held), Fraction(0))


def _lasting(book: TaskBook, problem: Problem, task: str) -> tuple[Route, ...]:
    """Return the ways that are approved on the first day and still are on the last."""
    approval = book.approval(task, problem.horizon.start)
    if approval is None or not _whole(approval, book, problem):
        return ()
    return approval.minimum or book.task(task).minimum


def _whole(permit: Approval | Delegation, book: TaskBook, problem: Problem) -> bool:
    first, last = problem.horizon.start, problem.horizon.end
    return permit.counts(book.unit, first) and permit.counts(book.unit, last)


def _receivers(
    where: str, tasks: Collection[str], to: str, book: TaskBook, problem: Problem
) -> Iterator[Fault]:
    if to not in _groups(book):
        return
    for task in tasks:
        if task in _tasks(book) and not may_receive(book, problem, task, to):
            yield _why_not(where, task, to, book, problem)


def _returned(where: str, change: Move, book: TaskBook, problem: Problem) -> Iterator[Fault]:
    """Yield what givers would take over in return without doing it today or being allowed to."""
    givers = [g for g in change.givers if g in _groups(book)]
    for name in change.in_return:
        if name in _tasks(book):
            new = [g for g in givers if g not in book.task(name).groups]
            for group in new:
                if not may_receive(book, problem, name, group):
                    yield _why_not(where, name, group, book, problem)


def _why_not(where: str, task: str, to: str, book: TaskBook, problem: Problem) -> Fault:
    start, end = problem.horizon.start, problem.horizon.end
    signed = [a for a in book.approvals if (a.task, a.unit) == (task, book.unit)]
    ways = _lasting(book, problem, task)
    if not signed:
        guess = "the unit's head has not signed yet: `turnus tasks catalogue --approve`"
        return Fault(where, f"{task!r}, not approved in {book.unit}", "an approved task", guess)
    if not ways:
        guess = f"the approval ends before {end}, or begins after {start}"
        found = f"{task!r}, not approved on every day of the period"
        return Fault(where, found, f"an approval from {start} to {end}", guess)
    held = frozenset(book.group(to).brings)
    if any(route.delegation and set(route.all_of) <= held for route in ways):
        guess = f"the delegations have ended by {end} or are limited: renew them, or train first"
        found = f"{task!r} to {to!r}, of whom nobody holds a delegation that lasts"
        return Fault(where, found, "a personal delegation for the whole period", guess)
    asked = " / ".join(str(route) for route in ways)
    guess = "another group is meant, or the head approves another minimum"
    return Fault(where, f"{task!r} to {to!r}", f"competence: {asked}", guess)


def _move(
    where: str, tasks: Collection[str], groups: Collection[str], book: TaskBook
) -> Iterator[Fault]:
    yield from unknown("task", tasks, _tasks(book), f"{where}.task")
    yield from unknown("group", groups, _groups(book), f"{where}.group")


def _added(where: str, change: AddStaff, book: TaskBook, problem: Problem) -> Iterator[Fault]:
    yield from unknown("group", [change.group], _groups(book), f"{where}.group")
    if change.shift.code in {shift.code for shift in problem.shifts}:
        guess = "new staff work a shift of their own: give it another code"
        yield Fault(
            f"{where}.shift", f"the ward's own shift {change.shift.code!r}", "a new code", guess
        )


def _twice(where: str, change: AddStaff, before: Iterable[Change]) -> Iterator[Fault]:
    """Yield why a shift cannot be there a second time: other times, or the same weekday."""
    for one in before:
        if not isinstance(one, AddStaff) or one.shift.code != change.shift.code:
            continue
        if (one.group, one.shift) != (change.group, change.shift):
            found = f"{change.shift.code!r} with another group or other times"
            yield Fault(f"{where}.shift", found, "a new code")
        elif set(one.weekdays) & set(change.weekdays):
            found = f"{change.shift.code!r} twice on a weekday"
            yield Fault(f"{where}.weekdays", found, "one number of heads for each weekday")


def _people(
    where: str, change: Train | Vacate | ShareStaff, book: TaskBook, problem: Problem
) -> Iterator[Fault]:
    people = [person.id for person in problem.people]
    yield from unknown("person", change.people, people, f"{where}.people")
    if isinstance(change, ShareStaff):
        units = [unit.id for unit in problem.units]
        yield from unknown("unit", change.units, units, f"{where}.units")
    if isinstance(change, Train):
        yield from _training(where, change, book, problem)


def _training(where: str, change: Train, book: TaskBook, problem: Problem) -> Iterator[Fault]:
    if change.task is not None:
        yield from unknown("task", [change.task], _tasks(book), f"{where}.task")
        if not change.signed_by:
            guess = "the head of the unit signs it"
            yield Fault(f"{where}.signed_by", "nobody", "who is to sign the delegation", guess)
    ready = change.ready or problem.horizon.start
    if change.last < ready:
        found = f"ready {ready}, valid to {change.last}"
        yield Fault(where, found, "a last date after the first", "the two have changed places")


def _tasks(book: TaskBook) -> list[str]:
    return [task.id for task in book.tasks]


def _groups(book: TaskBook) -> list[str]:
    return [group.id for group in book.groups]


def with_training(book: TaskBook, problem: Problem, scenario: Scenario) -> TaskBook:
    """Return the book with the delegations that the scenario's training ends in."""
    people = {person.id for person in problem.people}
    start: dt.date = problem.horizon.start
    new = [
        Delegation(
            person=person,
            task=change.task,
            unit=book.unit,
            first=change.ready,
            last=change.last,
            signed_by=change.signed_by,
            signed_on=min(change.ready or start, change.last),
        )
        for change in scenario.changes
        if isinstance(change, Train) and change.task and change.signed_by
        if change.last >= (change.ready or start)
        for person in change.people
        if person in people
    ]
    return book.model_copy(update={"delegations": (*book.delegations, *new)})
