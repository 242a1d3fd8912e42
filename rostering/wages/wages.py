"""A wage table in use: what holds on a day, where it comes from, and what a group earns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal

from rostering.wages.file import Period, WageTable
from rostering.wages.holiday_pay import HolidayPayCalendar
from rostering.wages.rates import Rates
from rostering.wages.status import Status

PaySource = Literal["own", "seniority", "mean", "fallback"]
Find = Callable[[WageTable], Iterable[Period]]


@dataclass(frozen=True, slots=True)
class InForce:
    """A value that holds on a day; ``early`` when the day lies before all that is known."""

    value: Any
    valid_from: date
    status: Status
    source: str
    table: str
    early: bool


@dataclass(frozen=True, slots=True)
class YearPay:
    """NOK a year, and how it was found."""

    nok: Fraction
    source: PaySource


class Wages:
    """A chain of tables: the first has the word, those that it extends fill its gaps."""

    def __init__(self, chain: tuple[WageTable, ...], holiday_pay: HolidayPayCalendar) -> None:
        self.chain = chain
        self.holiday_pay = holiday_pay
        self.changes = sorted({p.valid_from for table in chain for p in table.periods})
        self._rates = lru_cache(maxsize=128)(self._find_rates)

    @property
    def id(self) -> str:
        """The table's own id."""
        return self.chain[0].id

    @property
    def name(self) -> str:
        """The table's own name."""
        return self.chain[0].name

    def rates(self, when: date) -> Rates:
        """Return the single values in force on a date."""
        return self._rates(self.since(when))

    def since(self, when: date) -> date:
        """Return the last date, up to this one, on which anything in the tables changed."""
        return max((c for c in self.changes if c <= when), default=date.min)

    def setting(self, name: str, when: date) -> InForce:
        """Return a single value with its date, status and source."""
        found = self._in_force(lambda t: t.setting(name), lambda p: getattr(p.values, name), when)
        if found is None:
            raise LookupError(name)  # a completed table has every value
        return found

    def employer_tax(self, when: date) -> InForce:
        """Return the employer's tax of the table's zone, in percent."""
        zone = self.rates(when).zone
        found = self._listed("employer_tax", zone, when)
        if found is None:
            raise LookupError(zone)  # a completed table has its zone
        return found

    def group_pay(self, group: str, since: date | None, when: date) -> YearPay:
        """Return what a group earns: by seniority where that is known, else the group's mean.

        Parameters
        ----------
        group
            As wards write it; groups that no table knows earn as the fallback group.
        since
            First day in post, from which seniority is counted.
        when
            The day of the work.
        """
        for table in self.chain:
            for name in dict.fromkeys((group, self._called(group))):
                found = _of_table(table, name, since, when)
                if found is not None:
                    return found
        mean = self._listed("mean_pay", self._called(group), when)
        if mean is not None:
            return YearPay(Fraction(mean.value), "mean")
        fallback = self._listed("mean_pay", self.rates(when).fallback_group, when)
        if fallback is None:
            raise LookupError(group)  # a completed table has its fallback group
        return YearPay(Fraction(fallback.value), "fallback")

    def _called(self, group: str) -> str:
        """Return the tables' own name of a group."""
        asked = group.strip().casefold()
        return next((t.groups[asked] for t in self.chain if asked in t.groups), group)

    def _find_rates(self, when: date) -> Rates:
        return Rates(**{f.name: self.setting(f.name, when).value for f in fields(Rates)})

    def _listed(self, field: str, key: str, when: date) -> InForce | None:
        return self._in_force(
            lambda table: table.listing(field, key), lambda p: getattr(p, field)[key], when
        )

    def _in_force(self, find: Find, read: Callable[[Period], Any], when: date) -> InForce | None:
        for table in self.chain:
            held = [p for p in find(table) if p.valid_from <= when]
            if held:
                return _found(table, max(held, key=_first_day), read, early=False)
        for table in reversed(self.chain):
            known = list(find(table))
            if known:
                return _found(table, min(known, key=_first_day), read, early=True)
        return None


def _first_day(period: Period) -> date:
    return period.valid_from


def _found(
    table: WageTable, period: Period, read: Callable[[Period], Any], *, early: bool
) -> InForce:
    status, source = period.status, period.source
    return InForce(read(period), period.valid_from, status, source, table.name, early)


def _of_table(table: WageTable, group: str, since: date | None, when: date) -> YearPay | None:
    """Return a group's pay in one table on a date: by seniority, else the mean."""
    if since is not None:
        for period in _newest(table.listing("pay", group), when):
            reached = [s for s in period.pay[group] if s.years <= full_years(since, when)]
            if reached:
                return YearPay(Fraction(reached[-1].nok), "seniority")
    for period in _newest(table.listing("mean_pay", group), when):
        return YearPay(Fraction(period.mean_pay[group]), "mean")
    return None


def _newest(periods: Iterable[Period], when: date) -> Iterator[Period]:
    """Yield the newest period that holds on a date, if there is one."""
    held = [period for period in periods if period.valid_from <= when]
    if held:
        yield max(held, key=_first_day)


def full_years(since: date, when: date) -> int:
    """Return the whole years between two dates; 29 February counts on 1 March."""
    return when.year - since.year - ((when.month, when.day) < (since.month, since.day))
