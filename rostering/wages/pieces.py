"""A duty cut into pieces in which every minute is paid alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.wages.file import Supplement
from rostering.wages.holiday_pay import HolidayPayCalendar
from rostering.wages.rates import ORDER, Rates

_HIGH = "high"
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Paid real minutes from ``start`` on, the supplements they fall under, and high overtime."""

    start: int
    minutes: int
    active: frozenset[Supplement]
    high: bool


def pieces(
    index: ProblemIndex, holiday_pay: HolidayPayCalendar, rates: Rates, duty: Duty
) -> tuple[Piece, ...]:
    """Return a duty's paid minutes in order, cut wherever a supplement begins or ends.

    The unpaid break is taken out of the middle of the duty: nobody records when it was.
    """
    marks = [
        span
        for day in range(duty.day - 1, duty.day + 3)
        for span in _marks(index, holiday_pay, rates, day)
        if span[0] < duty.end and duty.start < span[1]
    ]
    return tuple(p for start, end in paid(duty) for p in _cut(start, end, marks))


def paid(duty: Duty) -> Iterator[tuple[int, int]]:
    """Yield the paid stretches of a duty in real minutes."""
    rest = duty.end - duty.start - duty.minutes
    before = duty.minutes // 2 if rest else duty.minutes
    yield duty.start, duty.start + before
    if rest:
        yield duty.start + before + rest, duty.end


def _marks(
    index: ProblemIndex, holiday_pay: HolidayPayCalendar, rates: Rates, day: int
) -> Iterator[Span]:
    """Yield what begins on a day: supplements and the high rate of overtime, in real minutes."""
    at, weekday = index.clock.at, index.calendar.weekday(day)
    windows = {
        "evening": rates.evening_window,
        "night": rates.night_window,
        _HIGH: rates.overtime_high_window,
    }
    for name, (first, last) in windows.items():
        yield at(day, first), at(day, last if first < last else last + 1440), name
    for name, weekdays in (("weekend", rates.weekend_days), (_HIGH, rates.overtime_high_days)):
        if weekday in weekdays:
            yield at(day), at(day + 1), name
    feast = None if index.calendar.plain else holiday_pay.starts(index.clock.date(day))
    if feast is not None:
        yield at(day, feast), at(day + 1), "holiday"


def _cut(start: int, end: int, marks: list[Span]) -> Iterator[Piece]:
    inner = {m for first, last, _ in marks for m in (first, last) if start < m < end}
    edges = sorted({start, end, *inner})
    for one, two in pairwise(edges):
        here = {name for first, last, name in marks if first <= one and two <= last}
        active = frozenset(part for part in ORDER if part in here)
        yield Piece(one, two - one, active, _HIGH in here)


def split(parts: Iterable[Piece], minutes: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the first ``minutes`` of the pieces, and the rest."""
    first, rest, left = list[Piece](), list[Piece](), max(0, minutes)
    for piece in parts:
        taken = min(left, piece.minutes)
        left -= taken
        if taken:
            first.append(replace(piece, minutes=taken))
        if taken < piece.minutes:
            more = replace(piece, start=piece.start + taken, minutes=piece.minutes - taken)
            rest.append(more)
    return tuple(first), tuple(rest)


def minutes_outside(parts: Iterable[Piece], spans: Iterable[tuple[int, int]]) -> int:
    """Return the paid minutes that lie in none of the spans."""
    left = [(piece.start, piece.start + piece.minutes) for piece in parts]
    for start, end in spans:
        pairs = ((one, two) for a, b in left for one, two in ((a, min(b, start)), (max(a, end), b)))
        left = [(one, two) for one, two in pairs if one < two]
    return sum(two - one for one, two in left)
