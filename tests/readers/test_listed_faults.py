"""The slips that people make most, each told once with its place and a guess."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from rostering.errors import Fault
from rostering.readers import read_problem
from tests.readers.small_ward import small
from tests.readers.spoilt import only_fault, set_cell, sheet_fault, workbook, written

Spoil = Callable[[dict[str, Any]], object]


def json_fault(folder: Path, spoil: Spoil) -> Fault:
    data = small()
    spoil(data)
    path = written(folder, data)
    return only_fault(lambda: read_problem(path))


def twice(data: dict[str, Any]) -> None:
    data["people"][0]["positions"].append({"id": "1", "unit": "post3", "percent": 20})


def add_position(book: Workbook) -> None:
    book["Ansatte"].append(["p1", None, None, None, None, "1", "post3", 20])


def clear_staff(book: Workbook) -> None:
    book["Ansatte"].delete_rows(2, 10)


IN_JSON: dict[str, tuple[Spoil, str, str]] = {
    "unknown competence": (
        lambda d: d["people"][0]["competences"][0].update(code="SPI"),
        "people[0].competences[0]",
        "'SPL' is meant",
    ),
    "two contracts on a day": (twice, "people[0].positions[1]", "should end the day before"),
    "a shift that ends before it starts": (
        lambda d: d["shifts"][2].pop("crosses_midnight"),
        "shifts[2]",
        "set crosses_midnight to true",
    ),
    "a wish outside the period": (
        lambda d: d["wishes"][0].update(first="2028-03-06", last="2028-03-07"),
        "wishes[0]",
        "the year is wrong",
    ),
    "an empty staff list": (lambda d: d["people"].clear(), "people", "fill in the list 'people'"),
    "a newer version": (lambda d: d.update(version=2), "version", "update turnus"),
}
IN_SHEETS: dict[str, tuple[Callable[[Workbook], object], str, str]] = {
    "unknown competence": (
        set_cell("Ansatte", 2, "Kompetanser", "SPI"),
        "sheet Ansatte, row 2, column Kompetanser",
        "'SPL' is meant",
    ),
    "two contracts on a day": (add_position, "sheet Ansatte, row 4", "should end the day before"),
    "a shift that ends before it starts": (
        set_cell("Vakter", 4, "Over midnatt", "nei"),
        "sheet Vakter, row 4",
        "write ja under Over midnatt",
    ),
    "a wish outside the period": (
        set_cell("Ønsker", 2, "Til dato", "07.03.2028"),
        "sheet Ønsker, row 2",
        "it belongs to another period",
    ),
    "an empty staff list": (clear_staff, "sheet Ansatte", "fill in the sheet Ansatte"),
    "a newer version": (
        lambda book: set_value(book, "Filversjon", 2),
        "sheet Om turnusen, row 12 (Filversjon)",
        "update turnus",
    ),
}


def set_value(book: Workbook, label: str, value: object) -> None:
    for row in book["Om turnusen"].iter_rows(min_row=2):
        if str(row[0].value).removesuffix(" *") == label:
            row[1].value = value


@pytest.mark.parametrize("name", IN_JSON)
def test_a_listed_slip_in_json_is_told_once_with_path_and_guess(name: str, tmp_path: Path) -> None:
    spoil, where, guess = IN_JSON[name]
    fault = json_fault(tmp_path, spoil)
    assert fault.where == where
    assert guess in fault.maybe
    assert fault.found
    assert fault.needed


@pytest.mark.parametrize("name", IN_SHEETS)
def test_a_listed_slip_in_a_workbook_is_told_once_with_sheet_row_and_guess(
    name: str, tmp_path: Path
) -> None:
    spoil, where, guess = IN_SHEETS[name]
    fault = sheet_fault(tmp_path, spoil)
    assert fault.where == where
    assert guess in fault.maybe
    assert fault.found
    assert fault.needed


@pytest.mark.parametrize("suffix", [".json", ".xlsx"])
def test_a_file_of_200_mb_is_refused_unread(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"ward{suffix}"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    fault = only_fault(lambda: read_problem(path))
    assert fault.where == path.name
    assert "200 MB" in fault.found
    assert "50 MB" in fault.needed
    assert fault.maybe


def test_a_workbook_cut_short_is_told_as_broken(tmp_path: Path) -> None:
    path = workbook(tmp_path, lambda book: None)
    path.write_bytes(path.read_bytes()[:-4000])
    fault = only_fault(lambda: read_problem(path))
    assert fault.where == "ward.xlsx"
    assert "broken workbook" in fault.found
    assert "fetch the file again" in fault.maybe


def test_all_faults_of_the_fields_come_at_once_in_reading_order(tmp_path: Path) -> None:
    data = small()
    data["shifts"][0]["start"] = "7:30"
    data["people"][1]["positions"][0]["percent"] = "50,5"
    data["wishes"][0]["first"] = "06.03.2027"
    path = written(tmp_path, data)
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the type is told below
        read_problem(path)
    assert [fault.where for fault in caught.value.faults] == [  # type: ignore[attr-defined]
        "shifts[0].start",
        "people[1].positions[0].percent",
        "wishes[0].first",
    ]


def test_all_faults_between_entries_come_at_once(tmp_path: Path) -> None:
    data = small()
    data["wishes"][0]["person"] = "p9"
    data["absences"][0]["person"] = "p8"
    path = written(tmp_path, data)
    with pytest.raises(Exception) as caught:  # noqa: PT011
        read_problem(path)
    places = [fault.where for fault in caught.value.faults]  # type: ignore[attr-defined]
    assert places == ["wishes[0].person", "absences[0].person"]
