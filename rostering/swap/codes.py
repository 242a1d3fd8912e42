"""F1 and F2 of a person whose duties move: what still stands, and what is laid anew.

An F1 that the new duty takes must find another place in its week, in a block off as long as the
weekly rest (AML § 10-8 (2), (3)); an F2 goes where there is room for it, or is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rostering.check import Court
from rostering.day_codes.rest import least_rest, rest_blocks
from rostering.day_codes.weekly import is_open, other_day, rest_day
from rostering.domain.duty import Duty
from rostering.domain.line import Line
from rostering.domain.roster import DayCode, Overlay
from rostering.swap.cells import Cells

Lines = tuple[Line, Line]
"""A person's line before and after."""


@dataclass(frozen=True, slots=True)
class Recoded:
    """Codes that fall, codes laid in their place, and the Mondays of weeks that get no new F1."""

    fallen: tuple[Overlay, ...] = ()
    laid: tuple[Overlay, ...] = ()
    bare: tuple[int, ...] = ()


def recoded(court: Court, cells: Cells, lines: Lines, moved: Iterable[Duty]) -> Recoded:
    """Return what becomes of a person's F1 and F2 in the weeks that the moved duties touch."""
    marked = cells.codes(lines[0].person.id)
    if not marked:
        return Recoded()
    monday = court.index.calendar.monday
    weeks = sorted({monday(day) for duty in moved for day in cells.days(duty)})
    found = [_week(court, cells, lines, first) for first in weeks]
    return Recoded(
        tuple(code for week in found for code in week.fallen),
        tuple(code for week in found for code in week.laid),
        tuple(first for week in found for first in week.bare),
    )


def _week(court: Court, cells: Cells, lines: Lines, monday: int) -> Recoded:
    person, after = lines[0].person.id, lines[1]
    days = range(monday, monday + 7)
    marks = {day: code for day, code in cells.codes(person).items() if day in days}
    off = {day for day in days if cells.is_off(person, day)}
    rests = {day for day, mark in marks.items() if mark.code is DayCode.F1}
    others = set(marks) - rests
    f1 = {day for day in rests if not _lost(court, lines, day, monday)}
    places = [_rest_place(court, after, monday, off | f1) for _ in rests - f1][:1]
    f1 |= {day for day in places if day is not None}
    f2 = {day for day in others - f1 if not _taken(lines, day)}
    for _ in others - f2:
        f2 |= _other_place(after, monday, f1, off | f2)
    codes = {**dict.fromkeys(f2, DayCode.F2), **dict.fromkeys(f1, DayCode.F1)}
    kept = {day for day, mark in marks.items() if codes.get(day) is mark.code}
    return Recoded(
        tuple(marks[day] for day in sorted(marks.keys() - kept)),
        tuple(_overlay(after, day, codes[day]) for day in sorted(codes.keys() - kept)),
        (monday,) if None in places else (),
    )


def _overlay(line: Line, day: int, code: DayCode) -> Overlay:
    return Overlay(person=line.person.id, date=line.index.clock.date(day), code=code)


def _taken(lines: Lines, day: int) -> bool:
    """Return whether a day that was free is worked now; a mark that was wrong before stays."""
    return lines[1].works(day) and not lines[0].works(day)


def _lost(court: Court, lines: Lines, day: int, monday: int) -> bool:
    """Return whether an F1 cannot stand any more: its day is worked, or its rest has gone."""
    if _taken(lines, day):
        return True
    return day in _rests(court, lines[0], monday) and day not in _rests(court, lines[1], monday)


def _rests(court: Court, line: Line, monday: int) -> dict[int, int]:
    """Return the days that F1 may stand on, with the minutes of the block off around each."""
    least = least_rest(court, line.person.id, monday)
    return {
        day: block.minutes
        for block in rest_blocks(line, monday)
        if block.minutes >= least
        for day in block.days
        if 0 <= day <= line.last and is_open(line, day)
    }


def _rest_place(court: Court, line: Line, monday: int, barred: Collection[int]) -> int | None:
    """Return the day for F1: where the engine lays it, else in the longest block that is left."""
    free = {d: m for d, m in _rests(court, line, monday).items() if d not in barred}
    own = rest_day(court, line, monday)
    return own if own in free else max(free, key=lambda d: (free[d], d), default=None)


def _other_place(line: Line, monday: int, f1: Collection[int], barred: Collection[int]) -> set[int]:
    """Return the day for F2: where the engine lays it, else the first free one; empty for none."""
    week = range(max(0, monday), min(line.last, monday + 6) + 1)
    free = [d for d in week if is_open(line, d) and not line.works(d)]
    free = [d for d in free if d not in barred and d not in f1]
    own = other_day(line, monday, next(iter(sorted(f1)), None))
    return {own} if own in free else set(free[:1])
