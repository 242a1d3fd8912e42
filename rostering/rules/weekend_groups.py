"""Weekend groups: people who have weekends of their own work no others.

A person's own weekends are counted from one of them (``weekend_from``); who has none is not bound.
A duty is of the weekend on whose Saturday or Sunday it starts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "weekend_groups"


@dataclass(frozen=True, slots=True)
class Values:
    """Every how many weekends one is the person's own."""

    every: int | None = limit(Sense.SETTING, "weekends", within=(1, 60))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every weekend of others on which the person works."""
    own = line.person.weekend_from
    if own is None:
        return
    calendar = line.index.calendar
    home = calendar.monday(line.index.clock.day(own))
    weekend = [duty for duty in line.planned if calendar.is_weekend(duty.day)]
    for monday, duties in sorted(Counter(calendar.monday(duty.day) for duty in weekend).items()):
        every = limits.at(max(0, monday + 5)).every
        if every is not None and (monday - home) // 7 % every:
            yield Violation(
                ID, line.person.id, monday + 5, monday + 6, duties, duties, "duties",
                "weekend_groups.not_own", {"duties": duties, "every": every}, "every",
            )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: forbid each duty on a weekend that is not the person's own."""
    own, index = verbs.person.weekend_from, verbs.index
    for saturday in (day + 5 for day in index.calendar.weeks(0, index.days - 1)):
        every = limits.at(max(0, saturday)).every
        if own is None or every is None:
            continue
        weeks_on = (saturday + 1 - index.clock.day(own)) // 7
        if weeks_on % every == 0:
            continue
        for duty in (*verbs.on(saturday), *verbs.on(saturday + 1)):
            if 0 <= duty.day < index.days:
                verbs.forbid([verbs.takes(duty)])


RULE = employee_rule(ID, Values, check, post)
