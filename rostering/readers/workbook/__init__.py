"""A ward workbook as the plain data that a JSON file would hold, and the place of each field."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from rostering.domain.problem import PROBLEM_FORMAT, PROBLEM_VERSION
from rostering.readers import guesses
from rostering.readers.workbook.assemble import fill
from rostering.readers.workbook.book import Book
from rostering.readers.workbook.layout import ABOUT, FRONT, SHEETS, TABLES
from rostering.readers.workbook.rows import MAX_COLUMNS
from rostering.readers.workbook.safety import MAX_ROWS, broken, require_safe

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NOTES = "notat"


def read_workbook(data: bytes, name: str) -> Book:
    """Return what a ward workbook holds; faults of single cells stand in the book.

    Raises
    ------
    BadInput
        When the file is no workbook, is broken, or unpacks to too much.
    """
    formulas = require_safe(data, name)
    loaded = _loaded(data, name, formulas=formulas)
    book = Book(name)
    book.data = {"format": PROBLEM_FORMAT, "version": PROBLEM_VERSION}
    sheets = _sheets(book, loaded)
    fill(book, sheets)
    return book


def _loaded(data: bytes, name: str, *, formulas: bool) -> Workbook:
    """Load values; a formula without a stored result is kept as a formula."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles that it drops
            values = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            if formulas:
                _keep_formulas(values, load_workbook(io.BytesIO(data), keep_links=False))
    except Exception as error:
        # openpyxl lets out whatever its parser fell over
        raise broken(name, error) from error
    return values


def _keep_formulas(values: Workbook, written: Workbook) -> None:
    for sheet in written.worksheets:
        if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
            continue  # refused further on
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "f" and values[sheet.title][cell.coordinate].value is None:
                values[sheet.title][cell.coordinate] = "=?"


def _sheets(book: Book, loaded: Workbook) -> dict[str, Worksheet]:
    """Return the sheets by name, and refuse those that are missing or unknown."""
    known = {name.casefold(): name for name in (*SHEETS, FRONT)}
    found: dict[str, Worksheet] = {}
    meant: set[str] = set()
    for sheet in loaded.worksheets:
        name = sheet.title.strip().casefold()
        if name in known:
            found[known[name]] = sheet
        elif not name.startswith(_NOTES) and (sheet.max_row, sheet.max_column) != (1, 1):
            meant.add(_refuse_unknown(book, sheet.title))
    for name in (ABOUT, *(table.sheet for table in TABLES if table.required)):
        if name not in found:
            book.silent += _keys_of(name)
            if name not in meant:
                guess = "copy the sheet from an empty template"
                words = ("no such sheet", f"a sheet called {name!r}", guess)
                book.refuse(name, f"the workbook {book.name}", words)
    return found


def _refuse_unknown(book: Book, title: str) -> str:
    """Refuse a sheet and return the name that was probably meant."""
    guess = guesses.spelling(title, SHEETS) or "it is a note: call it Notat"
    words = (f"an unknown sheet {title!r}", f"one of: {', '.join(SHEETS)}", guess)
    book.refuse(title, f"sheet {title}", words)
    return guesses.close(title, SHEETS)


def _keys_of(sheet: str) -> list[str]:
    if sheet == ABOUT:
        return ["name", "horizon"]
    return [table.key for table in TABLES if table.sheet == sheet and not table.parent]
