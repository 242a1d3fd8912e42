"""The catalogue of a unit, and who has approved what of it, as they are told."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.tasksharing.standing import Standing
from rostering.domain.fields import Code
from tasksharing.domain.names import Name
from tasksharing.domain.tasks import Window


class TaskWay(BaseModel):
    """One way of being allowed to do a task: competences, and maybe a personal delegation.

    ``groups`` are the staff groups that everybody of whom has the competences, ``staff`` how many
    of the unit's people have them today.
    """

    number: int
    all_of: list[Name]
    any_of: list[Name]
    delegation: bool
    groups: list[Name]
    staff: int


class TaskApprovalShape(BaseModel):
    """Who may do a task, as proposed or approved; ``ways`` are numbers of the catalogue's ways.

    ``changed`` tells that the catalogue no longer has one of the ways; it counts as approved.
    """

    id: str
    task: str
    standing: Standing
    ways: list[int]
    changed: bool
    first: dt.date | None
    last: dt.date | None
    proposed_by: str
    proposed: dt.datetime
    approved_by: str
    approved_on: dt.date | None
    ended_by: str
    ended: dt.datetime | None


class TaskRow(BaseModel):
    """A task of the catalogue in a unit; it ``counts`` only while an approval holds."""

    id: str
    name: Name
    draft: Name | None
    ways: list[TaskWay]
    window: Window | None
    splittable: bool
    people: int
    minutes: float | None = Field(description="Minutes a week in the unit's time log.")
    counts: bool
    approvals: list[TaskApprovalShape]


class TaskCatalogue(BaseModel):
    """All tasks of the draft catalogue, as they stand in a unit today."""

    tasks: list[TaskRow]
    soon: int
    invented: bool = Field(description="Whether the minutes come from an invented time log.")


class NewProposal(Asked):
    """Who should be allowed to do a task: some of the catalogue's ways, all when none is named."""

    task: Code = Field(examples=["laundry"])
    ways: list[int] = Field(default_factory=list, max_length=20)
    first: dt.date | None = None
    last: dt.date | None = None
