"""A bill as an Excel workbook: a sheet for each of its tables."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.bill.models import Bill, BillDifference
from rostering.bill.tables import Cell, Hours, Money, Sheet, apart, details, notes, summary
from rostering.bill.words import BillWords
from rostering.writers import palette
from rostering.writers.atomic import write_bytes
from rostering.writers.roster_book.style import font, heading, landscape, wrapped, write

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_ROW = 3
_WIDTHS = {"lines": 20.0, "values": 34.0}


def write_bill_workbook(
    bill: Bill, path: str | Path, language: str = "nb", change: BillDifference | None = None
) -> None:
    """Write a bill as a workbook; with ``change`` the difference to an earlier one comes first.

    Raises
    ------
    BadInput
        When the file cannot be written.
    """
    from openpyxl import Workbook

    words = BillWords(language)
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    for table in bill_sheets(bill, words, change):
        _fill(book.create_sheet(words.say(f"sheet.{table.id}")), table)
    about = book.create_sheet(words.say("sheet.about"))
    about.column_dimensions["A"].width = 110.0
    for row, text in enumerate(notes(bill, words), 1):
        wrapped(write(about, row, 1, text))
    stream = io.BytesIO()
    book.save(stream)
    write_bytes(path, stream.getvalue())


def bill_sheets(bill: Bill, words: BillWords, change: BillDifference | None) -> tuple[Sheet, ...]:
    """Return all tables of a bill in the order of its files."""
    names = {person.person: person.name for person in bill.people}
    changed = () if change is None else apart(change, names, words)
    return (*changed, *summary(bill, words), *details(bill, words))


def _fill(sheet: Worksheet, table: Sheet) -> None:
    write(sheet, 1, 1, table.title).font = font(palette.HEAD, 16, bold=True)
    width = _WIDTHS.get(table.id, 24.0)
    heading(sheet, _HEAD_ROW, dict.fromkeys(table.heads, width))
    for number, row in enumerate(table.rows, _HEAD_ROW + 1):
        last = table.summed and number == _HEAD_ROW + len(table.rows)
        for column, cell in enumerate(row, 1):
            _cell(sheet, (number, column), cell, bold=last)
    sheet.freeze_panes = f"B{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    landscape(sheet)


def _cell(sheet: Worksheet, place: tuple[int, int], cell: Cell, *, bold: bool) -> None:
    if isinstance(cell, Money):
        made = write(sheet, *place, cell.ore / 100)
        made.number_format = "+#,##0.00;-#,##0.00;0.00" if cell.signed else "#,##0.00"
    elif isinstance(cell, Hours):
        made = write(sheet, *place, round(cell.minutes / 60, 4))
        made.number_format = "0.00"
    else:
        made = write(sheet, *place, cell)
    if bold:
        made.font = font(bold=True)
