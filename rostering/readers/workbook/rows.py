"""The filled rows of a sheet, with their headings sorted out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rostering.readers import guesses
from rostering.readers.json_text import shown
from rostering.readers.workbook.book import REFUSED, Book, field_path, put
from rostering.readers.workbook.cells import Cell, Unreadable
from rostering.readers.workbook.layout import Column
from rostering.readers.workbook.safety import MAX_ROWS

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row: its number and its cells by heading."""

    sheet: str
    number: int
    cells: dict[str, SheetCell | MergedCell]

    @property
    def place(self) -> str:
        """The row as a person finds it."""
        return f"sheet {self.sheet}, row {self.number}"

    def filled(self, column: Column) -> bool:
        """Return whether something stands in a column."""
        return column.heading in self.cells and not _empty(self.cells[column.heading])


def rows(book: Book, sheet: Worksheet, columns: Sequence[Column], path: str) -> list[Row]:
    """Return the filled rows under the heading row; faults of the sheet go to the book.

    ``path`` is the JSON path that the sheet fills.
    """
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        found = f"{sheet.max_row} rows and {sheet.max_column} columns"
        needed = f"at most {MAX_ROWS} rows and {MAX_COLUMNS} columns"
        guess = "something stands far outside the table: delete the rows or columns there"
        book.refuse(path, f"sheet {sheet.title}", (found, needed, guess))
        return []
    for merged in sheet.merged_cells.ranges:
        guess = "choose Unmerge cells, and fill in each cell"
        where = f"sheet {sheet.title}, cells {merged.coord}"
        book.refuse(path, where, ("merged cells", "one value in each cell", guess))
    headings = _headings(book, sheet, columns, path)
    filled = []
    for number in range(2, sheet.max_row + 1):
        cells = {name: sheet.cell(number, column) for name, column in headings.items()}
        if not all(map(_empty, cells.values())):
            filled.append(Row(sheet.title, number, cells))
    return filled


def entry(book: Book, row: Row, columns: Sequence[Column], path: str) -> dict[str, Any]:
    """Return a row's fields as an entry of a list; ``path`` is the entry's JSON path."""
    made: dict[str, Any] = {}
    book.mark(path, row.place)
    for column in columns:
        here = field_path(path, column.key)
        where = f"{row.place}, column {column.heading}"
        book.mark(here, where)
        if "." in column.key:
            book.mark(field_path(path, column.key.split(".", 1)[0]), where)
        if row.filled(column):
            put(made, column.key, read(book, row.cells[column.heading], column, (here, where)))
    return made


def read(book: Book, cell: SheetCell | MergedCell, column: Column, at: tuple[str, str]) -> object:
    """Return a cell's value, or ``REFUSED`` with a fault in the book.

    ``at`` is the field's JSON path and its place in the workbook.
    """
    path, where = at
    if cell.data_type == "f":
        guess = "open and save the file in Excel, or replace the formula by its value"
        book.refuse(path, where, ("a formula whose result is not stored", "a value", guess))
        return REFUSED
    if cell.data_type == "e":
        guess = "the formula points to a cell that is gone: type the value"
        book.refuse(path, where, (f"the Excel error {cell.value}", "a value", guess))
        return REFUSED
    try:
        return column.read(Cell(cell.value, cell.number_format))
    except Unreadable as error:
        book.refuse(path, where, (told(cell.value), error.needed, error.maybe))
    return REFUSED


def told(value: object) -> str:
    """Return a cell's value as the sheet shows it."""
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}" if value.hour or value.minute else f"{value:%d.%m.%Y}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return shown(value) if isinstance(value, str | int | float) else str(value)


def _empty(cell: SheetCell | MergedCell) -> bool:
    return cell.value is None or (isinstance(cell.value, str) and not cell.value.strip())


def _headings(book: Book, sheet: Worksheet, columns: Sequence[Column], path: str) -> dict[str, int]:
    from openpyxl.utils import get_column_letter

    known = {_plain(column.heading): column.heading for column in columns}
    found: dict[str, int] = {}
    meant: set[str] = set()
    nameless = False
    for number in range(1, sheet.max_column + 1):
        cell = sheet.cell(1, number)
        written = _plain(str(cell.value)) if not _empty(cell) else ""
        where = f"sheet {sheet.title}, column {get_column_letter(number)}"
        if not written:
            nameless |= _no_heading(book, sheet, number, (path, where))
        elif written in known and known[written] not in found:
            found[known[written]] = number
        else:
            meant.add(_refuse_heading(book, str(cell.value), tuple(known.values()), (path, where)))
    for column in columns:
        if column.needed and not nameless and column.heading not in {*found, *meant}:
            guess = "copy the heading row from an empty template"
            words = ("no such heading", f"the heading {column.heading!r} in row 1", guess)
            book.refuse(path, f"sheet {sheet.title}, row 1", words)
    return found


def _refuse_heading(book: Book, written: str, known: tuple[str, ...], at: tuple[str, str]) -> str:
    path, where = at
    if _plain(written) in map(_plain, known):
        book.refuse(path, where, (f"{shown(written)} a second time", "each heading once", _COPIED))
        return written
    guess = guesses.spelling(written, known) or "the column should be deleted"
    found = f"an unknown heading {shown(written)}"
    book.refuse(path, where, (found, f"one of: {', '.join(known)}", guess))
    return guesses.close(written, known)


_COPIED = "the column was copied"


def _no_heading(book: Book, sheet: Worksheet, column: int, at: tuple[str, str]) -> bool:
    """Refuse a column that has values but no heading; return whether it is one."""
    for number in range(2, sheet.max_row + 1):
        cell = sheet.cell(number, column)
        if not _empty(cell):
            path, where = at
            found = f"{told(cell.value)} in row {number} of a column without heading"
            guess = "the heading was deleted, or the value is a note: notes go on a sheet Notat"
            book.refuse(path, where, (found, "a heading in row 1", guess))
            return True
    return False


def _plain(heading: str) -> str:
    return " ".join(heading.replace("*", " ").split()).casefold()


def numbered(
    book: Book, sheet_rows: list[Row], columns: Sequence[Column], key: str
) -> Iterator[tuple[str, Row, dict[str, Any]]]:
    """Yield path, row and entry for the rows of a list of the problem."""
    for number, row in enumerate(sheet_rows):
        path = f"{key}[{number}]"
        yield path, row, entry(book, row, columns, path)
