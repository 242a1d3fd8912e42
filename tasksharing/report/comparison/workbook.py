"""A comparison as an Excel workbook: a sheet for each table, real numbers with formats."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rostering.writers import palette
from rostering.writers.roster_book.style import fill, font, heading, landscape, wrapped, write
from tasksharing.evaluate.models import Comparison
from tasksharing.report.comparison.sheets import Sheet, sheets
from tasksharing.report.comparison.told import Told

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_ROW = 3
_FORMATS = {
    "points": "#,##0",
    "nok": "#,##0",
    "fte": "0.00",
    "people": "0.0",
    "hours": "#,##0.0",
    "share": "0 %",
    "percent": "0.0",
    "count": "#,##0.0",
    "text": "General",
}
_FILLS = {"better": "#CCDDEE", "worse": "#F6D3BF"}


def workbook(comparison: Comparison, language: str = "nb") -> bytes:
    """Return the workbook's bytes."""
    from openpyxl import Workbook

    told = Told(comparison, language)
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    book.properties.title = told.title
    for sheet in sheets(told):
        name = told.say(f"comparison.sheet.{sheet.key}")
        name = name if sheet.number == 1 else f"{name} {sheet.number}"
        _fill(told, book.create_sheet(name), sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(told: Told, sheet: Worksheet, table: Sheet) -> None:
    write(sheet, 1, 1, told.title).font = font(palette.HEAD, 16, bold=True)
    write(sheet, 2, 1, told.say(f"comparison.sheet_note.{table.key}")).font = font(italic=True)
    heading(sheet, _HEAD_ROW, {_title(told, key): width for key, width in table.columns})
    for row, line in enumerate(table.lines, _HEAD_ROW + 1):
        for column, value in enumerate(line.cells, 1):
            cell = write(sheet, row, column, value)
            if isinstance(value, str):
                wrapped(cell)
            elif column in line.formats:
                cell.number_format = _FORMATS[line.formats[column]]
            if line.verdicts.get(column) in _FILLS:
                cell.fill = fill(_FILLS[line.verdicts[column]])
    sheet.freeze_panes = f"B{_HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{sheet.cell(_HEAD_ROW, len(table.columns)).coordinate}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    landscape(sheet)


def _title(told: Told, key: str) -> str:
    """Return a column's title: that of its key, or what stands there when it is none."""
    return told.say(f"comparison.column.{key}") if key.isidentifier() and key.islower() else key
