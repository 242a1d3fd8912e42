"""What an hour costs: the pay calendar and the supplements of a duty in øre."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any

from rostering.domain.calendar import easter_sunday, public_holidays
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person, StaffKind

_WITHOUT_CONTRACT = (StaffKind.ON_CALL, StaffKind.AGENCY, StaffKind.TEMP)


@dataclass(frozen=True, slots=True)
class Wages:
    """A dated table; money in NOK as written, times in minutes of day."""

    table: dict[str, Any]

    def hourly_ore(self, person: Person) -> int:
        """Return ordinary hourly pay in øre: the person's own pay, else the group's mean."""
        pay = self.table["pay"]
        yearly = person.pay or pay.get(person.group, pay["assistant"])
        return round(int(yearly) * 100 / float(self.table["year_hours"]))


@lru_cache(maxsize=4)
def wages(name: str = "no_ks") -> Wages:
    """Return a shipped wage table."""
    text = (resources.files("rostering.wages") / f"{name}.toml").read_text(encoding="utf-8")
    return Wages(tomllib.loads(text))


def duty_ore(index: ProblemIndex, person: Person, duty: Duty) -> int:
    """Return what a duty costs beyond pay that the contract owes anyway, in øre.

    Supplements for everyone; the whole hour for staff without a contract. Holiday supplements
    do not add to weekend supplements; evening and night do add (a setting in later tables).
    """
    table = wages()
    hourly = table.hourly_ore(person)
    total = sum(minutes * rate for minutes, rate in _supplements(index, duty, table, hourly))
    if person.kind in _WITHOUT_CONTRACT and not person.positions:
        factor = "agency_factor" if person.kind is StaffKind.AGENCY else "extra_factor"
        total += duty.minutes * hourly * table.table[factor]
    return round(total / 60)


def _supplements(
    index: ProblemIndex, duty: Duty, wages: Wages, hourly: int
) -> Iterator[tuple[int, float]]:
    """Yield (minutes, øre per hour) for each supplement that a duty earns."""
    table = wages.table
    night = max(hourly * table["night_percent"] / 100, table["night_least_nok"] * 100)
    weekend = max(hourly * table["weekend_percent"] / 100, table["weekend_least_nok"] * 100)
    for day in (duty.day - 1, duty.day, duty.day + 1):
        yield _shared(index, duty, day, *table["evening"]), table["evening_nok"] * 100
        yield _shared(index, duty, day, *table["night"]), night
        feast = feast_from(index.clock.date(day))
        if feast is not None:
            yield _shared(index, duty, day, feast, 1440), hourly * table["holiday_percent"] / 100
        if index.calendar.is_weekend(day):
            yield _shared(index, duty, day, 0, feast if feast is not None else 1440), weekend


def _shared(index: ProblemIndex, duty: Duty, day: int, start: int, end: int) -> int:
    """Return the real minutes that a duty has between two local minutes of a day."""
    first, last = index.clock.at(day, start), index.clock.at(day, end)
    return max(0, min(duty.end, last) - max(duty.start, first))


@lru_cache(maxsize=4096)
def feast_from(when: date) -> int | None:
    """Return the local minute from which a date pays as a holiday, or None."""
    if when in public_holidays(when.year):
        return 0
    return feast_eves(when.year).get(when)


@lru_cache(maxsize=64)
def feast_eves(year: int) -> dict[date, int]:
    """Return the eves that pay as holidays and from which minute on."""
    eves = wages().table["holiday_eves"]
    easter = easter_sunday(year)
    return {
        easter - timedelta(days=4): eves["wednesday_before_easter"],
        easter - timedelta(days=1): eves["easter_eve"],
        easter + timedelta(days=48): eves["whitsun_eve"],
        date(year, 12, 24): eves["christmas_eve"],
        date(year, 12, 31): eves["new_years_eve"],
    }
