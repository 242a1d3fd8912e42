"""Sheets put together to one problem: positions under people, curves under demand rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rostering.domain.problem import PROBLEM_VERSION
from rostering.readers import guesses
from rostering.readers.json_path import extend
from rostering.readers.workbook.book import REFUSED, Book, put
from rostering.readers.workbook.layout import (
    ABOUT,
    ABOUT_FIELDS,
    AGREED,
    PEOPLE,
    POSITIONS,
    RULES,
    TABLES,
    WEIGHTS,
    Column,
    Table,
)
from rostering.readers.workbook.people import fill_people
from rostering.readers.workbook.rows import Row, entry, numbered, read, rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NOTHING = object()
Sheets = Mapping[str, "Worksheet"]


def fill(book: Book, sheets: Sheets) -> None:
    """Fill the book's data, places and faults from the sheets."""
    if ABOUT in sheets:
        _fill_about(book, sheets[ABOUT])
    for table in TABLES:
        if table.sheet in sheets:
            _fill_table(book, sheets[table.sheet], table)
    _home_units(book.data)
    if book.data["version"] is REFUSED:
        book.data["version"] = PROBLEM_VERSION


def _fill_table(book: Book, sheet: Worksheet, table: Table) -> None:
    if table is PEOPLE:
        found = rows(book, sheet, (*PEOPLE.columns, *POSITIONS.columns), "people")
        fill_people(book, found)
    elif table is RULES:
        _fill_rules(book, sheet)
    elif table is WEIGHTS:
        _fill_weights(book, sheet)
    elif table is AGREED:
        _fill_agreed(book, sheet)
    elif table.parent:
        _fill_children(book, sheet, table)
    else:
        found = rows(book, sheet, table.columns, table.key)
        book.mark(table.key, f"sheet {sheet.title}")
        entries = numbered(book, found, table.columns, table.key)
        book.data[table.key] = [made for _, _, made in entries]


def _fill_about(book: Book, sheet: Worksheet) -> None:
    """Read the sheet of names and values; horizon and name are always asked for."""
    known = {column.heading.casefold(): column for column in ABOUT_FIELDS}
    for merged in sheet.merged_cells.ranges:
        where = f"sheet {ABOUT}, cells {merged.coord}"
        book.refuse("about", where, ("merged cells", "one value in each cell", "unmerge them"))
    book.data["horizon"] = {}
    for number in range(2, min(sheet.max_row, 200) + 1):
        label = sheet.cell(number, 1).value
        if label is None:
            continue
        column = known.pop(str(label).replace("*", "").strip().casefold(), None)
        where = f"sheet {ABOUT}, row {number}"
        if column is None:
            _refuse_label(book, str(label), where)
        else:
            _about_value(book, sheet, number, column)
    for column in known.values():
        book.mark(column.key, f"sheet {ABOUT}, the row {column.heading}")
    _weeks(book)


def _about_value(book: Book, sheet: Worksheet, number: int, column: Column) -> None:
    where = f"sheet {ABOUT}, row {number} ({column.heading})"
    book.mark(column.key, where)
    cell = sheet.cell(number, 2)
    if cell.value is not None and str(cell.value).strip():
        put(book.data, column.key, read(book, cell, column, (column.key, where)))


def _refuse_label(book: Book, label: str, where: str) -> None:
    names = [column.heading for column in ABOUT_FIELDS]
    guess = guesses.spelling(label, names) or "the row should be deleted"
    words = (f"an unknown field {label!r}", f"one of: {', '.join(names)}", guess)
    book.refuse("about", where, words)
    meant = guesses.close(label, names)
    book.silent += [column.key for column in ABOUT_FIELDS if column.heading == meant]


def _weeks(book: Book) -> None:
    weeks = book.data.pop("weeks", None)
    if weeks is REFUSED:
        book.silent.append("horizon.days")
    if not isinstance(weeks, int):
        return
    horizon = book.data["horizon"]
    days = horizon.setdefault("days", weeks * 7)
    if days is not REFUSED and days != weeks * 7:
        words = (f"{weeks} weeks, but {days} days", "one of the two", "the days were not changed")
        book.refuse("horizon.days", book.locate("weeks"), words)


def _fill_children(book: Book, sheet: Worksheet, table: Table) -> None:
    parents = _parents(book, table)
    _, *columns = table.columns
    for row in rows(book, sheet, table.columns, table.parent):
        number = _parent(book, row, table, parents)
        if number is None:
            continue
        if not isinstance(book.data[table.parent][number].get(table.key, []), list):
            continue  # the cell with the list could not be read, which has been told
        siblings = book.data[table.parent][number].setdefault(table.key, [])
        path = f"{table.parent}[{number}].{table.key}[{len(siblings)}]"
        siblings.append(entry(book, row, columns, path))


def _parents(book: Book, table: Table) -> dict[str, int]:
    """Return the entries of the parent's list by id; the first of a doubled id."""
    listed = [*enumerate(book.data.get(table.parent, ()))]
    return {str(parent.get("id")): number for number, parent in reversed(listed)}


def _parent(book: Book, row: Row, table: Table, parents: Mapping[str, int]) -> int | None:
    """Return the number of the entry that a row belongs to; None when that is a fault."""
    key = table.columns[0]
    where = f"{row.place}, column {key.heading}"
    filled = row.filled(key)
    name = read(book, row.cells[key.heading], key, (where, where)) if filled else None
    if isinstance(name, str) and name in parents:
        return parents[name]
    if name is not REFUSED:
        _refuse_parent(book, name, parents, (where, table))
    return None


def _refuse_parent(
    book: Book, name: object, parents: Mapping[str, int], at: tuple[str, Table]
) -> None:
    where, table = at
    if table.parent not in book.data:
        return  # the sheet of the parents is missing, which has been told
    sheet = next(t.sheet for t in TABLES if t.key == table.parent and not t.parent)
    found = "an empty cell" if name is None else f"unknown id {str(name)!r}"
    guess = guesses.spelling(str(name), parents) or f"add it to the sheet {sheet}"
    book.refuse(where, where, (found, f"an id from the sheet {sheet}", guess))


def _fill_rules(book: Book, sheet: Worksheet) -> None:
    made: dict[str, dict[str, Any]] = {}
    for row in rows(book, sheet, RULES.columns, "rules"):
        path = f"rules.{row.number}"
        fields = entry(book, row, RULES.columns, path)
        rule, name = fields.pop("rule", None), fields.pop("name", None)
        value = fields.pop("value", _NOTHING)
        if not isinstance(rule, str):
            _refuse_empty(book, f"{row.place}, column Regel", rule)
            continue
        setting = made.setdefault(rule, {"values": {}})
        here = extend("rules", rule)
        book.mark(here, row.place)
        for key, found in fields.items():
            book.mark(f"{here}.{key}", book.locate(f"{path}.{key}"))
            if found is REFUSED:
                book.silent.append(f"{here}.{key}")
            if setting.setdefault(key, found) != found:
                guess = "write it in the rule's first row only"
                words = (f"another {key} for the rule {rule!r}", "one for each rule", guess)
                book.refuse(here, row.place, words)
        if name is not None or value is not _NOTHING:
            _rule_value(book, setting["values"], (name, value), row.place)
    book.mark("rules", f"sheet {sheet.title}")
    book.data["rules"] = made


def _fill_agreed(book: Book, sheet: Worksheet) -> None:
    """Fill the values that agreements name, rule by rule."""
    parents = _parents(book, AGREED)
    _, *columns = AGREED.columns
    for row in rows(book, sheet, AGREED.columns, AGREED.parent):
        number = _parent(book, row, AGREED, parents)
        if number is None:
            continue
        path = f"{AGREED.parent}[{number}].{AGREED.key}"
        fields = entry(book, row, columns, f"{path}.{row.number}")
        rule, name = fields.get("rule"), fields.get("name")
        if not isinstance(rule, str):
            _refuse_empty(book, f"{row.place}, column Regel", rule)
            continue
        values = book.data[AGREED.parent][number].setdefault(AGREED.key, {}).setdefault(rule, {})
        book.mark(extend(path, rule), row.place)
        if "name" in fields or "value" in fields:
            _rule_value(book, values, (name, fields.get("value", _NOTHING)), row.place)


def _rule_value(book: Book, values: dict[str, Any], pair: tuple[Any, Any], where: str) -> None:
    name, value = pair
    if not isinstance(name, str):
        _refuse_empty(book, f"{where}, column Verdinavn", name)
    elif value is _NOTHING:
        _refuse_empty(book, f"{where}, column Verdi", None)
    elif name in values:
        words = (f"{name!r} a second time", "each value once", "a row was copied")
        book.refuse("rules", where, words)
    else:
        values[name] = value


def _refuse_empty(book: Book, where: str, value: object) -> None:
    if value is None:
        words = ("an empty cell", "a name", "the row is only half filled in")
        book.refuse(where, where, words)


def _fill_weights(book: Book, sheet: Worksheet) -> None:
    made: dict[str, Any] = {}
    for row in rows(book, sheet, WEIGHTS.columns, "weights"):
        fields = entry(book, row, WEIGHTS.columns, f"weights.{row.number}")
        term = fields.get("term")
        if not isinstance(term, str):
            _refuse_empty(book, f"{row.place}, column Mål", term)
        elif term in made:
            words = (f"{term!r} a second time", "each goal once", "a row was copied")
            book.refuse("weights", row.place, words)
        else:
            made[term] = fields.get("weight")
            where = f"{row.place}, column Vekt"
            book.mark(extend("weights", term), where)
            _refuse_empty(book, where, made[term])
            if made[term] in (None, REFUSED):
                book.silent.append(extend("weights", term))
    book.data["weights"] = made


def _home_units(data: dict[str, Any]) -> None:
    """Give past and published duties without a unit the home unit of their person."""
    homes = {str(p.get("id")): p.get("home_unit") for p in data.get("people", ())}
    units = [unit.get("id") for unit in data.get("units", ())]
    for duty in [*data.get("history", ()), *data.get("published", ())]:
        person = duty.get("person")
        home = homes.get(person, units[0]) if isinstance(person, str) and units else None
        if isinstance(home, str):
            duty.setdefault("unit", home)
