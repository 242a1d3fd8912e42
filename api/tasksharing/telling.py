"""A task book in figures that tell of groups, never of persons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from fractions import Fraction

from api.tasksharing.log_shapes import GroupNamed, HourCell, TaskBookTold, TaskNamed
from api.tasksharing.tables import KeptTaskBook
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import minutes_of

FEW = 3
"""People: a group with fewer is told together with others."""
POOL = "others"
_QUARTERS_AN_HOUR = 4


def told_of(kept: KeptTaskBook, book: TaskBook, ward: Problem, by: str) -> TaskBookTold:
    """Return a book's figures; nobody has worked the minutes of an invented one: it is told whole.

    A group of few is told together with the next smallest, until they are ``FEW`` at least.
    """
    minutes: dict[tuple[str, str, int], Fraction] = defaultdict(Fraction)
    found = minutes_of(book, ward)
    logged = {slot.group for slot in found}
    pooled = frozenset() if book.invented else small_groups(logged, ward)
    for slot, amount in found.items():
        group = POOL if slot.group in pooled else slot.group
        minutes[slot.task, group, slot.quarter // _QUARTERS_AN_HOUR] += amount
    groups = [
        GroupNamed(id=one.id, name=one.name)
        for one in book.groups
        if one.id in logged and one.id not in pooled
    ]
    if pooled:
        groups.append(GroupNamed(id=POOL, name=None))
    return TaskBookTold(
        name=book.basis.name,
        invented=book.invented,
        first=book.basis.first,
        last=book.basis.last,
        days=list(book.basis.days),
        uploaded=kept.at,
        by=by,
        hash=kept.hash,
        groups=groups,
        pooled=[one.name for one in book.groups if one.id in pooled],
        tasks=[TaskNamed(id=one.id, name=one.name) for one in book.tasks if one.logged],
        cells=[
            HourCell(task=task, group=group, hour=hour, minutes=round(float(amount), 2))
            for (task, group, hour), amount in sorted(minutes.items())
        ],
    )


def small_groups(logged: Collection[str], ward: Problem) -> frozenset[str]:
    """Return the groups that must be told as one, so that no figure is that of one or two."""
    people = Counter(person.group for person in ward.people)
    order = sorted(logged, key=lambda group: (people[group], group))
    pool = [group for group in order if people[group] < FEW]
    while pool and sum(people[group] for group in pool) < FEW and len(pool) < len(order):
        pool = order[: len(pool) + 1]
    return frozenset(pool)
