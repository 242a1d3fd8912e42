"""Red dates: after a worked Sunday or holiday the next is off; by agreement every other on average.

AML § 10-8 (4). A red date is worked when a duty has a minute in its hours
(``domain/red_days.py``): an evening on Saturday does, a night from 22:00 on Sunday does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.red_days import RedDay, red_days
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Literal, Verbs

ID = "red_days"


@dataclass(frozen=True, slots=True)
class Values:
    """With ``alternate`` no two red dates in a row are worked; the rest binds without it.

    Of the red dates of ``weeks`` weeks at most ``share`` per cent are worked, and in ``every``
    fixed weeks in a row one is off.
    """

    alternate: bool = limit(Sense.AT_LEAST, "", False)
    weeks: int | None = limit(Sense.AT_MOST, "weeks", within=(1, 60))
    share: int | None = limit(Sense.AT_MOST, "per cent", within=(0, 100))
    every: int | None = limit(Sense.AT_MOST, "weeks", within=(1, 60))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield worked red dates in a row, too many on average, and too long without one off."""
    worked, used = _worked(line)
    for one, two in pairwise(red.day for red in red_days(line.index, line.first, line.last + 1)):
        if two < 0 or not limits.at(two).alternate:
            continue
        if {one, two} <= worked and not {one, two} <= used:
            yield Violation(
                ID, line.person.id, one, two, 1, 1, "days", "red_days.in_a_row", value="alternate"
            )
    for monday in line.index.calendar.weeks(0, line.last):
        values = limits.at(max(0, monday))
        if values.alternate:
            continue
        if values.weeks is not None and values.share is not None:
            yield from _average(line, monday + 7, values.weeks, values.share, worked, used)
        if values.every is not None:
            yield from _none_off(line, monday + 7, values.every, worked, used)


def _worked(line: Line) -> tuple[set[int], set[int]]:
    """Return the red dates that are worked, and those that the past alone has made so."""
    worked, used = set(), set()
    for red in red_days(line.index, line.first, line.last + 1):
        for day in (red.day - 2, red.day - 1, red.day):
            for duty in line.on(day):
                if duty.overlaps(red.start, red.end):
                    worked.add(red.day)
                    if duty.past:
                        used.add(red.day)
    return worked, used


def _average(
    line: Line, end: int, weeks: int, share: int, worked: set[int], used: set[int]
) -> Iterator[Violation]:
    """Judge the weeks before ``end``, or all that are known, against a full window's bound."""
    start = end - 7 * weeks
    earliest = line.index.calendar.monday(line.first)
    if start < earliest and not line.index.cyclic:
        if end <= line.last:
            return  # the last window holds these weeks and more
        start = earliest
    dates = _dates(line.index, start, start + 7 * weeks)
    here = [day for day in dates if day <= line.last and day in worked]
    bound = max(len(dates) * share // 100, sum(day in used for day in here))
    over = len(here) - bound
    if over > 0:
        first, last = max(start, line.first), min(end - 1, line.last)
        facts = {"worked": len(here), "red": len(dates), "weeks": weeks, "bound": bound}
        yield Violation(
            ID,
            line.person.id,
            first,
            last,
            over,
            over,
            "days",
            "red_days.average",
            facts,
            "share",
        )


def _none_off(
    line: Line, end: int, weeks: int, worked: set[int], used: set[int]
) -> Iterator[Violation]:
    """Judge the weeks before ``end`` when all their days are known."""
    start = end - 7 * weeks
    dates = set(_dates(line.index, start, end))
    known = line.index.cyclic or (line.first <= start and end <= line.last + 1)
    if known and dates <= worked and not dates <= used:
        first = max(start, line.first)
        yield Violation(
            ID, line.person.id, first, end - 1, 1, 1, "days", "red_days.none_off", value="every"
        )


def _dates(index: ProblemIndex, start: int, end: int) -> list[int]:
    """Return the red dates from ``start`` up to ``end``; a base roster's as often as they come."""
    known: dict[tuple[int, int], list[int]] = index.memo.setdefault("red_dates", {})
    if (start, end) not in known:
        found = [day for day in range(start, end) if index.calendar.is_red(day)]
        known[start, end] = [day % index.days for day in found] if index.cyclic else found
    return known[start, end]


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    index = verbs.index
    said = {r.day: _literal(verbs, r) for r in red_days(index, index.first_known, index.days)}
    for (_, (before, old)), (day, (after, fixed)) in pairwise(said.items()):
        if day >= 0 and limits.at(day).alternate and not (old and fixed):
            verbs.forbid([before, after])
    known = {day: one for day, one in said.items() if day < index.days}
    for monday in index.calendar.weeks(0, index.days - 1):
        values = limits.at(max(0, monday))
        if values.weeks is not None and values.share is not None and not values.alternate:
            _post_average(verbs, known, monday, values.weeks, values.share)
        if values.every is not None and not values.alternate:
            _post_one_off(verbs, known, monday + 7 - 7 * values.every, monday + 7)


def _literal(verbs: Verbs, red: RedDay) -> tuple[Literal, bool]:
    """Return the literal of a red date being worked, and whether the past has made it so."""
    near = [slot for day in range(red.day - 2, red.day + 1) for slot in verbs.slots(day)]
    touching = [(duty, literal) for duty, literal in near if duty.overlaps(red.start, red.end)]
    worked = verbs.any_of([literal for _, literal in touching])
    return worked, any(duty.past for duty, _ in touching)


def _post_average(
    verbs: Verbs, known: Mapping[int, tuple[Literal, bool]], monday: int, weeks: int, share: int
) -> None:
    index, first = verbs.index, monday - 7 * (weeks - 1)
    begun = index.calendar.monday(index.first_known)
    if first < begun and not index.cyclic:
        if monday + 7 < index.days:
            return
        first = begun
    dates = _dates(index, first, first + 7 * weeks)
    counted = [known[day] for day in dates if day in known]
    bound = max(len(dates) * share // 100, sum(fixed for _, fixed in counted))
    verbs.at_most([(1, literal) for literal, _ in counted], bound)


def _post_one_off(
    verbs: Verbs, known: Mapping[int, tuple[Literal, bool]], start: int, end: int
) -> None:
    index = verbs.index
    if not index.cyclic and (start < index.first_known or end > index.days):
        return
    held = [known[day] for day in _dates(index, start, end)]
    if not all(fixed for _, fixed in held):
        verbs.forbid([literal for literal, _ in held])


RULE = employee_rule(ID, Values, check, post)
