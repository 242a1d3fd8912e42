"""The lines of one person's bill, duty by duty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rostering.bill.models import BillLine, PayUsed
from rostering.bill.threshold import ordinary_minutes
from rostering.domain.duty import Duty
from rostering.domain.line import Line
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.wages.exact import half_up
from rostering.wages.file import HoursKind
from rostering.wages.payroll import Payroll, Wage, charges
from rostering.wages.pieces import Piece, minutes_outside, split

Planned = Callable[[str, date], list[Assignment]]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a duty whose hours are paid in one way."""

    duty: Duty
    kind: HoursKind
    pieces: tuple[Piece, ...]
    wage: Wage
    moved_minutes: int

    @property
    def minutes(self) -> int:
        """Paid minutes."""
        return sum(piece.minutes for piece in self.pieces)


def shares(book: Payroll, line: Line, planned: Planned) -> Iterator[Share]:
    """Yield the planned duties of a line, each cut where it is paid in another way."""
    ordinary = ordinary_minutes(book, line)
    for duty in line.planned:
        kind, wage = book.hours_kind(line.person, duty), book.wage(line.person, duty.day, duty.unit)
        parts, rest = split(book.pieces(duty), duty.minutes)
        if duty.pay is Pay.EXTRA and kind != "agency":
            parts, rest = split(parts, ordinary[duty])
        moved = _moved(book, line, duty, planned) if kind == "moved" else 0
        if parts:
            yield Share(duty, kind, parts, wage, moved)
        if rest:
            yield Share(duty, "overtime", rest, wage, 0)


def _moved(book: Payroll, line: Line, duty: Duty, planned: Planned) -> int:
    """Return the paid minutes of a moved duty outside what was planned on its date."""
    when = book.index.clock.date(duty.day)
    before = (book.index.placed(a) for a in planned(line.person.id, when))
    return minutes_outside(book.pieces(duty), [(was.start, was.end) for was in before])


def planned_before(problem: Problem, roster: Roster | None = None) -> Planned:
    """Return a look-up of what a person was to work on a date before it was changed.

    That is the plan where a roster tells what was worked instead of it, else the published
    roster; where neither has a duty on the date, all of a moved duty is moved.
    """
    worked = {(entry.person, entry.date) for entry in roster.worked} if roster else set()
    found: dict[tuple[str, date], list[Assignment]] = {}
    for duty in roster.assignments if roster else ():
        if (duty.person, duty.date) in worked:
            found.setdefault((duty.person, duty.date), []).append(duty)
    published: dict[tuple[str, date], list[Assignment]] = {}
    for duty in problem.published:
        published.setdefault((duty.person, duty.date), []).append(duty)
    return lambda person, when: found.get((person, when)) or published.get((person, when), [])


def lines(book: Payroll, share: Share) -> Iterator[BillLine]:
    """Yield a line for each charge of a part of a duty."""
    for charge in charges(share.kind, share.pieces, share.wage, share.moved_minutes):
        yield BillLine(
            date=book.index.clock.date(share.duty.day),
            shift=share.duty.code,
            kind=share.kind,
            part=charge.part,
            minutes=charge.minutes,
            rate_ore=charge.rate,
            percent=charge.percent,
            ore=half_up(charge.value),
        )


def pay_used(book: Payroll, found: list[Share]) -> Iterator[PayUsed]:
    """Yield the pay that a person's duties were charged at, each time it changes."""
    before: Wage | None = None
    for share in found:
        wage = share.wage
        if before is None or _pay(wage) != _pay(before):
            yield PayUsed(
                first=book.index.clock.date(share.duty.day),
                year_nok=wage.year,
                source=wage.source,
                divisor=wage.divisor,
                hourly_ore=wage.hourly,
                overtime_ore=wage.overtime,
            )
        before = wage


def _pay(wage: Wage) -> tuple[object, ...]:
    return wage.year, wage.source, wage.divisor, wage.overtime
