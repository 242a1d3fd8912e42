"""The calendar of holiday pay: which days pay as holidays, and from which time on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, Self

from pydantic import Field, model_validator

from rostering.domain.calendar import easter_sunday
from rostering.domain.fields import Id, Model, TimeOfDay
from rostering.wages.status import Status

HOLIDAY_PAY_FORMAT = "helseturnus.holiday_pay"
_LEAP_YEAR = 2024


class HolidayPayDay(Model):
    """One day a year: a fixed date, or so many days after Easter Sunday; ``from`` a local time."""

    name: str
    easter: int | None = Field(default=None, ge=-80, le=80)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    start: TimeOfDay = Field(default=0, alias="from")
    valid_from: date | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        fixed = self.month is not None and self.day is not None
        loose = self.month is not None or self.day is not None
        if fixed == (self.easter is not None) or loose != fixed:
            raise ValueError(f"{self.name} needs either easter, or month and day")
        if self.month is not None and self.day is not None:
            date(_LEAP_YEAR, self.month, self.day)
        return self

    def on(self, year: int) -> date | None:
        """Return the date in a year; None for 29 February of most years."""
        if self.easter is not None:
            return easter_sunday(year) + timedelta(days=self.easter)
        try:
            return date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None


class HolidayPay(Model):
    """A table of the days that pay as holidays."""

    format: Literal["helseturnus.holiday_pay"] = "helseturnus.holiday_pay"
    version: Literal[1] = 1
    id: Id
    name: str = ""
    source: str = ""
    status: Status = Status.ASSUMED
    days: tuple[HolidayPayDay, ...]


class HolidayPayCalendar:
    """Looks days up in a table of holiday pay."""

    def __init__(self, table: HolidayPay) -> None:
        self.table = table
        self._year = lru_cache(maxsize=64)(self._find)

    def starts(self, when: date) -> int | None:
        """Return the local minute from which a date pays as a holiday, or None."""
        return self._year(when.year).get(when)

    def _find(self, year: int) -> dict[date, int]:
        found: dict[date, int] = {}
        for entry in self.table.days:
            when = entry.on(year)
            if when is not None and (entry.valid_from is None or entry.valid_from <= when):
                found[when] = min(entry.start, found.get(when, entry.start))
        return found
