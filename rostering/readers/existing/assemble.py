"""Ward and roster out of what an existing roster says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.domain.canonical import content_hash
from rostering.domain.consistency import require_consistent
from rostering.domain.placement import misplaced
from rostering.domain.problem import BaseLine, Problem
from rostering.domain.roster import Assignment, Evidence, Overlay, Roster, Worked
from rostering.domain.wishes import Absence, AbsenceKind
from rostering.errors import BadInput, Fault
from rostering.readers.existing.codes import Codes, Piece
from rostering.readers.existing.contents import Contents, Entry, together
from rostering.readers.existing.found import Found, LineText, period_faults
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.people import Staff, slug
from rostering.readers.existing.roles import UNNAMED, settle_roles
from rostering.readers.existing.ward import new_ward
from rostering.readers.validation import limited


@dataclass(frozen=True, slots=True)
class Source:
    """All that was read: the table, who is who, what the cells say, and by which mapping."""

    found: Found
    mapping: Mapping
    staff: Staff
    codes: Codes
    contents: Contents


class _Making:
    """A roster as it grows; every duty remembers where it stands."""

    def __init__(self, source: Source, ward: Problem) -> None:
        self.source, self.ward = source, ward
        self.duties: list[tuple[Assignment, str]] = []
        self.overlays: list[Overlay] = []
        self.worked: list[Worked] = []
        self.absences: list[tuple[Absence, str]] = []
        self.faults: list[Fault] = []
        self.cells: dict[str, dict[date, str]] = defaultdict(dict)
        self.homes = {person.id: person.home_unit for person in ward.people}
        self.units = {unit.id for unit in ward.units}
        self.named = {unit.name: unit.id for unit in ward.units if unit.name}

    def add(self, person: str, entry: Entry) -> None:
        """Add what a person has on a date."""
        for piece in entry.content.duties:
            self.duties.append((self._duty(person, entry, piece), entry.where))
        for piece in entry.content.worked or ():
            duty = self._duty(person, entry, piece)
            values = duty.model_dump(include={"person", "date", "shift", "unit", "pay"})
            self.worked.append(Worked(**values))
        if entry.content.worked == ():
            self.worked.append(Worked(person=person, date=entry.when))
        code, covered = entry.content.day_code, entry.content.covered
        if code is None:
            return
        self.overlays.append(Overlay(person=person, date=entry.when, code=code, shift=covered))
        if code.value in set(AbsenceKind):
            away = Absence(
                person=person,
                kind=AbsenceKind(code.value),
                first=entry.when,
                credited=entry.content.credited,
                shift=covered,
            )
            self.absences.append((away, entry.where))

    def _duty(self, person: str, entry: Entry, piece: Piece) -> Assignment:
        unit = piece.unit or self._unit(entry) or self.homes[person]
        if unit not in self.units:
            guess = "write it under [units] in the mapping"
            needed = f"one of the ward's units: {', '.join(sorted(self.units))}"
            self.faults.append(Fault(entry.where, f"unknown unit {unit!r}", needed, guess))
        return Assignment(
            person=person,
            date=entry.when,
            shift=piece.shift,
            unit=unit,
            role=UNNAMED if piece.role == "" else piece.role,
            pay=piece.pay,
        )

    def _unit(self, entry: Entry) -> str:
        written = entry.unit
        known = self.source.mapping.units.get(written) or self.named.get(written)
        if known or written in self.units or not written:
            return known or written
        return slug(written) if slug(written) in self.units else written


def assemble(source: Source, ward: Problem | None) -> tuple[Problem, Roster]:
    """Return the ward and the roster that an existing roster describes.

    Raises
    ------
    BadInput
        With every fault of the table, its people, its codes and its dates.
    """
    before = [
        *source.found.faults,
        *([] if source.found.faults else period_faults(source.found, source.mapping)),
        *source.staff.faults,
        *source.contents.faults,
    ]
    if before:
        raise BadInput(limited(before))
    if not source.codes.shifts:
        fault = Fault(source.found.table.place(1), "no shift", "at least one duty or shift code")
        raise BadInput([fault])
    base = ward or new_ward(source.found, source.mapping, source.staff, source.codes)
    making = _Making(source, base)
    _fill(making)
    settle_roles(base, making.duties, making.faults)
    problem = _with_rest(making, base, is_new=ward is None)
    _require_placed(making, problem)
    if making.faults:
        raise BadInput(limited(making.faults))
    require_consistent(problem)
    inside = [d for d, _ in making.duties if d.date >= problem.horizon.start]
    roster = Roster(
        problem_name=problem.name,
        problem_hash=content_hash(problem),
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(sorted(inside, key=lambda duty: duty.key)),
        overlays=tuple(sorted(making.overlays, key=lambda o: (o.person, o.date))),
        worked=tuple(sorted(making.worked, key=lambda w: (w.person, w.date, w.shift or ""))),
        evidence=Evidence(strategy="imported"),
    )
    return problem, roster


def _fill(making: _Making) -> None:
    source = making.source
    by_day: dict[tuple[str, date], list[Entry]] = {}
    for entry in source.contents.entries:
        person = source.staff.ids.get(entry.line)
        if person is None:
            codes = [piece.shift for piece in entry.content.duties]
            making.cells[entry.line][entry.when] = codes[0] if codes else ""
        else:
            by_day.setdefault((person, entry.when), []).append(entry)
    for (person, _), entries in by_day.items():
        one, fault = together(entries, source.mapping.layout, source.codes.shifts)
        if one is not None:
            making.add(person, one)
        if fault is not None:
            making.faults.append(fault)


def _with_rest(making: _Making, base: Problem, *, is_new: bool) -> Problem:
    """Return the ward with shifts, absences, vacant lines and past nights that it lacked."""
    codes, known = making.source.codes, {shift.code for shift in base.shifts}
    start = base.horizon.start
    past = tuple(d for d, _ in making.duties if d.date < start and d not in base.history)
    if any(when.date < start - timedelta(days=1) for when in past):
        past = ()  # told by _require_placed
    lines = [
        _base_line(making, base, key, line) for key, line in making.source.staff.vacant.items()
    ]
    fresh = {
        "shifts": tuple(
            s for c, s in codes.shifts.items() if c not in known and (is_new or c in codes.used)
        ),
        "absences": tuple(_merged(_new_absences(making, base))),
        "base_lines": tuple(line for line in lines if line not in base.base_lines),
        "history": past,
    }
    changed = {name: (*getattr(base, name), *more) for name, more in fresh.items() if more}
    return base.model_copy(update=changed) if changed else base


def _new_absences(making: _Making, base: Problem) -> list[Absence]:
    """Return absences that the ward does not know; one that contradicts it is a fault."""
    made = []
    agreed = {(days.person, days.kind) for days in base.agreed_days}
    for away, where in making.absences:
        if (away.person, away.kind.value) in agreed:
            continue  # the ward credits the day already, wherever it lies
        known = [
            a for a in base.absences if a.person == away.person and a.first <= away.first <= a.end
        ]
        if not known:
            made.append(away)
        elif not any(
            a.kind is away.kind and (None in {a.shift, away.shift} or a.shift == away.shift)
            for a in known
        ):
            found = f"{away.kind} over {away.shift or 'no shift'}"
            other = f"{known[0].kind} over {known[0].shift or 'no shift'}"
            needed = f"{other}, as the ward has it for {away.person} on {away.first}"
            guess = "the ward is older than the roster: mend its absences"
            making.faults.append(Fault(where, found, needed, guess))
    return made


def _merged(absences: Iterable[Absence]) -> list[Absence]:
    """Return absences with days in a row put together where kind, credit and shift are one."""
    made: list[Absence] = []
    for away in sorted(absences, key=lambda a: (a.person, a.first)):
        last = made[-1] if made else None
        if (
            last is not None
            and last.end + timedelta(days=1) == away.first
            and (last.person, last.kind, last.credited, last.shift)
            == (away.person, away.kind, away.credited, away.shift)
        ):
            made[-1] = last.model_copy(update={"last": away.first})
        else:
            made.append(away)
    return made


def _base_line(making: _Making, base: Problem, key: str, line: LineText) -> BaseLine:
    """Return a vacant line; its cells begin on the Monday of the first week."""
    start, end = base.horizon.start, base.horizon.end
    monday = start - timedelta(days=start.weekday())
    days = (end - monday).days + 1
    cells = making.cells[key]
    unit = base.units[0].id
    wanted = making.source.mapping.units.get(line.unit, line.unit)
    return BaseLine(
        id=slug(line.name),
        unit=next((u.id for u in base.units if wanted in {u.id, u.name}), unit),
        percent=line.percent or 100,
        cells=tuple(cells.get(monday + timedelta(days=n), "") for n in range(days)),
    )


def _require_placed(making: _Making, problem: Problem) -> None:
    start, end = problem.horizon.start, problem.horizon.end
    for duty, where in making.duties:
        if duty.unit in making.units and (
            wrong := misplaced(problem, duty.shift, duty.unit, duty.role, duty.date)
        ):
            making.faults.append(Fault(where, *wrong))
        early = duty.date < start and duty not in problem.history
        if early or duty.date > end:
            needed = f"a date from {start} to {end}, the ward's period"
            making.faults.append(Fault(where, f"a duty on {duty.date}", needed))
    for away, where in making.absences:
        if not start <= away.first <= end:
            needed = f"a date from {start} to {end}, the ward's period"
            making.faults.append(Fault(where, f"{away.kind} on {away.first}", needed))
