"""Vacation: the Sunday before or the Sunday after a vacation of six working days is off.

Ferieloven § 5. Days off between two vacations join them. A Sunday is worked when a duty has a
minute in its hours (``domain/red_days.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.red_days import red_days
from rostering.domain.vacation import booked, may_join, vacations, working_days
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import TRUE, Literal, Verbs

ID = "vacation"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether a Sunday must be off, and from how many working days of vacation on."""

    required: bool = limit(Sense.AT_LEAST, "", False)
    least: int | None = limit(Sense.AT_MOST, "days", within=(1, 60))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every vacation with a worked Sunday on either side; unknown ones are not judged."""
    for first, last in vacations(line):
        values = limits.at(max(0, first))
        sundays = _sundays(line.index, first, last, values)
        if sundays is None or not all(line.first <= day <= line.last for day in sundays):
            continue
        worked = [_on_sunday(line, sunday) for sunday in sundays]
        if all(worked) and not all(any(past) for past in worked):
            before, after = sundays
            yield Violation(
                ID,
                line.person.id,
                before,
                after,
                1,
                1,
                "days",
                "vacation.both_sundays",
                value="required",
            )


def _on_sunday(line: Line, sunday: int) -> list[bool]:
    """Return whether each duty in a Sunday's hours is past."""
    (red,) = red_days(line.index, sunday, sunday)
    return [duty.past for duty in line.duties if duty.overlaps(red.start, red.end)]


def _sundays(index: ProblemIndex, first: int, last: int, values: Values) -> tuple[int, int] | None:
    """Return the Sundays around a vacation's working days; None when it is too short to count."""
    days = working_days(index.calendar, first, last)
    if not values.required or values.least is None or len(days) < values.least:
        return None
    return index.calendar.monday(days[0]) - 1, index.calendar.monday(days[-1]) + 6


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver, for each stretch of absences that days off may make one vacation."""
    index = verbs.index
    spans = booked(index, verbs.person.id)
    gaps = [_worked_between(verbs, one[1], two[0]) for one, two in pairwise(spans)]
    parted = [[TRUE], *gaps, [TRUE]]
    for one, (first, _) in enumerate(spans):
        for two in range(one, len(spans)):
            values = limits.at(max(0, first))
            sundays = _sundays(index, first, spans[two][1], values)
            known = range(index.first_known, index.days)
            if sundays is None or sundays[0] not in known or sundays[1] not in known:
                continue
            (before, old), (after, fixed) = (_literal(verbs, sunday) for sunday in sundays)
            if old and fixed:
                continue
            inside = [-literal for gap in parted[one + 1 : two + 1] for literal in gap]
            apart = [verbs.any_of(parted[one]), verbs.any_of(parted[two + 1])]
            verbs.forbid([*apart, *inside, before, after])


def _worked_between(verbs: Verbs, last: int, first: int) -> list[Literal]:
    """Return literals of which one is true when the days between two vacations part them."""
    days = range(last + 1, first)
    if all(may_join(verbs.index, verbs.person.id, day) for day in days):
        return [verbs.works(day) for day in days]
    return [TRUE]


def _literal(verbs: Verbs, sunday: int) -> tuple[Literal, bool]:
    """Return the literal of a Sunday being worked, and whether the past has made it so."""
    near = [slot for day in range(sunday - 2, sunday + 1) for slot in verbs.slots(day)]
    (red,) = red_days(verbs.index, sunday, sunday)
    touching = [(duty, literal) for duty, literal in near if duty.overlaps(red.start, red.end)]
    return verbs.any_of([lit for _, lit in touching]), any(duty.past for duty, _ in touching)


RULE = employee_rule(ID, Values, check, post)
