"""A ward made of a roster alone: its people, shift codes and days."""

from __future__ import annotations

from pathlib import Path

from rostering.domain.competence import Competence
from rostering.domain.people import HeldCompetence, Person, Position
from rostering.domain.problem import Horizon, Problem, Unit
from rostering.domain.shifts import ShiftKind
from rostering.errors import BadInput, Fault
from rostering.readers.existing.codes import Codes
from rostering.readers.existing.found import Found, LineText
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.paid_as import paid_as
from rostering.readers.existing.people import Staff, slug


def new_ward(found: Found, mapping: Mapping, staff: Staff, codes: Codes) -> Problem:
    """Return the ward that a roster shows: no demand, rules by the law and local defaults.

    Raises
    ------
    BadInput
        When nobody is left, or a percentage is out of range.
    """
    faults: list[Fault] = []
    competences: dict[str, Competence] = {}
    units = {mapping.unit: Unit(id=mapping.unit, name=mapping.unit_name)}
    people = []
    for person, lines in staff.lines.items():
        for cell_unit in dict.fromkeys(line.unit for line in lines if line.unit):
            unit = mapping.units.get(cell_unit, slug(cell_unit))
            units.setdefault(unit, Unit(id=unit, name=cell_unit))
        held = _held(lines, mapping, competences)
        positions = _positions(found, lines, mapping, faults)
        people.append(_person(person, lines, mapping, (held, positions)))
    if not people:
        where = found.table.place(1)
        faults.append(Fault(where, "nobody", "at least one person who is not vacant"))
    if faults:
        raise BadInput(faults)
    start = min(found.days)
    people = _at_home(people, units, mapping, found, staff)
    used = {u for person in people for u in person.units}
    return Problem(
        name=mapping.ward or Path(found.table.file).stem[:120],
        horizon=Horizon(start=start, days=(max(found.days) - start).days + 1),
        units=tuple(unit for unit in units.values() if unit.id in used) or tuple(units.values()),
        competences=tuple(competences.values()),
        shifts=tuple(codes.shifts.values()),
        people=tuple(people),
        assumed=_assumed(mapping, codes, people, staff),
    )


def _assumed(mapping: Mapping, codes: Codes, people: list[Person], staff: Staff) -> tuple[str, ...]:
    """Return what was taken to be so because neither file nor mapping said otherwise."""
    said = mapping.model_fields_set - set(mapping.assumed)
    nights = any(shift.kind is ShiftKind.NIGHT for shift in codes.shifts.values())
    empty = any(all(n.percent is None for n in lines) for lines in staff.lines.values())
    taken = {
        "full_time_hours": "full_time_hours" not in said and any(p.positions for p in people),
        "night_belongs_to": "night_belongs_to" not in said and nights,
        "year": "year" in mapping.assumed,
        "percent": empty,
    }
    return tuple(name for name, is_so in taken.items() if is_so)


def _held(
    lines: list[LineText], mapping: Mapping, known: dict[str, Competence]
) -> tuple[HeldCompetence, ...]:
    made: dict[str, HeldCompetence] = {}
    for name in (name for line in lines for name in line.competences):
        code = mapping.competences.get(name, slug(name)[:24])
        known.setdefault(code, Competence(code=code, name=name))
        made[code] = HeldCompetence(code=code)
    return tuple(made.values())


def _positions(
    found: Found, lines: list[LineText], mapping: Mapping, faults: list[Fault]
) -> tuple[Position, ...]:
    made: list[Position] = []
    for line in {(line.row, line.unit): line for line in lines}.values():
        percent = round(line.percent or 0, 2)
        if not 0 <= percent <= 100:
            where = found.table.place(line.row)
            words = f"{percent:g} % for {line.name}", "a percentage from 0 to 100"
            faults.append(Fault(where, *words, "two positions: give each a row"))
        elif percent:
            unit = mapping.units.get(line.unit, slug(line.unit)) if line.unit else mapping.unit
            made.append(
                Position(
                    id=str(len(made) + 1),
                    unit=unit,
                    percent=percent,
                    full_time_hours=mapping.full_time_hours,
                )
            )
    return tuple(made)


def _person(
    person: str,
    lines: list[LineText],
    mapping: Mapping,
    has: tuple[tuple[HeldCompetence, ...], tuple[Position, ...]],
) -> Person:
    unit = lines[0].unit
    home = mapping.units.get(unit, slug(unit)) if unit else mapping.unit
    held, positions = has
    return Person(
        id=person,
        name=lines[0].name,
        home_unit=home,
        group=paid_as(lines, mapping),
        positions=positions,
        competences=held,
    )


def _at_home(
    people: list[Person], units: dict[str, Unit], mapping: Mapping, found: Found, staff: Staff
) -> list[Person]:
    """Let people work in every unit in which the roster shows them."""
    more: dict[str, list[str]] = {}
    for cell in found.cells:
        person = staff.ids.get(cell.line)
        if person is not None and cell.unit:
            unit = mapping.units.get(cell.unit, slug(cell.unit))
            units.setdefault(unit, Unit(id=unit, name=cell.unit))
            more.setdefault(person, []).append(unit)
        for marked in cell.text.replace("→", "/").split("/"):
            unit = marked.partition("@")[2].partition("+")[0].partition("*")[0].strip()
            if person is not None and unit:
                units.setdefault(unit, Unit(id=unit))
                more.setdefault(person, []).append(unit)
    return [
        person.model_copy(
            update={
                "other_units": tuple(
                    u for u in dict.fromkeys(more.get(person.id, ())) if u not in set(person.units)
                )
            }
        )
        for person in people
    ]
