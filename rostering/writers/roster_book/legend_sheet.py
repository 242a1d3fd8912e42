"""The sheet *Tegnforklaring*: shift codes, absence codes and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostering.domain.fields import format_time
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from rostering.writers import palette
from rostering.writers.headline import told
from rostering.writers.roster_book.style import border, fill, font, heading, landscape, write
from rostering.writers.roster_grid import Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADS = {"Tegn": 12.0, "Betyr": 34.0, "Tid": 16.0, "Timer": 10.0}
_NOTES = (
    ("D*", "Vakten har en egen rolle i bemanningsplanen, for eksempel ansvarsvakt"),
    ("(D) FE", "Fravær over en planlagt vakt"),
    ("D@post2", "Vakt i en annen enhet enn egen"),
    ("D+mer", "Mertid; D+ot overtid, D+fv forskjøvet vakt"),
    ("D → N", "Planlagt D, arbeidet N; D → - er ikke arbeidet"),
    ("D [F1]", "Vakt på en dag med dagkode"),
    ("Prosent", "Summen av stillingene på periodens første dag"),
    ("Planlagt", "Timer i vaktene i denne turnusen"),
    ("Avtalt", "Stillingens timer i perioden, minus fravær som teller og timer til gode"),
    ("Avvik", "Planlagt minus avtalt"),
    ("Helger", "Helger med minst én vakt som begynner lørdag eller søndag"),
    ("3/4", "3 på jobb der målet er 4; ved timebehov gjelder dagens verste tidspunkt"),
)


def fill_legend(sheet: Worksheet, problem: Problem, grid: Grid) -> None:
    """Write what every code and colour of the grid means."""
    heading(sheet, 1, _HEADS)
    row = 2
    for shift in problem.shifts:
        _shift(sheet, row, shift)
        row += 1
    for kind, code in palette.DAY_CODE.items():
        row = _sign(sheet, row, (code, palette.DAY_NAME[kind]), palette.ABSENT)
    row = _sign(sheet, row, ("", "Helg eller helligdag"), palette.RED_DAY)
    row = _sign(sheet, row, ("2/3", "Færre på jobb enn målet"), palette.UNDER_TARGET)
    row = _sign(sheet, row, ("1/3", "Færre på jobb enn minimum"), palette.UNDER_MINIMUM)
    for note in _NOTES:
        row = _sign(sheet, row, note, "#FFFFFF")
    for day in grid.days:
        if day.holiday:
            row = _sign(sheet, row, (told(day.date), day.holiday), palette.RED_DAY)
    sheet.freeze_panes = "A2"
    landscape(sheet)


def _shift(sheet: Worksheet, row: int, shift: ShiftType) -> None:
    name = shift.name or palette.KIND_NAME[shift.kind]
    _sign(sheet, row, (shift.code, name), palette.colour(shift))
    write(sheet, row, 3, f"{format_time(shift.start)}–{format_time(shift.end)}")
    write(sheet, row, 4, round(shift.minutes / 60, 2)).number_format = "0.00"


def _sign(sheet: Worksheet, row: int, pair: tuple[str, str], colour: str) -> int:
    cell = write(sheet, row, 1, pair[0] or None)
    cell.fill, cell.font = fill(colour), font(palette.ink_on(colour), bold=True)
    cell.border = border()
    write(sheet, row, 2, pair[1])
    return row + 1
