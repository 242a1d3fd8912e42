"""The task book of a unit: its tasks with their minutes, its groups, who may do what."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Id, Model, TimeOfDay, Weekday
from rostering.wages.exact import Exact
from tasksharing.domain.groups import StaffGroup
from tasksharing.domain.names import CatalogueCompetence
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import QUARTERS, Route, Task

BOOK_FORMAT = "helseturnus.tasks"
BOOK_VERSION = 1


class Presence(Model):
    """How many of a group kept a log sheet in each quarter-hour from ``start`` on, on average."""

    group: Id
    weekday: Weekday
    start: TimeOfDay
    heads: tuple[Exact, ...] = Field(min_length=1, max_length=QUARTERS)


class Basis(Model):
    """What the minutes rest on: a log's name, hash and dates, and days logged Monday to Sunday."""

    name: str = ""
    log_hash: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    days: tuple[int, ...] = Field(default=(0, 0, 0, 0, 0, 0, 0), min_length=7, max_length=7)


class TaskBook(Model):
    """Tasks of one unit. ``invented`` tells that nobody has worked these minutes.

    ``competences`` are those of the catalogue beyond what the ward has, with their names.
    """

    format: Literal["helseturnus.tasks"] = "helseturnus.tasks"
    version: Literal[1] = 1
    unit: Id
    invented: bool = False
    basis: Basis = Basis()
    competences: tuple[CatalogueCompetence, ...] = ()
    groups: tuple[StaffGroup, ...] = Field(min_length=1)
    tasks: tuple[Task, ...] = Field(min_length=1)
    presence: tuple[Presence, ...] = ()
    approvals: tuple[Approval, ...] = ()
    delegations: tuple[Delegation, ...] = ()

    def task(self, task_id: str) -> Task:
        """Return a task by its id."""
        return next(task for task in self.tasks if task.id == task_id)

    def group(self, group_id: str) -> StaffGroup:
        """Return a group by its id."""
        return next(group for group in self.groups if group.id == group_id)

    def approval(self, task_id: str, day: dt.date) -> Approval | None:
        """Return the newest approval of a task that holds in the unit on a date."""
        held = [a for a in self.approvals if a.task == task_id and a.counts(self.unit, day)]
        return max(held, key=lambda one: one.on, default=None)

    def allowed(self, task_id: str, day: dt.date) -> tuple[Route, ...]:
        """Return the ways of being allowed that count on a date; none before an approval."""
        approval = self.approval(task_id, day)
        if approval is None:
            return ()
        return approval.minimum or self.task(task_id).minimum

    def delegates(self, task_id: str, day: dt.date) -> frozenset[str]:
        """Return who holds a delegation of a task that counts on a date."""
        held = (d for d in self.delegations if d.task == task_id and d.counts(self.unit, day))
        return frozenset(d.person for d in held)
