"""Breaks: one when more than five and a half hours are worked, half an hour in all from eight.

AML § 10-9. Paid and unpaid breaks count alike; where the paid break is not known nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "breaks"


@dataclass(frozen=True, slots=True)
class Values:
    """A break is needed above ``above``; from ``long`` on the breaks last ``minimum`` in all."""

    above: int | None = limit(Sense.AT_MOST, "minutes")
    long: int | None = limit(Sense.AT_MOST, "minutes")
    minimum: int | None = limit(Sense.AT_LEAST, "minutes")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every planned duty whose breaks are too short, or that has none."""
    for duty in line.planned:
        shift, values = line.index.shifts[duty.code], limits.at(duty.day)
        if shift.paid_break is None:
            continue
        breaks = shift.unpaid_break + shift.paid_break
        facts: dict[str, object] = {"shift": duty.code, "total": duty.minutes}
        if _is_long(duty, values):
            missing = (values.minimum or 0) - breaks
            if missing > 0:
                facts |= {"breaks": breaks, "bound": values.minimum}
                yield Violation(
                    ID, line.person.id, duty.day, duty.day, 1, missing, "minutes",
                    "breaks.short", facts, "minimum",
                )  # fmt: skip
                continue
        if values.above is not None and duty.minutes > values.above and breaks == 0:
            yield Violation(
                ID,
                line.person.id,
                duty.day,
                duty.day,
                1,
                1,
                "duties",
                "breaks.none",
                facts,
                "above",
            )


def _is_long(duty: Duty, values: Values) -> bool:
    return values.long is not None and duty.minutes >= values.long


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: forbid each duty whose breaks are not enough."""
    for duty in verbs.candidates:
        if duty.day >= 0 and _lacking(verbs.index, duty, limits.at(duty.day)):
            verbs.forbid([verbs.takes(duty)])


def _lacking(index: ProblemIndex, duty: Duty, values: Values) -> bool:
    paid = index.shifts[duty.code].paid_break
    unpaid = duty.end - duty.start - duty.minutes
    if paid is None:
        return False
    needed = 0
    if values.above is not None and values.above < duty.minutes:
        needed = 1
    if values.long is not None and values.minimum is not None and values.long <= duty.minutes:
        needed = max(needed, values.minimum)
    return paid + unpaid < needed


RULE = employee_rule(ID, Values, check, post)
