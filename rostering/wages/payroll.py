"""What people earn an hour, and what the minutes of a duty are charged at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person, Position, StaffKind
from rostering.domain.shifts import Pay
from rostering.wages.exact import half_up
from rostering.wages.file import HoursKind, Supplement
from rostering.wages.pieces import Piece, pieces
from rostering.wages.rates import HUNDRED, Rates
from rostering.wages.wages import PaySource, Wages

Part = Literal["hours", "moved", "overtime", "overtime_high", "overtime_holiday"] | Supplement
PARTS: tuple[Part, ...] = (
    *("hours", "moved", "overtime", "overtime_high", "overtime_holiday"),
    *("evening", "night", "weekend", "holiday"),
)
WITHOUT_CONTRACT = (StaffKind.ON_CALL, StaffKind.AGENCY, StaffKind.TEMP)
_OF_PAY: dict[Pay, HoursKind] = {
    Pay.ORDINARY: "contract",
    Pay.MOVED: "moved",
    Pay.EXTRA: "extra",
    Pay.OVERTIME: "overtime",
}


@dataclass(frozen=True, slots=True)
class Wage:
    """A person's pay on a day: NOK a year, and øre an hour for ordinary hours and overtime."""

    year: Fraction
    source: PaySource
    divisor: Fraction
    hourly: int
    overtime: int
    rates: Rates


@dataclass(frozen=True, slots=True)
class Charge:
    """``minutes`` at ``percent`` of ``rate`` øre an hour."""

    part: Part
    minutes: int
    rate: int
    percent: Fraction

    @property
    def value(self) -> Fraction:
        """Øre, not rounded."""
        return self.minutes * self.rate * self.percent / 6000


class Payroll:
    """A problem's people under one wage table."""

    def __init__(self, index: ProblemIndex, wages: Wages) -> None:
        self.index, self.wages = index, wages
        self._wage: dict[tuple[str, int, str], Wage] = {}
        self._pieces: dict[tuple[int, int, int], tuple[Piece, ...]] = {}

    def wage(self, person: Person, day: int, unit: str) -> Wage:
        """Return a person's pay for work in a unit on a day."""
        key = (person.id, day, unit)
        found = self._wage.get(key)
        if found is None:
            found = self._wage[key] = self._find_wage(person, self.index.clock.date(day), unit)
        return found

    def pieces(self, duty: Duty) -> tuple[Piece, ...]:
        """Return a duty's paid minutes, cut by supplement; the rates are those of its first day."""
        key = (duty.start, duty.end, duty.minutes)
        found = self._pieces.get(key)
        if found is None:
            rates = self.wages.rates(self.index.clock.date(duty.day))
            found = pieces(self.index, self.wages.holiday_pay, rates, duty)
            self._pieces[key] = found
        return found

    def hours_kind(self, person: Person, duty: Duty) -> HoursKind:
        """Return how a duty's hours are paid: under the contract, on top of it, or without one."""
        if person.kind in WITHOUT_CONTRACT and not held(person, self.index.clock.date(duty.day)):
            if person.kind is StaffKind.AGENCY:
                return "agency"
            return "overtime" if duty.pay is Pay.OVERTIME else "temp"
        return _OF_PAY[duty.pay]

    def _find_wage(self, person: Person, when: date, unit: str) -> Wage:
        rates = self.wages.rates(when)
        year, source = self._year(person, when, rates)
        positions = sorted(held(person, when), key=lambda position: position.unit != unit)
        divisor = rates.year_hours
        if positions:
            divisor = Fraction(str(positions[0].full_time_hours)) * rates.weeks_per_year
        hourly, overtime = (half_up(year * 100 / d) for d in (divisor, rates.overtime_divisor))
        return Wage(year, source, divisor, hourly, overtime, rates)

    def _year(self, person: Person, when: date, rates: Rates) -> tuple[Fraction, PaySource]:
        if person.pay is not None:
            return Fraction(person.pay), "own"
        found = self.wages.group_pay(person.group, person.in_post_since, when)
        minor = person.minor_until is not None and when < person.minor_until
        return found.nok * (rates.minor_percent if minor else HUNDRED) / 100, found.source


def held(person: Person, when: date) -> list[Position]:
    """Return the positions that a person has on a date."""
    return [position for position in person.positions if position.holds_on(when)]


def charges(
    kind: HoursKind, parts: Iterable[Piece], wage: Wage, moved_minutes: int = 0
) -> list[Charge]:
    """Return what pieces of a duty are charged at: the hours where they are paid for, and more.

    Hours within the contract are paid by the month: only their supplements are charged.
    """
    found: dict[tuple[Part, int, Fraction], int] = {}
    for charge in _each(kind, tuple(parts), wage, moved_minutes):
        key = (charge.part, charge.rate, charge.percent)
        found[key] = found.get(key, 0) + charge.minutes
    made = [Charge(part, m, rate, percent) for (part, rate, percent), m in found.items() if m]
    return sorted(made, key=lambda charge: PARTS.index(charge.part))


def _each(
    kind: HoursKind, parts: tuple[Piece, ...], wage: Wage, moved_minutes: int
) -> Iterator[Charge]:
    rates, total = wage.rates, sum(piece.minutes for piece in parts)
    whole = {
        "extra": rates.extra_percent,
        "temp": rates.temp_percent,
        "agency": rates.agency_percent,
    }
    if kind in whole:
        yield Charge("hours", total, wage.hourly, whole[kind])
    elif kind == "moved":
        yield Charge("moved", moved_minutes, wage.hourly, rates.moved_percent)
    for piece in parts:
        if kind == "overtime":
            part, percent = _overtime(piece, rates)
            yield Charge(part, piece.minutes, wage.overtime, HUNDRED + percent)
        if kind != "overtime" or rates.overtime_supplements:
            for rate in rates.supplements(piece.active, wage.hourly):
                yield Charge(rate.part, piece.minutes, rate.ore, rate.percent)


def _overtime(piece: Piece, rates: Rates) -> tuple[Part, Fraction]:
    """Return the dearest overtime percentage that a piece falls under."""
    known: list[tuple[Part, Fraction]] = [("overtime", rates.overtime_percent)]
    if piece.high:
        known.append(("overtime_high", rates.overtime_high_percent))
    if "holiday" in piece.active:
        known.append(("overtime_holiday", rates.overtime_holiday_percent))
    return max(known, key=lambda entry: entry[1])
