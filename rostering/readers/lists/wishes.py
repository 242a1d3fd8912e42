"""A list of wishes merged into a ward: who wants what on which dates, and how much."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from rostering.domain.problem import Problem
from rostering.readers.lists import vocabulary
from rostering.readers.lists.draft import Draft, Merged
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.names import Names
from rostering.readers.lists.page import Entry, open_page
from rostering.readers.lists.people import Named, People
from rostering.readers.workbook.cells import Cell, Unreadable, day, split, text, whole

_SPAN = re.compile(r"^(\S+)\s*(?:[-–]|til)\s*(\S+)$")
_NAMED = ("shifts", "kinds")
_WEIGHT = ("strength", "points")


def read_wishes(path: str | Path, problem: Problem, mapping: Mapping | None = None) -> Merged:
    """Return a ward with the wishes of a list added.

    A wish that the ward has already is not added again; one that differs in strength only takes
    the list's.

    Parameters
    ----------
    path
        An .xlsx or CSV file with a row for each wish.
    problem
        The ward; its other wishes stay.
    mapping
        Which column is which, and answers about doubtful names.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong, unknown or doubtful.
    """
    mapping = mapping or Mapping()
    page = open_page(path, "wishes", mapping)
    draft, names = Draft(problem, page), Names(problem, mapping)
    people = People(problem.people, mapping)
    adding = _Adding(draft)
    for entry in page.entries():
        person = people.find(entry, may_be_new=False)
        spans, wanted = _spans(entry), _wanted(entry, names)
        weight = {"strength": entry.read("strength", _strength) or 2}
        points = entry.read("points", whole)
        if points is not None:
            weight["points"] = points
        if person is not None and wanted is not None:
            for first, last in spans:
                adding.add(entry, person, (first, last), wanted | weight)
    return adding.merged()


class _Adding:
    """Puts wishes into the draft and remembers what became of each."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._wishes = draft.entries("wishes")
        self._places = {_key(wish): number for number, wish in enumerate(self._wishes)}
        self._before = len(self._wishes)
        self._told: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}

    def add(
        self, entry: Entry, person: Named, span: tuple[str, str | None], wanted: dict[str, Any]
    ) -> None:
        first, last = span
        wish = {"person": person.id, "first": first, **wanted}
        if last is not None and last != first:
            wish["last"] = last
        number = self._places.setdefault(_key(wish), len(self._wishes))
        written = [str(raw) for name in ("wish", *_NAMED) if (raw := entry.raw(name)) is not None]
        label = f"{person.name} {first}: {' '.join(written)}"
        if number == len(self._wishes):
            self._wishes.append(wish)
            self._mark(entry, number)
            self._told["added"].append(label)
            return
        old = self._wishes[number]
        if old["kind"] != wish["kind"]:
            has = "the list" if number >= self._before else "the ward"
            found = f"{wish['kind']} for {first}, where {has} has {old['kind']}"
            entry.refuse("wish", found, "one of the two", f"{person.name} has changed the wish")
        elif _weight(old) == _weight({**old, **wish}):
            self._told["unchanged"].append(label)
        else:
            old.update({name: wish[name] for name in _WEIGHT if name in wish})
            self._told["changed"].append(label)

    def _mark(self, entry: Entry, number: int) -> None:
        path = f"wishes[{number}]"
        self._draft.mark(path, entry.place("dates"))
        self._draft.mark(f"{path}.last", entry.place("last"))
        self._draft.mark(f"{path}.shifts", entry.place("shifts"))

    def merged(self) -> Merged:
        problem = self._draft.finished()
        told = {name: tuple(labels) for name, labels in self._told.items()}
        return Merged(problem, **told, left=tuple(self._draft.page.left))


def _weight(wish: dict[str, Any]) -> tuple[Any, ...]:
    return wish.get("strength", 2), wish.get("points")


def _key(wish: dict[str, Any]) -> tuple[Any, ...]:
    last = wish.get("last") or wish["first"]
    return (wish["person"], wish["first"], last, tuple(sorted(_named(wish))))


def _named(wish: dict[str, Any]) -> list[str]:
    return [str(one) for field in _NAMED for one in wish.get(field, ())]


def _spans(entry: Entry) -> list[tuple[str, str | None]]:
    """Return the first and last dates that a row names."""
    spans = entry.read("dates", _dates) or []
    last = entry.read("last", day)
    if not entry.filled("dates"):
        entry.refuse("dates", "an empty cell", "a date", "the cell was forgotten")
    if last is not None and spans:
        if len(spans) > 1 or spans[0][1] is not None:
            guess = "give each stretch of days a row of its own"
            entry.refuse("last", "a last date for several first ones", "one first date", guess)
        spans = [(spans[0][0], last)]
    return spans


def _dates(cell: Cell) -> list[tuple[str, str | None]]:
    """Return dates and stretches such as ``01.03.2027 - 05.03.2027``, with commas between."""
    if not isinstance(cell.value, str):
        return [(day(cell), None)]
    found: list[tuple[str, str | None]] = []
    for part in split(cell.text.replace(" og ", ",")):
        span = _SPAN.match(part)
        try:
            found.append((day(Cell(part)), None))
        except Unreadable:
            if span is None:
                raise
            found.append((day(Cell(span[1])), day(Cell(span[2]))))
    return found


def _wanted(entry: Entry, names: Names) -> dict[str, Any] | None:
    """Return kind, shifts and kinds of shifts of a wish; None after noting a fault."""
    wish = entry.read("wish", text) or ""
    parts = (entry.read("shifts", text), entry.read("kinds", text))
    shifts = ", ".join(part for part in parts if part)
    if not wish and not shifts:
        if not entry.filled("wish", *_NAMED):
            entry.refuse("", "no wish", "what is wanted or not", "the row is only half filled in")
        return None
    try:
        return _meant(wish, shifts, names)
    except Unreadable as error:
        named = next((name for name in _NAMED if entry.filled(name)), "")
        field = named if shifts and (not wish or not _direction(wish)[1]) else "wish"
        entry.refuse(field, repr(str(entry.raw(field))), error.needed, error.maybe)
    return None


def _meant(wish: str, shifts: str, names: Names) -> dict[str, Any]:
    """Return what the texts of the columns for wish and shift mean together."""
    kind, rest = _direction(wish or shifts)
    if wish and shifts and rest:
        raise Unreadable("ønsker or ønsker ikke beside the shift", "the shift stands twice")
    rest = shifts if wish and shifts else rest
    if kind == "off" and rest:
        raise Unreadable("no shift beside fri", "write ikke in place of fri")
    codes, kinds = names.shifts_and_kinds(rest) if rest else ([], [])
    made: dict[str, Any] = {"kind": "avoid" if kind == "off" else kind}
    return made | ({"shifts": codes} if codes else {}) | ({"kinds": kinds} if kinds else {})


def _direction(written: str) -> tuple[str, str]:
    """Return want, avoid or off, and the rest of the text: the shifts that it speaks of."""
    whole = vocabulary.meaning("wish", written)
    if whole:
        return whole, ""
    parts = written.split()
    for words in range(len(parts) - 1, 0, -1):
        kind = vocabulary.meaning("wish", " ".join(parts[:words]))
        if kind:
            return kind, " ".join(parts[words:])
    return "want", written


def _strength(cell: Cell) -> int:
    written = text(cell)
    found = written if written in {"1", "2", "3"} else vocabulary.meaning("strength", written)
    if not found:
        listed = ", ".join(vocabulary.usual("strength"))
        raise Unreadable(f"one of: {listed}, or 1 to 3", vocabulary.guess("strength", written))
    return int(found)
