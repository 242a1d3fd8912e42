"""Sheets put together to one problem: positions under people, curves under demand rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rostering.domain.problem import PROBLEM_VERSION
from rostering.readers import guesses
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
from rostering.readers.workbook.parents import parent_of, parents_of
from rostering.readers.workbook.people import fill_people
from rostering.readers.workbook.rows import entry, numbered, read, rows
from rostering.readers.workbook.settings import fill_agreed, fill_rules, fill_weights

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

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
        fill_rules(book, sheet)
    elif table is WEIGHTS:
        fill_weights(book, sheet)
    elif table is AGREED:
        fill_agreed(book, sheet)
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
    parents = parents_of(book, table)
    _, *columns = table.columns
    for row in rows(book, sheet, table.columns, table.parent):
        number = parent_of(book, row, table, parents)
        if number is None:
            continue
        if not isinstance(book.data[table.parent][number].get(table.key, []), list):
            continue  # the cell with the list could not be read, which has been told
        siblings = book.data[table.parent][number].setdefault(table.key, [])
        path = f"{table.parent}[{number}].{table.key}[{len(siblings)}]"
        siblings.append(entry(book, row, columns, path))


def _home_units(data: dict[str, Any]) -> None:
    """Give past and published duties without a unit the home unit of their person."""
    homes = {str(p.get("id")): p.get("home_unit") for p in data.get("people", ())}
    units = [unit.get("id") for unit in data.get("units", ())]
    for duty in [*data.get("history", ()), *data.get("published", ())]:
        person = duty.get("person")
        home = homes.get(person, units[0]) if isinstance(person, str) and units else None
        if isinstance(home, str):
            duty.setdefault("unit", home)
