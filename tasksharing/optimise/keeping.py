"""Whether a written scenario keeps a question's limits: looked at afresh, after it was applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tasksharing.domain.book import TaskBook
from tasksharing.optimise.question import Question
from tasksharing.scenarios import Applied
from tasksharing.scenarios.changes import AddStaff, Change, Move, Train
from tasksharing.scenarios.forming import paid_minutes
from tasksharing.scenarios.scenario import Scenario

ZERO = Fraction(0)


class Divided(NamedTuple):
    """A weekday on which a task is done partly by those who gave it and partly by others."""

    minutes: Fraction
    task: str
    weekday: int


def divided(applied: Applied, givers: frozenset[str]) -> list[Divided]:
    """Return the weekdays on which a task is divided, those where least moved first."""
    moved: defaultdict[tuple[str, int], Fraction] = defaultdict(Fraction)
    receivers = {(one.task, one.receiver) for one in applied.shared.moved}
    for one in applied.shared.moved:
        moved[one.task, one.weekday] += one.minutes
    stayed = {
        (slot.task, slot.weekday)
        for slot, minutes in applied.shared.week.after.items()
        if slot.group in givers and (slot.task, slot.group) not in receivers and minutes
    }
    return sorted(Divided(moved[key], *key) for key in stayed & set(moved))


def broken(
    question: Question, book: TaskBook, scenario: Scenario, applied: Applied, givers: frozenset[str]
) -> Iterator[str]:
    """Yield the names of the limits that an applied scenario does not keep."""
    split = divided(applied, givers)
    to = {(one.task, one.receiver) for one in applied.shared.moved}
    if len({task for task, _ in to}) > question.max_tasks:
        yield "max_tasks"
    if len(to) > len({task for task, _ in to}):
        yield "one group for each task"
    if not {one.giver for one in applied.shared.moved} <= givers:
        yield "givers"
    if len(split) > question.max_handovers:
        yield "max_handovers"
    if any(not book.task(one.task).splittable for one in split):
        yield "splittable"
    courses = [c for c in scenario.changes if isinstance(c, Train)]
    hours = sum((c.hours * len(c.people) for c in courses), ZERO)
    if hours > question.max_training_hours:
        yield "max_training_hours"


def new_minutes(scenario: Scenario, applied: Applied) -> int:
    """Return the paid minutes a week of the new shifts that were formed."""
    paid = {
        (c.group, c.shift.code): paid_minutes(c.shift)
        for c in scenario.changes
        if isinstance(c, AddStaff)
    }
    return sum(one.heads * paid[one.group, one.shift] for one in applied.shared.formed)


def without(scenario: Scenario, one: Divided) -> Scenario | None:
    """Return a scenario that leaves a task alone on a weekday; None when it then moves nothing."""
    changes: list[Change] = []
    for change in scenario.changes:
        if isinstance(change, Move) and one.task in change.tasks:
            weekdays = tuple(day for day in change.weekdays if day != one.weekday)
            if weekdays:
                changes.append(change.model_copy(update={"weekdays": weekdays}))
        else:
            changes.append(change)
    if not any(isinstance(change, Move) for change in changes):
        return None
    return scenario.model_copy(update={"changes": tuple(changes)})
