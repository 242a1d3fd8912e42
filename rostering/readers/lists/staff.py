"""A staff list merged into a ward: people added and changed, nobody taken away."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.readers.lists import vocabulary
from rostering.readers.lists.draft import Draft, Merged
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.names import Names
from rostering.readers.lists.page import Entry, open_page
from rostering.readers.lists.people import Named, People
from rostering.readers.lists.positions import Reader, fill_positions, is_zero, position_readers
from rostering.readers.workbook.cells import Cell, Unreadable, day, number, text, whole

_WITHOUT_POSITION = {"on_call", "agency", "student", "temp"}


def read_staff(path: str | Path, problem: Problem, mapping: Mapping | None = None) -> Merged:
    """Return a ward with the people of a staff list added or changed.

    Parameters
    ----------
    path
        An .xlsx or CSV file with a row for each person, or for each position of a person.
    problem
        The ward; people that the list does not name stay as they are.
    mapping
        Which column is which, and answers about doubtful names.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong, unknown or doubtful.
    """
    mapping = mapping or Mapping()
    page = open_page(path, "staff", mapping)
    draft, names = Draft(problem, page), Names(problem, mapping)
    known = People(problem.people, mapping)
    rows: dict[str, tuple[Named, list[Entry]]] = {}
    for entry in page.entries():
        person = known.find(entry, may_be_new=True)
        if person is not None:
            rows.setdefault(person.id, (person, []))[1].append(entry)
    for person, entries in rows.values():
        _Filling(draft, names, mapping).fill(person, entries)
    return _merged(draft, problem, rows.keys())


class _Filling:
    """Puts the rows of one person into the draft."""

    def __init__(self, draft: Draft, names: Names, mapping: Mapping) -> None:
        self._draft = draft
        self._names = names
        self._mapping = mapping

    def fill(self, person: Named, entries: list[Entry]) -> None:
        people = self._draft.entries("people")
        number = next((n for n, one in enumerate(people) if one["id"] == person.id), len(people))
        if number == len(people):
            people.append({"id": person.id})
        path, made = f"people[{number}]", people[number]
        made["name"] = person.name
        self._draft.mark(path, entries[0].place())
        self._draft.mark(f"{path}.name", entries[0].place("name"))
        for entry in entries:
            self._plain_fields(made, entry, path)
            self._competences(made, entry, path)
        self._home(made, entries, known=person.known)
        readers = position_readers(self._names, self._mapping)
        fill_positions(self._draft, readers, entries, number)
        if not person.known and not made.get("positions"):
            _require_position(made, entries[0])

    def _plain_fields(self, made: dict[str, Any], entry: Entry, path: str) -> None:
        readers: dict[str, Reader] = {
            "kind": _employment,
            "group": text,
            "in_post_since": day,
            "max_hours": number,
            "minor_until": day,
            "pay": whole,
            "weekend_from": day,
            "other_units": self._names.units,
        }
        for name, reader in readers.items():
            value = entry.read(name, reader)
            if value is not None:
                made[name] = value
                self._draft.mark(f"{path}.{name}", entry.place(name))

    def _competences(self, made: dict[str, Any], entry: Entry, path: str) -> None:
        for code in entry.read("competences", self._names.competences) or ():
            held = made.setdefault("competences", [])
            if all(one["code"] != code for one in held):
                self._draft.mark(f"{path}.competences[{len(held)}]", entry.place("competences"))
                held.append({"code": code})

    def _home(self, made: dict[str, Any], entries: list[Entry], *, known: bool) -> None:
        """Set the home unit: that of the only row, or of a new person's first row."""
        named = [unit for e in entries if (unit := e.read("unit", self._names.unit))]
        if named and (not known or len(entries) == 1):
            made["home_unit"] = named[0]
        elif "home_unit" not in made:
            units = [unit["id"] for unit in self._draft.data["units"]]
            unit = self._mapping.unit or (units[0] if len(units) == 1 else "")
            if unit:
                made["home_unit"] = unit
            elif not entries[0].filled("unit"):
                guess = "give --unit, or add a column Enhet"
                needed = f"one of the units {', '.join(units)}"
                entries[0].refuse("unit", "no unit for a new person", needed, guess)


def _employment(cell: Cell) -> str:
    written = text(cell)
    found = vocabulary.meaning("employment", written)
    if not found:
        listed = ", ".join(vocabulary.usual("employment"))
        raise Unreadable(f"one of: {listed}", vocabulary.guess("employment", written))
    return found


def _require_position(made: dict[str, Any], entry: Entry) -> None:
    if made.get("kind", "permanent") not in _WITHOUT_POSITION and not any(
        fault.where == entry.place("percent") for fault in entry.page.faults
    ):
        guess = "the person has no fixed position: write tilkalling under Ansettelse"
        found = "0 percent" if is_zero(entry) else "an empty cell"
        entry.refuse("percent", found, "the new person's percentage", guess)


def _merged(draft: Draft, before: Problem, named: Collection[str]) -> Merged:
    problem = draft.finished()
    known = {person.id: person for person in before.people}
    added, changed, unchanged, kept = [], [], [], []
    for person in problem.people:
        label, old = f"{person.id} {person.name}", known.get(person.id)
        if old is None:
            added.append(label)
        elif person.id not in named:
            kept.append(label)
        elif differ := [k for k in Person.model_fields if getattr(person, k) != getattr(old, k)]:
            changed.append(f"{label} ({', '.join(_heading(draft, key) for key in differ)})")
        else:
            unchanged.append(label)
    return Merged(
        problem, tuple(added), tuple(changed), tuple(unchanged), (), tuple(kept),
        tuple(draft.page.left),
    )  # fmt: skip


def _heading(draft: Draft, key: str) -> str:
    """Return the list's own heading for a field of a person."""
    page = draft.page
    fields = {"positions": ("percent", "first", "last", "full_time_hours"), "home_unit": ("unit",)}
    columns = [page.columns[name] for name in fields.get(key, (key,)) if name in page.columns]
    return page.table.text(page.head, columns[0]) if columns else key
