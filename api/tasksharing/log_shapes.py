"""A unit's time log, as minutes by task, staff group and hour of the day."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from tasksharing.domain.names import Name


class GroupNamed(BaseModel):
    """A staff group, or several that are told as one."""

    id: str
    name: Name | None = Field(description="None for several groups together.")


class TaskNamed(BaseModel):
    """A task of the book."""

    id: str
    name: Name


class HourCell(BaseModel):
    """Minutes of an ordinary week that a group spends on a task in an hour of the day."""

    task: str
    group: str
    hour: int
    minutes: float


class TaskBookTold(BaseModel):
    """What a time log came to; ``days`` are the days logged, Monday to Sunday.

    Groups of few people are told together (``pooled``): by themselves they would tell of persons.
    """

    name: str
    invented: bool
    first: dt.date | None
    last: dt.date | None
    days: list[int]
    uploaded: dt.datetime
    by: str
    hash: str
    groups: list[GroupNamed]
    pooled: list[Name]
    tasks: list[TaskNamed]
    cells: list[HourCell]


class TaskBookPage(BaseModel):
    """A unit's time log, None before one is uploaded, and whether an invented one can be loaded."""

    book: TaskBookTold | None
    example: bool
    employees: int
    floor: int
    few: int
