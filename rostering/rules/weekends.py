"""Weekends: how many of some weekends in a row are worked, and both days or none.

A weekend is worked when a duty starts on its Saturday or Sunday; a night counts by its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "weekends"


@dataclass(frozen=True, slots=True)
class Values:
    """At most ``at_most`` worked of any ``window`` weekends; ``most`` over the horizon.

    With ``whole`` a worked weekend is worked on both days.
    """

    at_most: int | None = limit(Sense.AT_MOST, "weekends")
    window: int = limit(Sense.SETTING, "weekends", 1)
    most: int | None = limit(Sense.AT_MOST, "weekends")
    whole: bool = limit(Sense.SETTING, "", False)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield windows with too many worked weekends, too many in all, and half weekends."""
    saturdays = _saturdays(line.index)
    worked = [line.works(s) or line.works(s + 1) for s in saturdays]
    used = [(s < 0 and line.works(s)) or (s + 1 < 0 and line.works(s + 1)) for s in saturdays]
    for number, saturday in enumerate(saturdays):
        values = limits.at(max(0, saturday))
        if saturday + 1 < 0:
            continue
        if values.at_most is not None and number + 1 >= values.window:
            here = slice(number + 1 - values.window, number + 1)
            bound = max(values.at_most, sum(used[here]))
            over = sum(worked[here]) - bound
            if over > 0:
                facts = {"worked": sum(worked[here]), "window": values.window, "bound": bound}
                yield Violation(
                    ID, line.person.id, saturdays[here.start], saturday + 1, over, over,
                    "weekends", "weekends.rhythm", facts,
                )  # fmt: skip
        known = line.first <= saturday and saturday + 1 <= line.last
        if values.whole and known and line.works(saturday) != line.works(saturday + 1):
            yield Violation(
                ID, line.person.id, saturday, saturday + 1, 1, 1, "weekends", "weekends.half"
            )
    most = limits.at(0).most
    total = sum(w for s, w in zip(saturdays, worked, strict=True) if s + 1 >= 0)
    fixed = sum(u for s, u in zip(saturdays, used, strict=True) if s + 1 >= 0)
    if most is not None and total > max(most, fixed):
        over = total - max(most, fixed)
        facts = {"worked": total, "bound": max(most, fixed)}
        yield Violation(
            ID, line.person.id, 0, line.last, over, over, "weekends", "weekends.most", facts
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
        if values.at_most is not None and first >= 0:
            bound = max(values.at_most, sum(taken[first : number + 1]))
            verbs.at_most([(1, literal) for literal in worked[first : number + 1]], bound)
        if values.whole and saturday >= index.first_known and saturday < index.days - 1:
            verbs.forbid([verbs.works(saturday), -verbs.works(saturday + 1)])
            verbs.forbid([-verbs.works(saturday), verbs.works(saturday + 1)])
    most = limits.at(0).most
    if most is not None:
        ahead = [number for number, saturday in enumerate(saturdays) if saturday >= -1]
        bound = max(most, sum(taken[number] for number in ahead))
        verbs.at_most([(1, worked[number]) for number in ahead], bound)


def _taken(verbs: Verbs, saturday: int) -> bool:
    return any(duty.past for day in (saturday, saturday + 1) for duty in verbs.on(day))


RULE = employee_rule(ID, Values, check, post)
