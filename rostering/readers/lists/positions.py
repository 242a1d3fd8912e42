"""The positions of one person in a staff list: each row with a percentage is one contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rostering.readers.lists.draft import Draft
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.names import Names
from rostering.readers.lists.page import Entry
from rostering.readers.workbook.cells import Cell, Unreadable, day, number, percent, text, yes_no

Reader = Callable[[Cell], Any]
_FIELDS = ("percent", "full_time_hours", "first", "last", "position", "three_part")


def fill_positions(
    draft: Draft, readers: dict[str, Reader], entries: list[Entry], person: int
) -> None:
    """Put the contracts of a person's rows in the place of the ward's for the same positions.

    What a row says nothing of (hours of a full position, unit) stays as the ward has it.
    """
    made = draft.entries("people")[person]
    old: list[dict[str, Any]] = made.get("positions", [])
    new: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.filled(*_FIELDS) or (is_zero(entry) and not old):
            continue
        if key := _position(entry, old):
            new.setdefault(key, []).append(entry)
    told: list[tuple[Entry, dict[str, Any]]] = []
    for key, rows in new.items():
        before = [one for one in old if one["id"] == key]
        _require_all(key, rows[0], len(rows), len(before))
        for entry in rows:
            base = _before(entry, before, alone=len(rows) == 1)
            contract = _contract(entry, readers, base, made.get("home_unit"))
            told.append((entry, {**contract, "id": key}))
    kept = [one for one in old if one["id"] not in new]
    if told:
        made["positions"] = kept + [contract for _, contract in told]
    _mark(draft, told, f"people[{person}].positions", len(kept))


def _mark(draft: Draft, told: list[tuple[Entry, dict[str, Any]]], list_path: str, at: int) -> None:
    for place, (entry, contract) in enumerate(told, at):
        path = f"{list_path}[{place}]"
        draft.mark(path, entry.place())
        for name in contract:
            if entry.filled(name):
                draft.mark(f"{path}.{name}", entry.place(name))


def position_readers(names: Names, mapping: Mapping) -> dict[str, Reader]:
    """Return how each cell of a position is read."""
    return {
        "unit": names.unit,
        "position_unit": names.unit,
        "percent": lambda cell: _percent(cell, shares=mapping.shares),
        "full_time_hours": number,
        "first": day,
        "last": day,
        "three_part": yes_no,
    }


def is_zero(entry: Entry) -> bool:
    """Return whether a row says 0 percent, as lists do of people who are called in."""
    value = entry.raw("percent")
    if isinstance(value, str):
        value = value.replace("%", "").replace(",", ".").strip()
    return value is not None and str(value) in {"0", "0.0", "0.00"}


def _require_all(key: str, entry: Entry, rows: int, contracts: int) -> None:
    """Refuse to put fewer contracts in the place of those that the ward has."""
    if contracts > rows:
        found = f"{rows} contract for the position {key!r}"
        needed = f"the {contracts} contracts of the ward, each with its dates"
        guess = "the list shows today's only: add the others, or mend the ward first"
        entry.refuse("percent", found, needed, guess)


def _position(entry: Entry, old: list[dict[str, Any]]) -> str:
    """Return the position that a row speaks of; nothing after noting a fault."""
    written = entry.read("position", text)
    if written:
        return written
    known = list(dict.fromkeys(str(one["id"]) for one in old))
    if len(known) > 1:
        guess = "add a column Stilling id"
        needed = f"one of the person's positions: {', '.join(known)}"
        entry.refuse("position", "no position id", needed, guess)
        return ""
    return known[0] if known else "1"


def _before(entry: Entry, old: list[dict[str, Any]], *, alone: bool) -> dict[str, Any]:
    """Return the contract that a row goes on from: the same one, or the latest but its dates."""
    if alone and len(old) == 1:
        return old[0]
    first = entry.read("first", day)
    same = [one for one in old if one.get("first") == first]
    if same:
        return same[0]
    latest = max(old, key=lambda one: str(one.get("first", "")), default={})
    return {name: value for name, value in latest.items() if name not in {"first", "last"}}


def _contract(
    entry: Entry, readers: dict[str, Reader], old: dict[str, Any], home: str | None
) -> dict[str, Any]:
    made = dict(old)
    made.setdefault("unit", home)
    for name, reader in readers.items():
        value = entry.read(name, reader)
        if value is not None:
            made["unit" if name == "position_unit" else name] = value
    if "percent" not in made and not entry.filled("percent"):
        guess = "the cell was forgotten"
        entry.refuse("percent", "an empty cell", "the position's percentage", guess)
    return made


def _percent(cell: Cell, *, shares: bool) -> float:
    """Return a percentage; one that may be a share of 1 is asked for."""
    value = percent(cell)
    if shares and "%" not in f"{cell.style}{cell.text}":
        return round(value * 100, 6)
    if 0 < value <= 1 and "%" not in f"{cell.style}{cell.text}":
        guess = f"{value * 100:g} is meant: write shares = true in a mapping, or give --shares"
        raise Unreadable("a percentage such as 80", guess)
    return value
