"""Ways to read a spoilt ward, and the faults that come of it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook, load_workbook

from rostering.errors import BadInput, Fault
from rostering.readers import problem_from_data, read_problem
from rostering.writers import write_ward_workbook
from tests.readers.small_ward import small


def faults_of(read: Callable[[], object]) -> tuple[Fault, ...]:
    """Return the faults that reading raises; none is a failure of the test."""
    try:
        read()
    except BadInput as error:
        return error.faults
    raise AssertionError("the file was read, though it is wrong")


def only_fault(read: Callable[[], object]) -> Fault:
    """Return the single fault that reading raises."""
    faults = faults_of(read)
    assert len(faults) == 1, "\n".join(map(str, faults))
    return faults[0]


def written(folder: Path, data: object) -> Path:
    """Write data as a JSON file."""
    path = folder / "ward.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


@cache
def _small_book() -> bytes:
    """Return the small ward's workbook, which is written once for all that spoil it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ward.xlsx"
        write_ward_workbook(problem_from_data(small()), path)
        return path.read_bytes()


def workbook(
    folder: Path, spoil: Callable[[Workbook], object], data: dict[str, Any] | None = None
) -> Path:
    """Write a ward, the small one if not told, as a workbook and spoil it."""
    path = folder / "ward.xlsx"
    if data is None:
        book = load_workbook(io.BytesIO(_small_book()))
    else:
        write_ward_workbook(problem_from_data(data), path)
        book = load_workbook(path)
    spoil(book)
    book.save(path)
    return path


def column(book: Workbook, sheet: str, heading: str) -> int:
    """Return the number of the column with a heading."""
    cells = next(book[sheet].iter_rows(min_row=1, max_row=1, values_only=True))
    return [str(cell).removesuffix(" *") for cell in cells].index(heading) + 1


def set_cell(sheet: str, row: int, heading: str, value: object) -> Callable[[Workbook], None]:
    """Return what puts a value into a row and column of a workbook."""

    def spoil(book: Workbook) -> None:
        book[sheet].cell(row, column(book, sheet, heading)).value = value

    return spoil


def sheet_fault(
    folder: Path, spoil: Callable[[Workbook], object], data: dict[str, Any] | None = None
) -> Fault:
    """Return the single fault of a spoilt workbook."""
    path = workbook(folder, spoil, data)
    return only_fault(lambda: read_problem(path))
