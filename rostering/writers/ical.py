"""One person's roster as an iCalendar file (RFC 5545), for the calendar of a phone.

Duties are told by code, unit and real time in UTC, so that a night on which the clocks change is
right in every calendar. Days off and absence are whole days on which the calendar stays free.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rostering.check import require_fit
from rostering.domain.clock import instant
from rostering.domain.problem import HorizonKind, Problem
from rostering.domain.roster import Assignment, DayCode, Overlay, Roster
from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes
from rostering.writers.ical_text import event, wrapped
from rostering.writers.palette import DAY_CODE

_HEALTH = {DayCode.SICK, DayCode.SICK_CHILD}
_AWAY = "Fravær"
_FIRST_STAMP = date(2020, 1, 1)
_CODE = re.compile(r"(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,12}")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def calendar_text(
    problem: Problem, roster: Roster, person: str, published: date | None = None
) -> str:
    """Return a person's duties, days off and absence as iCalendar text.

    A duty's identity (UID) is that of the person's first, second ... duty of the date, so that
    a later version of the roster moves it instead of adding another. Sickness is told as absence
    alone.

    Parameters
    ----------
    problem
        The ward.
    roster
        The roster; what was really worked stands in the place of the plan.
    person
        The person's id.
    published
        The day of this version, from which the time stamp (midnight UTC) and the version number
        follow; the roster's first day when left out. No clock is read.

    Raises
    ------
    BadInput
        When the ward has no such person, roster and ward do not belong together, or the roster
        is a base roster, whose weeks have no dates.
    """
    _require_dated(problem, person)
    require_fit(problem, roster)
    stamp = published or roster.start
    events = [*_duties(problem, roster, person), *_days(problem, roster, person)]
    ordered = sorted(events, key=lambda pair: pair[0])
    return wrapped([line for _, lines in ordered for line in event(lines, _stamped(stamp))])


def write_calendar(
    problem: Problem, roster: Roster, person: str, path: str | Path, published: date | None = None
) -> None:
    """Write a person's calendar as an .ics file; see :func:`calendar_text`.

    Raises
    ------
    BadInput
        For the reasons of :func:`calendar_text`, and when the file cannot be written.
    """
    write_bytes(path, calendar_text(problem, roster, person, published).encode())


def calendar_names(problem: Problem) -> dict[str, str]:
    """Return a file name for each person by id: safe on every system, and all of them different.

    A plain code - letters and digits, at least one digit, up to 12 characters - names its file.
    Any other id may be made from a person's name, which a file in a folder or an attachment would
    show: it becomes a short hash.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for person in problem.people:
        name = person.id
        if not _CODE.fullmatch(name) or name.casefold() in taken or _RESERVED.match(name):
            name = hashlib.sha256(person.id.encode()).hexdigest()[:12]
        taken.add(name.casefold())
        names[person.id] = f"{name}.ics"
    return names


Told = tuple[tuple[date, int, int], list[tuple[str, str]]]


def _require_dated(problem: Problem, person: str) -> None:
    known = [one.id for one in problem.people]
    if person not in known:
        found, needed = f"unknown person {person!r}", f"one of: {', '.join(known[:12])}"
        raise BadInput([Fault("person", found, needed, "the roster is another ward's")])
    if problem.horizon.kind is HorizonKind.CYCLIC:
        guess = "`turnus prepare dates` lays it onto dates first"
        fault = Fault("horizon.kind", "a base roster", "a roster with dates", guess)
        raise BadInput([fault])


def _stamped(stamp: date) -> list[tuple[str, str]]:
    version = max(0, (stamp - _FIRST_STAMP).days)
    return [("DTSTAMP", f"{stamp:%Y%m%d}T000000Z"), ("SEQUENCE", str(version))]


def _duties(problem: Problem, roster: Roster, person: str) -> Iterator[Told]:
    """Yield the duties that hold and that no absence covers."""
    covered = {(o.date, o.shift) for o in roster.overlays if o.person == person}
    starts = {shift.code: shift.start for shift in problem.shifts}
    mine = sorted(
        (duty for duty in roster.effective if duty.person == person),
        key=lambda duty: (duty.date, starts[duty.shift], duty.shift),
    )
    counted: dict[date, int] = {}
    for duty in mine:
        number = counted[duty.date] = counted.get(duty.date, 0) + 1
        if (duty.date, duty.shift) not in covered:
            yield (duty.date, 1, number), _duty(problem, duty, number)


def _duty(problem: Problem, duty: Assignment, number: int) -> list[tuple[str, str]]:
    shift = next(one for one in problem.shifts if one.code == duty.shift)
    unit = next(one for one in problem.units if one.id == duty.unit)
    return [
        ("UID", _uid(duty.person, duty.date, f"duty {number}")),
        ("DTSTART", _utc(instant(duty.date, shift.start))),
        ("DTEND", _utc(instant(duty.date, shift.end_minute))),
        ("SUMMARY", f"{shift.code} {shift.name}".strip()),
        ("LOCATION", unit.name or unit.id),
        ("TRANSP", "OPAQUE"),
    ]


def _days(problem: Problem, roster: Roster, person: str) -> Iterator[Told]:
    """Yield a whole-day event for each code on a day."""
    codes = {o.date: o.code for o in _known_absence(problem, roster, person)}
    codes |= {o.date: o.code for o in roster.overlays if o.person == person}
    for day, code in codes.items():
        yield (
            (day, 0, 0),
            [
                ("UID", _uid(person, day, "day")),
                ("DTSTART;VALUE=DATE", f"{day:%Y%m%d}"),
                ("DTEND;VALUE=DATE", f"{day + timedelta(days=1):%Y%m%d}"),
                ("SUMMARY", _AWAY if code in _HEALTH else DAY_CODE[code]),
                ("TRANSP", "TRANSPARENT"),
            ],
        )


def _known_absence(problem: Problem, roster: Roster, person: str) -> Iterator[Overlay]:
    last = roster.start + timedelta(days=roster.days - 1)
    for away in problem.absences:
        if away.person == person:
            day = max(away.first, roster.start)
            while day <= min(away.end, last):
                yield Overlay(person=person, date=day, code=DayCode(away.kind.value))
                day += timedelta(days=1)


def _uid(person: str, day: date, what: str) -> str:
    """Return an identity that stays and tells nothing of the person."""
    digest = hashlib.sha256(f"{person}\n{day.isoformat()}\n{what}".encode()).hexdigest()
    return f"{digest[:32]}@helseturnus"


def _utc(minutes: int) -> str:
    """Return real minutes since 1970 as a date and time in UTC."""
    return f"{datetime.fromtimestamp(minutes * 60, UTC):%Y%m%dT%H%M%SZ}"
