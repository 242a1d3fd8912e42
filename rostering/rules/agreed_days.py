"""Agreed days off: F3, F4, F5 and time off come on top of one day off in each week.

Days of known absence and days without a position are no days off; a week in which the person is
away all the time asks for none. No more days off are asked for than there are days left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.able import is_there
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "agreed_days"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether agreed days off must be given."""

    required: bool = limit(Sense.AT_LEAST, "")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield the days off that are missing over the horizon, in people who have agreed on some."""
    agreed = [d.days for d in line.index.problem.agreed_days if d.person == line.person.id]
    if not agreed or not limits.at(0).required:
        return
    there = [day for day in range(line.index.days) if is_there(line.index, line.person, day)]
    free = sum(not line.works(day) for day in there)
    full_weeks = 0
    for monday in line.index.calendar.weeks(0, line.last):
        whole = monday >= 0 and monday + 6 <= line.last
        full_weeks += whole and any(monday <= day <= monday + 6 for day in there)
    missing = min(full_weeks + sum(agreed), len(there)) - free
    if missing > 0:
        facts = {"free": free, "weekly": full_weeks, "agreed": sum(agreed)}
        yield Violation(
            ID,
            line.person.id,
            0,
            line.last,
            missing,
            missing,
            "days",
            "agreed_days.few",
            facts,
            "required",
        )


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: at most so many days at work as leave the days off."""
    index, person = verbs.index, verbs.person
    agreed = sum(d.days for d in index.problem.agreed_days if d.person == person.id)
    if agreed == 0 or not limits.at(0).required:
        return
    there = [is_there(index, person, day) for day in range(index.days)]
    first = (8 - index.calendar.weekday(0)) % 7
    weekly = sum(any(there[day : day + 7]) for day in range(first, index.days - 6, 7))
    days = [day for day in range(index.days) if there[day]]
    left = max(0, len(days) - weekly - agreed)
    verbs.at_most([(1, verbs.works(day)) for day in days], left)


RULE = employee_rule(ID, Values, check, post)
