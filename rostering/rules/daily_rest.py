"""Daily rest: unbroken hours off between two duties (AML § 10-8 (1), (3))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "daily_rest"


@dataclass(frozen=True, slots=True)
class Values:
    """Least rest between the end of one duty and the start of the next."""

    minimum: int | None = limit(Sense.AT_LEAST, "minutes")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every pair of duties with too little rest between them, in real minutes."""
    for number, late in enumerate(line.duties):
        least = limits.at(late.day).minimum if late.day >= 0 else None
        if least is None:
            continue
        for early in line.before(number, least):
            rest = late.start - early.end
            if 0 <= rest < least:
                facts = {"early": early.code, "late": late.code, "rest": rest, "least": least}
                yield Violation(
                    ID, line.person.id, early.day, late.day, least - rest, least - rest,
                    "minutes", "daily_rest.short", facts, "minimum",
                )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: no two duties closer than the rest."""
    for day in range(verbs.index.days):
        least = limits.at(day).minimum
        if least is None:
            continue
        reach = range(2 + least // 1440, -1, -1)
        before = [slot for back in reach for slot in verbs.slots(day - back)]
        for (early, first), (late, second) in product(before, verbs.slots(day)):
            if early.end <= late.start < early.end + least:
                verbs.forbid([first, second], early.end + least - late.start)


RULE = employee_rule(ID, Values, check, post)
