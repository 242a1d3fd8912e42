"""Blocks off inside a fixed week: from duty to duty, cut at the week's first and last midnight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.line import Line
from rostering.rules import weekly_rest


@dataclass(frozen=True, slots=True)
class RestBlock:
    """Time off between two duties of one week.

    ``start`` and ``end`` are real minutes; ``days`` are the calendar days that lie wholly inside.
    """

    start: int
    end: int
    days: tuple[int, ...]

    @property
    def minutes(self) -> int:
        """Length in real minutes."""
        return self.end - self.start

    def touches(self, start: int, end: int) -> bool:
        """Return whether the block has a minute in the half-open span."""
        return self.start < end and start < self.end


def rest_blocks(line: Line, monday: int) -> tuple[RestBlock, ...]:
    """Return a week's blocks off, first to last, short ones too."""
    index = line.index
    midnights = [index.clock.at(monday + offset) for offset in range(8)]
    found, free_from = [], midnights[0]
    for start, end in _work(line, monday, midnights[7]):
        if start > free_from:
            found.append((free_from, start))
        free_from = max(free_from, end)
    if free_from < midnights[7]:
        found.append((free_from, midnights[7]))
    return tuple(RestBlock(*span, _whole_days(span, midnights, monday)) for span in found)


def _work(line: Line, monday: int, week_end: int) -> Iterator[tuple[int, int]]:
    """Yield the duties that may reach into a week; none is longer than two days."""
    for day in range(monday - 1, monday + 7):
        for duty in line.on(day):
            if duty.start < week_end:
                yield duty.start, duty.end


def _whole_days(span: tuple[int, int], midnights: list[int], monday: int) -> tuple[int, ...]:
    start, end = span
    if end - start < 1380:  # shorter than the shortest calendar day
        return ()
    return tuple(
        monday + offset
        for offset in range(7)
        if start <= midnights[offset] and midnights[offset + 1] <= end
    )


def longest_rest(line: Line, monday: int) -> int:
    """Return the minutes of the week's longest block with a whole calendar day in it, else 0."""
    return max((block.minutes for block in rest_blocks(line, monday) if block.days), default=0)


def least_rest(court: Court, person: str, day: int) -> int:
    """Return the weekly rest in minutes that holds for a person (AML § 10-8 (2), (3))."""
    values = court.rulings.values(weekly_rest.RULE, person).at(max(0, day))
    return values.minimum or 0


def fixed_weeks(line: Line) -> Iterator[int]:
    """Yield the Mondays of the weeks that lie wholly in the horizon."""
    for monday in line.index.calendar.weeks(0, line.last):
        if monday >= 0 and monday + 6 <= line.last:
            yield monday
