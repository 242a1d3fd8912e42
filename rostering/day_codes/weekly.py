"""F1 and F2 of one week, chosen from a line's days off; equal lines get equal codes."""

from __future__ import annotations

from rostering.check import Court
from rostering.day_codes.rest import least_rest, rest_blocks
from rostering.domain.line import Line


def rest_day(court: Court, line: Line, monday: int) -> int | None:
    """Return the week's F1: a day in its longest block off, Sunday before red day before last.

    The block is at least the weekly rest that holds for the person and has a whole calendar day
    without known absence; None when there is no such block.
    """
    least = least_rest(court, line.person.id, monday)
    calendar = line.index.calendar
    found: tuple[tuple[int, bool, bool, int], int] | None = None
    for block in rest_blocks(line, monday):
        days = [day for day in block.days if is_open(line, day)]
        if not days or block.minutes < least:
            continue
        red = [day for day in days if calendar.is_red(day)]
        sunday = days[-1] == monday + 6
        chosen = days[-1] if sunday or not red else red[-1]
        rank = (block.minutes, sunday, bool(red), chosen)
        if found is None or rank > found[0]:
            found = (rank, chosen)
    return None if found is None else found[1]


def other_day(line: Line, monday: int, rest: int | None) -> int | None:
    """Return the week's F2: beside F1 when possible, else the day off that is nearest to it.

    A day that a night ends on comes after one that no duty touches. Without F1 the first day
    off is taken.
    """
    free = [
        day
        for day in range(monday, monday + 7)
        if day != rest and is_open(line, day) and not line.works(day)
    ]
    if not free:
        return None
    anchor = monday if rest is None else rest
    return min(
        free,
        key=lambda day: (
            abs(day - anchor) > 1,
            touched(line, day),
            abs(day - anchor),
            day < anchor,
        ),
    )


def touched(line: Line, day: int) -> bool:
    """Return whether the duty of the day before reaches into a day."""
    midnight = line.index.clock.at(day)
    return any(duty.end > midnight for duty in line.on(day - 1))


def is_open(line: Line, day: int) -> bool:
    """Return whether a code may stand on a day: no known absence, and the person is employed.

    People without any position are judged by the weeks in which they work.
    """
    person = line.person
    if line.index.away(person.id, day) is not None:
        return False
    if person.positions:
        when = line.index.clock.date(day)
        return any(position.holds_on(when) for position in person.positions)
    monday = line.index.calendar.monday(day)
    return any(line.works(other) for other in range(monday, monday + 7))
