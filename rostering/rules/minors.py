"""Under 18: no work at night, no overtime, and a break in every longer duty (AML ch. 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.day_parts import minutes_between
from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.shifts import Pay
from rostering.rules.base import CLOCK, Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "minors"


@dataclass(frozen=True, slots=True)
class Values:
    """What binds duties that start before the 18th birthday.

    No minute between the local times ``night_from`` and ``night_to``; no overtime; a break of
    ``least_break`` minutes in a duty longer than ``break_after``. A break that nobody has written
    down is not judged.
    """

    night_from: int | None = limit(Sense.AT_MOST, CLOCK, within=(0, 1439))
    night_to: int = limit(Sense.AT_LEAST, CLOCK, 0, within=(0, 1439))
    no_overtime: bool = limit(Sense.AT_LEAST, "", False)
    break_after: int | None = limit(Sense.AT_MOST, "minutes")
    least_break: int = limit(Sense.AT_LEAST, "minutes", 0)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every planned duty of a minor at night, in overtime or without its break."""
    if line.person.minor_until is None:
        return
    for duty in line.planned:
        if line.index.clock.date(duty.day) < line.person.minor_until:
            values = limits.at(duty.day)
            yield from _night(line, duty, values)
            if values.no_overtime and duty.pay is Pay.OVERTIME:
                yield _violation(line, duty, duty.minutes, "overtime", "no_overtime")
            yield from _break(line, duty, values)


def _night(line: Line, duty: Duty, values: Values) -> Iterator[Violation]:
    if values.night_from is not None:
        start, end = values.night_from, values.night_to
        at_night = minutes_between(line.index, duty, start, end)
        if at_night:
            yield _violation(line, duty, at_night, "night", "night_from")


def _break(line: Line, duty: Duty, values: Values) -> Iterator[Violation]:
    shift = line.index.shifts[duty.code]
    if values.break_after is None or duty.minutes <= values.break_after:
        return
    if shift.paid_break is None and shift.unpaid_break < values.least_break:
        return
    given = shift.unpaid_break + (shift.paid_break or 0)
    if given < values.least_break:
        yield _violation(line, duty, values.least_break - given, "break", "least_break")


def _violation(line: Line, duty: Duty, minutes: int, text: str, value: str) -> Violation:
    return Violation(
        ID, line.person.id, duty.day, duty.day, minutes, minutes, "minutes", f"minors.{text}",
        {"shift": duty.code, "total": minutes}, value,
    )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: forbid each duty that a minor may not work."""
    for duty in verbs.candidates:
        if duty.day >= 0 and _is_minor(verbs.index, verbs.person, duty):
            for minutes in _wrong(verbs.index, duty, limits.at(duty.day)):
                verbs.forbid([verbs.takes(duty)], minutes)


def _is_minor(index: ProblemIndex, person: Person, duty: Duty) -> bool:
    return person.minor_until is not None and duty.day < index.clock.day(person.minor_until)


def _wrong(index: ProblemIndex, duty: Duty, values: Values) -> Iterator[int]:
    """Yield the minutes of each thing that is wrong with a minor's duty."""
    if values.night_from is not None:
        nights = range(duty.day - 1, duty.day + 3)
        until = values.night_to + 1440 * (values.night_to <= values.night_from)
        for night in nights:
            start = index.clock.at(night, values.night_from)
            end = index.clock.at(night, until)
            if duty.overlaps(start, end):
                yield min(end, duty.end) - max(start, duty.start)
    if values.no_overtime and duty.pay is Pay.OVERTIME:
        yield duty.minutes
    shift = index.shifts[duty.code]
    known = shift.paid_break is not None
    given = shift.unpaid_break + (shift.paid_break or 0)
    if values.break_after is not None and known and duty.minutes > values.break_after:
        yield from (lacking for lacking in [values.least_break - given] if lacking > 0)


RULE = employee_rule(ID, Values, check, post)
