"""What one row of a staffing plan asks for, as rows of demand."""

from __future__ import annotations

from datetime import date
from typing import Any

from rostering.domain.fields import Model
from rostering.readers.lists import vocabulary
from rostering.readers.lists.headings import WEEKDAY_FIELDS
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.names import Names
from rostering.readers.lists.page import Entry
from rostering.readers.workbook.cells import (
    Cell,
    Unreadable,
    day,
    days,
    number,
    text,
    whole,
    yes_no,
)

_SHORT = ("ma", "ti", "on", "to", "fr", "lø", "sø")


class Heads(Model):
    """People of one cell of a matrix: minimum and target."""

    minimum: int
    target: int


def demands(entry: Entry, names: Names, mapping: Mapping) -> list[dict[str, Any]]:
    """Return the rows of demand of one row of a list; none after noting a fault.

    A row of a matrix becomes one row of demand for each set of weekdays with the same numbers.
    ``label`` is the id that a row without one may take.
    """
    base = _base(entry, names, mapping)
    if any(name in entry.page.columns for name in WEEKDAY_FIELDS):
        found = _matrix(entry, base, mapping)
    else:
        found = [base | _numbers(entry)]
    return found if base.get("shifts") and base.get("units") else []


def _base(entry: Entry, names: Names, mapping: Mapping) -> dict[str, Any]:
    made: dict[str, Any] = {
        "shifts": entry.read("shifts", names.shifts),
        "units": _units(entry, names, mapping),
        "competence": _competence(entry, names),
        "id": entry.read("id", text),
        "name": entry.read("name", text),
        "first": entry.read("first", day),
        "last": entry.read("last", day),
        "only_dates": entry.read("only_dates", days),
        "except_dates": entry.read("except_dates", days),
        "exclusive": entry.read("exclusive", yes_no),
    }
    if not entry.filled("shifts"):
        guess = "the cell above holds for this row too: fill it in"
        entry.refuse("shifts", "an empty cell", "a shift code", guess)
    made["label"] = _label(made)
    asked = ("competence",) if entry.filled("competences", "any_of") else ()
    return {name: value for name, value in made.items() if value or name in asked}


def _units(entry: Entry, names: Names, mapping: Mapping) -> list[str]:
    if entry.filled("unit"):
        return entry.read("unit", names.units) or []
    only = [mapping.unit] if mapping.unit else names.all_units
    if len(only) != 1:
        needed = f"one of the units {', '.join(only)}"
        entry.refuse("unit", "no unit", needed, "give --unit, or add a column Enhet")
    return only


def _competence(entry: Entry, names: Names) -> dict[str, list[str]]:
    """Return the need; several competences in one cell must say whether all are needed."""
    written = entry.raw("competences")
    made: dict[str, list[str]] = {}
    if written is not None and not vocabulary.is_anyone(str(written)):
        made["all_of"] = entry.read("competences", names.competences) or []
        heading = entry.page.table.text(entry.page.head, entry.page.columns["competences"])
        if len(made["all_of"]) > 1 and "alle" not in vocabulary.bare(heading):
            needed = "one competence, or a heading that says Kompetanse (alle) or (én av)"
            guess = "any of them will do: call the column Kompetanse (én av)"
            entry.refuse("competences", repr(str(written)), needed, guess)
    if entry.filled("any_of"):
        made["any_of"] = entry.read("any_of", names.competences) or []
    return {name: codes for name, codes in made.items() if codes}


def _label(made: dict[str, Any]) -> str:
    codes = [code for codes in made["competence"].values() for code in codes]
    return "-".join([*(made["shifts"] or ()), *(codes or ["alle"])])


def _numbers(entry: Entry) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name in ("minimum", "target", "maximum", "price_under", "price_over"):
        value = entry.read(name, whole)
        if value is not None:
            made[name] = value
    if not entry.filled("minimum", "target"):
        name = "target" if "target" in entry.page.columns else "minimum"
        entry.refuse(name, "an empty cell", "how many people", "write 0 when there is nobody")
    weekdays = entry.read("weekdays", _weekdays)
    return made | ({"weekdays": list(weekdays)} if weekdays else {})


def _weekdays(cell: Cell) -> tuple[int, ...]:
    found = vocabulary.weekdays(text(cell))
    if found is None:
        raise Unreadable("weekdays, such as man-fre, lør or helg")
    return found


def _matrix(entry: Entry, base: dict[str, Any], mapping: Mapping) -> list[dict[str, Any]]:
    groups: dict[Heads, list[int]] = {}
    for weekday, name in enumerate(WEEKDAY_FIELDS, 1):
        heads = entry.read(name, lambda cell: _heads(cell, mapping))
        if heads is not None and heads != Heads(minimum=0, target=0):
            groups.setdefault(heads, []).append(weekday)
    made = []
    for heads, weekdays in groups.items():
        label = base["label"]
        if len(groups) > 1:
            label = f"{label}-{_SHORT[weekdays[0] - 1]}"
        row = base | {"label": label, "target": heads.target}
        row |= {"minimum": heads.minimum} if heads.minimum else {}
        made.append(row | {"weekdays": weekdays})
    return made


def _heads(cell: Cell, mapping: Mapping) -> Heads:
    """Return the people of a cell: ``4``, or ``3/4`` for minimum and target."""
    if isinstance(cell.value, date):
        guess = f"Excel took {cell.value.day}/{cell.value.month} for a date: write it as text"
        raise Unreadable("a number, or minimum/target such as 3/4", guess)
    least, slash, most = cell.text.partition("/")
    if slash:
        return Heads(minimum=_count(Cell(least)), target=_count(Cell(most)))
    count = _count(cell)
    return Heads(
        minimum=count if mapping.numbers in {"minimum", "both"} else 0,
        target=count,
    )


def _count(cell: Cell) -> int:
    value = number(cell)
    if value != int(value) or value < 0:
        raise Unreadable("a whole number of people", f"write {max(0, round(value))}")
    return int(value)
