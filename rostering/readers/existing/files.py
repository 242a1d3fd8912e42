"""The tables of a roster file: every sheet of a workbook, or the one of a CSV file."""

from __future__ import annotations

import csv
import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault
from rostering.readers.existing.table import MAX_COLUMNS, Problematic, Raw, Table, Value
from rostering.readers.source import SourceKind, kind, load
from rostering.readers.workbook.safety import MAX_CELLS, MAX_ROWS, broken, require_safe

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ENCODINGS = ("utf-8", "cp1252", "utf-16")
DELIMITERS = (";", "\t", ",", "|")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NO_RESULT = Problematic(
    "a formula whose result is not stored",
    "open and save the file in Excel, or replace the formula by its value",
)


def tables(path: Path, encoding: str = "", delimiter: str = "") -> tuple[Table, ...]:
    """Return the tables of a file: its visible sheets, or the rows of a CSV file.

    Parameters
    ----------
    path
        An .xlsx workbook or a text file with a separator between its columns.
    encoding, delimiter
        Of a text file; found out when they are empty.

    Raises
    ------
    BadInput
        When the file cannot be read, is too large, or unpacks to too much.
    """
    data = load(path)
    if kind(path, data) is SourceKind.WORKBOOK:
        return _sheets(data, path.name)
    return (_csv(data, path.name, encoding, delimiter),)


def _sheets(data: bytes, name: str) -> tuple[Table, ...]:
    from openpyxl import load_workbook

    formulas = require_safe(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles that it drops
            values = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            written = load_workbook(io.BytesIO(data), keep_links=False) if formulas else None
    except Exception as error:
        # openpyxl lets out whatever its parser fell over
        raise broken(name, error) from error
    return tuple(_sheet(sheet, name, written) for sheet in values.worksheets)


def _sheet(sheet: Worksheet, name: str, written: Workbook | None) -> Table:
    if sheet.max_column > MAX_COLUMNS or sheet.max_row > MAX_ROWS:
        found = f"{sheet.max_row} rows and {sheet.max_column} columns"
        needed = f"at most {MAX_ROWS} rows and {MAX_COLUMNS} columns"
        guess = "something stands far outside the table: delete the rows or columns there"
        raise BadInput([Fault(f"sheet {sheet.title}", found, needed, guess)])
    percents = set()
    rows: list[tuple[Raw, ...]] = []
    for number, row in enumerate(sheet.iter_rows(), 1):
        values: list[Raw] = []
        for column, cell in enumerate(row, 1):
            values.append(_value(cell.value, cell.data_type))
            if cell.value is None and written is not None:
                source = written[sheet.title].cell(number, column)
                values[-1] = _NO_RESULT if source.data_type == "f" else None
            if "%" in str(cell.number_format):
                percents.add((number, column))
        rows.append(tuple(values))
    merged = tuple(
        (area.min_row, area.min_col, area.max_row, area.max_col)
        for area in sheet.merged_cells.ranges
    )
    return Table(name, sheet.title, tuple(rows), merged, frozenset(percents))


def _value(value: object, data_type: str) -> Raw:
    if data_type == "e":
        guess = "the formula points to a cell that is gone: type the value"
        return Problematic(f"the Excel error {value}", guess)
    if isinstance(value, str) and _CONTROL.search(value):
        return _unprintable()
    return value if isinstance(value, Value) else str(value)


def _unprintable() -> Problematic:
    guess = "it was pasted from another program: type it again"
    return Problematic("text with control characters", guess)


def _csv(data: bytes, name: str, encoding: str, delimiter: str) -> Table:
    text = decoded(data, name, encoding)
    separator = delimiter or likely_delimiter(text)
    rows: list[tuple[Raw, ...]] = []
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cells = 0
    try:
        for row in lines:
            rows += [()] * (lines.line_num - len(rows) - 1)  # a quoted cell holds line breaks
            rows.append(tuple(_unprintable() if _CONTROL.search(v) else v for v in row))
            cells += len(row)
            if lines.line_num > MAX_ROWS or cells > MAX_CELLS or len(row) > MAX_COLUMNS:
                raise BadInput([_too_much(name, lines.line_num)])
    except csv.Error as error:
        guess = "a quotation mark is missing, or one stands inside a text"
        fault = Fault(f"{name}, line {lines.line_num}", str(error), "correct CSV", guess)
        raise BadInput([fault]) from error
    return Table(name, "", tuple(rows))


def _too_much(name: str, line: int) -> Fault:
    needed = f"at most {MAX_ROWS} lines, {MAX_CELLS} cells and {MAX_COLUMNS} columns"
    guess = "several units or years stand in one file: export one unit and one period"
    return Fault(f"{name}, line {line}", "more than that", needed, guess)


def decoded(data: bytes, name: str, encoding: str = "") -> str:
    """Return text: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252.

    Raises
    ------
    BadInput
        When the bytes are no text in the encoding.
    """
    if not encoding:
        return decoded(data, name, encoding_of(data))
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except (UnicodeDecodeError, LookupError) as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        found = f"bytes that are not {encoding}"
        guess = f"another of {', '.join(ENCODINGS)} is meant: write it as encoding in the mapping"
        fault = Fault(f"{name}, line {line}", found, f"text in the encoding {encoding}", guess)
        raise BadInput([fault]) from error


def encoding_of(data: bytes) -> str:
    """Return the encoding that bytes can be read in."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def likely_delimiter(text: str) -> str:
    """Return the separator that most lines have equally often; a decimal comma is none."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    best = max(DELIMITERS, key=lambda sign: sum(sign in line for line in lines), default=";")
    return best if any(best in line for line in lines) else ";"
