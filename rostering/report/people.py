"""One person's lines of the report: hours, accounts, codes, red days and burdens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rostering.accounts import AccountLine, lines_of
from rostering.check import Court
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.red_days import red_days
from rostering.domain.roster import Overlay
from rostering.domain.shifts import Pay, ShiftKind
from rostering.domain.vacation import tally
from rostering.report.marks import Mark, mark
from rostering.report.model import (
    Burden,
    CellEntry,
    Hours,
    PersonEntry,
    PositionEntry,
    RedEntry,
    VacationEntry,
)
from rostering.report.weeks import week_entry
from rostering.terms.base import threshold

Covered = dict[int, str]
"""The shift codes, by day, of a person's duties that known absence covers."""


def person_entry(court: Court, line: Line, codes: list[Overlay], away: Covered) -> PersonEntry:
    """Return a person's entry from the duties that no absence covers.

    ``codes`` are the person's day codes in the horizon.
    """
    person, accounts = line.person, lines_of(line)
    red = tuple(_red(line))
    return PersonEntry(
        person=person.id,
        name=person.name,
        group=person.group,
        positions=tuple(_positions(person)),
        hours=_hours(line, accounts),
        accounts=accounts,
        day_codes=_counted(codes),
        burden=_burden(line, red),
        red=red,
        week=week_entry(line),
        vacation=_vacation(line),
        cells=tuple(_cells(court, line, codes, away)),
    )


def _positions(person: Person) -> Iterator[PositionEntry]:
    for held in person.positions:
        yield PositionEntry(
            id=held.id,
            unit=held.unit,
            percent=held.percent,
            full_time_hours=held.full_time_hours,
            three_part=held.three_part,
            first=held.first,
            last=held.last,
        )


def _hours(line: Line, accounts: tuple[AccountLine, ...]) -> Hours:
    """Return the hours of the period; three-part positions owe what the roster leaves them."""
    ours = next(account for account in accounts if account.account == "hours")
    credited = line.index.contracts[line.person.id].credited
    pays = Counter[Pay]()
    for duty in line.planned:
        pays[duty.pay] += duty.minutes
    return Hours(
        owed=ours.used,
        planned=pays[Pay.ORDINARY] + pays[Pay.MOVED],
        credited=credited,
        difference=ours.earned - ours.used,
        extra=pays[Pay.EXTRA],
        overtime=pays[Pay.OVERTIME],
    )


def _counted(codes: list[Overlay]) -> dict[Mark, int]:
    counted = Counter(mark(overlay.code) for overlay in codes)
    return {code: counted[code] for code in Mark if counted[code]}


def _red(line: Line) -> Iterator[RedEntry]:
    """Yield the red dates of the period, worked or off, in order."""
    for red in red_days(line.index, 0, line.last):
        worked = any(
            duty.overlaps(red.start, red.end)
            for day in (red.day - 2, red.day - 1, red.day)
            for duty in line.on(day)
        )
        yield RedEntry(date=line.index.clock.date(red.day), name=red.name, worked=worked)


def _burden(line: Line, red: tuple[RedEntry, ...]) -> Burden:
    calendar = line.index.calendar
    kinds = Counter(duty.kind for duty in line.planned)
    weekends = {calendar.monday(day) for day in range(line.last + 1) if calendar.is_weekend(day)}
    worked = {calendar.monday(duty.day) for duty in line.planned if calendar.is_weekend(duty.day)}
    return Burden(
        weekends_worked=len(worked),
        weekends=len(weekends),
        red_worked=sum(entry.worked for entry in red),
        red_off=sum(not entry.worked for entry in red),
        nights=kinds[ShiftKind.NIGHT],
        evenings=kinds[ShiftKind.EVENING],
        quick_returns=_quick_returns(line),
        longest_run=_longest_run(line),
    )


def _quick_returns(line: Line) -> int:
    """Return how many duties begin less than the threshold after another has ended."""
    least, found = threshold("quick_return"), 0
    for number, late in enumerate(line.duties):
        if late.day >= 0:
            rests = (late.start - early.end for early in line.before(number, least))
            found += any(0 <= rest < least for rest in rests)
    return found


def _longest_run(line: Line) -> int:
    """Return the most days in a row with a duty, a run from the past with its full length."""
    longest = length = 0
    for day in range(line.first, line.last + 1):
        length = length + 1 if line.works(day) else 0
        if day >= 0:
            longest = max(longest, length)
    return longest


def _vacation(line: Line) -> VacationEntry:
    found = tally(line)
    return VacationEntry(
        in_all=found.in_all,
        longest_in_summer=found.longest_in_summer,
        needed=found.needed,
        needed_in_summer=found.needed_in_summer,
    )


@lru_cache(maxsize=4096)
def _cell(shifts: tuple[str, ...], code: Mark | None, covers: str | None) -> CellEntry:
    return CellEntry(shifts=shifts, code=code, covers=covers)


def _cells(court: Court, line: Line, codes: list[Overlay], away: Covered) -> Iterator[CellEntry]:
    by_day = {court.index.clock.day(overlay.date): overlay for overlay in codes}
    for day in range(court.index.days):
        shifts = tuple(duty.code for duty in line.on(day))
        overlay = by_day.get(day)
        if overlay is None:
            yield _cell(shifts, None, None)
        else:
            over = away.get(day) or overlay.shift
            yield _cell(shifts, mark(overlay.code), over)
