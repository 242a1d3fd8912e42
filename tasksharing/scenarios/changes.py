"""The named changes that a scenario is made of."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from rostering.domain.fields import Code, Id, Model, TimeOfDay, Weekday
from rostering.domain.shifts import ShiftKind
from rostering.wages.exact import Exact
from tasksharing.domain.tasks import QUARTER

_ALL_WEEK = (1, 2, 3, 4, 5, 6, 7)


class _Change(Model):
    """What every change may have: why, and what it costs once (NOK)."""

    reason: str = ""
    one_off_nok: int = Field(default=0, ge=0)


class Drop(_Change):
    """An outdated task is left out, or a share of it: nobody does it any more."""

    kind: Literal["drop"]
    task: Code
    share: Exact = Fraction(1)
    weekdays: tuple[Weekday, ...] = _ALL_WEEK

    @model_validator(mode="after")
    def _a_share(self) -> Drop:
        _require_share(self.share, "share")
        return self


class NewShift(Model):
    """A shift of new staff: within one day, in whole quarter-hours."""

    code: Code
    name: str = ""
    kind: ShiftKind = ShiftKind.DAY
    start: TimeOfDay
    end: TimeOfDay
    unpaid_break: int = Field(default=0, ge=0, le=120)

    @model_validator(mode="after")
    def _within_a_day(self) -> NewShift:
        if self.end <= self.start or self.start % QUARTER or self.end % QUARTER:
            raise ValueError("a new shift runs within a day, from quarter-hour to quarter-hour")
        return self


class AddStaff(_Change):
    """New posts of a group, such as service hosts, on a shift of their own.

    ``heads`` are wanted at work on each of the weekdays; ``posts`` are percentages of full time.
    """

    kind: Literal["add_staff"]
    group: Id
    shift: NewShift
    weekdays: tuple[Weekday, ...] = Field(default=_ALL_WEEK, min_length=1)
    heads: int = Field(default=1, ge=1, le=20)
    posts: tuple[Annotated[float, Field(gt=0, le=100)], ...] = Field(min_length=1, max_length=40)
    full_time_hours: float = Field(default=35.5, gt=0, le=48)


class Move(_Change):
    """Tasks go from some groups to another, as far as that group has room.

    ``slack`` lets people who are on duty already take what their logged work leaves of the
    quarter-hour; without it only new staff take over. Where they have no room, the givers take
    over as many minutes of the tasks ``in_return`` at the same time. Without ``givers``, whoever
    does it today gives.
    """

    kind: Literal["move"]
    tasks: tuple[Code, ...] = Field(min_length=1)
    givers: tuple[Id, ...] = ()
    to: Id
    share: Exact = Fraction(1)
    weekdays: tuple[Weekday, ...] = _ALL_WEEK
    slack: bool = False
    in_return: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _other_tasks(self) -> Move:
        if set(self.in_return) & set(self.tasks):
            raise ValueError("a task cannot go one way and come back in return")
        return self

    @model_validator(mode="after")
    def _a_share(self) -> Move:
        _require_share(self.share, "share")
        return self


class Train(_Change):
    """People learn something: competences from a date on, and a personal delegation if named."""

    kind: Literal["train"]
    people: tuple[Id, ...] = Field(min_length=1)
    hours: Exact
    gives: tuple[Code, ...] = ()
    task: Code | None = None
    ready: dt.date | None = None
    last: dt.date
    signed_by: str = Field(default="", max_length=120)


class ShareStaff(_Change):
    """People may be rostered in more units than before."""

    kind: Literal["share_staff"]
    people: tuple[Id, ...] = Field(min_length=1)
    units: tuple[Id, ...] = Field(min_length=1)


class Planning(_Change):
    """Roster planning is automated and pooled: two shares, one after the other.

    What is left is done by a group of a pool outside the unit.
    """

    kind: Literal["planning"]
    task: Code = "rostering"
    automation: Exact
    pooling: Exact
    to: Id = "planlegger"

    @model_validator(mode="after")
    def _shares(self) -> Planning:
        _require_share(self.automation, "automation")
        _require_share(self.pooling, "pooling")
        return self


class Vacate(_Change):
    """Posts that are not filled again: their holders are no longer in the plan."""

    kind: Literal["vacate"]
    people: tuple[Id, ...] = Field(min_length=1)


class Enlarge(_Change):
    """Positions become larger by so many percent of full time; the first one of each person."""

    kind: Literal["enlarge"]
    people: tuple[Id, ...] = Field(min_length=1)
    percent: float = Field(gt=0, lt=100)


Change = Annotated[
    Drop | AddStaff | Move | Train | ShareStaff | Planning | Vacate | Enlarge,
    Field(discriminator="kind"),
]


def _require_share(value: Fraction, name: str) -> None:
    if value > 1:
        raise ValueError(f"{name} is a share from 0 to 1")
