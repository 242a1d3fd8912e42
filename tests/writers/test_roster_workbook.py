"""What a manager finds in the roster workbook."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from rostering.writers import palette, write_roster_workbook
from tests.writers.two_weeks import card, roster, ward

FIRST_DAY, FIRST_ROW = 4, 7


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    write_roster_workbook(ward(), roster(), card(), tmp_path / "roster.xlsx")
    return load_workbook(tmp_path / "roster.xlsx")


def fill(cell: object) -> str:
    return "#" + str(cell.fill.fgColor.rgb)[-6:]  # type: ignore[attr-defined]


def test_the_grid_has_people_down_and_days_across(book: Workbook) -> None:
    sheet = book["Turnus"]
    assert book.sheetnames == ["Turnus", "Poengkort", "Brudd", "Tegnforklaring"]
    assert [sheet.cell(row, FIRST_DAY).value for row in (4, 5)] == ["Uke 9", "ma"]
    assert sheet.cell(6, FIRST_DAY).value == datetime.fromisoformat("2027-03-01")
    assert sheet.cell(6, FIRST_DAY).number_format == "dd.mm"
    assert sheet.cell(FIRST_ROW, 1).value == "Kari Nordmann"
    shown = [sheet.cell(FIRST_ROW, FIRST_DAY + day).value for day in range(5)]
    assert shown == ["D", "D*", None, "N", None]
    assert sheet.cell(FIRST_ROW + 1, FIRST_DAY + 7).value == "FE"


def test_shifts_weekends_and_absence_have_their_colours(book: Workbook) -> None:
    sheet = book["Turnus"]
    colours = [fill(sheet.cell(FIRST_ROW, FIRST_DAY + day)) for day in (0, 3, 5, 7)]
    assert colours == ["#EEDD88", "#77AADD", palette.RED_DAY, "#FFFFFF"]
    assert fill(sheet.cell(FIRST_ROW + 1, FIRST_DAY + 7)) == palette.ABSENT


def test_sums_stand_to_the_right(book: Workbook) -> None:
    sheet = book["Turnus"]
    heads = [sheet.cell(6, FIRST_DAY + 14 + n).value for n in range(5)]
    assert heads == ["Planlagt timer", "Avtalt timer", "Avvik timer", "Helger", "Netter"]
    sums = [sheet.cell(FIRST_ROW, FIRST_DAY + 14 + n).value for n in range(5)]
    assert sums == [23.75, 56.8, -33.05, 0, 1]


def test_staffing_is_red_under_minimum_and_amber_under_target(book: Workbook) -> None:
    sheet = book["Turnus"]
    rows = {str(sheet.cell(row, 1).value): row for row in range(FIRST_ROW, sheet.max_row + 1)}
    dag = [sheet.cell(rows["dag"], FIRST_DAY + day) for day in (0, 1, 5)]
    assert [cell.value for cell in dag] == ["2/2", "0/2", None]
    assert [fill(cell) for cell in dag] == ["#FFFFFF", palette.UNDER_MINIMUM, palette.RED_DAY]
    natt = sheet.cell(rows["natt"], FIRST_DAY)
    assert (natt.value, fill(natt)) == ("0/2", palette.UNDER_TARGET)
    assert sheet.cell(rows["D"], FIRST_DAY).value == 2


def test_the_sheet_is_frozen_and_prints_across_with_its_headings(book: Workbook) -> None:
    sheet = book["Turnus"]
    assert sheet.freeze_panes == "D7"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$6"


def test_nothing_that_people_wrote_becomes_a_formula(book: Workbook) -> None:
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert book["Turnus"].cell(FIRST_ROW + 1, 1).value == "=Ola"


def test_the_score_card_tells_goals_and_causes(book: Workbook) -> None:
    rows = list(book["Poengkort"].iter_rows(min_row=5, values_only=True))
    assert rows[0][:5] == ("Underdekning", "minutter", 450, 4, 1800)
    assert rows[1][5:] == ("=Mangler 1 på dag", "=Ola", "01.03.2027", 450)
    assert rows[3][0] == "Sum"
    assert rows[3][4] == 1900


def test_breaches_carry_their_paragraph(book: Workbook) -> None:
    row = next(book["Brudd"].iter_rows(min_row=5, values_only=True))
    assert row[:4] == ("Daglig hvile", "AML § 10-8 (1)", "alltid", "Kari Nordmann")
    assert row[6:9] == ("9 t fri, 11 t kreves", 120, "minutter")


def test_the_legend_explains_every_code(book: Workbook) -> None:
    signs = {row[0] for row in book["Tegnforklaring"].iter_rows(min_row=2, values_only=True)}
    assert {"D", "A", "N", "FE", "PE", "SY", "KU", "D*"} <= signs


def test_a_roster_without_card_is_written_too(tmp_path: Path) -> None:
    write_roster_workbook(ward(), roster(), None, tmp_path / "roster.xlsx")
    book = load_workbook(tmp_path / "roster.xlsx")
    assert "ikke poengsatt" in str(book["Poengkort"]["A2"].value)
    assert book["Brudd"]["A5"].value is None
