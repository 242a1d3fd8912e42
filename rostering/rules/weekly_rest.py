"""Weekly rest: each fixed week holds one unbroken block off with a full calendar day in it.

AML § 10-8 (2), (3). The week runs from Monday 00:00; the block lies inside it. The strictest value
of the week's days holds for it: an agreement that ends on Tuesday opens nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Literal, Verbs

ID = "weekly_rest"


@dataclass(frozen=True, slots=True)
class Values:
    """Least length of the week's block off."""

    minimum: int | None = limit(Sense.AT_LEAST, "minutes")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every week that lies wholly in the known days and holds no such block."""
    index, duties, cursor = line.index, line.duties, 0
    for monday in index.calendar.weeks(line.first, line.last):
        if monday < line.first or monday + 6 > line.last or monday + 6 < 0:
            continue
        least = limits.most("minimum", range(monday, monday + 7))
        if least is None:
            continue
        start, end = index.clock.at(monday), index.clock.at(monday + 7)
        while cursor < len(duties) and duties[cursor].end <= start:
            cursor += 1
        inside = _starting_before(duties, cursor, end)
        block = _longest(index, monday, inside)
        if block < least:
            least = min(least, _longest(index, monday, [d for d in inside if d.past]))
        if block < least:
            yield Violation(
                ID, line.person.id, monday, monday + 6, 1, least - block, "minutes",
                "weekly_rest.short", {"block": block, "least": least}, "minimum",
            )  # fmt: skip


def _starting_before(duties: tuple[Duty, ...], first: int, end: int) -> tuple[Duty, ...]:
    last = first
    while last < len(duties) and duties[last].start < end:
        last += 1
    return duties[first:last]


def _longest(index: ProblemIndex, monday: int, duties: Iterable[Duty]) -> int:
    """Return the longest block off inside the week that holds a full calendar day, else 0."""
    day_starts = [index.clock.at(monday + offset) for offset in range(8)]
    longest, free_from = 0, day_starts[0]
    for duty in duties:
        longest = max(longest, _block(day_starts, free_from, duty.start))
        free_from = max(free_from, duty.end)
    return max(longest, _block(day_starts, free_from, day_starts[7]))


def _block(day_starts: list[int], start: int, end: int) -> int:
    if end - start < 1380:  # shorter than the shortest calendar day
        return 0
    whole = any(start <= a and b <= end for a, b in pairwise(day_starts))
    return end - start if whole else 0


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: in each week one of the possible blocks is free of duties."""
    index = verbs.index
    for monday in index.calendar.weeks(index.first_known, index.days - 1):
        if monday < index.first_known or monday + 6 >= index.days or monday + 6 < 0:
            continue
        least = limits.most("minimum", range(monday, monday + 7))
        if least is None:
            continue
        near = [slot for day in range(monday - 2, monday + 7) for slot in verbs.slots(day)]
        past = [duty for duty, _ in near if duty.past]
        least = min(least, _best_beside(index, monday, past))
        if least > 0:
            week = (index.clock.at(monday), index.clock.at(monday + 7))
            days = [(index.clock.at(d), index.clock.at(d + 1)) for d in range(monday, monday + 7)]
            verbs.some_clear([list(_barring(near, day, week, least)) for day in days])


def _best_beside(index: ProblemIndex, monday: int, past: list[Duty]) -> int:
    """Return the longest block that the past still leaves, were the rest of the week free."""
    week_start, week_end = index.clock.at(monday), index.clock.at(monday + 7)
    edges = sorted({week_start, *(max(week_start, duty.end) for duty in past)})
    best = 0
    for edge in edges:
        stop = min([week_end, *(d.start for d in past if d.end > edge)])
        for offset in range(7):
            if (
                edge <= index.clock.at(monday + offset)
                and index.clock.at(monday + offset + 1) <= stop
            ):
                best = max(best, stop - edge)
    return best


def _barring(
    near: list[tuple[Duty, Literal]], day: tuple[int, int], week: tuple[int, int], least: int
) -> Iterator[list[Literal]]:
    """Yield what keeps a calendar day from lying in a block that is long enough.

    A block runs from the last end before the day, or the week's start, to the first start after
    it, or the week's end.
    """
    start, end = day
    ends = [(duty.end, literal) for duty, literal in near if end - least < duty.end <= start]
    starts = [(duty.start, literal) for duty, literal in near if end <= duty.start < start + least]
    yield from ([literal] for duty, literal in near if duty.overlaps(start, end))
    yield from ([literal] for stop, literal in ends if week[1] - stop < least)
    yield from ([literal] for begin, literal in starts if begin - week[0] < least)
    for (stop, before), (begin, after) in product(ends, starts):
        if begin - stop < least:
            yield [before, after]


RULE = employee_rule(ID, Values, check, post)
