"""A time log: who did what when, in quarter-hours, for about two weeks."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Code, Id, Model, TimeOfDay, Weekday

LOG_FORMAT = "helseturnus.task_log"


class LogEntry(Model):
    """A stretch of time on a task, beginning on a quarter-hour.

    ``sheet`` tells apart people of one group who log on the same day; it is a number on a form,
    nobody's name. Without a date, ``week`` and ``weekday`` are the day.
    """

    task: Code
    group: Id
    date: dt.date | None = None
    week: int = Field(default=1, ge=1, le=53)
    weekday: Weekday
    start: TimeOfDay
    minutes: int = Field(ge=1, le=1440)
    sheet: str = ""

    @property
    def day(self) -> tuple[int, int]:
        """A key of the day, in the order of days: week or ordinal, and weekday."""
        return (self.date.toordinal(), self.weekday) if self.date else (self.week, self.weekday)

    @property
    def end(self) -> int:
        """The minute of the day at which it ends."""
        return self.start + self.minutes


class TaskLog(Model):
    """All entries of a log. ``invented`` tells that nobody has worked these minutes."""

    format: Literal["helseturnus.task_log"] = "helseturnus.task_log"
    version: Literal[1] = 1
    name: str = ""
    invented: bool = False
    entries: tuple[LogEntry, ...] = Field(min_length=1)
