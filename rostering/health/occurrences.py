"""Where each measure finds something on a person's line.

What a quick return, the recovery after nights and a single day are is defined by the terms of the
score card. Runs are days in a row as the terms ``night_blocks`` and ``long_runs`` count them, and
weekends in a row as the rule ``stretches`` does: a known past that reaches into the period counts
with its whole length, what only the past has done is left out. Known absence is no work, so that it
ends a run and may be a single day off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.shifts import ShiftKind
from rostering.domain.weekend_days import WORD, weekends
from rostering.health.thresholds import Measure
from rostering.terms import night_recovery, single_days
from rostering.terms.base import short_rests

YEAR = 364  # days, in whole weeks

Unit = tuple[int, ...]
"""What a run is made of: one day, or the days of one weekend."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The days that make it, and its size: minutes of rest, or a run's length."""

    days: tuple[int, ...]
    size: int


def occurrences(line: Line, measure: Measure) -> list[Occurrence]:
    """Return everything that a measure looks at on a line, in the order of its days."""
    return list(_FOUND[measure](line))


def cell(index: ProblemIndex, day: int) -> int:
    """Return the day itself; in a base roster, which goes round, the day of it that is meant."""
    return day % index.days if index.cyclic else day


def _quick_returns(line: Line) -> Iterator[Occurrence]:
    for early, late in short_rests(line):
        yield Occurrence(_distinct((early.day, late.day)), late.start - early.end)


def _rest_after_nights(line: Line) -> Iterator[Occurrence]:
    for night, late in night_recovery.pairs(line):
        yield Occurrence((night.day, late.day), late.start - night.end)


def _single_days(sort: str) -> Callable[[Line], Iterator[Occurrence]]:
    def found(line: Line) -> Iterator[Occurrence]:
        for cause in single_days.measure(line):
            if cause.text == f"single_day.{sort}":
                yield Occurrence((cause.day,), 1)

    return found


def _nights_in_a_row(line: Line) -> Iterator[Occurrence]:
    nights = {duty.day for duty in line.duties if duty.kind is ShiftKind.NIGHT}
    return _runs(line, _days(line), nights.__contains__)


def _days_in_a_row(line: Line) -> Iterator[Occurrence]:
    return _runs(line, _days(line), line.works)


def _weekends_in_a_row(line: Line) -> Iterator[Occurrence]:
    return _runs(line, weekends(line.index, WORD), line.works)


def _days(line: Line) -> tuple[Unit, ...]:
    return tuple((day,) for day in range(line.first, line.last + 1))


def _runs(line: Line, units: Sequence[Unit], held: Callable[[int], bool]) -> Iterator[Occurrence]:
    """Yield every row of units that hold, if the period has a part in it.

    A base roster's last days go on with its first: such a run is told once, as a whole. One that
    never ends is as long as all the rounds that fit into a year.
    """
    found = []
    for holds, row in groupby(units, lambda unit: any(map(held, unit))):
        run = tuple(row)
        days = [day for unit in run for day in unit if held(day)]
        if holds and days[-1] >= 0:
            length = len({cell(line.index, unit[0]) for unit in run})
            if line.index.cyclic and len(run) == len(units):
                length *= max(1, YEAR // line.index.days)
            found.append(Occurrence(_distinct(cell(line.index, day) for day in days), length))
    for one in found:
        if not any({*one.days} < {*other.days} for other in found):
            yield one


def _distinct(days: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(days))


_FOUND: dict[Measure, Callable[[Line], Iterator[Occurrence]]] = {
    Measure.QUICK_RETURNS: _quick_returns,
    Measure.NIGHTS_IN_A_ROW: _nights_in_a_row,
    Measure.REST_AFTER_NIGHTS: _rest_after_nights,
    Measure.DAYS_IN_A_ROW: _days_in_a_row,
    Measure.SINGLE_DAYS_WORK: _single_days("work"),
    Measure.SINGLE_DAYS_OFF: _single_days("off"),
    Measure.WEEKENDS_IN_A_ROW: _weekends_in_a_row,
}
