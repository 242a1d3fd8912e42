"""Nobody works outside the contract's dates and units, during absence, or against an exemption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.domain.people import Exemption
from rostering.domain.shifts import ShiftType
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "availability"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether the rule is in force."""

    required: bool = limit(Sense.AT_LEAST, "")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every planned duty that the person is not there for."""
    index, person = line.index, line.person
    units = person.units
    away = [(index.clock.at(f), index.clock.at(t + 1)) for f, t, _ in index.absences[person.id]]
    for duty in line.duties:
        if duty.day < 0 or not limits.at(duty.day).required:
            continue
        reason = _reason(line, duty, units, away)
        if reason:
            yield Violation(
                ID, person.id, duty.day, duty.day, 1, duty.minutes, "minutes",
                f"availability.{reason}", {"shift": duty.code, "unit": duty.unit},
                "required",
            )  # fmt: skip


def _reason(line: Line, duty: Duty, units: tuple[str, ...], away: list[tuple[int, int]]) -> str:
    person, when = line.person, line.index.clock.date(duty.day)
    if duty.unit not in units:
        return "unit"
    if person.positions and not any(position.holds_on(when) for position in person.positions):
        return "employment"
    if any(duty.overlaps(start, end) for start, end in away):
        return "absence"
    for exemption in person.exemptions:
        if exemption.holds_on(when) and _bars(exemption, duty, when.isoweekday()):
            if _keeps_hours(exemption, line.index.shifts[duty.code]):
                continue
            return "exemption"
    return ""


def _bars(exemption: Exemption, duty: Duty, weekday: int) -> bool:
    return (
        (not exemption.shifts or duty.code in exemption.shifts)
        and (not exemption.kinds or duty.kind in exemption.kinds)
        and (not exemption.weekdays or weekday in exemption.weekdays)
    )


def _keeps_hours(exemption: Exemption, shift: ShiftType) -> bool:
    """Return whether an exemption names hours and the shift lies in them, by local time."""
    if exemption.not_before is None and exemption.not_after is None:
        return False
    starts = exemption.not_before is None or exemption.not_before <= shift.start
    return starts and (exemption.not_after is None or shift.end_minute <= exemption.not_after)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: forbid each duty on the spans in which the person is away."""
    index, person = verbs.index, verbs.person
    away = [(index.clock.at(f), index.clock.at(t + 1)) for f, t, _ in index.absences[person.id]]
    employed = [day for day in range(index.days) if _employed(verbs, day)]
    there = frozenset(employed)
    for duty in verbs.candidates:
        if duty.day < 0 or not limits.at(duty.day).required:
            continue
        gone = any(start < duty.end and duty.start < end for start, end in away)
        if gone or duty.day not in there or duty.unit not in person.units or _exempt(verbs, duty):
            verbs.forbid([verbs.takes(duty)])


def _employed(verbs: Verbs, day: int) -> bool:
    positions = verbs.person.positions
    when = verbs.index.clock.date(day)
    return not positions or any(position.holds_on(when) for position in positions)


def _exempt(verbs: Verbs, duty: Duty) -> bool:
    when = verbs.index.clock.date(duty.day)
    for exemption in verbs.person.exemptions:
        asked = [
            duty.code in exemption.shifts if exemption.shifts else True,
            duty.kind in exemption.kinds if exemption.kinds else True,
            when.isoweekday() in exemption.weekdays if exemption.weekdays else True,
        ]
        shift = verbs.index.shifts[duty.code]
        barred = []
        if exemption.not_before is not None:
            barred.append(shift.start < exemption.not_before)
        if exemption.not_after is not None:
            barred.append(shift.end_minute > exemption.not_after)
        if barred:
            asked.append(any(barred))
        if exemption.holds_on(when) and all(asked):
            return True
    return False


RULE = employee_rule(ID, Values, check, post)
