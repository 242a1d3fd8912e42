"""The time before an INRC-II horizon as past duties that its counters fit.

The competition tells no past days, only how the last runs stood. A past is made that ends in just
those runs, and begins with a day of the other sort, so that each run is known in its whole length.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rostering.domain.roster import Assignment
from rostering.readers.public.inrc2_json import History, NurseHistory, Scenario


def known_from(start: date, history: History) -> date:
    """Return the first day of the past: a day before the longest run of anybody."""
    runs = (
        max(entry.number_of_consecutive_working_days, entry.number_of_consecutive_days_off)
        for entry in history.nurse_history
    )
    return start - timedelta(days=1 + max(runs, default=0))


def past(start: date, unit: str, scenario: Scenario, history: History) -> tuple[Assignment, ...]:
    """Return the past duties of all nurses."""
    codes = [shift.id for shift in scenario.shift_types]
    return tuple(
        Assignment(person=entry.nurse, date=start - timedelta(days=days), shift=code, unit=unit)
        for entry in history.nurse_history
        for days, code in _duties(entry, codes)
    )


def _duties(entry: NurseHistory, codes: list[str]) -> Iterator[tuple[int, str]]:
    """Yield how many days before the horizon each past duty was, and its shift.

    Which other shift stands before the last run of equal ones is free: nothing judges it.
    """
    last, off = entry.last_assigned_shift_type, entry.number_of_consecutive_days_off
    if off:
        yield off + 1, codes[0]
    other = next((code for code in codes if code != last), last)
    for days in range(1, entry.number_of_consecutive_working_days + 1):
        yield days, last if days <= entry.number_of_consecutive_assignments else other
