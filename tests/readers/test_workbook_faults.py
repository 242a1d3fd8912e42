"""What is told about a wrong cell, heading or sheet of a ward workbook."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from rostering.readers import read_problem
from rostering.writers import write_ward_workbook
from tests.readers.small_ward import full, small
from tests.readers.spoilt import faults_of, set_cell, sheet_fault, workbook

Spoil = Callable[[Workbook], object]

CELLS: list[tuple[str, int, str, object, str, str, str]] = [
    ("Ansatte", 2, "Stillingsprosent", "åtti", '"åtti"', "a number", ""),
    ("Ansatte", 2, "Stillingsprosent", 800, "800", "of at most 100", "digit too many"),
    ("Ansatte", 2, "Stillingsprosent", None, "an empty cell", "a value", "forgotten"),
    ("Ansatte", 2, "Stillingsprosent", dt.date(2027, 5, 1), "01.05.2027", "a number", "format"),
    ("Ansatte", 2, "Ansettelse", "vikra", '"vikra"', "fast, vikar", "'vikar' is meant"),
    ("Ansatte", 2, "Fra dato", "1. mars", '"1. mars"', "01.03.2027", ""),
    ("Ansatte", 2, "Fra dato", "01.03.27", '"01.03.27"', "01.03.2027", "write 01.03.2027"),
    ("Ansatte", 2, "Fra dato", 46447, "46447", "a date", "a date format"),
    ("Ansatte", 2, "Fra dato", "30.02.2027", '"30.02.2027"', "a date", "only 28 days"),
    ("Ansatte", 2, "Gruppe", dt.date(2027, 2, 1), "01.02.2027", "text", "format the column"),
    ("Ansatte", 2, "Gruppe", 1.5, "1.5", "text", "format the column"),
    ("Ansatte", 2, "Navn", None, "an empty cell", "a value", "forgotten"),
    ("Ansatte", 2, "Stilling id", "=A1", "a formula", "a value", "save the file in Excel"),
    ("Vakter", 2, "Fra", "halv åtte", '"halv åtte"', "07:30", ""),
    ("Vakter", 2, "Fra", 25, "25", "07:30", ""),
    ("Vakter", 2, "Over midnatt", "kanskje", '"kanskje"', "ja or nei", ""),
    ("Vakter", 2, "Type", "dagvakt", '"dagvakt"', "dag, kveld", "'dag' is meant"),
    ("Vakter", 2, "Ubetalt pause (min)", 7.5, "7.5", "a whole number", "write 8"),
    ("Vakter", 2, "Farge", "blå", '"blå"', "#4477AA", "leave it out"),
    ("Vakter", 2, "Kode", "#REF!", "the Excel error #REF!", "a value", "type the value"),
    ("Bemanning", 2, "Ukedager", "man, frr", '"man, frr"', "weekdays", "'fre' is meant"),
    ("Bemanning", 2, "Vakter", '"D', '"\\"D"', "commas between", "quotation mark"),
    ("Bemanning", 2, "Vakter", "D, X", "unknown shift 'X'", "one of: A, D, N", ""),
    ("Bemanning", 2, "Id", None, "an empty cell", "a value", "forgotten"),
    ("Ønsker", 2, "Person", "p11", "unknown person 'p11'", "one of: p1", "'p1' is meant"),
    ("Fravær", 2, "Type", "f6", '"f6"', "sykt barn", ""),
    ("Fravær", 2, "Vakt", "DD", "unknown shift 'DD'", "one of: A, D, N", "'D' is meant"),
    ("Ønsker", 2, "Styrke", "sterk", '"sterk"', "svakt, middels", "'sterkt' is meant"),
]


@pytest.mark.parametrize(("sheet", "row", "heading", "value", "found", "needed", "guess"), CELLS)
def test_a_wrong_cell_is_told_once_with_sheet_row_and_column(
    sheet: str, row: int, heading: str, value: object, found: str, needed: str, guess: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    def spoil(book: Workbook) -> None:
        set_cell(sheet, row, heading, value)(book)
        if value in {46447, "#REF!"}:
            for cell in book[sheet][row]:
                cell.number_format = "General"
                cell.data_type = "e" if cell.value == "#REF!" else cell.data_type

    fault = sheet_fault(tmp_path, spoil)
    assert fault.where == f"sheet {sheet}, row {row}, column {heading}"
    assert found in fault.found
    assert needed in fault.needed
    assert guess in fault.maybe


def rename_heading(old: str, new: object) -> Spoil:
    def spoil(book: Workbook) -> None:
        for cell in book["Ansatte"][1]:
            if str(cell.value).removesuffix(" *") == old:
                cell.value = new

    return spoil


def two_ids(book: Workbook) -> None:
    book["Ansatte"]["A3"] = "p1"


SHAPES: dict[str, tuple[Spoil, str, str, str]] = {
    "misspelt heading": (
        rename_heading("Stillingsprosent", "Stillingprosent"),
        "sheet Ansatte, column H",
        "unknown heading",
        "'Stillingsprosent' is meant",
    ),
    "unknown heading": (
        rename_heading("Gruppe", "Skostørrelse"),
        "sheet Ansatte, column E",
        "one of: Id, Navn",
        "should be deleted",
    ),
    "doubled heading": (
        rename_heading("Gruppe", "Navn"),
        "sheet Ansatte, column E",
        "a second time",
        "copied",
    ),
    "heading taken away": (
        rename_heading("Enhet", None),
        "sheet Ansatte, column C",
        "column without heading",
        "Notat",
    ),
    "merged cells": (
        lambda book: book["Ansatte"].merge_cells("B2:B3"),
        "sheet Ansatte, cells B2:B3",
        "merged cells",
        "Unmerge",
    ),
    "missing sheet": (
        lambda book: book.remove(book["Bemanning"]),
        "the workbook ward.xlsx",
        "a sheet called 'Bemanning'",
        "empty template",
    ),
    "misspelt sheet": (
        lambda book: setattr(book["Ansatte"], "title", "Ansate"),
        "sheet Ansate",
        "unknown sheet",
        "'Ansatte' is meant",
    ),
    "misspelt field": (
        lambda book: book["Om turnusen"].__setitem__("A2", "Navn på turnus"),
        "sheet Om turnusen, row 2",
        "unknown field",
        "'Navn på turnusen' is meant",
    ),
    "two people with one id": (
        two_ids,
        "sheet Ansatte, row 3, column Navn",
        "the same as in the person's first row",
        "two people were given the same id",
    ),
    "weeks and days that differ": (
        lambda book: book["Om turnusen"].__setitem__("B5", 3),
        "sheet Om turnusen, row 5 (Antall uker)",
        "3 weeks, but 14 days",
        "not changed",
    ),
    "far too many rows": (
        lambda book: book["Vekter"].__setitem__("A900000", "x"),
        "sheet Vekter",
        "900000 rows",
        "delete the rows",
    ),
    "a child without parent": (
        lambda book: book["Fritak"].append(["p3", "N"]),
        "sheet Fritak, row 2, column Person",
        "unknown id 'p3'",
        "",
    ),
    "a weight twice": (
        lambda book: [book["Vekter"].append(["wishes", 1]) for _ in range(2)],
        "sheet Vekter, row 3",
        "a second time",
        "copied",
    ),
    "a weight without number": (
        lambda book: book["Vekter"].append(["wishes"]),
        "sheet Vekter, row 2, column Vekt",
        "an empty cell",
        "half filled",
    ),
    "a rule told two ways": (
        lambda book: [book["Regler"].append(["r", mode]) for mode in ("alltid", "av")],
        "sheet Regler, row 3",
        "another mode",
        "first row only",
    ),
    "a rule's mode misspelt": (
        lambda book: book["Regler"].append(["r", "altid"]),
        "sheet Regler, row 2, column Gjelder",
        "alltid, med pris, av",
        "'alltid' is meant",
    ),
    "values of an unknown agreement": (
        lambda book: [
            book["Avtaler"].append(["a1", "L2"]),
            book["Avtaleverdier"].append(["a2", "r", "minutes", 600]),
        ],
        "sheet Avtaleverdier, row 2, column Avtale",
        "unknown id 'a2'",
        "add it to the sheet Avtaler",
    ),
    "an agreed value told twice": (
        lambda book: [
            book["Avtaler"].append(["a1", "L2"]),
            [book["Avtaleverdier"].append(["a1", "r", "minutes", 600]) for _ in range(2)],
        ],
        "sheet Avtaleverdier, row 3",
        "'minutes' a second time",
        "copied",
    ),
    "an agreed value without a rule": (
        lambda book: [
            book["Avtaler"].append(["a1", "L2"]),
            book["Avtaleverdier"].append(["a1", None, "minutes", 600]),
        ],
        "sheet Avtaleverdier, row 2, column Regel",
        "an empty cell",
        "half filled",
    ),
    "an agreed value missing": (
        lambda book: [
            book["Avtaler"].append(["a1", "L2"]),
            book["Avtaleverdier"].append(["a1", "r", "minutes"]),
        ],
        "sheet Avtaleverdier, row 2, column Verdi",
        "an empty cell",
        "half filled",
    ),
    "a rule's value missing": (
        lambda book: book["Regler"].append(["r", "alltid", None, "minutes"]),
        "sheet Regler, row 2, column Verdi",
        "an empty cell",
        "half filled",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_workbook_of_the_wrong_shape_is_told_once(name: str, tmp_path: Path) -> None:
    spoil, where, words, guess = SHAPES[name]
    fault = sheet_fault(tmp_path, spoil)
    if name == "heading taken away":
        assert words in fault.found
        return
    assert fault.where == where
    assert words in f"{fault.found} {fault.needed}"
    assert guess in fault.maybe


def test_faults_of_several_sheets_come_at_once(tmp_path: Path) -> None:
    def spoil(book: Workbook) -> None:
        set_cell("Vakter", 2, "Type", "x")(book)
        set_cell("Ansatte", 3, "Stillingsprosent", None)(book)
        set_cell("Ansatte", 2, "Fra dato", "x")(book)

    path = workbook(tmp_path, spoil)
    assert {fault.where for fault in faults_of(lambda: read_problem(path))} == {
        "sheet Vakter, row 2, column Type",
        "sheet Ansatte, row 3, column Stillingsprosent",
        "sheet Ansatte, row 2, column Fra dato",
    }


def test_an_empty_template_asks_for_what_is_needed_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "ward.xlsx"
    write_ward_workbook(None, path)
    assert [fault.where for fault in faults_of(lambda: read_problem(path))] == [
        "sheet Om turnusen, row 2 (Navn på turnusen)",
        "sheet Om turnusen, row 3 (Første dag)",
        "sheet Om turnusen, row 4 (Antall dager)",
        "sheet Enheter",
        "sheet Vakter",
        "sheet Ansatte",
    ]


def test_a_template_filled_in_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ward.xlsx"
    write_ward_workbook(None, path)
    book = load_workbook(path)
    about = book["Om turnusen"]
    about["B2"], about["B3"], about["B5"] = "Vår", "1.3.2027", 2
    book["Enheter"]["A4"] = "m2"
    book["Vakter"].append(["D", None, "DAG", dt.time(7, 30), "15.00"])
    book["Ansatte"].append([101, "Kari", "m2", None, None, None, None, "80,5 %"])
    book["Ansatte"].append([101, None, None, None, None, "2", None, 0.1, None, dt.date(2027, 3, 8)])
    book["Ansatte"].cell(3, 8).number_format = "0 %"
    book["Bemanning"].append(["dag", None, "m2", "D", None, None, "man–fre, søn", 1, 2])
    book["Historikk"].append(["101", dt.date(2027, 2, 28), "D"])
    book.create_sheet("Notat til meg selv")["B7"] = "husk"
    book.remove(book["Saldo"])
    book.save(path)
    problem = read_problem(path)
    assert problem.horizon.days == 14
    assert problem.horizon.start == dt.date(2027, 3, 1)
    (kari,) = problem.people
    assert [(p.id, p.unit, p.percent) for p in kari.positions] == [
        ("1", "m2", 80.5),
        ("2", "m2", 10),
    ]
    assert kari.positions[1].first == dt.date(2027, 3, 8)
    assert (problem.shifts[0].start, problem.shifts[0].end) == (450, 900)
    assert problem.demand[0].weekdays == (1, 2, 3, 4, 5, 7)
    assert problem.history[0].unit == "m2"


def test_a_calculated_cell_counts_with_its_stored_result(tmp_path: Path) -> None:
    path = workbook(tmp_path, set_cell("Ansatte", 2, "Stillingsprosent", "=40+40"))
    changed = tmp_path / "calculated.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, re.sub(rb"(<f>40\+40</f>)<v ?/?>(</v>)?", rb"\1<v>75</v>", data))
    assert read_problem(changed).people[0].positions[0].percent == 75


def test_every_field_of_the_full_ward_has_a_place(tmp_path: Path) -> None:
    from rostering.readers.workbook import read_workbook

    path = workbook(tmp_path, lambda book: None, full())
    book = read_workbook(path.read_bytes(), path.name)
    for where in ("people[0].exemptions[0].kinds", "demand[1].curve[0].end", "base_lines[0].cells"):
        assert book.locate(where).count(",") == 2
    assert small().keys() <= book.data.keys()
