"""A scenario applied: the changed planning problem, the changed minutes, and the effects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rostering.domain.consistency import require_consistent
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import require_fit
from tasksharing.domain.minutes import Minutes, Slot, heads_of, minutes_of
from tasksharing.scenarios.changes import AddStaff, Move, Planning, Train
from tasksharing.scenarios.effects import Effects
from tasksharing.scenarios.forming import Formed, form_day, of_weekday
from tasksharing.scenarios.freeing import Limits, Week, freed_shifts
from tasksharing.scenarios.legality import may_receive, require_lawful, with_training
from tasksharing.scenarios.lowering import lowered_rows
from tasksharing.scenarios.moving import ZERO, Moved, Order
from tasksharing.scenarios.removing import Removed, pooled, removed
from tasksharing.scenarios.result import Shared
from tasksharing.scenarios.scenario import Scenario
from tasksharing.scenarios.staffing import staffed
from tasksharing.scenarios.summary import effects_of


@dataclass(frozen=True)
class Applied:
    """A scenario's problem, book and effects; the problem is ready to be rostered."""

    problem: Problem
    book: TaskBook
    shared: Shared
    effects: Effects


def apply(problem: Problem, book: TaskBook, scenario: Scenario) -> Applied:
    """Return a planning problem under a scenario. Nothing is drawn: equal input, equal result.

    Raises
    ------
    BadInput
        With every change that is unlawful or speaks of what is not there.
    """
    require_consistent(problem)
    require_fit(book, problem)
    later = with_training(book, problem, scenario)
    require_lawful(later, _learnt(problem, later, scenario), scenario)
    shared = share(problem, later, scenario)
    rows = lowered_rows(problem, shared.freed)
    changed = problem.model_copy(update={"demand": tuple(rows)})
    made = staffed(changed, later, scenario, shared.formed)
    made = made.model_copy(update={"name": f"{problem.name[:80]}: {scenario.name.nb}"[:120]})
    require_consistent(made)
    effects = effects_of(problem, made, book, scenario, shared)
    return Applied(made, later, shared, effects)


def share(problem: Problem, book: TaskBook, scenario: Scenario) -> Shared:
    """Return what happens to the tasks of a lawful scenario."""
    before, heads = minutes_of(book, problem), heads_of(book.presence)
    gone = list(removed(before, scenario.changes))
    less = _without(before, gone)
    less = _pooled(less, scenario)
    staff = [change for change in scenario.changes if isinstance(change, AddStaff)]
    orders = [
        (order, change.weekdays)
        for change in scenario.changes
        if isinstance(change, Move)
        for order in _orders(change, book, problem)
    ]
    after: Minutes = {}
    new: Minutes = {}
    moved: list[Moved] = []
    formed: list[Formed] = []
    left: dict[str, Fraction] = {}
    for weekday in range(1, 8):
        day = form_day(weekday, of_weekday(less, weekday), heads, staff, orders, scenario)
        after |= day.minutes
        new |= day.new
        moved += day.moved
        formed += day.formed
        for task, minutes in day.left.items():
            left[task] = left.get(task, ZERO) + minutes
    pool = pooled(after, scenario.changes)
    week = Week(before, dict(sorted(after.items())), heads, new, pool)
    limits = Limits(scenario.slide, scenario.load, keep=scenario.demand == "keep")
    freed = freed_shifts(book, problem, week, limits)
    return Shared(week, tuple(moved), tuple(gone), left, tuple(formed), tuple(freed))


def _learnt(problem: Problem, book: TaskBook, scenario: Scenario) -> Problem:
    """Return the problem in which people already have what they are to learn."""
    people = {person.id for person in problem.people}
    known = [c for c in scenario.changes if isinstance(c, Train) and set(c.people) <= people]
    if not known:
        return problem
    trained = scenario.model_copy(update={"changes": tuple(known)})
    return staffed(problem, book, trained, ())


def _orders(change: Move, book: TaskBook, problem: Problem) -> Iterator[Order]:
    for name in change.tasks:
        task = book.task(name)
        yield Order(
            task=task,
            givers=change.givers or task.groups,
            receiver=change.to,
            share=change.share,
            lawful=may_receive(book, problem, name, change.to),
            slack=change.slack,
            in_return=change.in_return,
        )


def _without(before: Minutes, gone: list[Removed]) -> Minutes:
    less = dict(before)
    for one in gone:
        less[one.slot] -= one.minutes
    return {slot: minutes for slot, minutes in less.items() if minutes}


def _pooled(minutes: Minutes, scenario: Scenario) -> Minutes:
    """Return the minutes with what is left of roster planning done by the pool."""
    to = {change.task: change.to for change in scenario.changes if isinstance(change, Planning)}
    found: Minutes = {}
    for slot, amount in minutes.items():
        there = Slot(slot.task, to[slot.task], *slot[2:]) if slot.task in to else slot
        found[there] = found.get(there, ZERO) + amount
    return found
