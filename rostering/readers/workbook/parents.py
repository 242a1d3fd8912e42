"""The entry that a row of a sheet belongs to, by the id in the row's first column."""

from __future__ import annotations

from collections.abc import Mapping

from rostering.readers import guesses
from rostering.readers.workbook.book import REFUSED, Book
from rostering.readers.workbook.layout import TABLES, Table
from rostering.readers.workbook.rows import Row, read


def parents_of(book: Book, table: Table) -> dict[str, int]:
    """Return the entries of the parent's list by id; the first of a doubled id."""
    listed = [*enumerate(book.data.get(table.parent, ()))]
    return {str(parent.get("id")): number for number, parent in reversed(listed)}


def parent_of(book: Book, row: Row, table: Table, parents: Mapping[str, int]) -> int | None:
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
