"""A base roster laid onto the calendar: who works what, and what known absence opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from rostering.domain.consistency import require_consistent
from rostering.domain.problem import HorizonKind, Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput, Fault
from rostering.kinds.opening import open_absences


@dataclass(frozen=True, slots=True)
class Unrolled:
    """A calendar problem whose published roster is the unrolled base, and what fell out of it.

    ``opened`` are the base roster's duties on days of known absence: the shifts to fill.
    ``dropped`` are duties of people who are not in the calendar ward, or on shifts and units
    that it does not have.
    """

    problem: Problem
    opened: tuple[Assignment, ...]
    dropped: tuple[Assignment, ...]


def unroll(base: Problem, roster: Roster, ward: Problem, first_week: int = 1) -> Unrolled:
    """Return a calendar ward with the base roster's weeks as its published roster.

    Parameters
    ----------
    base
        The cyclic problem that the roster was made for.
    roster
        The base roster.
    ward
        The calendar problem: real dates, holidays, vacations, known absence.
    first_week
        The base week (1 is its first) in which the calendar's first Monday lies.

    Raises
    ------
    BadInput
        When the base is not cyclic, the ward not a calendar, or the week not in the cycle.
    """
    _require(base, roster, ward, first_week)
    shown = _shown(base, roster, ward, first_week)
    known = {
        "person": {person.id for person in ward.people},
        "shift": {shift.code for shift in ward.shifts},
        "unit": {unit.id for unit in ward.units},
    }
    fits = [a for a in shown if all(getattr(a, name) in known[name] for name in known)]
    filled, opened = open_absences(ward.model_copy(update={"published": tuple(fits)}))
    require_consistent(filled)
    return Unrolled(filled, opened, tuple(a for a in shown if a not in set(fits)))


def _require(base: Problem, roster: Roster, ward: Problem, first_week: int) -> None:
    faults = []
    weeks = base.horizon.days // 7
    if base.horizon.kind is not HorizonKind.CYCLIC:
        faults.append(Fault("base.horizon.kind", "calendar", "a cyclic base roster"))
    if (roster.start, roster.days) != (base.horizon.start, base.horizon.days):
        found = f"{roster.days} days from {roster.start}"
        needed = f"{base.horizon.days} days from {base.horizon.start}"
        faults.append(Fault("roster", found, needed, "the roster belongs to another base"))
    if ward.horizon.kind is not HorizonKind.CALENDAR:
        faults.append(Fault("ward.horizon.kind", "cyclic", "a calendar ward to unroll onto"))
    if not 1 <= first_week <= max(1, weeks):
        faults.append(Fault("first_week", str(first_week), f"a week from 1 to {weeks}"))
    if faults:
        raise BadInput(faults)


def _shown(base: Problem, roster: Roster, ward: Problem, first_week: int) -> list[Assignment]:
    """Return the base's duties on each date of the calendar, roles without demand dropped."""
    by_day: dict[int, list[Assignment]] = {}
    for duty in roster.effective:
        by_day.setdefault((duty.date - base.horizon.start).days, []).append(duty)
    start = ward.horizon.start
    monday = start - timedelta(days=start.weekday())
    rows = {row.id: row for row in ward.demand if row.exclusive}
    found = []
    for day in range(ward.horizon.days):
        when = start + timedelta(days=day)
        turn = ((when - monday).days + 7 * (first_week - 1)) % base.horizon.days
        for duty in by_day.get(turn, ()):
            row = rows.get(duty.role or "")
            kept = row is not None and row.applies(when) and duty.shift in row.shifts
            moved = {"date": when, "role": duty.role if kept else None}
            found.append(duty.model_copy(update=moved))
    return found
