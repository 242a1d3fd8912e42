"""What an extra shift does to a week's F1, and where the weekly rest can lie instead.

F1 is the statutory weekly rest (AML § 10-8 (2)): a day in a block off of 35 hours, or what an
agreement allows. A shift takes it when it touches that day, or makes the block around it too short.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.check import Court
from rostering.day_codes import RestBlock, least_rest, rest_blocks
from rostering.day_codes.weekly import is_open
from rostering.domain.duty import Duty
from rostering.domain.line import Line
from rostering.domain.roster import DayCode
from rostering.replan.local_time import local_of
from rostering.replan.stand_ins.models import NewRest
from rostering.replan.stand_ins.reasons import Bars

_FREE = (None, DayCode.F1, DayCode.F2)


@dataclass(frozen=True, slots=True)
class TakenRest:
    """An F1 that a shift takes: its day, and the longest lawful block that is left in its week."""

    day: int
    least: int
    block: RestBlock | None

    def told(self, line: Line) -> NewRest | None:
        """Return where the new rest lies, in local time; None when there is none."""
        clock, block = line.index.clock, self.block
        if block is None:
            return None
        return NewRest(
            f1=clock.date(self.day),
            start=local_of(clock, block.start),
            end=local_of(clock, block.end),
            minutes=block.minutes,
            least=self.least,
        )


def taken_rests(
    court: Court, codes: Bars, before: Line, after: Line, duty: Duty
) -> Iterator[TakenRest]:
    """Yield each F1 that a duty more takes from a line."""
    index, person = court.index, before.person.id
    touched = tuple(codes.touched(duty))
    for monday in dict.fromkeys(index.calendar.monday(day) for day in touched):
        least = least_rest(court, person, monday)
        for day in range(monday, monday + 7):
            if codes.code(person, day) is not DayCode.F1:
                continue
            had, has = _around(before, monday, day), _around(after, monday, day)
            if day in touched or (has < least and has < had):
                yield TakenRest(day, least, _new_block(codes, after, monday, least))


def _around(line: Line, monday: int, day: int) -> int:
    """Return the minutes of the block off that holds a whole day, 0 without any."""
    return next((b.minutes for b in rest_blocks(line, monday) if day in b.days), 0)


def _new_block(codes: Bars, line: Line, monday: int, least: int) -> RestBlock | None:
    """Return the longest block of a week that is long enough and has a day that can be F1."""
    found = [
        block
        for block in rest_blocks(line, monday)
        if block.minutes >= least
        and any(
            is_open(line, day) and codes.code(line.person.id, day) in _FREE for day in block.days
        )
    ]
    return max(found, key=lambda block: (block.minutes, -block.start), default=None)
