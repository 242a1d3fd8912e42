"""A log and the lists beside it read together: the faults of all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from tasksharing.catalogue import Catalogue
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.log.make import book_of
from tasksharing.log.permits import read_approvals, read_delegations
from tasksharing.log.read import read_log

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lists:
    """The files that a unit hands in; a log has to be there."""

    log: Path
    approvals: Path | None = None
    delegations: Path | None = None
    name: str = ""


def read_lists(lists: Lists, catalogue: Catalogue, problem: Problem, unit: str) -> TaskBook:
    """Return the task book that a log and the lists beside it make.

    Raises
    ------
    BadInput
        With the faults of every file, or else those of what they would make together.
    """
    faults: list[Fault] = []

    def tried(job: Callable[[], T], default: T) -> T:
        try:
            return job()
        except BadInput as error:
            faults.extend(error.faults)
            return default

    tasks = catalogue.tasks
    approvals, delegations = lists.approvals, lists.delegations
    log = tried(lambda: read_log(lists.log, tasks, catalogue.groups), None)
    approved: tuple[Approval, ...] = ()
    delegated: tuple[Delegation, ...] = ()
    if approvals is not None:
        approved = tried(lambda: read_approvals(approvals, tasks, problem, unit), approved)
    if delegations is not None:
        delegated = tried(lambda: read_delegations(delegations, tasks, problem, unit), delegated)
    if faults or log is None:
        raise BadInput(faults)
    named = log.model_copy(update={"name": lists.name or log.name})
    return book_of(named, catalogue, problem, unit, approved, delegated)
