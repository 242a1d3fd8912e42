"""A roster: who works which shift on which day, and how it came about."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, model_validator

from rostering.domain.fields import Code, Id, Model
from rostering.domain.shifts import Pay

ROSTER_FORMAT = "helseturnus.roster"
ROSTER_VERSION = 1


class Assignment(Model):
    """One duty of one person; ``role`` names the exclusive demand row it fills, if any.

    A ``pay`` of None is the shift type's own.
    """

    person: Id
    date: dt.date
    shift: Code
    unit: Id
    role: Id | None = None
    pay: Pay | None = None

    @property
    def key(self) -> tuple[str, dt.date, str, str, str]:
        """Sort and comparison key."""
        return (self.person, self.date, self.shift, self.unit, self.role or "")


class DayCode(StrEnum):
    """What a cell shows on top of the planned shift: days off, and known absence.

    F1 is the statutory weekly rest, F2 the other weekly day off; the rest is an absence's kind.
    """

    F1 = "F1"
    F2 = "F2"
    F3 = "F3"
    F4 = "F4"
    F5 = "F5"
    VACATION = "vacation"
    LEAVE = "leave"
    SICK = "sick"
    SICK_CHILD = "sick_child"
    COURSE = "course"
    TIME_OFF = "time_off"


class Overlay(Model):
    """A code on one person's day; ``shift`` is the planned shift that it covers, if there was one.

    The hours of that shift are credited by the problem's absence of the day, not by the overlay.
    """

    person: Id
    date: dt.date
    code: DayCode
    shift: Code | None = None


class Worked(Model):
    """What a person really worked on a date, where that differs from the plan.

    It replaces the planned duties that start on the date; a shift of None was not worked. Unit
    and role are those of the planned duty where nothing else is said.
    """

    person: Id
    date: dt.date
    shift: Code | None = None
    unit: Id | None = None
    role: Id | None = None
    pay: Pay | None = None


class Evidence(Model):
    """How a roster was made: enough to repeat it, without clock time.

    ``objective`` and ``bound`` are points of the score card.
    """

    strategy: str = "none"
    status: str = "manual"
    seed: int | None = None
    workers: int | None = None
    seconds: float | None = None
    steps: float | None = None
    objective: int | None = None
    bound: int | None = None
    engine: str = ""


class Roster(Model):
    """Assignments of one horizon, with the rulebook that it is judged by.

    A cell is planned shift (``assignments``), overlay and worked shift. Rules judge the duties
    that hold: the plan, with what was really worked in its place.
    """

    format: Literal["helseturnus.roster"] = "helseturnus.roster"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    start: dt.date
    days: int = Field(ge=1)
    assignments: tuple[Assignment, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    worked: tuple[Worked, ...] = ()
    rulebook: dict[str, Any] = Field(default_factory=dict)
    evidence: Evidence = Evidence()

    @model_validator(mode="after")
    def _placed(self) -> Roster:
        planned = {(duty.person, duty.date) for duty in self.assignments}
        for entry in self.worked:
            unknown = entry.unit is None and (entry.person, entry.date) not in planned
            if entry.shift is not None and unknown:
                raise ValueError(
                    f"{entry.person} worked {entry.shift} on {entry.date} with nothing planned:"
                    " the unit must be told"
                )
        return self

    @property
    def effective(self) -> tuple[Assignment, ...]:
        """The duties that hold: planned ones, those of a date replaced by what was worked."""
        if not self.worked:
            return self.assignments
        replaced = {(entry.person, entry.date) for entry in self.worked}
        planned: dict[tuple[str, dt.date], list[Assignment]] = {}
        for duty in self.assignments:
            planned.setdefault((duty.person, duty.date), []).append(duty)
        kept = [a for a in self.assignments if (a.person, a.date) not in replaced]
        for entry in self.worked:
            before = planned.get((entry.person, entry.date), [])
            same = next((duty for duty in before if duty.shift == entry.shift), None)
            unit = entry.unit or (same.unit if same else before[0].unit if before else None)
            if entry.shift is not None and unit is not None:
                kept.append(
                    Assignment(
                        person=entry.person,
                        date=entry.date,
                        shift=entry.shift,
                        unit=unit,
                        role=entry.role or (same.role if same else None),
                        pay=entry.pay,
                    )
                )
        return tuple(sorted(kept, key=lambda duty: duty.key))
