"""Who could take a duty: the facts about a person that no roster changes."""

from __future__ import annotations

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Exemption, Person


def able(index: ProblemIndex, person: Person, duty: Duty) -> bool:
    """Return whether a person is there for a duty and has unit and competence for it."""
    when = index.clock.date(duty.day)
    employed = not person.positions or any(p.holds_on(when) for p in person.positions)
    if not employed or duty.unit not in person.units:
        return False
    if any(
        duty.overlaps(index.clock.at(first), index.clock.at(last + 1))
        for first, last, _ in index.absences[person.id]
    ):
        return False
    if any(e.holds_on(when) and bars(e, duty, when.isoweekday()) for e in person.exemptions):
        return False
    held = index.held(person, duty.day)
    role = index.role_need(duty.role)
    return index.shifts[duty.code].requires.met_by(held) and (role is None or role.met_by(held))


def bars(exemption: Exemption, duty: Duty, weekday: int) -> bool:
    """Return whether a duty matches every field that an exemption fills in."""
    return (
        (not exemption.shifts or duty.code in exemption.shifts)
        and (not exemption.kinds or duty.kind in exemption.kinds)
        and (not exemption.weekdays or weekday in exemption.weekdays)
    )
