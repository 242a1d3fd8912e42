"""One duty at a time: duties never overlap, and only so many start on one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "no_overlap"


@dataclass(frozen=True, slots=True)
class Values:
    """Duties that one person may start on one day."""

    duties_per_day: int = limit(Sense.AT_MOST, "duties", 1)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield days with too many duties and pairs of duties that share a minute."""
    before = None
    for duty in line.duties:
        if before is not None and duty.day == before.day >= 0 and line.on(duty.day)[1] is duty:
            yield from _crowded(line, duty.day, limits.at(duty.day).duties_per_day)
        before = duty
    for number, late in enumerate(line.duties):
        if late.day < 0:
            continue
        for early in line.duties[max(0, number - 8) : number]:
            same = early.day == late.day and limits.at(late.day).duties_per_day == 1
            if early.end > late.start and not same:
                facts = {"early": early.code, "late": late.code}
                shared = min(early.end, late.end) - late.start
                yield Violation(
                    ID, line.person.id, early.day, late.day, 1, shared, "minutes",
                    "no_overlap.shared", facts,
                )  # fmt: skip


def _crowded(line: Line, day: int, most: int) -> Iterator[Violation]:
    count = len(line.on(day))
    if count > most:
        facts = {"count": count, "bound": most}
        yield Violation(
            ID, line.person.id, day, day, count - most, count - most, "duties",
            "no_overlap.crowded", facts,
        )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for day in range(verbs.index.days):
        most = limits.at(day).duties_per_day
        verbs.at_most([(1, verbs.takes(duty)) for duty in verbs.on(day)], most)
        if most > 1:
            for one, two in combinations(verbs.on(day), 2):
                if one.overlaps(two.start, two.end):
                    verbs.forbid([verbs.takes(one), verbs.takes(two)])
        for back in (1, 2):
            for early in verbs.on(day - back):
                for late in verbs.on(day):
                    if early.end > late.start:
                        verbs.forbid([verbs.takes(early), verbs.takes(late)])


RULE = employee_rule(ID, Values, check, post)
