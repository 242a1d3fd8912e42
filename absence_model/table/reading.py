"""A file of counts or of rows about people, as the table."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from absence_model.table.faults import Faults
from absence_model.table.frame import Columns
from absence_model.table.model import Imported
from absence_model.table.persons import is_personal, shifts_of, spells_of
from absence_model.table.rows import table_of
from absence_model.table.sheets import read_grid
from absence_model.table.unpacking import Held
from absence_model.table.words import column_of, refused_as
from rostering.errors import BadInput, Fault


def read_table(
    path: str | Path | Held,
    *,
    shifts: str | Path | None = None,
    sheet: str = "",
    ignored: Collection[str] = (),
    persons: bool = True,
) -> Imported:
    """Return the table that a CSV file or workbook gives, and what was left out of it.

    Parameters
    ----------
    path
        Counts by unit, date, group and kind; or rows about people, a row a shift or a row an
        absence. Which of them it is the headings tell.
    shifts
        The planned shifts of the people whose absences ``path`` holds.
    sheet
        The sheet, when several of a workbook hold such a table.
    ignored
        Headings of columns that are not read. What is refused cannot be ignored: delete it.
    persons
        Whether rows about people are made counts of; else they are refused.

    Raises
    ------
    BadInput
        With every fault, its row and column. Nothing of rows about people is told but where.
    """
    columns = _columns(path, sheet, ignored)
    if not is_personal(columns):
        _require_alone(shifts)
        return table_of(columns)
    if not persons:
        found, needed = "rows about people", "counts by unit and day"
        guess = "make them with turnus absence import"
        raise BadInput([Fault(_source(path).name, found, needed, guess)])
    columns.faults.secret = True
    if not columns.has("from"):
        _require_alone(shifts)
        return shifts_of(columns)
    if shifts is None:
        found = "absences from one date to another"
        needed = "the planned shifts of the same people in a file of their own, with --shifts"
        raise BadInput([Fault(_source(path).name, found, needed)])
    planned = _columns(shifts, "", ignored)
    planned.faults.secret = True
    return spells_of(columns, planned)


def _columns(path: str | Path | Held, sheet: str, ignored: Collection[str]) -> Columns:
    return Columns(read_grid(_source(path), _known, sheet), Faults(), ignored)


def _source(path: str | Path | Held) -> Path | Held:
    return path if isinstance(path, Held) else Path(path)


def _known(cells: tuple[str, ...]) -> int:
    return sum(bool(column_of(cell) or refused_as(cell)) for cell in cells if len(cell) < 60)


def _require_alone(shifts: str | Path | None) -> None:
    if shifts is not None:
        found = "a file that has the planned shifts itself"
        raise BadInput([Fault("--shifts", found, "absences from one date to another beside it")])
