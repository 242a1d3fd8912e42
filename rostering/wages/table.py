"""What a duty costs in øre: the figure by which the goal ``cost`` compares people."""

from __future__ import annotations

from fractions import Fraction

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.wages.exact import half_up
from rostering.wages.file import HoursKind
from rostering.wages.load import shipped
from rostering.wages.payroll import Charge, Payroll, Wage, charges

_PAID_FOR: tuple[HoursKind, ...] = ("extra", "temp", "overtime")
_WHOLE = ("hours", "overtime", "overtime_high", "overtime_holiday")


def payroll(index: ProblemIndex) -> Payroll:
    """Return the payroll of a problem under the table that it names, made once.

    Raises
    ------
    BadInput
        When the problem names a table that does not ship.
    """
    found: Payroll | None = index.memo.get("payroll")
    if found is None:
        found = index.memo["payroll"] = Payroll(index, shipped(index.problem.wages))
    return found


def duty_ore(index: ProblemIndex, person: Person, duty: Duty) -> int:
    """Return what a duty costs beyond pay that the contract owes anyway, in øre.

    Supplements for everyone; the whole hour for staff without a contract, extra time and
    overtime, times the table's ``extra_factor`` for what comes on top of such an hour. The bill
    (``rostering.bill``) has holiday pay, pension and tax line by line instead.
    """
    book = payroll(index)
    kind, wage = book.hours_kind(person, duty), book.wage(person, duty.day, duty.unit)
    known: dict[object, int] = index.memo.setdefault("duty ore", {})
    key = (kind, wage.hourly, wage.overtime, duty.start, duty.end, duty.minutes)
    found = known.get(key)
    if found is None:
        found = known[key] = _ore(book, kind, wage, duty)
    return found


def _ore(book: Payroll, kind: HoursKind, wage: Wage, duty: Duty) -> int:
    """Return the sum of a duty's charges; all minutes of a moved shift count as moved."""
    found = charges(kind, book.pieces(duty), wage, duty.minutes)
    return half_up(sum((c.value * _factor(kind, c, wage) for c in found), Fraction(0)))


def _factor(kind: HoursKind, charge: Charge, wage: Wage) -> Fraction:
    whole = kind in _PAID_FOR and charge.part in _WHOLE
    return wage.rates.extra_factor if whole else Fraction(1)


def ordinary_ore(index: ProblemIndex) -> dict[str, int]:
    """Return what a shift of each code costs in ordinary pay, the mean of the ward's people.

    Supplements, holiday pay, pension and tax are left out: what is compared with it has them too.
    """
    book = payroll(index)
    people = [person for person in index.problem.people if person.counts and person.positions]
    wages = [book.wage(person, 0, person.home_unit).hourly for person in people]
    hourly = Fraction(sum(wages), max(1, len(wages)))
    return {
        shift.code: half_up(hourly * index.duty(0, shift.code, unit).minutes / 60)
        for shift in index.problem.shifts
        for unit in ([*shift.units, *(u.id for u in index.problem.units)][0],)
    }
