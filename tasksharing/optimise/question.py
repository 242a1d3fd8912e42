"""What the optimiser may choose from, and within which limits."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from rostering.domain.fields import Code, Id, Model, TimeOfDay, Weekday
from rostering.wages.exact import Exact
from tasksharing.domain.exact import Share
from tasksharing.files.toml import read_toml, toml_model
from tasksharing.scenarios.changes import NewShift

QUESTION_FORMAT = "helseturnus.task_question"
_ALL_WEEK = (1, 2, 3, 4, 5, 6, 7)


class ShiftOption(Model):
    """A shift that new staff of a group could work, with at most so many heads a day."""

    group: Id
    shift: NewShift
    weekdays: tuple[Weekday, ...] = Field(default=_ALL_WEEK, min_length=1)
    heads: int = Field(default=1, ge=1, le=10)


class Course(Model):
    """Training that could be given: whom, for which task, hours each, and until when it lasts."""

    task: Code
    people: tuple[Id, ...] = Field(min_length=1)
    hours: Exact
    gives: tuple[Code, ...] = ()
    last: dt.date
    signed_by: str = Field(min_length=1, max_length=120)


class Needed(Model):
    """Hours at which freed time of health staff counts more than once."""

    weekdays: tuple[Weekday, ...] = _ALL_WEEK
    first: TimeOfDay
    last: TimeOfDay
    weight: int = Field(default=2, ge=1, le=10)

    @model_validator(mode="after")
    def _forward(self) -> Needed:
        if self.last <= self.first:
            raise ValueError("the hours must run forward within a day")
        return self


class Question(Model):
    """Which tasks to move to whom and when, within limits.

    Parameters
    ----------
    tasks, givers
        What may move, and from whom; without them all approved tasks, from all health groups.
    shifts, slack, courses
        Who could take over: new staff, people on duty of these groups, people who are trained.
    max_tasks
        How many tasks may change at once.
    max_handovers
        On how many weekdays, all tasks together, a task may be divided between those who give
        and those who take over.
    max_training_hours
        Hours of training in all.
    needed
        At which hours freed time counts more; elsewhere it counts once.
    """

    format: Literal["helseturnus.task_question"] = "helseturnus.task_question"
    version: Literal[1] = 1
    tasks: tuple[Code, ...] = ()
    givers: tuple[Id, ...] = ()
    shifts: tuple[ShiftOption, ...] = ()
    slack: tuple[Id, ...] = ()
    courses: tuple[Course, ...] = ()
    max_tasks: int = Field(default=3, ge=0, le=50)
    max_handovers: int = Field(default=50, ge=0, le=500)
    max_training_hours: Exact = Fraction(200)
    needed: tuple[Needed, ...] = ()
    fill: Share = Fraction(4, 5)
    load: Share = Fraction(9, 10)

    def weight(self, weekday: int, minute: int) -> int:
        """Return how much freed time counts at a minute of a weekday."""
        held = [
            one.weight
            for one in self.needed
            if weekday in one.weekdays and one.first <= minute < one.last
        ]
        return max(held, default=1)


def read_question(path: Path) -> Question:
    """Return the question in a TOML file.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    return read_toml(Question, path, QUESTION_FORMAT)


def bundled() -> Question:
    """Return the question that ships, for the bundled nursing home."""
    data = (resources.files("tasksharing.optimise") / "nursing_home.toml").read_bytes()
    return toml_model(Question, data, "nursing_home.toml", QUESTION_FORMAT)
