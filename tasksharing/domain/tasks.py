"""Tasks: what is done, the minutes it takes, and who may do it at the least."""

from __future__ import annotations

from pydantic import Field, model_validator

from rostering.domain.competence import CompetenceNeed
from rostering.domain.fields import DAY_MINUTES, Code, Id, Model, TimeOfDay, Weekday
from rostering.wages.exact import Exact
from tasksharing.domain.names import Name

QUARTER = 15
QUARTERS = DAY_MINUTES // QUARTER


class Route(CompetenceNeed):
    """One way of being allowed to do a task: competences, and whether a delegation on top.

    A delegation is personal, for one unit and for a limited time.
    """

    delegation: bool = False


class Window(Model):
    """The hours of the same day in which a task may be done as well."""

    first: TimeOfDay
    last: TimeOfDay

    @model_validator(mode="after")
    def _forward(self) -> Window:
        if self.last <= self.first or self.first % QUARTER or self.last % QUARTER:
            raise ValueError("a window must run forward in whole quarter-hours")
        return self


class Logged(Model):
    """Minutes in each quarter-hour from ``start`` on, on an ordinary such weekday.

    They are a group's mean over ``days`` logged days and person-minutes: two people at it for a
    quarter-hour are 30.
    """

    group: Id
    weekday: Weekday
    start: TimeOfDay
    minutes: tuple[Exact, ...] = Field(min_length=1, max_length=QUARTERS)
    days: int = Field(ge=1, le=366)

    @model_validator(mode="after")
    def _within_a_day(self) -> Logged:
        if self.start % QUARTER or self.start + QUARTER * len(self.minutes) > DAY_MINUTES:
            raise ValueError("quarter-hours must begin on one and end by midnight")
        return self


class PerShift(Model):
    """Minutes that a group spends on a task in one shift, spread evenly over it: an estimate."""

    group: Id
    shift: Code
    weekdays: tuple[Weekday, ...] = (1, 2, 3, 4, 5, 6, 7)
    minutes: Exact


class Task(Model):
    """A task of a unit.

    Parameters
    ----------
    id, name
        What it is called.
    minimum
        The ways of being allowed to do it; any one is enough. In the catalogue it is a draft: it
        counts for nothing in a unit until the unit's head has approved it there.
    draft
        The same in words.
    window
        When it may be done as well; None for a task that must be done when it is done today.
    splittable
        Whether a day's minutes may be divided between groups.
    people
        How many must be there at once.
    logged, estimated
        Who does it today, and how long.
    """

    id: Code
    name: Name
    minimum: tuple[Route, ...] = Field(min_length=1)
    draft: Name | None = None
    window: Window | None = None
    splittable: bool = True
    people: int = Field(default=1, ge=1, le=2)
    logged: tuple[Logged, ...] = ()
    estimated: tuple[PerShift, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """Who does it today."""
        named = [*(one.group for one in self.logged), *(one.group for one in self.estimated)]
        return tuple(dict.fromkeys(named))
