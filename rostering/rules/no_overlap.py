"""One duty at a time: duties never overlap, and only so many start on one day.

Overtime and a part-timer's extra time may come on top of the day's duty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "no_overlap"


@dataclass(frozen=True, slots=True)
class Values:
    """Duties that one person may start on one day, overtime and extra time not counted."""

    duties_per_day: int = limit(Sense.AT_MOST, "duties", 1)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield days with too many duties and pairs of duties that share a minute."""
    crowded = -1
    for number, late in enumerate(line.duties):
        if late.day < 0:
            continue
        most = limits.at(late.day).duties_per_day
        count = sum(duty.contractual for duty in line.on(late.day))
        if count > most and late.day != crowded:
            crowded = late.day
            facts = {"count": count, "bound": most}
            yield Violation(
                ID, line.person.id, late.day, late.day, count - most, count - most, "duties",
                "no_overlap.crowded", facts, "duties_per_day",
            )  # fmt: skip
        for early in line.before(number, 0):
            if early.end > late.start and not _counted_already(early, late, most):
                yield _shared(line, early, late)


def _counted_already(one: Duty, other: Duty, most: int) -> bool:
    """Return whether two duties of one day are one too many anyway."""
    return one.day == other.day and most < 2 and one.contractual and other.contractual


def _shared(line: Line, early: Duty, late: Duty) -> Violation:
    shared = min(early.end, late.end) - late.start
    facts = {"early": early.code, "late": late.code}
    return Violation(
        ID,
        line.person.id,
        early.day,
        late.day,
        1,
        shared,
        "minutes",
        "no_overlap.shared",
        facts,
        "duties_per_day",
    )


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for day in range(verbs.index.days):
        today = verbs.on(day)
        most = limits.at(day).duties_per_day
        verbs.at_most([(1, verbs.takes(duty)) for duty in today if duty.contractual], most)
        pairs = combinations(today, 2)
        _forbid_shared(verbs, (pair for pair in pairs if not _counted_already(*pair, most)))
        for back in (1, 2):
            _forbid_shared(verbs, product(verbs.on(day - back), today))


def _forbid_shared(verbs: Verbs, pairs: Iterable[tuple[Duty, Duty]]) -> None:
    for early, late in pairs:
        if early.end > late.start and late.end > early.start:
            verbs.forbid([verbs.takes(early), verbs.takes(late)])


RULE = employee_rule(ID, Values, check, post, always=True)
