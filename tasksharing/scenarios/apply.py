"""A scenario applied: the changed planning problem, the changed minutes, and the effects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rostering.domain.consistency import require_consistent
from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import require_fit
from tasksharing.domain.minutes import Heads, Minutes, Slot, heads_of, minutes_of
from tasksharing.scenarios.changes import AddStaff, Move, Planning
from tasksharing.scenarios.delegates import with_delegates
from tasksharing.scenarios.effects import Effects
from tasksharing.scenarios.forming import Formed, form_day, of_weekday
from tasksharing.scenarios.freeing import Limits, Week, freed_shifts
from tasksharing.scenarios.learning import judge_of
from tasksharing.scenarios.legality import require_lawful
from tasksharing.scenarios.lowering import lowered_rows
from tasksharing.scenarios.moving import ZERO, Moved, Order
from tasksharing.scenarios.permitted import Judge
from tasksharing.scenarios.removing import Removed, pooled, removed
from tasksharing.scenarios.result import Shared
from tasksharing.scenarios.scenario import Scenario
from tasksharing.scenarios.staffing import staffed
from tasksharing.scenarios.summary import effects_of


@dataclass(frozen=True)
class Applied:
    """A scenario's problem, book and effects; the problem is ready to be rostered.

    ``asked`` are its rows that ask for somebody who may do a task that only some may.
    """

    problem: Problem
    book: TaskBook
    shared: Shared
    effects: Effects
    asked: tuple[DemandRow, ...] = ()


def apply(problem: Problem, book: TaskBook, scenario: Scenario) -> Applied:
    """Return a planning problem under a scenario. Nothing is drawn: equal input, equal result.

    Raises
    ------
    BadInput
        With every change that is unlawful or speaks of what is not there.
    """
    require_consistent(problem)
    require_fit(book, problem)
    judge = judge_of(problem, book, scenario)
    later = judge.book
    require_lawful(judge, problem, scenario)
    shared = share(problem, scenario, judge)
    rows = lowered_rows(problem, shared.freed)
    changed = problem.model_copy(update={"demand": tuple(rows)})
    made = staffed(changed, later, scenario, shared.formed)
    known = len(made.demand)
    made = with_delegates(made, judge, shared, scenario.load)
    made = made.model_copy(update={"name": f"{problem.name[:80]}: {scenario.name.nb}"[:120]})
    require_consistent(made)
    effects = effects_of(problem, made, book, scenario, shared)
    return Applied(made, later, shared, effects, made.demand[known:])


def share(problem: Problem, scenario: Scenario, judge: Judge) -> Shared:
    """Return what happens to the tasks of a lawful scenario."""
    book = judge.book
    before, heads = minutes_of(book, problem), heads_of(book.presence)
    gone = list(removed(before, scenario.changes))
    less = _without(before, gone)
    less = _pooled(less, scenario)
    staff = [change for change in scenario.changes if isinstance(change, AddStaff)]
    orders = [
        (order, change.weekdays)
        for change in scenario.changes
        if isinstance(change, Move)
        for order in _orders(change, judge)
    ]
    present = _kept(heads, judge, Judge(book, problem))
    after: Minutes = {}
    new: Minutes = {}
    moved: list[Moved] = []
    formed: list[Formed] = []
    left: dict[str, Fraction] = {}
    for weekday in range(1, 8):
        day = form_day(weekday, of_weekday(less, weekday), present, staff, orders, scenario)
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


def _kept(heads: Heads, judge: Judge, before: Judge) -> Heads:
    """Return who is on duty of those who were: fewer where posts are not filled again."""
    kept = {group: judge.kept(group, before) for group in {place.group for place in heads}}
    return {place: number * kept[place.group] for place, number in heads.items()}


def _orders(change: Move, judge: Judge) -> Iterator[Order]:
    book = judge.book
    for name in change.tasks:
        task = book.task(name)
        givers = change.givers or task.groups
        yield Order(
            task=task,
            givers=givers,
            receiver=change.to,
            share=change.share,
            new=judge.new_staff(name, change.to),
            lawful=judge.share(name, change.to),
            slack=change.slack,
            in_return=tuple(book.task(one) for one in change.in_return),
            back={(one, g): judge.share(one, g) for one in change.in_return for g in givers},
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
