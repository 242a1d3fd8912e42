"""Whether a scenario's changes are lawful and name things that exist: every fault at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import unknown
from tasksharing.domain.permits import Delegation
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
from tasksharing.scenarios.misspelt import competence_faults
from tasksharing.scenarios.permitted import Judge, may_receive, percent_of
from tasksharing.scenarios.refusing import Receivers, why_not
from tasksharing.scenarios.scenario import Scenario

__all__ = ["faults", "may_receive", "percent_of", "require_lawful", "with_training"]


def require_lawful(judge: Judge, problem: Problem, scenario: Scenario) -> None:
    """Raise ``BadInput`` for every change that is unlawful or speaks of what is not there.

    The judge knows what the scenario's training gives, and who leaves. A permit must hold on every
    day of the period: one that ends on the way moves nothing.
    """
    if found := tuple(dict.fromkeys(faults(judge, problem, scenario))):
        raise BadInput(found)


def faults(judge: Judge, problem: Problem, scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with each change, in order."""
    book = judge.book
    for number, change in enumerate(scenario.changes):
        where = f"{scenario.id}, changes[{number}]"
        if isinstance(change, Drop):
            yield from unknown("task", [change.task], _tasks(book), f"{where}.task")
        elif isinstance(change, Move):
            tasks = (*change.tasks, *change.in_return)
            yield from _move(where, tasks, (*change.givers, change.to), book)
            yield from _received(where, change, scenario, judge)
            yield from _returned(where, change, judge)
            yield from _divided(where, change, book)
        elif isinstance(change, Planning):
            yield from _move(where, (change.task,), (change.to,), book)
            yield from _pooled(where, change, judge)
        elif isinstance(change, AddStaff):
            yield from _added(where, change, book, problem)
            yield from _twice(where, change, scenario.changes[:number])
        elif isinstance(change, Train | Vacate | ShareStaff):
            yield from _people(where, change, book, problem)
            yield from _gone(where, change, scenario)
        elif isinstance(change, Enlarge):
            yield from enlarging.faults(where, change, problem)


def _received(where: str, change: Move, scenario: Scenario, judge: Judge) -> Iterator[Fault]:
    """Yield why nobody who takes over may: with slack those on duty, and new staff if any."""
    if change.to not in _groups(judge.book):
        return
    added = any(isinstance(c, AddStaff) and c.group == change.to for c in scenario.changes)
    new = added or not change.slack
    for task in change.tasks:
        if task not in _tasks(judge.book):
            continue
        lawful = new and judge.new_staff(task, change.to)
        if not lawful and not (change.slack and judge.share(task, change.to)):
            yield why_not(where, task, Receivers(change.to, on_duty=change.slack), judge)


def _pooled(where: str, change: Planning, judge: Judge) -> Iterator[Fault]:
    known = change.to in _groups(judge.book) and change.task in _tasks(judge.book)
    if known and not judge.new_staff(change.task, change.to):
        yield why_not(where, change.task, Receivers(change.to, on_duty=False), judge)


def _returned(where: str, change: Move, judge: Judge) -> Iterator[Fault]:
    """Yield what givers would take over in return and may not, written out or not."""
    book = judge.book
    if change.in_return and not change.slack:
        found, guess = "in_return without slack", "new staff have nothing to give in return"
        yield Fault(f"{where}.in_return", found, "slack = true", guess)
    known = [book.task(task) for task in change.tasks if task in _tasks(book)]
    implicit = (group for task in known for group in task.groups if group != change.to)
    givers = [g for g in change.givers if g in _groups(book)] or [*dict.fromkeys(implicit)]
    for name in change.in_return:
        for group in givers if name in _tasks(book) else ():
            if not judge.share(name, group):
                yield why_not(where, name, Receivers(group, on_duty=True), judge)


def _divided(where: str, change: Move, book: TaskBook) -> Iterator[Fault]:
    """Yield what would be divided although it goes whole or not at all."""
    tasks = {task.id: task for task in book.tasks}
    for name in (task for task in change.tasks if task in tasks):
        if not tasks[name].splittable and 0 < change.share < 1:
            found = f"a share of {name!r}, which cannot be divided"
            yield Fault(f"{where}.share", found, "share 1: it goes whole or not at all")
    for name in (task for task in change.in_return if task in tasks):
        if not tasks[name].splittable:
            found = f"{name!r}, which cannot be divided"
            guess = "what is given in return goes minute by minute"
            yield Fault(f"{where}.in_return", found, "a task that can be divided", guess)


def _gone(where: str, change: Train | Vacate | ShareStaff, scenario: Scenario) -> Iterator[Fault]:
    if isinstance(change, Vacate):
        return
    gone = {p for c in scenario.changes if isinstance(c, Vacate) for p in c.people}
    for person in change.people:
        if person in gone:
            found = f"{person!r}, whose post is not filled again in the same scenario"
            yield Fault(f"{where}.people", found, "somebody who stays")


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
    yield from competence_faults(where, change, book, problem)
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
    """Return the book with the delegations that training ends in, without those of who leaves."""
    gone = {p for c in scenario.changes if isinstance(c, Vacate) for p in c.people}
    people = {person.id for person in problem.people} - gone
    held = [one for one in book.delegations if one.person not in gone]
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
    return book.model_copy(update={"delegations": (*held, *new)})
