"""A wage table as it is written: periods of values with date, status and source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from rostering.domain.fields import Id, Model, TimeOfDay, Weekday
from rostering.wages.exact import Exact
from rostering.wages.holiday_pay import HolidayPay
from rostering.wages.status import Status

WAGES_FORMAT = "helseturnus.wages"
Supplement = Literal["evening", "night", "weekend", "holiday"]
HoursKind = Literal["contract", "moved", "extra", "overtime", "temp", "agency"]
Threshold = Literal["full_time", "own_post", "never"]
Window = Annotated[tuple[TimeOfDay, TimeOfDay], Field(description="from and to, also over 24:00")]
Nok = Annotated[int, Field(gt=0, le=10_000_000)]


class Values(Model):
    """Single values of a period; what is left out holds on from an earlier period.

    ``_nok`` is NOK an hour, ``_percent`` percent of ordinary hourly pay (for overtime: on top of
    the hour), windows are local times.
    """

    evening_nok: Exact | None = None
    evening_window: Window | None = None
    night_percent: Exact | None = None
    night_least_nok: Exact | None = None
    night_window: Window | None = None
    weekend_percent: Exact | None = None
    weekend_least_nok: Exact | None = None
    weekend_days: tuple[Weekday, ...] | None = None
    holiday_percent: Exact | None = None
    adds_up: tuple[tuple[Supplement, Supplement], ...] | None = None
    overtime_percent: Exact | None = None
    overtime_high_percent: Exact | None = None
    overtime_high_window: Window | None = None
    overtime_high_days: tuple[Weekday, ...] | None = None
    overtime_holiday_percent: Exact | None = None
    overtime_divisor: Exact | None = None
    overtime_supplements: bool | None = None
    moved_percent: Exact | None = None
    part_timer_threshold: Threshold | None = None
    full_time_week: Exact | None = None
    weeks_per_year: Exact | None = None
    year_hours: Exact | None = None
    extra_percent: Exact | None = None
    temp_percent: Exact | None = None
    agency_percent: Exact | None = None
    extra_factor: Exact | None = None
    minor_percent: Exact | None = None
    pension_percent: Exact | None = None
    pension_kinds: tuple[HoursKind, ...] | None = None
    holiday_pay_percent: Exact | None = None
    zone: Id | None = None
    fallback_group: Id | None = None

    @model_validator(mode="after")
    def _above_zero(self) -> Self:
        for name in ("overtime_divisor", "weeks_per_year", "year_hours", "full_time_week"):
            if getattr(self, name) == 0:
                raise ValueError(f"{name} is 0 hours or weeks")
        return self


class Step(Model):
    """Pay in NOK a year from so many whole years of seniority on."""

    years: int = Field(ge=0, le=60)
    nok: Nok


class Period(Model):
    """Values that hold from a date on, of one status and out of one source.

    ``pay`` is pay by seniority and ``mean_pay`` a group's mean, both NOK a year by group;
    ``employer_tax`` is percent by zone.
    """

    valid_from: date
    status: Status
    source: str = Field(min_length=1, max_length=300)
    link: str = ""
    values: Values = Values()
    pay: dict[str, tuple[Step, ...]] = Field(default_factory=dict)
    mean_pay: dict[str, Nok] = Field(default_factory=dict)
    employer_tax: dict[str, Exact] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _climbing(self) -> Self:
        for group, steps in self.pay.items():
            years = [step.years for step in steps]
            if not years or years != sorted(set(years)):
                raise ValueError(f"pay of {group!r} has steps out of order, twice or none")
        return self


class WageTable(Model):
    """A wage table file; ``extends`` names the shipped table that holds what is not said here.

    ``groups`` gives other names of groups, as wards write them. ``calendar`` names a shipped
    holiday-pay calendar, ``holiday_pay`` is one of the table's own.
    """

    format: Literal["helseturnus.wages"]
    version: Literal[1]
    id: Id
    name: str = Field(min_length=1, max_length=120)
    extends: Id | None = None
    calendar: Id | None = None
    holiday_pay: HolidayPay | None = None
    groups: dict[str, str] = Field(default_factory=dict)
    periods: tuple[Period, ...] = ()

    def setting(self, name: str) -> Iterator[Period]:
        """Yield the periods that hold a single value."""
        return (p for p in self.periods if getattr(p.values, name) is not None)

    def listing(self, field: str, key: str) -> Iterator[Period]:
        """Yield the periods whose ``pay``, ``mean_pay`` or ``employer_tax`` has a key."""
        return (p for p in self.periods if key in getattr(p, field))
