"""Text in Excel cells as text: never a formula, whatever sign it begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell to write to; row and column count from 1."""
    from openpyxl.cell.cell import Cell

    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"{sheet.title} row {row} column {column} is inside merged cells")
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Write text into a cell so that Excel never calculates it.

    Raises
    ------
    BadInput
        When Excel cannot hold the text: control characters, or more than ``LONGEST`` characters.
    """
    where = f"sheet {cell.parent.title}, row {cell.row}"
    if len(text) > LONGEST:
        found = f"text of {len(text)} characters"
        needed = f"at most {LONGEST} characters, which is what an Excel cell holds"
        raise BadInput([Fault(where, found, needed, "write the ward as JSON instead")])
    if _CONTROL.search(text):
        guess = "it was pasted from another program: type it again"
        raise BadInput([Fault(where, "text with control characters", "plain text", guess)])
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True
