"""A CSV file or a workbook as one grid of text, and the place of each of its cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from absence_model.table.unpacking import ZIP, Held, require_small_book, unpacked
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 5_000_000
MOST_COLUMNS = 100
_SEPARATORS = (";", "\t", ",", "|")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's rows below its headings, all cells as text without spaces around it.

    ``numbers`` are the rows' numbers as a person counts them. ``sheet`` is the sheet's number, for
    its name may be a person's; it is empty for a CSV file.
    """

    file: str
    sheet: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    numbers: list[int]

    def place(self, row: int, column: int | None = None) -> str:
        """Return where the cell of a row (counted from 0) stands, with its heading."""
        number = self.numbers[row]
        name = f" ({self.head[column]})" if column is not None else ""
        if self.sheet:
            cell = f"row {number}" if column is None else f"cell {letters(column)}{number}"
            return f"sheet {self.sheet}, {cell}{name}"
        cell = "" if column is None else f", column {column + 1}"
        return f"{self.file}, line {number}{cell}{name}"


Known = Callable[[tuple[str, ...]], int]
"""Tells how many cells of a row are headings that are known."""


def read_grid(path: Path | Held, known: Known, sheet: str = "") -> Grid:
    """Return the grid of the sheet whose headings are known best.

    Raises
    ------
    BadInput
        When the file cannot be read or is no table, or several sheets are as good.
    """
    data = unpacked(path)
    if data.startswith(ZIP):
        grids = _sheets(_workbook(data, path), path.name, known, sheet)
    else:
        grids = [_grid(path.name, "", _lines(data, path.name), known)]
    best = max((known(grid.head) for grid in grids), default=0)
    fitting = [grid for grid in grids if known(grid.head) == best]
    if best and len(fitting) == 1:
        return fitting[0]
    if best:
        found = (
            f"several sheets with such a table: number {', '.join(grid.sheet for grid in fitting)}"
        )
        raise BadInput([Fault(path.name, found, "one", "say which with --sheet")])
    needed = "a first row with headings, such as unit, date, group, planned, absent, kind"
    raise BadInput([Fault(path.name, "no headings that are known", needed)])


def _lines(data: bytes, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    text = _decoded(data, name)
    first = [line for line in text[:20_000].splitlines()[:20] if line.strip()]
    separator = max(_SEPARATORS, key=lambda sign: sum(sign in line for line in first))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            row = next(lines)
        except StopIteration:
            return
        except csv.Error:
            where, guess = f"{name}, line {lines.line_num}", "a quotation mark is missing"
            raise BadInput([Fault(where, "broken CSV", "correct CSV", guess)]) from None
        yield lines.line_num, tuple(cell.strip() for cell in row)


def _decoded(data: bytes, name: str) -> str:
    marked = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    encodings = ("utf-16",) if marked else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise BadInput([Fault(name, "bytes that are no text", "a CSV file in UTF-8, or .xlsx")])


def _sheets(book: Workbook, name: str, known: Known, wanted: str) -> list[Grid]:
    try:
        numbered = enumerate(book.worksheets, 1)
        sheets = [(number, one) for number, one in numbered if wanted in {"", one.title}]
        if not sheets:
            found = f"{len(book.worksheets)} sheets, none of that name"
            raise BadInput([Fault(name, found, "the sheet that --sheet names")])
        lines = {number: map(_texts, one.iter_rows(values_only=True)) for number, one in sheets}
        return [_grid(name, str(at), enumerate(rows, 1), known) for at, rows in lines.items()]
    finally:
        book.close()


def _workbook(data: bytes, path: Path | Held) -> Workbook:
    from openpyxl import load_workbook

    try:
        require_small_book(data, path)
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except BadInput:
        raise
    except Exception:  # noqa: BLE001 - openpyxl lets out whatever its parser fell over
        guess = "save it again in Excel as .xlsx"
        raise BadInput([Fault(path.name, "a broken workbook", "a whole .xlsx", guess)]) from None


def _texts(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(map(_text, row))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute)
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value).strip()


def _grid(
    file: str, sheet: str, lines: Iterable[tuple[int, tuple[str, ...]]], known: Known
) -> Grid:
    """Return the rows below the one, of the first twenty, with the most known headings."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, row in lines:
        if any(row):
            rows.append(row)
            numbers.append(number)
        if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
            needed = f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns"
            raise BadInput(
                [
                    Fault(
                        f"sheet {sheet}, row {number}" if sheet else f"{file}, row {number}",
                        "more than that",
                        needed,
                    )
                ]
            )
    scores = [known(row) for row in rows[:20]]
    best = max(scores, default=0)
    at = scores.index(best) if best else 0
    head = rows[at] if rows else ()
    while head and not head[-1]:
        head = head[:-1]
    return Grid(file, sheet, head, rows[at + 1 :], numbers[at + 1 :])


def letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    text, rest = "", column + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        text = chr(ord("A") + last) + text
    return text
