"""Who could take a duty: the facts about a person that no roster changes."""

from __future__ import annotations

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Exemption, Person
from rostering.domain.shifts import ShiftType


def able(index: ProblemIndex, person: Person, duty: Duty) -> bool:
    """Return whether a person is there for a duty and has unit and competence for it."""
    if not employed(index, person, duty.day) or duty.unit not in person.units:
        return False
    if any(
        duty.overlaps(index.clock.at(first), index.clock.at(last + 1))
        for first, last, _ in index.absences[person.id]
    ):
        return False
    if any(bars(index, exemption, duty) for exemption in person.exemptions):
        return False
    held = index.held(person, duty.day)
    role = index.role_need(duty.role)
    return index.shifts[duty.code].requires.met_by(held) and (role is None or role.met_by(held))


def employed(index: ProblemIndex, person: Person, day: int) -> bool:
    """Return whether a person has a position on a day; whoever has none at all is called in."""
    when = index.clock.date(day)
    return not person.positions or any(p.holds_on(when) for p in person.positions)


def is_there(index: ProblemIndex, person: Person, day: int) -> bool:
    """Return whether a person has a position on a day and is not known to be away."""
    return employed(index, person, day) and index.away(person.id, day) is None


def can_work(index: ProblemIndex, person: Person, day: int) -> bool:
    """Return whether a person is able for any of the duties that exist on a day."""
    known: dict[tuple[str, int], bool] = index.memo.setdefault("can_work", {})
    key = (person.id, day)
    if key not in known:
        known[key] = any(able(index, person, duty) for duty in index.options(person, day))
    return known[key]


def bars(index: ProblemIndex, exemption: Exemption, duty: Duty) -> bool:
    """Return whether a duty matches every field that an exemption fills in, on its dates."""
    weekday = index.calendar.weekday(duty.day)
    return (
        exemption.holds_on(index.clock.date(duty.day))
        and (not exemption.shifts or duty.code in exemption.shifts)
        and (not exemption.kinds or duty.kind in exemption.kinds)
        and (not exemption.weekdays or weekday in exemption.weekdays)
        and _is_outside(index.shifts[duty.code], exemption)
    )


def _is_outside(shift: ShiftType, exemption: Exemption) -> bool:
    """Return whether a shift leaves the hours that an exemption allows; without any it does."""
    earliest, latest = exemption.not_before, exemption.not_after
    early = earliest is not None and shift.start < earliest
    late = latest is not None and shift.end_minute > latest
    return early or late or (earliest is None and latest is None)
