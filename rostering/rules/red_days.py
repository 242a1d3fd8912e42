"""Red dates: after a worked Sunday or holiday the next is off; by agreement every other on average.

AML § 10-8 (4). A red date is worked when a duty has a minute in its hours
(``domain/red_days.py``): an evening on Saturday does, a night from 22:00 on Sunday does not. One
night over two red dates is no breach by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rostering.domain.duty import Duty
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
    fixed weeks in a row one is off. Of the days of a row's last week without ``alternate`` the
    strictest value holds.
    """

    alternate: bool = limit(Sense.AT_LEAST, "", False)
    weeks: int | None = limit(Sense.AT_MOST, "weeks", within=(1, 60))
    share: int | None = limit(Sense.AT_MOST, "per cent", within=(0, 100))
    every: int | None = limit(Sense.AT_MOST, "weeks", within=(1, 60))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield worked red dates in a row, too many on average, and too long without one off."""
    touching = _touching(line)
    worked = {day for day, duties in touching.items() if duties}
    used = {day for day, duties in touching.items() if any(duty.past for duty in duties)}
    for one, two in pairwise(touching):
        if two < 0 or not limits.at(two).alternate:
            continue
        over_both = touching[one] == touching[two]  # one night and nothing else
        if {one, two} <= worked and not over_both and not {one, two} <= used:
            yield Violation(
                ID, line.person.id, one, two, 1, 1, "days", "red_days.in_a_row", value="alternate"
            )
    for monday in line.index.calendar.weeks(0, line.last):
        values = _averaged(limits, monday)
        if values.weeks is not None and values.share is not None:
            yield from _average(line, monday + 7, values.weeks, values.share, worked, used)
        if values.every is not None:
            yield from _none_off(line, monday + 7, values.every, worked, used)


def _touching(line: Line) -> dict[int, set[Duty]]:
    """Return the red dates in order, each with the duties that make it a worked one."""
    return {
        red.day: {
            duty
            for day in (red.day - 2, red.day - 1, red.day)
            for duty in line.on(day)
            if duty.overlaps(red.start, red.end)
        }
        for red in red_days(line.index, line.first, line.last + 1)
    }


def _averaged(limits: Dated[Values], monday: int) -> Values:
    """Return the strictest values of a week's planned days on which averages bind; else none."""
    week = range(max(0, monday), monday + 7)
    days = [day for day in week if not limits.at(day).alternate]
    return Values(
        weeks=limits.least("weeks", days),
        share=limits.least("share", days),
        every=limits.least("every", days),
    )


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
    reds = red_days(index, index.first_known, index.days)
    said = {red.day: _literal(verbs, red) for red in reds}
    for one, two in pairwise(reds):
        used = said[one.day][1] and said[two.day][1]
        if two.day >= 0 and limits.at(two.day).alternate and not used:
            _post_pair(verbs, one, two)
    known = {day: one for day, one in said.items() if day < index.days}
    for monday in index.calendar.weeks(0, index.days - 1):
        values = _averaged(limits, monday)
        if values.weeks is not None and values.share is not None:
            _post_average(verbs, known, monday, values.weeks, values.share)
        if values.every is not None:
            _post_one_off(verbs, known, monday + 7 - 7 * values.every, monday + 7)


def _post_pair(verbs: Verbs, one: RedDay, two: RedDay) -> None:
    """Forbid both of two red dates, unless all that touches them is over both of them."""
    first, second = dict(_slots(verbs, one)), dict(_slots(verbs, two))
    both = verbs.any_of([literal for duty, literal in first.items() if duty in second])
    before = verbs.any_of([literal for duty, literal in first.items() if duty not in second])
    after = verbs.any_of([literal for duty, literal in second.items() if duty not in first])
    verbs.forbid([before, verbs.any_of([both, after])])
    verbs.forbid([-before, both, after])


def _slots(verbs: Verbs, red: RedDay) -> list[tuple[Duty, Literal]]:
    near = (slot for day in range(red.day - 2, red.day + 1) for slot in verbs.slots(day))
    return [(duty, literal) for duty, literal in near if duty.overlaps(red.start, red.end)]


def _literal(verbs: Verbs, red: RedDay) -> tuple[Literal, bool]:
    """Return the literal of a red date being worked, and whether the past has made it so."""
    touching = _slots(verbs, red)
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
