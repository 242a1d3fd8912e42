"""How cells of the roster workbook look."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rostering.writers.palette import HEAD, INK, LINE
from rostering.writers.sheet_text import cell_at, put_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

FACE = "Calibri"


@lru_cache(maxsize=256)
def fill(colour: str) -> PatternFill:
    """Return a solid fill for ``#RRGGBB``."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour.lstrip("#").upper())


@lru_cache(maxsize=256)
def font(colour: str = INK, size: float = 10, *, bold: bool = False, italic: bool = False) -> Font:
    """Return a font for ``#RRGGBB``."""
    from openpyxl.styles import Font

    return Font(name=FACE, color=colour.lstrip("#").upper(), size=size, bold=bold, italic=italic)


@lru_cache(maxsize=4)
def border(*, heavy_left: bool = False) -> Border:
    """Return thin lines all round; a heavier one on the left begins a week."""
    from openpyxl.styles import Border, Side

    thin = Side(style="thin", color=LINE.lstrip("#"))
    left = Side(style="medium", color="7F7F7F") if heavy_left else thin
    return Border(left=left, right=thin, top=thin, bottom=thin)


def write(sheet: Worksheet, row: int, column: int, value: str | float | None) -> Cell:
    """Write text or a number into a cell and return the cell."""
    cell = cell_at(sheet, row, column)
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
    return cell


def centred(cell: Cell) -> None:
    """Centre a cell both ways."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def wrapped(cell: Cell) -> None:
    """Break a cell's lines and keep them at the top."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")


def heading(sheet: Worksheet, row: int, titles: dict[str, float]) -> None:
    """Write a heading row; ``titles`` gives each column's width in characters."""
    from openpyxl.utils import get_column_letter

    for column, (title, width) in enumerate(titles.items(), 1):
        cell = write(sheet, row, column, title)
        cell.fill, cell.font = fill(HEAD), font("#FFFFFF", bold=True)
        wrapped(cell)
        sheet.column_dimensions[get_column_letter(column)].width = width


def landscape(sheet: Worksheet, *, large: bool = False, pages: int = 1) -> None:
    """Set a sheet up to print across, so many pages wide, on A4 or A3."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8 if large else 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 0.4
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "Side &P av &N"
