"""Weekends: how many of some weekends in a row are worked, and both days or none.

A weekend is worked when a duty starts on its Saturday or Sunday; a night counts by its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.able import can_work
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "weekends"


@dataclass(frozen=True, slots=True)
class Values:
    """At most ``at_most`` worked of any ``window`` weekends; ``most`` over the horizon.

    With ``whole`` a worked weekend is worked on both days, unless there is nothing that the
    person can work on one of them or the past has begun it.
    """

    at_most: int | None = limit(Sense.AT_MOST, "weekends")
    window: int = limit(Sense.SETTING, "weekends", 1, within=(1, 60))
    most: int | None = limit(Sense.AT_MOST, "weekends")
    whole: bool = limit(Sense.SETTING, "", False)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield windows with too many worked weekends, too many in all, and half weekends."""
    saturdays = _saturdays(line.index)
    for number, saturday in enumerate(saturdays):
        if saturday + 1 >= 0:
            values = limits.at(max(0, saturday))
            first = number + 1 - values.window
            if first < 0 and number + 1 == len(saturdays):
                first = 0  # fewer weekends are known than the window holds
            if values.at_most is not None and first >= 0:
                yield from _rhythm(line, saturdays[first : number + 1], values.at_most)
            if values.whole:
                yield from _half(line, saturday)
    most = limits.at(0).most
    ahead = [saturday for saturday in saturdays if saturday + 1 >= 0]
    fixed = sum(_used(line, saturday) for saturday in ahead)
    total = sum(_worked(line, saturday) for saturday in ahead)
    if most is not None and total > max(most, fixed):
        over = total - max(most, fixed)
        facts = {"worked": total, "bound": max(most, fixed)}
        yield Violation(
            ID,
            line.person.id,
            0,
            line.last,
            over,
            over,
            "weekends",
            "weekends.most",
            facts,
            "most",
        )


def _worked(line: Line, saturday: int) -> bool:
    return line.works(saturday) or line.works(saturday + 1)


def _used(line: Line, saturday: int) -> bool:
    """Return whether the past has made the weekend a worked one."""
    return any(duty.past for day in (saturday, saturday + 1) for duty in line.on(day))


def _rhythm(line: Line, window: list[int], at_most: int) -> Iterator[Violation]:
    worked = sum(_worked(line, saturday) for saturday in window)
    if worked > at_most:
        bound = max(at_most, sum(_used(line, saturday) for saturday in window))
        over = worked - bound
        if over > 0:
            facts = {"worked": worked, "window": len(window), "bound": bound}
            yield Violation(
                ID, line.person.id, window[0], window[-1] + 1, over, over, "weekends",
                "weekends.rhythm", facts, "at_most",
            )  # fmt: skip


def _half(line: Line, saturday: int) -> Iterator[Violation]:
    inside = saturday >= 0 and saturday + 1 <= line.last
    if inside and line.works(saturday) != line.works(saturday + 1):
        if not all(can_work(line.index, line.person, day) for day in (saturday, saturday + 1)):
            return
        yield Violation(
            ID,
            line.person.id,
            saturday,
            saturday + 1,
            1,
            1,
            "weekends",
            "weekends.half",
            value="whole",
        )


def _saturdays(index: ProblemIndex) -> list[int]:
    """Return the Saturdays of all weekends with a known day; the first may lie one day before."""
    weeks = index.calendar.weeks(index.first_known, index.days - 1)
    return [m + 5 for m in weeks if m + 6 >= index.first_known and m + 5 < index.days]


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    index = verbs.index
    saturdays = _saturdays(index)
    worked = [verbs.any_of([verbs.works(s), verbs.works(s + 1)]) for s in saturdays]
    taken = [_taken(verbs, saturday) for saturday in saturdays]
    for number, saturday in enumerate(saturdays):
        values = limits.at(max(0, saturday))
        if saturday < -1:
            continue
        first = number - values.window + 1
        if first < 0 and number == len(saturdays) - 1:
            first = 0  # fewer weekends are known than the window holds: judge them all at once
        if values.at_most is not None and first >= 0:
            bound = max(values.at_most, sum(taken[first : number + 1]))
            verbs.at_most([(1, literal) for literal in worked[first : number + 1]], bound)
        if values.whole and _may_be_whole(verbs, saturday):
            verbs.forbid([verbs.works(saturday), -verbs.works(saturday + 1)])
            verbs.forbid([-verbs.works(saturday), verbs.works(saturday + 1)])
    most = limits.at(0).most
    if most is not None:
        ahead = [number for number, saturday in enumerate(saturdays) if saturday >= -1]
        bound = max(most, sum(taken[number] for number in ahead))
        verbs.at_most([(1, worked[number]) for number in ahead], bound)


def _may_be_whole(verbs: Verbs, saturday: int) -> bool:
    """Return whether both days lie in the period and hold something that the person can work."""
    if saturday < 0 or saturday >= verbs.index.days - 1:
        return False
    return all(can_work(verbs.index, verbs.person, saturday + later) for later in (0, 1))


def _taken(verbs: Verbs, saturday: int) -> bool:
    return any(duty.past for day in (saturday, saturday + 1) for duty in verbs.on(day))


RULE = employee_rule(ID, Values, check, post)
