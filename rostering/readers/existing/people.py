"""Which person each line of a roster is; what is not certain is asked, never guessed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.errors import Fault
from rostering.readers import guesses
from rostering.readers.existing.found import Found, LineText, is_vacant
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.table import joined

MOST_LINES = 600
_SHARED = re.compile(r"[^\W\d]\s*(?:/|&|\+|\bog\b|\band\b)\s*[^\W\d]")
_ALIKE = 0.88


@dataclass(slots=True)
class Staff:
    """Persons and vacant lines by the key of the line; ``lines`` by person, in reading order.

    ``numbers`` are the ids of names without an employee id.
    """

    ids: dict[str, str] = field(default_factory=dict)
    vacant: dict[str, LineText] = field(default_factory=dict)
    lines: dict[str, list[LineText]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def staff(found: Found, mapping: Mapping, ward: Problem | None) -> Staff:
    """Return who stands on each line of a roster.

    Parameters
    ----------
    found
        What the roster says.
    mapping
        Its ``aliases`` answer what is asked.
    ward
        The ward whose people are meant; None makes people of the lines.
    """
    made = Staff()
    if len({line.name for line in found.lines}) > MOST_LINES:
        where = found.table.place(found.lines[MOST_LINES].row)
        needed = f"at most {MOST_LINES} people in one roster"
        made.faults.append(Fault(where, f"{len(found.lines)} lines", needed))
        return made
    aliases = {_simple(name): person for name, person in mapping.aliases.items()}
    made.numbers = numbered(found, mapping)
    named: list[LineText] = []
    for line in found.lines:
        where = found.table.place(line.row)
        alias = aliases.get(_simple(line.name))
        if ward and alias is None and any(p.id == line.employee for p in ward.people):
            alias = line.employee  # known by id, however the name looks
        if alias is None and is_vacant(mapping, line.name):
            _vacant(made, line, where)
        elif alias is None and _SHARED.search(line.name):
            made.faults.append(_shared(line, where))
        else:
            person = _in_ward(made, line, where, alias, ward) if ward else _new(made, line, alias)
            if person:
                _add(made, line, where, person)
                named += [line] if alias is None else []
    if ward is None:
        made.faults += _asked(made, found, named)
        made.notes += _newcomers(made, found, mapping)
    return made


def _simple(name: str) -> str:
    return " ".join(name.casefold().split())


def _vacant(made: Staff, line: LineText, where: str) -> None:
    key = line.key
    if key in made.vacant:
        found = f"{line.name!r} a second time"
        needed = "a name of its own for each vacant line, such as Vakant 1 and Vakant 2"
        made.faults.append(Fault(where, found, needed))
    made.vacant[key] = line
    made.notes.append(f"{where}: {line.name} is a vacant line and nobody's; kept as a base line.")
    if not line.percent:
        made.notes.append(f"{where}: {line.name} has no percentage; taken as 100 %.")


def _shared(line: LineText, where: str) -> Fault:
    needed = "one person on the line"
    answer = (
        f'write under [aliases] in the mapping who works it: "{line.name}" = "the person\'s id"'
    )
    return Fault(where, f"{line.name!r}, which looks like a shared line", needed, answer)


def _new(made: Staff, line: LineText, alias: str | None) -> str:
    return alias or line.employee[:64] or made.numbers[line.name]


def numbered(found: Found, mapping: Mapping) -> dict[str, str]:
    """Return p01, p02 ... for the names without an employee id, in file order.

    Names that the mapping has under ``people`` keep their ids. Aliases change no number, so that
    an answer given there names the same person as the question did.
    """
    made = dict(mapping.people)
    taken = {*made.values(), *(line.employee for line in found.lines)}
    free = (number for n in count(1) if (number := f"p{n:02d}") not in taken)
    for line in found.lines:
        alone = not line.employee and not is_vacant(mapping, line.name)
        if alone and line.name not in made and not _SHARED.search(line.name):
            made[line.name] = next(free)
    return made


def _newcomers(made: Staff, found: Found, mapping: Mapping) -> Iterator[str]:
    """Yield a note for each name that a mapping with numbered people does not have yet."""
    told = {_simple(name) for name in (*mapping.people, *mapping.aliases)}
    for line in found.lines if mapping.people else ():
        person = made.numbers.get(line.name)
        if person and not line.employee and _simple(line.name) not in told:
            told.add(_simple(line.name))
            answer = f'write "{line.name}" = "{person}" under [people] in the mapping'
            yield f"{found.table.place(line.row)}: {line.name} is new, with id {person}; {answer}."


def slug(name: str) -> str:
    """Return an id for a name: ``Nordmann, Kari`` is ``kari-nordmann``."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma else name
    return "-".join(re.findall(r"\w+", turned.casefold()))[:64] or "x"


def _add(made: Staff, line: LineText, where: str, person: str) -> None:
    made.ids[line.key] = person
    before = made.lines.setdefault(person, [])
    if before and before[0].employee and before[0].name != line.name:
        if _alike(before[0].name, line.name):
            made.notes.append(f"{where}: {line.name!r} is {before[0].name!r} by employee id.")
        else:
            found = f"{line.name!r} with the employee id of {before[0].name!r}"
            made.faults.append(Fault(where, found, "an employee id of one person only"))
    before.append(line)


def _in_ward(
    made: Staff, line: LineText, where: str, alias: str | None, ward: Problem
) -> str | None:
    """Return the ward's person on a line; a fault when that is not plain."""
    by_id = {person.id: person for person in ward.people}
    wanted = alias or line.employee
    if wanted in by_id:
        return wanted
    if alias is not None:
        guess = guesses.spelling(alias, by_id)
        needed = f"a person of the ward: {joined(sorted(by_id))}"
        made.faults.append(Fault(f"[aliases] of the mapping, {line.name!r}", alias, needed, guess))
        return None
    same = [p for p in ward.people if _simple(p.name) == _simple(line.name)]
    if len(same) == 1:
        return same[0].id
    made.faults.append(_not_in_ward(line, where, same or ward.people, bool(same)))
    return None


def _not_in_ward(
    line: LineText, where: str, people: list[Person] | tuple[Person, ...], namesakes: bool
) -> Fault:
    close = [p for p in people if namesakes or _alike(p.name, line.name)]
    needed = "a person of the ward by name or employee id"
    if not close:
        found = f"{line.name!r}, whom the ward does not have"
        return Fault(where, found, needed, "the person should be added to the ward")
    answers = " or ".join(f'"{line.name}" = "{person.id}"' for person in close[:3])
    names = joined(f"{person.name} ({person.id})" for person in close)
    found = f"{line.name!r}, while the ward has {names}"
    return Fault(where, found, needed, f"write under [aliases] in the mapping: {answers}")


def _asked(made: Staff, found: Found, lines: list[LineText]) -> Iterator[Fault]:
    """Yield one fault for each two spellings that may be the same person."""
    first: dict[str, LineText] = {}
    for line in lines:
        for other in first.values():
            distinct = line.employee and other.employee
            if other.key == line.key or distinct or not _alike(other.name, line.name):
                continue
            one, two = _new(made, other, None), _new(made, line, None)
            apart = two if two != one else f"{two}-2"
            guess = (
                f'they are one person: write under [aliases] in the mapping "{line.name}" ='
                f' "{one}"; or they are two: "{line.name}" = "{apart}"'
            )
            there = found.table.place(other.row)
            words = f"{line.name!r}, much like {other.name!r} at {there}"
            yield Fault(found.table.place(line.row), words, "each person under one name", guess)
        first.setdefault(line.key, line)


def _alike(one: str, two: str) -> bool:
    """Return whether two names could be one person's, whatever the order of first and last."""
    a, b = (" ".join(sorted(re.findall(r"\w+", name.casefold()))) for name in (one, two))
    if a == b:
        return True
    if abs(len(a) - len(b)) > 3:
        return False
    match = difflib.SequenceMatcher(None, a, b)
    return match.real_quick_ratio() >= _ALIKE and match.ratio() >= _ALIKE
