"""A base roster laid onto the calendar: who works what, and what known absence opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.day_codes import f5_days
from rostering.domain.consistency import require_consistent
from rostering.domain.index import ProblemIndex
from rostering.domain.placement import misplaced
from rostering.domain.problem import AgreedDays, HorizonKind, Problem
from rostering.domain.roster import Assignment, DayCode, Overlay, Roster
from rostering.domain.wishes import Absence, AbsenceKind
from rostering.errors import BadInput, Fault
from rostering.kinds.opening import open_absences

FROM_BASE = ("F3", "F4", "F5")


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
    fits = [duty for duty in shown if _exists(ward, duty)]
    laid = ward.model_copy(
        update={
            "published": tuple(fits),
            "absences": (*ward.absences, *_days_off(base, roster, ward, first_week)),
            "agreed_days": (*ward.agreed_days, *_f5(base, roster, ward, first_week)),
        }
    )
    filled, opened = open_absences(laid)
    require_consistent(filled)
    return Unrolled(filled, opened, tuple(a for a in shown if a not in set(fits)))


def _exists(ward: Problem, duty: Assignment) -> bool:
    """Return whether a duty can exist in a ward: person in post, shift and unit still there."""
    person = next((person for person in ward.people if person.id == duty.person), None)
    shifts = {shift.code for shift in ward.shifts}
    if person is None or duty.shift not in shifts or duty.unit not in person.units:
        return False
    employed = not person.positions or any(p.holds_on(duty.date) for p in person.positions)
    return employed and misplaced(ward, duty.shift, duty.unit, duty.role, duty.date) is None


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


def _turns(base: Problem, ward: Problem, first_week: int) -> Iterator[tuple[date, int]]:
    """Yield each date of the calendar with the base's day that stands there."""
    start = ward.horizon.start
    monday = start - timedelta(days=start.weekday())
    for day in range(ward.horizon.days):
        when = start + timedelta(days=day)
        yield when, ((when - monday).days + 7 * (first_week - 1)) % base.horizon.days


def _coded(base: Problem, roster: Roster) -> dict[int, list[Overlay]]:
    found: dict[int, list[Overlay]] = {}
    for overlay in roster.overlays:
        found.setdefault((overlay.date - base.horizon.start).days, []).append(overlay)
    return found


def _days_off(base: Problem, roster: Roster, ward: Problem, first_week: int) -> Iterator[Absence]:
    """Yield the F3, F4 and F5 days that stand in the base, on their dates."""
    people, coded = {person.id for person in ward.people}, _coded(base, roster)
    for when, turn in _turns(base, ward, first_week):
        for overlay in coded.get(turn, ()):
            if overlay.code.value in FROM_BASE and overlay.person in people:
                yield Absence(
                    person=overlay.person,
                    kind=AbsenceKind(overlay.code.value),
                    first=when,
                    shift=overlay.shift,
                    day_off=overlay.shift is None,
                )


def _f5(base: Problem, roster: Roster, ward: Problem, first_week: int) -> Iterator[AgreedDays]:
    """Yield the F5 days that the base's F1 on holidays between two Sundays have earned."""
    index, coded = ProblemIndex(ward), _coded(base, roster)
    rests: dict[str, list[int]] = {}
    for when, turn in _turns(base, ward, first_week):
        for overlay in coded.get(turn, ()):
            if overlay.code is DayCode.F1:
                rests.setdefault(overlay.person, []).append(index.clock.day(when))
    for person in ward.people:
        earned = f5_days(rests.get(person.id, ()), index.calendar)
        if earned:
            yield AgreedDays(person=person.id, kind="F5", days=len(earned))


def _shown(base: Problem, roster: Roster, ward: Problem, first_week: int) -> list[Assignment]:
    """Return the base's duties on each date of the calendar, roles without demand dropped."""
    by_day: dict[int, list[Assignment]] = {}
    for duty in roster.effective:
        by_day.setdefault((duty.date - base.horizon.start).days, []).append(duty)
    rows = {row.id: row for row in ward.demand if row.exclusive}
    found = []
    for when, turn in _turns(base, ward, first_week):
        for duty in by_day.get(turn, ()):
            row = rows.get(duty.role or "")
            kept = row is not None and row.applies(when) and duty.shift in row.shifts
            moved = {"date": when, "role": duty.role if kept else None}
            found.append(duty.model_copy(update=moved))
    return found
