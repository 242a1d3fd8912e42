"""Daily rest: unbroken hours off between two duties (AML § 10-8 (1), (3)).

Duties that follow at once, such as overtime straight after a shift, are one working period: no
rest is asked between them as long as the day's 24 hours leave room for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Literal, Verbs

ID = "daily_rest"


@dataclass(frozen=True, slots=True)
class Values:
    """Least rest between the end of one duty and the start of the next.

    Gaps of up to ``joined`` minutes are no rest: such duties form one working period when it is no
    longer than what the rest leaves of 24 hours. A third duty may join two others.
    """

    minimum: int | None = limit(Sense.AT_LEAST, "minutes")
    joined: int = limit(Sense.SETTING, "minutes", 0, within=(0, 120))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every pair of duties with too little rest between them, in real minutes."""
    for number, late in enumerate(line.duties):
        values = limits.at(late.day)
        least = values.minimum if late.day >= 0 else None
        if least is None:
            continue
        for early in line.before(number, least):
            rest = late.start - early.end
            if 0 <= rest < least and not _one_period(line, early, late, least, values.joined):
                facts = {"early": early.code, "late": late.code, "rest": rest, "least": least}
                yield Violation(
                    ID, line.person.id, early.day, late.day, least - rest, least - rest,
                    "minutes", "daily_rest.short", facts, "minimum",
                )  # fmt: skip


def _one_period(line: Line, early: Duty, late: Duty, least: int, joined: int) -> bool:
    """Return whether two duties follow at once, or with one duty between that joins them."""
    if not _fits(early, late, least):
        return False
    between = [duty for day in range(early.day, late.day + 1) for duty in line.on(day)]
    return late.start - early.end <= joined or any(
        _joins(early, duty, joined) and _joins(duty, late, joined) for duty in between
    )


def _fits(early: Duty, late: Duty, least: int) -> bool:
    """Return whether two duties, as one period, leave the rest in their 24 hours."""
    return late.end - early.start <= 1440 - least


def _joins(early: Duty, late: Duty, joined: int) -> bool:
    return 0 <= late.start - early.end <= joined


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: no two duties closer than the rest, but for one working period."""
    for day in range(verbs.index.days):
        least, joined = limits.at(day).minimum, limits.at(day).joined
        if least is None:
            continue
        reach = range(2 + least // 1440, -1, -1)
        before = [slot for back in reach for slot in verbs.slots(day - back)]
        for (early, first), (late, second) in product(before, verbs.slots(day)):
            if early.end <= late.start < early.end + least:
                fits = _fits(early, late, least)
                if fits and _joins(early, late, joined):
                    continue
                apart = _unjoined(verbs, early, late, joined) if fits else []
                verbs.forbid([first, second, *apart], early.end + least - late.start)


def _unjoined(verbs: Verbs, early: Duty, late: Duty, joined: int) -> list[Literal]:
    """Return that none of the duties is worked that would make one working period of two."""
    near = (slot for day in range(early.day, late.day + 1) for slot in verbs.slots(day))
    return [
        -literal
        for duty, literal in near
        if _joins(early, duty, joined) and _joins(duty, late, joined)
    ]


RULE = employee_rule(ID, Values, check, post)
