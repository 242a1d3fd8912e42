"""A bill as data: its lines with the arithmetic in them, and sums by kind, group and person."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rostering.domain.fields import Model
from rostering.wages.exact import Exact
from rostering.wages.file import HoursKind
from rostering.wages.payroll import Part
from rostering.wages.status import Status
from rostering.wages.wages import PaySource

BILL_FORMAT = "helseturnus.bill"
DIFFERENCE_FORMAT = "helseturnus.bill_difference"
OnCostPart = Literal["holiday_pay", "pension", "employer_tax"]


class BillLine(Model):
    """One part of one duty: ``minutes`` / 60 x ``rate_ore`` x ``percent`` / 100 = ``ore``.

    ``date`` and ``shift`` are the duty's; ``kind`` is how its hours are paid, ``part`` what is
    paid for. Half an øre is rounded up, line by line.
    """

    date: dt.date
    shift: str
    kind: HoursKind
    part: Part
    minutes: int
    rate_ore: int
    percent: Exact
    ore: int


class OnCost(Model):
    """What comes on top of a person's lines: ``base_ore`` x ``percent`` / 100 = ``ore``."""

    part: OnCostPart
    base_ore: int
    percent: Exact
    ore: int


class PayUsed(Model):
    """A person's pay from a date on.

    ``hourly_ore`` is ``year_nok`` / ``divisor`` hours, ``overtime_ore`` the same over the divisor
    of overtime. ``source`` tells where the pay comes from: the person's own, the group's by
    seniority, the group's mean, or the mean of the fallback group.
    """

    first: dt.date
    year_nok: Exact
    source: PaySource
    divisor: Exact
    hourly_ore: int
    overtime_ore: int


class Sum(Model):
    """Minutes and øre under one key: a kind of hours, ``kind.part``, a group or an on-cost."""

    key: str
    minutes: int
    ore: int


class PersonBill(Model):
    """One person's part of the bill; ``ore`` is lines and on-costs together."""

    person: str
    name: str
    group: str
    pay: tuple[PayUsed, ...]
    kinds: tuple[Sum, ...]
    lines: tuple[BillLine, ...]
    on_costs: tuple[OnCost, ...]
    ore: int


class ValueUsed(Model):
    """A value of the wage table that the bill stands on, from a date on.

    ``early`` tells that the first day it is known for lies after the day it was used on. The
    calendar of holiday pay has no first day.
    """

    name: str
    value: str
    used_from: dt.date
    valid_from: dt.date | None
    status: Status
    source: str
    table: str
    early: bool


class Bill(Model):
    """What a roster costs beyond the monthly pay that is owed anyway.

    ``kinds`` has the hours of each kind and their lines' øre, ``parts`` the same by what is paid
    for, ``groups`` hours and total by staff group. ``total`` holds the on-costs.
    """

    format: Literal["helseturnus.bill"] = "helseturnus.bill"
    version: Literal[1] = 1
    problem_name: str
    table: str
    table_name: str
    start: dt.date
    days: int
    people: tuple[PersonBill, ...]
    kinds: tuple[Sum, ...]
    parts: tuple[Sum, ...]
    on_costs: tuple[Sum, ...]
    groups: tuple[Sum, ...]
    values: tuple[ValueUsed, ...]
    total: int


class Change(Model):
    """One sum in two bills."""

    key: str
    minutes_before: int
    minutes_after: int
    ore_before: int
    ore_after: int

    @property
    def ore(self) -> int:
        """Øre more than before."""
        return self.ore_after - self.ore_before


class DayChange(Model):
    """A person's date whose lines differ: the shifts and the lines' øre, on-costs apart."""

    person: str
    name: str
    date: dt.date
    before: tuple[str, ...]
    after: tuple[str, ...]
    ore_before: int
    ore_after: int


class BillDifference(Model):
    """Two bills of one problem held against each other; ``total`` is øre more than before."""

    format: Literal["helseturnus.bill_difference"] = "helseturnus.bill_difference"
    version: Literal[1] = 1
    problem_name: str
    table: str
    total_before: int
    total_after: int
    total: int
    kinds: tuple[Change, ...]
    parts: tuple[Change, ...]
    on_costs: tuple[Change, ...]
    groups: tuple[Change, ...]
    people: tuple[Change, ...]
    days: tuple[DayChange, ...]
