"""The sheet *Turnus*: people down, days across, sums to the right, staffing below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from rostering.writers import palette
from rostering.writers.headline import headline, subtitle
from rostering.writers.roster_book.style import (
    border,
    centred,
    fill,
    font,
    landscape,
    write,
)
from rostering.writers.roster_grid import Grid, GridCell, GridDay, GridRow, Staffing

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_DAY = 4
FIRST_ROW = 7
_DAYS_A_PAGE = 42
_WIDTHS = (26.0, 8.0, 20.0)
_SUMS = ("Planlagt timer", "Avtalt timer", "Avvik timer", "Helger", "Netter", "Id")


def fill_grid(sheet: Worksheet, problem: Problem, grid: Grid, card: ScoreCard | None) -> None:
    """Write the grid, and make it fit to read and to print."""
    write(sheet, 1, 1, headline(problem)).font = font(palette.HEAD, 16, bold=True)
    write(sheet, 2, 1, subtitle(problem, card)).font = font(palette.FAINT_INK, 11)
    _heads(sheet, grid)
    shifts = {shift.code: shift for shift in problem.shifts}
    for number, row in enumerate(grid.rows, FIRST_ROW):
        _person(sheet, number, row, grid.days, shifts)
    below = FIRST_ROW + len(grid.rows) + 1
    below = _shift_heads(sheet, grid, shifts, below)
    _staffing(sheet, problem, grid, below + 1)
    _set_up(sheet, grid)


def _heads(sheet: Worksheet, grid: Grid) -> None:
    for column, title in enumerate(("Navn", "Prosent", "Kompetanse"), 1):
        _dark(write(sheet, FIRST_ROW - 1, column, title))
    for column, day in enumerate(grid.days, FIRST_DAY):
        new_week = column == FIRST_DAY or day.weekday == 1
        _dark(write(sheet, FIRST_ROW - 3, column, f"Uke {day.week}" if new_week else None))
        for row in (FIRST_ROW - 2, FIRST_ROW - 1):
            cell = write(sheet, row, column, palette.WEEKDAY[day.weekday - 1])
            if row == FIRST_ROW - 1:
                cell.value, cell.number_format = day.date, "dd.mm"
            cell.fill = fill(palette.ABSENT if day.red else "#FFFFFF")
            cell.font = font(palette.UNDER_MINIMUM if day.holiday else palette.INK, 9, bold=True)
            cell.border = border(heavy_left=day.weekday == 1)
            centred(cell)
        if day.holiday:
            _note(sheet, FIRST_ROW - 1, column, day.holiday)
    for column, title in enumerate(_SUMS, FIRST_DAY + len(grid.days)):
        cell = write(sheet, FIRST_ROW - 1, column, title)
        _dark(cell)
        _wrap_centre(cell)


def _note(sheet: Worksheet, row: int, column: int, text: str) -> None:
    from openpyxl.comments import Comment

    sheet.cell(row, column).comment = Comment(text, "turnus", height=40, width=160)


def _wrap_centre(cell: Cell) -> None:
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _dark(cell: Cell) -> None:
    cell.fill, cell.font = fill(palette.HEAD), font("#FFFFFF", 10, bold=True)


def _person(
    sheet: Worksheet,
    number: int,
    row: GridRow,
    days: tuple[GridDay, ...],
    shifts: dict[str, ShiftType],
) -> None:
    write(sheet, number, 1, row.person.name).font = font(bold=True)
    write(sheet, number, 2, row.percent or None)
    held = write(sheet, number, 3, ", ".join(row.competences))
    held.font = font(palette.FAINT_INK, 9)
    centred(held)
    for column in range(1, FIRST_DAY):
        sheet.cell(number, column).border = border()
    for column, (day, cell) in enumerate(zip(days, row.cells, strict=True), FIRST_DAY):
        _duty(write(sheet, number, column, cell.full or None), cell, day, shifts)
    _sums(sheet, number, row, FIRST_DAY + len(days))


def _duty(target: Cell, cell: GridCell, day: GridDay, shifts: dict[str, ShiftType]) -> None:
    ground = palette.RED_DAY if day.red else "#FFFFFF"
    if cell.codes:
        ground = palette.colour(shifts[cell.codes[0]])
        target.font = font(palette.ink_on(ground), 10, bold=True)
    elif cell.absence:
        ground = palette.ABSENT
        target.font = font(palette.FAINT_INK, 9, italic=True)
    target.fill = fill(ground)
    target.border = border(heavy_left=day.weekday == 1)
    centred(target)


def _sums(sheet: Worksheet, number: int, row: GridRow, column: int) -> None:
    hours = (row.planned / 60, row.agreed / 60, (row.planned - row.agreed) / 60)
    for place, value in enumerate((*hours, row.weekends, row.nights), column):
        cell = write(sheet, number, place, round(value, 2))
        cell.number_format = ("0.0", "0.0", "+0.0;-0.0;0.0", "0", "0")[place - column]
        cell.border = border(heavy_left=place == column)
        centred(cell)
    known = write(sheet, number, column + len(_SUMS) - 1, row.person.id)
    known.font = font(palette.FAINT_INK, 9)


def _shift_heads(sheet: Worksheet, grid: Grid, shifts: dict[str, ShiftType], row: int) -> int:
    write(sheet, row, 1, "Antall på hver vakt").font = font(palette.HEAD, 12, bold=True)
    for code, counts in grid.heads.items():
        row += 1
        name = write(sheet, row, 1, code)
        name.fill = fill(palette.colour(shifts[code]))
        name.font = font(palette.ink_on(palette.colour(shifts[code])), bold=True)
        write(sheet, row, 3, shifts[code].name).font = font(palette.FAINT_INK, 9)
        for column, (day, count) in enumerate(zip(grid.days, counts, strict=True), FIRST_DAY):
            _count(write(sheet, row, column, count or None), day)
    return row + 1


def _count(cell: Cell, day: GridDay) -> None:
    cell.fill = fill(palette.RED_DAY if day.red else "#FFFFFF")
    cell.border = border(heavy_left=day.weekday == 1)
    centred(cell)


def _staffing(sheet: Worksheet, problem: Problem, grid: Grid, row: int) -> None:
    write(sheet, row, 1, "Bemanning (på jobb / mål)").font = font(palette.HEAD, 12, bold=True)
    for demand in problem.demand:
        row += 1
        write(sheet, row, 1, demand.name or demand.id).font = font(bold=True)
        write(sheet, row, 3, " / ".join(demand.shifts)).font = font(palette.FAINT_INK, 9)
        days = zip(grid.days, grid.staffing[demand.id], strict=True)
        for column, (day, now) in enumerate(days, FIRST_DAY):
            cell = write(sheet, row, column, f"{now.have}/{now.target}" if now else None)
            _count(cell, day)
            if now is not None:
                _alarm(cell, now)


def _alarm(cell: Cell, now: Staffing) -> None:
    if now.under_minimum:
        cell.fill, cell.font = fill(palette.UNDER_MINIMUM), font("#FFFFFF", 10, bold=True)
    elif now.under_target:
        cell.fill, cell.font = fill(palette.UNDER_TARGET), font(palette.INK, 10)


def _set_up(sheet: Worksheet, grid: Grid) -> None:
    from openpyxl.utils import get_column_letter

    longest = max((len(c.full) for row in grid.rows for c in row.cells), default=2)
    last = FIRST_DAY + len(grid.days)
    widths = [*_WIDTHS, *[min(9.0, max(5.6, longest + 1.6))] * len(grid.days)]
    widths += [10.0] * 3 + [8.0] * 2 + [10.0]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[FIRST_ROW - 1].height = 30
    sheet.freeze_panes = sheet.cell(FIRST_ROW, FIRST_DAY).coordinate
    sheet.sheet_view.zoomScale = 85
    sheet.sheet_view.showGridLines = False
    landscape(sheet, large=last > 35, pages=-(-len(grid.days) // _DAYS_A_PAGE))
    sheet.print_title_rows = f"{FIRST_ROW - 3}:{FIRST_ROW - 1}"
    sheet.print_title_cols = "A:A"
