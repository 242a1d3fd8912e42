"""Why a duty cannot be swapped, told so that whoever asked can ask better."""

from __future__ import annotations

from datetime import date

from rostering.errors import Fault
from rostering.swap.cells import Closed
from rostering.swap.sitting import Held, Sitting


def unknown_person(sitting: Sitting, where: str, person: str) -> Fault:
    """Return the fault of a person who is not of the ward."""
    close = [one for one in sitting.index.people.values() if person.lower() in one.name.lower()]
    guess = f"{close[0].id!r} is meant, {close[0].name}" if len(close) == 1 else ""
    needed = f"a person of the ward {sitting.index.problem.name!r}, by id"
    return Fault(where, f"unknown person {person!r}", needed, guess or "somebody of another ward")


def no_such_duty(sitting: Sitting, where: str, person: str, when: date, shift: str = "") -> Fault:
    """Return the fault of a duty that a person does not have, with the nearest ones."""
    held, day = sitting.held[person], sitting.index.clock.day(when)
    before = [one for one in held if one.duty.day <= day][-1:]
    after = [one for one in held if one.duty.day > day][:1]
    near = " or ".join(_told(one) for one in before + after)
    found = f"{sitting.index.people[person].name} has no {shift or 'duty'} on {when}"
    return Fault(where, found, "a duty that the person has", f"{near} is meant" if near else "")


def _told(held: Held) -> str:
    return f"{held.assignment.shift} on {held.assignment.date}"


def closed_cell(sitting: Sitting, where: str, person: str, when: date) -> Fault:
    """Return the fault of a cell that no swap may touch; why somebody is away is not told."""
    horizon, name = sitting.index.problem.horizon, sitting.index.people[person].name
    told = {
        Closed.OUTSIDE: (
            f"{when}, outside the period",
            f"a date from {horizon.start} to {horizon.end}",
        ),
        Closed.PAST: (f"{when}, which is past", f"a date from today, {sitting.today}, on"),
        Closed.FROZEN: (f"{when}, which is frozen", f"a date from {horizon.frozen_until} on"),
        Closed.LOCKED: (f"{when}, which is locked for {name}", "a day without a lock"),
        Closed.WORKED: (
            f"{when}, of which it is told what {name} worked",
            "a day that is planned only",
        ),
        Closed.AWAY: (f"{when}, on which {name} is away or has a day off", "a day without a code"),
    }
    reason = sitting.cells.closed(person, sitting.index.clock.day(when)) or Closed.AWAY
    return Fault(where, *told[reason])
