"""Competences that a scenario gives, and that nobody has heard of: misspelt, or not listed yet."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.problem import Problem
from rostering.errors import Fault
from tasksharing.catalogue import draft
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import competences, unknown
from tasksharing.scenarios.changes import Train


def competence_faults(
    where: str, change: Train, book: TaskBook, problem: Problem
) -> Iterator[Fault]:
    """Yield a fault for each competence that training gives and that is known nowhere.

    Known are those of the ward, of the task book and of the draft catalogue, those that a group
    brings and those that a task asks for.
    """
    known = set(competences(book, problem)) | {one.code for one in draft().competences}
    known |= {code for group in book.groups for code in group.brings}
    known |= {code for task in book.tasks for route in task.minimum for code in route.codes}
    known |= {code for a in book.approvals for route in a.minimum for code in route.codes}
    yield from unknown("competence", change.gives, known, f"{where}.gives")
