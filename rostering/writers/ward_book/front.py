"""The front sheet of a ward workbook: how to fill it in, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostering.writers.sheet_text import cell_at, put_text
from rostering.writers.ward_book.column import Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Les meg først"
_STEPS = (
    "Dette er en arbeidsbok for én turnus. Alt som står her, brukes av turnusprogrammet.",
    "1. Fyll ut arkene med grønn fane. De må være med.",
    "2. Fyll ut arkene med grå fane hvis du trenger dem. De kan stå tomme.",
    "3. Én rad er én ting. Hopp gjerne over rader, men slå aldri sammen celler.",
    "4. Overskrifter med * må ha en verdi i hver rad. Hold pekeren over en overskrift for hjelp.",
    "5. Datoer skrives 01.03.2027, klokkeslett 07:30, ja/nei som ja eller nei.",
    "6. Flere ting i én celle skilles med komma, for eksempel SPL, MED.",
    "7. Egne notater kan stå i ark med navn som begynner på Notat. De blir ikke lest.",
    "8. Skriv aldri diagnoser, grunner til fritak eller medlemskap i fagforening noe sted.",
)
_EXAMPLES = (
    ("Eksempel fra arket Vakter", (
        ("Kode", "Navn", "Type", "Fra", "Til", "Over midnatt", "Ubetalt pause (min)"),
        ("D", "Dagvakt", "dag", "07:30", "15:00", "nei", "0"),
        ("N", "Nattevakt", "natt", "22:00", "07:30", "ja", "0"),
    )),
    ("Eksempel fra arket Ansatte: den andre har to stillinger", (
        ("Id", "Navn", "Enhet", "Stilling id", "Stillingsprosent", "Kompetanser", "Fra dato"),
        ("101", "Kari Eksempel", "Med2", "1", "80", "SPL", ""),
        ("102", "Ola Eksempel", "Med2", "1", "50", "HFA", ""),
        ("102", "", "", "2", "25", "", "01.04.2027"),
    )),
    ("Eksempel fra arket Bemanning", (
        ("Id", "Enheter", "Vakter", "Kompetanse (alle)", "Ukedager", "Minimum", "Mål"),
        ("dag", "Med2", "D", "", "man-fre", "4", "5"),
        ("dag-spl", "Med2", "D", "SPL", "alle", "2", "2"),
    )),
)  # fmt: skip


def fill_front(sheet: Worksheet, sheets: tuple[Sheet, ...]) -> None:
    """Write the front sheet; nothing on it is ever read back."""
    from openpyxl.styles import Alignment, Font

    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.column_dimensions["A"].width = 24
    for letter in "BCDEFGH":
        sheet.column_dimensions[letter].width = 18
    put_text(cell_at(sheet, 1, 1), "Les meg først")
    cell_at(sheet, 1, 1).font = Font(name="Calibri", bold=True, size=18, color="1F3864")
    row = 3
    for step in _STEPS:
        put_text(cell_at(sheet, row, 1), step)
        row += 1
    row = _contents(sheet, sheets, row + 1)
    for title, lines in _EXAMPLES:
        row = _example(sheet, title, lines, row + 1)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(vertical="top")


def _contents(sheet: Worksheet, sheets: tuple[Sheet, ...], row: int) -> int:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    put_text(cell_at(sheet, row, 1), "Arkene")
    cell_at(sheet, row, 1).font = Font(name="Calibri", bold=True, size=13)
    for place, one in enumerate(sheets, row + 1):
        link = cell_at(sheet, place, 1)
        put_text(link, one.name)
        link.hyperlink = Hyperlink(link.coordinate, location=f"'{one.name}'!A1")
        link.font = Font(name="Calibri", underline="single", color="0563C1")
        put_text(cell_at(sheet, place, 2), one.purpose + (" (må fylles ut)" if one.needed else ""))
    return row + len(sheets) + 1


def _example(sheet: Worksheet, title: str, lines: tuple[tuple[str, ...], ...], row: int) -> int:
    from openpyxl.styles import Font, PatternFill

    put_text(cell_at(sheet, row, 1), title)
    cell_at(sheet, row, 1).font = Font(name="Calibri", bold=True, size=13)
    for number, line in enumerate(lines):
        for column, text in enumerate(line, 1):
            cell = cell_at(sheet, row + 1 + number, column)
            put_text(cell, text)
            cell.fill = PatternFill("solid", fgColor="D9E1F2" if number == 0 else "F7F7F7")
            cell.font = Font(name="Calibri", bold=number == 0, italic=number > 0, color="404040")
    return row + 1 + len(lines)
