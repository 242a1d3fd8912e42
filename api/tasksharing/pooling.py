"""Groups of one or two people are told as one: what a person has logged is nobody else's business.

The unit's task book is told so too (``api.tasksharing.telling``).
"""

from __future__ import annotations

from api.tasksharing.telling import POOL, small_groups
from api.texts import LANGUAGES, say
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.names import Name


def pooled_groups(book: TaskBook, problem: Problem) -> frozenset[str]:
    """Return the groups of few; nobody has worked the minutes of an invented book."""
    if book.invented:
        return frozenset()
    return small_groups({group for task in book.tasks for group in task.groups}, problem)


def pool_name() -> Name:
    """Return what the groups of few are called together."""
    return Name(**{one: say(one, "scenario.pool") for one in LANGUAGES})


def told_as(group: str, pooled: frozenset[str]) -> str:
    """Return the id under which a group is told."""
    return POOL if group in pooled else group
