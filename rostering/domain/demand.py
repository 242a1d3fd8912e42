"""The staffing plan (*bemanningsplan*): how many, with which competence, when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from pydantic import Field, model_validator

from rostering.domain.competence import ANYONE, CompetenceNeed
from rostering.domain.fields import Code, Id, Model, TimeOfDay, Weekday
from rostering.domain.people import Dated

NOK_PER_POINT = 10
"""The goal ``cost`` counts in 10 NOK: its weight tells what each is worth in points."""
MOST_PRICE = 100_000


class Level(Model):
    """People at once: never under ``minimum``, aimed at ``target``, never over ``maximum``."""

    minimum: int = Field(default=0, ge=0, le=500)
    target: int = Field(default=0, ge=0, le=500)
    maximum: int | None = Field(default=None, ge=0, le=500)

    @model_validator(mode="after")
    def _ordered(self) -> Level:
        if self.minimum > self.target:
            raise ValueError(f"minimum {self.minimum} is above target {self.target}")
        if self.maximum is not None and self.maximum < self.target:
            raise ValueError(f"maximum {self.maximum} is below target {self.target}")
        return self


class CurvePoint(Level):
    """Demand between two times of one day, in whole quarter-hours."""

    start: TimeOfDay
    end: TimeOfDay

    @model_validator(mode="after")
    def _quarters(self) -> CurvePoint:
        if self.start % 15 or self.end % 15 or self.end <= self.start:
            raise ValueError("a curve point must run forward in whole quarter-hours")
        return self


class DemandRow(Level, Dated):
    """One row of the plan. Counts everyone on duty who meets it.

    A row names either ``shifts`` (people on these codes that day) or a ``curve`` (people present
    in each quarter-hour). An ``exclusive`` row counts only duties that carry its id as role.
    ``price_under`` and ``price_over`` are points for each person under and over the target in a
    cell, in place of the general price of missing and surplus minutes.
    """

    id: Id
    name: str = ""
    units: tuple[Id, ...] = Field(min_length=1)
    competence: CompetenceNeed = ANYONE
    shifts: tuple[Code, ...] = ()
    curve: tuple[CurvePoint, ...] = ()
    weekdays: tuple[Weekday, ...] = (1, 2, 3, 4, 5, 6, 7)
    only_dates: tuple[date, ...] = ()
    except_dates: tuple[date, ...] = ()
    exclusive: bool = False
    price_under: int | None = Field(default=None, ge=0, le=100_000)
    price_over: int | None = Field(default=None, ge=0, le=100_000)

    @model_validator(mode="after")
    def _one_form(self) -> DemandRow:
        if bool(self.shifts) == bool(self.curve):
            raise ValueError(f"demand row {self.id} must name either shifts or a curve")
        if len(set(self.shifts)) < len(self.shifts):
            raise ValueError(f"demand row {self.id} names a shift twice")
        points = sorted(self.curve, key=lambda point: point.start)
        if any(late.start < early.end for early, late in pairwise(points)):
            raise ValueError(f"demand row {self.id} has curve points that overlap")
        if self.exclusive and self.curve:
            raise ValueError(f"demand row {self.id} is exclusive and must name shifts")
        return self

    def applies(self, day: date) -> bool:
        """Return whether the row asks for anything on a date."""
        if day in self.except_dates or not self.holds_on(day):
            return False
        if self.only_dates:
            return day in self.only_dates
        return day.isoweekday() in self.weekdays


class ReserveDemand(Model):
    """Extra people that the absence forecast pays for; filled when its price is worth it.

    ``heads`` is a count, ``price`` the points for each head missing.
    """

    id: Id
    units: tuple[Id, ...] = Field(min_length=1)
    date: date
    shifts: tuple[Code, ...] = Field(min_length=1)
    competence: CompetenceNeed = ANYONE
    heads: int = Field(ge=1, le=100)
    price: int = Field(ge=1, le=MOST_PRICE)


def reserve_price(nok: float, cost_weight: int) -> int:
    """Return what a reserve head is worth in points: as much as the goal ``cost`` weighs the NOK.

    Where that goal weighs nothing a head is worth what it would be at a weight of 1.
    """
    return min(MOST_PRICE, round(nok * max(1, cost_weight) / NOK_PER_POINT))


def part_id(rows: Iterable[DemandRow], row: DemandRow, part: str) -> str:
    """Return an id for a part of a row that no row of the ward has."""
    taken = {known.id for known in rows}
    found = f"{row.id}-{part}"
    while found in taken:
        found = f"{found}'"
    return found
