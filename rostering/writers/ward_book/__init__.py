"""The ward workbook: a whole problem, or an empty template, as Excel sheets in Norwegian."""

from __future__ import annotations

import io
import math
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.domain.consistency import require_consistent
from rostering.domain.problem import Problem
from rostering.domain.wishes import Absence
from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes
from rostering.writers.sheet_text import cell_at, put_text
from rostering.writers.ward_book import about_sheet, front, plan_sheets, rule_sheets, staff_sheets
from rostering.writers.ward_book.column import Column, Sheet, Value

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

SHEETS = (*staff_sheets.SHEETS, *plan_sheets.SHEETS, *rule_sheets.SHEETS)
SHEETS_WITHOUT_KINDS = tuple(
    plan_sheets.AWAY_SHEET if sheet is plan_sheets.ABSENCE_SHEET else sheet for sheet in SHEETS
)
_LAST_ROW = 1000
_GREEN, _GREY, _BLUE = "2E7D32", "9E9E9E", "1F3864"


def write_ward_workbook(problem: Problem | None, path: str | Path, *, whole: bool = True) -> None:
    """Write a problem as a workbook that reads back as the same problem.

    Parameters
    ----------
    problem
        What to write; None for an empty template.
    path
        The file, ending in .xlsx.
    whole
        Whether kinds of absence are told; without them the workbook can be read by people alone.

    Raises
    ------
    BadInput
        When ids contradict each other, a text does not fit into a cell, or the file cannot be
        written.
    """
    from openpyxl import Workbook

    if problem is not None:
        require_consistent(problem.model_copy(update={"absences": _dated(problem)}))
        _require_distinct_lines(problem)
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    front.fill_front(book.create_sheet(front.NAME), SHEETS)
    _fill_about(book.create_sheet(about_sheet.NAME), problem)
    for sheet in SHEETS if whole else SHEETS_WITHOUT_KINDS:
        _fill(book.create_sheet(sheet.name), sheet, problem)
    stream = io.BytesIO()
    book.save(stream)
    write_bytes(path, stream.getvalue())


def _dated(problem: Problem) -> tuple[Absence, ...]:
    """Return the absences of the ward's own dates; a ward that is kept knows of later ones too."""
    start, end = problem.horizon.start, problem.horizon.end
    return tuple(one for one in problem.absences if one.first <= end and one.end >= start)


def _fill(target: Worksheet, sheet: Sheet, problem: Problem | None) -> None:
    target.sheet_properties.tabColor = _GREEN if sheet.needed else _GREY
    target.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, 1):
        _head(target, number, column)
    for row, entry in enumerate(sheet.rows(problem) if problem else (), 2):
        for number, column in enumerate(sheet.columns, 1):
            cell, value = cell_at(target, row, number), column.value(entry)
            _require_filled(cell, column, value)
            _put(cell, value, column.style)


def _require_filled(cell: Cell, column: Column | about_sheet.Field, value: Value) -> None:
    """Refuse names that are empty text, which a workbook cannot tell from nothing."""
    if value == "" and (column.needed or column.named):
        heading = column.heading if isinstance(column, Column) else "Verdi"
        where = f"sheet {cell.parent.title}, row {cell.row}, column {heading}"
        guess = "write the ward as JSON instead, or give it a name"
        raise BadInput([Fault(where, "an empty text", "at least one character", guess)])


def _put(cell: Cell, value: Value, style: str) -> None:
    cell.number_format = style
    if isinstance(value, str):
        if value:
            put_text(cell, value)
    elif isinstance(value, date) and value.year < 1900:
        put_text(cell, value.isoformat())
    elif isinstance(value, float) and not math.isfinite(value):
        where = f"sheet {cell.parent.title}, row {cell.row}"
        guess = "a value came from a calculation that went wrong"
        raise BadInput([Fault(where, str(value), "an ordinary number", guess)])
    elif isinstance(value, float) and float(f"{value:.16g}") != value:
        put_text(cell, repr(value))  # openpyxl would drop the seventeenth digit
    else:
        cell.value = value


def _head(target: Worksheet, number: int, column: Column) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    cell = cell_at(target, 1, number)
    cell.value = column.heading + (" *" if column.needed else "")
    cell.font = Font(name="Calibri", bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=_BLUE)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.comment = Comment(column.help, "turnus", height=70, width=260)
    letter = get_column_letter(number)
    target.column_dimensions[letter].width = max(column.width, len(column.heading) // 2 + 6)
    target.column_dimensions[letter].number_format = column.style
    target.row_dimensions[1].height = 32
    _offer(target, f"{letter}2:{letter}{_LAST_ROW}", tuple(column.choices), column.source)


def _offer(target: Worksheet, cells: str, choices: tuple[str, ...], source: str = "") -> None:
    """Give cells a drop-down list."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not choices and not source:
        return
    listed = source or '"' + ",".join(choices) + '"'
    offer = DataValidation(type="list", formula1=listed, allow_blank=True)
    offer.showErrorMessage = True
    offer.errorTitle = "Ukjent verdi"
    offer.error = "Velg en verdi fra listen."
    target.add_data_validation(offer)
    offer.add(cells)


def _fill_about(target: Worksheet, problem: Problem | None) -> None:
    from openpyxl.styles import Font

    target.sheet_properties.tabColor = _GREEN
    target.freeze_panes = "A2"
    for number, (title, width) in enumerate((("Felt", 24), ("Verdi", 36), ("Forklaring", 80)), 1):
        _head(target, number, Column(title, _ABOUT_HELP, str, width=width))
    for row, field in enumerate(about_sheet.FIELDS, 2):
        label = field.label + (" *" if field.needed else "")
        put_text(cell_at(target, row, 1), label)
        cell, value = cell_at(target, row, 2), field.value(problem) if problem else field.empty
        _require_filled(cell, field, value)
        _put(cell, value, field.style)
        put_text(cell_at(target, row, 3), field.help)
        cell_at(target, row, 1).font = Font(name="Calibri", bold=True)
        cell_at(target, row, 3).font = Font(name="Calibri", italic=True, color="595959")
        _offer(target, f"B{row}", field.choices)


_ABOUT_HELP = "Skriv bare i kolonnen Verdi."


def _require_distinct_lines(problem: Problem) -> None:
    seen: set[str] = set()
    for number, line in enumerate(problem.base_lines):
        if line.id in seen:
            where, found = f"base_lines[{number}]", f"{line.id!r} a second time"
            raise BadInput([Fault(where, found, "each id once", "a line was copied")])
        seen.add(line.id)
