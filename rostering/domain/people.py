"""People, their positions over time, what they can do and what they are exempt from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, field_validator, model_validator

from rostering.domain.fields import Code, Id, Model, TimeOfDay, Weekday
from rostering.domain.shifts import ShiftKind


class StaffKind(StrEnum):
    """How a person is tied to the unit; students never count in staffing."""

    PERMANENT = "permanent"
    TEMP = "temp"
    ON_CALL = "on_call"
    AGENCY = "agency"
    STUDENT = "student"
    MANAGER = "manager"


class Dated(Model):
    """Something that holds from a first to a last date, both included; open when missing."""

    first: date | None = None
    last: date | None = None

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"the last date {self.last} is before the first {self.first}")
        return self

    def holds_on(self, day: date) -> bool:
        """Return whether the day lies between the two dates."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Position(Dated):
    """A position (*stilling*): percent of full time and the full-time week in hours.

    With ``three_part`` the full-time week follows from the roster itself (*tredelt turnus*): the
    formula in ``domain/three_part.py`` replaces ``full_time_hours``.
    """

    id: Id
    unit: Id
    percent: float = Field(gt=0, le=100)
    full_time_hours: float = Field(default=35.5, gt=0, le=48)
    three_part: bool = False

    @field_validator("percent", "full_time_hours")
    @classmethod
    def _two_decimals(cls, value: float) -> float:
        if round(value, 2) != value:
            raise ValueError(f"{value} has more than two decimals")
        return value

    @property
    def weekly_minutes(self) -> float:
        """Minutes a week that the position owes."""
        return self.percent * self.full_time_hours * 60 / 100


class HeldCompetence(Dated):
    """A competence a person holds, with validity dates."""

    code: Code


class Exemption(Dated):
    """Work that a person is not given; only effect and dates are stored, never the reason.

    A duty is barred when it matches every field that is filled in (AML § 10-2); ``not_before``
    and ``not_after`` bar duties that start earlier or end later than that local time.
    """

    shifts: tuple[Code, ...] = ()
    kinds: tuple[ShiftKind, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    not_before: TimeOfDay | None = None
    not_after: TimeOfDay | None = None


class Person(Model):
    """A member of staff. ``pay`` is NOK a year; ``max_hours`` is hours over the horizon.

    ``weekend_from`` is the Saturday of one weekend that is the person's own to work; the rule
    ``weekend_groups`` counts its rhythm from there.
    """

    id: Id
    name: str = Field(min_length=1, max_length=120)
    home_unit: Id
    kind: StaffKind = StaffKind.PERMANENT
    group: str = ""
    positions: tuple[Position, ...] = ()
    competences: tuple[HeldCompetence, ...] = ()
    other_units: tuple[Id, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    max_hours: float | None = Field(default=None, ge=0)
    minor_until: date | None = None
    in_post_since: date | None = None
    weekend_from: date | None = None
    pay: int | None = Field(default=None, gt=0)

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit the person may work in, the home unit first."""
        named = (self.home_unit, *(p.unit for p in self.positions), *self.other_units)
        return tuple(dict.fromkeys(named))

    @property
    def counts(self) -> bool:
        """Whether the person counts in staffing."""
        return self.kind is not StaffKind.STUDENT
