"""The control report as an Excel workbook: a sheet for each table, and the roster."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.report.model import ControlReport
from rostering.writers.atomic import write_bytes
from rostering.writers.control_report.findings_tables import staffed
from rostering.writers.control_report.grid import cell_text
from rostering.writers.control_report.summary import facts, result, signature_lines, tables
from rostering.writers.control_report.table import (
    Kind,
    Row,
    Table,
    Value,
    Words,
)
from rostering.writers.palette import HEAD
from rostering.writers.roster_book.style import fill, font, wrapped
from rostering.writers.sheet_text import put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {Kind.HOURS: "0.00", Kind.DATE: "dd.mm.yyyy"}
_LONG = {Kind.TEXT, Kind.NAME, Kind.SOURCE}
_SHEET_NAME = 31
_LINE = 13.5  # points
_PLAIN = re.compile(r"[A-Za-z0-9(][A-Za-z0-9()/ !▼▲]{0,40}")


def write_control_workbook(report: ControlReport, path: str | Path) -> None:
    """Write the workbook; hours are hours with two decimals, and no text is ever a formula.

    Raises
    ------
    BadInput
        When a text cannot stand in a cell, or the file cannot be written.
    """
    from openpyxl import Workbook

    book, say = Workbook(write_only=True), Words.of(report)
    _front(book, report, say)
    for table in tables(report, say):
        _fill(book, table)
        if table.name == "red":
            _roster(book, report, say)
    stream = io.BytesIO()
    book.save(stream)
    write_bytes(path, stream.getvalue())


def _front(book: Workbook, report: ControlReport, say: Words) -> None:
    sheet = _sheet(book, say("title"), [34, 60, 24, 24])
    sheet.page_setup.fitToHeight = 1
    sheet.row_dimensions[1].height = 26
    title = _cell(sheet, f"{say('title')}: {report.problem_name}")
    title.font = font(HEAD, 16, bold=True)
    sheet.append([title])
    sheet.append([_cell(sheet, say("subtitle"))])
    sheet.append([])
    for head, text in facts(report, say):
        sheet.append([_bold(sheet, head), _cell(sheet, text)])
    sheet.append([])
    sheet.append([_bold(sheet, say("verdict"))])
    for line in result(report, say):
        sheet.append([_cell(sheet, line)])
    sheet.append([])
    sheet.append([_bold(sheet, say("section.signatures")), _cell(sheet, say("sign.text"))])
    for role, lines in signature_lines(report, say):
        sheet.append([])
        sheet.append([_bold(sheet, role)])
        for line in lines:
            sheet.append([_cell(sheet, line), _cell(sheet, "_" * 48)])


def _fill(book: Workbook, table: Table) -> None:
    sheet = _sheet(book, table.title, [column.width for column in table.columns], freeze="A2")
    sheet.row_dimensions[1].height = _LINE * max(_lines(c.head, c.width) for c in table.columns)
    sheet.append([_heading(sheet, column.head) for column in table.columns])
    kinds = [column.kind for column in table.columns]
    for number, row in enumerate(table.rows, 2):
        if (lines := _row_lines(row, table)) > 1:
            sheet.row_dimensions[number].height = _LINE * lines
        sheet.append([_value(sheet, v, kind) for v, kind in zip(row, kinds, strict=True)])
    if not table.rows:
        sheet.append([_cell(sheet, table.empty)])
    if table.note:
        sheet.append([])
        sheet.append([_cell(sheet, table.note)])


def _row_lines(row: Row, table: Table) -> int:
    """Return how many lines the tallest text of a row takes in its column."""
    pairs = zip(row, table.columns, strict=True)
    return max(
        _lines(value, column.width) if isinstance(value, str) and column.kind in _LONG else 1
        for value, column in pairs
    )


def _lines(text: str, width: int) -> int:
    """Return the lines that a text takes when words are not cut: a sixth more than it needs."""
    return -(-len(text) * 7 // (width * 6)) or 1


def _roster(book: Workbook, report: ControlReport, say: Words) -> None:
    """Write the whole grid on one sheet: people down, days across, staffing below."""
    sheet = _sheet(
        book,
        say("section.grid"),
        [26, *([7] * report.days)],
        freeze=f"B{3 if report.cyclic else 4}",
    )
    names = say("weekdays").split()
    weeks: list[Cell | None] = [_heading(sheet, say("head.person"))]
    for number, day in enumerate(report.calendar):
        first = number == 0 or day.weekday == 1
        weeks.append(_heading(sheet, say("week", number=day.week)) if first else None)
    sheet.append(weeks)
    days = (names[d.weekday - 1] + ("*" if d.holiday else "") for d in report.calendar)
    sheet.append([None, *(_heading(sheet, day) for day in days)])
    if not report.cyclic:
        dates = (say.short(day.date) for day in report.calendar)
        sheet.append([None, *(_heading(sheet, told) for told in dates)])
    for person in report.people:
        cells = (cell_text(cell) for cell in person.cells)
        sheet.append([_cell(sheet, person.name), *(_mark(sheet, text) for text in cells)])
    sheet.append([_bold(sheet, say("staffing_rows"))])
    for row in report.staffing:
        known = {day.date: staffed(day) for day in row.days}
        told = (known.get(day.date, "") for day in report.calendar)
        sheet.append([_cell(sheet, row.name), *(_mark(sheet, text) for text in told)])


def _sheet(book: Workbook, title: str, widths: list[int], freeze: str | None = None) -> Worksheet:
    """Return a new sheet that prints across, its heading rows repeated on each page."""
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = book.create_sheet(_named(title))
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = len(widths) < 60  # a year fits no page
    sheet.freeze_panes = freeze
    if freeze is not None:
        sheet.print_title_rows = f"1:{int(freeze[1:]) - 1}"
    return sheet


def _named(title: str) -> str:
    """Return a title as a sheet may be named: without the signs that Excel bars, not too long."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:_SHEET_NAME]


def _value(sheet: Worksheet, value: Value, kind: Kind) -> Cell | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        told = _cell(sheet, value)
        wrapped(told)
        return told
    number = round(value / 60, 2) if kind is Kind.HOURS and isinstance(value, int) else value
    cell = _new(sheet)
    cell.value = number
    wrapped(cell)
    if kind in _FORMATS:
        cell.number_format = _FORMATS[kind]
    return cell


def _mark(sheet: Worksheet, text: str) -> Cell | str | None:
    """Return a cell of the roster; a plain code needs no cell object, and a year has many."""
    if not text:
        return None
    return text if _PLAIN.fullmatch(text) else _cell(sheet, text)


def _cell(sheet: Worksheet, text: str) -> Cell:
    cell = _new(sheet)
    put_text(cell, text)
    return cell


def _bold(sheet: Worksheet, text: str) -> Cell:
    cell = _cell(sheet, text)
    cell.font = font(bold=True)
    return cell


def _heading(sheet: Worksheet, text: str) -> Cell:
    cell = _cell(sheet, text)
    cell.font = font("#FFFFFF", bold=True)
    cell.fill = fill(HEAD)
    wrapped(cell)
    return cell


def _new(sheet: Worksheet) -> Cell:
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet)
