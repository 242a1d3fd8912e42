"""Faults that show when the duties of a roster are held against its own days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rostering.domain.roster import Roster
from rostering.errors import Fault

_MOST_DAYS = 371


def roster_faults(roster: Roster) -> Iterator[Fault]:
    """Yield one fault for each duty outside the roster's days or written twice."""
    if roster.days > _MOST_DAYS:
        needed = f"at most {_MOST_DAYS} days"
        yield Fault("days", f"{roster.days}", needed, "a digit too many")
        return
    last = roster.start + timedelta(days=roster.days - 1)
    seen: set[tuple[str, date, str, str, str]] = set()
    for number, duty in enumerate(roster.assignments):
        where = f"assignments[{number}]"
        if not roster.start <= duty.date <= last:
            needed = f"a date from {roster.start} to {last}"
            guess = "the duty belongs to another roster"
            yield Fault(f"{where}.date", f"{duty.date}, outside the roster", needed, guess)
        if duty.key in seen:
            found = f"{duty.shift} of {duty.person} on {duty.date} a second time"
            yield Fault(where, found, "each duty once", "an entry was copied")
        seen.add(duty.key)
