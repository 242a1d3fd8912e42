"""A roster as the first nurse rostering competition writes it: XML with one entry a duty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import BadInput, Fault
from rostering.readers.public.reading import Reading
from rostering.readers.source import load

_PARTS = ("Date", "Employee", "ShiftType")


def inrc1_assignments(path: Path, problem: Problem) -> list[Assignment]:
    """Return the duties of a ``Solution`` file.

    Raises
    ------
    BadInput
        When it is no such XML, or an entry does not fit the problem.
    """
    root = _root(path)
    reading = Reading(path.name)
    period = (root.findtext("SchedulingPeriodID") or problem.name).strip()
    if period != problem.name:
        guess = "the roster belongs to another instance"
        reading.fault("SchedulingPeriodID", f"{period!r}", f"{problem.name!r}", guess)
    found = list(_duties(reading, root, problem))
    reading.finish()
    return found


def _root(path: Path) -> ET.Element:
    data = load(path)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        needed = "XML without a document type: it can make a small file endless"
        raise BadInput([Fault(path.name, "a document type", needed)])
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError) as error:
        guess = "the file was cut off, or is no XML"
        raise BadInput([Fault(path.name, str(error), "well-formed XML", guess)]) from error
    if root.tag != "Solution":
        fault = Fault(path.name, f"<{root.tag}> at the top", "<Solution>", "it is the instance")
        raise BadInput([fault])
    return root


def _duties(reading: Reading, root: ET.Element, problem: Problem) -> Iterator[Assignment]:
    people = [person.id for person in problem.people]
    codes = [shift.code for shift in problem.shifts]
    seen: set[tuple[str, date]] = set()
    for number, entry in enumerate(root.findall("Assignment"), start=1):
        here = f"Assignment {number}"
        written, person, code = ((entry.findtext(part) or "").strip() for part in _PARTS)
        when = _date(reading, here, written, problem)
        named = reading.known(person, f"{here}, Employee", "employee", people)
        if not reading.known(code, f"{here}, ShiftType", "shift", codes) or not named or not when:
            continue
        if (person, when) in seen:
            reading.fault(here, f"employee {person} on {when} a second time", "one shift a day")
        seen.add((person, when))
        yield Assignment(person=person, date=when, shift=code, unit=problem.units[0].id)


def _date(reading: Reading, here: str, written: str, problem: Problem) -> date | None:
    try:
        when = date.fromisoformat(written)
    except ValueError:
        when = None
    first, last = problem.horizon.start, problem.horizon.end
    if when is None or not first <= when <= last:
        found = written[:40] or "no date"
        reading.fault(f"{here}, Date", found, f"a date from {first} to {last} as YYYY-MM-DD")
        return None
    return when
