"""A staffing plan in a ward: matrix or rows, and what becomes of the ward's own rows."""

import datetime as dt
from pathlib import Path

import pytest

from rostering.domain.competence import CompetenceNeed
from rostering.domain.problem import Problem
from rostering.readers import problem_from_data
from rostering.readers.lists import Mapping, read_plan
from tests.readers.listed import csv, excel, only, ward
from tests.readers.small_ward import full

MATRIX = "Vakt;Kompetanse;Ma;Ti;On;To;Fr;Lø;Sø"


def rows(problem: Problem) -> list[tuple[object, ...]]:
    return [
        (r.id, r.shifts, r.competence.all_of, r.weekdays, r.minimum, r.target)
        for r in problem.demand
    ]


def test_a_matrix_becomes_a_row_for_each_set_of_days_with_equal_numbers(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "Bemanningsplan sengepost 3",
        MATRIX,
        "D;Sykepleier;3;3;3;3;3;2;2",
        "A;alle;2/3;2/3;2/3;2/3;2/3;2/3;2/3",
        "N;;1;1;1;1;1;;0",
        "Sum;;6;6;6;6;6;4;4",
    )
    merged = read_plan(path, ward(demand=[]))
    assert rows(merged.problem) == [
        ("D-SPL-ma", ("D",), ("SPL",), (1, 2, 3, 4, 5), 0, 3),
        ("D-SPL-lø", ("D",), ("SPL",), (6, 7), 0, 2),
        ("A-alle", ("A",), (), (1, 2, 3, 4, 5, 6, 7), 2, 3),
        ("N-alle", ("N",), (), (1, 2, 3, 4, 5), 0, 1),
    ]
    assert all(row.units == ("post3",) for row in merged.problem.demand)
    assert merged.left == ("list.csv, line 6",)


@pytest.mark.parametrize(
    ("numbers", "level"), [("target", (0, 3)), ("minimum", (3, 3)), ("both", (3, 3))]
)
def test_a_plain_number_is_what_the_mapping_says(
    numbers: str, level: tuple[int, int], tmp_path: Path
) -> None:
    path = csv(tmp_path, "Vakt;man", "A;3")
    mapping = Mapping.model_validate({"numbers": numbers})
    (row,) = read_plan(path, ward(demand=[]), mapping).problem.demand
    assert (row.minimum, row.target) == level
    assert row.weekdays == (1,)


def test_rows_give_weekdays_competence_minimum_and_target(tmp_path: Path) -> None:
    path = excel(
        tmp_path,
        ["Id", "Navn", "Vaktkoder", "Kompetanse (én av)", "Ukedager", "Min", "Mål", "Maks", "Fra"],
        ["a", "Kveld", "A, N", "SPL, HFA", "ma-fr, søndag", 1, 2, 4, dt.date(2027, 3, 4)],
        ["b", None, "D", None, None, 2, None, None, None],
    )
    kveld, dag = read_plan(path, ward(demand=[])).problem.demand
    assert (kveld.id, kveld.name, kveld.shifts) == ("a", "Kveld", ("A", "N"))
    assert kveld.competence == CompetenceNeed(any_of=("SPL", "HFA"))
    assert (kveld.weekdays, kveld.first) == ((1, 2, 3, 4, 5, 7), dt.date(2027, 3, 4))
    assert (kveld.minimum, kveld.target, kveld.maximum) == (1, 2, 4)
    assert (dag.weekdays, dag.minimum, dag.target) == ((1, 2, 3, 4, 5, 6, 7), 2, 2)


def test_a_row_with_the_id_of_the_wards_own_takes_its_place(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Vakt;Antall", "dag;D;3")
    merged = read_plan(path, ward())
    (row,) = merged.problem.demand
    assert (row.id, row.target, row.minimum) == ("dag", 3, 1)
    assert row.weekdays == (1, 2, 3, 4, 5)
    assert (merged.changed, merged.added) == (("dag",), ())
    again = read_plan(path, merged.problem)
    assert (again.unchanged, again.problem) == (("dag",), merged.problem)


def test_the_same_shift_again_is_asked_for_and_replaced_on_request(tmp_path: Path) -> None:
    path = csv(tmp_path, "Vakt;Antall", "D;3")
    fault = only(read_plan, path, ward())
    assert fault.where == "list.csv, line 2, column 1 (Vakt)"
    assert "the ward's row 'dag'" in fault.found
    assert "--replace" in fault.maybe
    merged = read_plan(path, ward(), replace=True)
    assert [(r.id, r.target) for r in merged.problem.demand] == [("D-alle", 3)]
    assert (merged.replaced, merged.kept) == (("dag",), ())


def test_roles_curves_and_single_dates_are_never_replaced(tmp_path: Path) -> None:
    before = problem_from_data(full())
    merged = read_plan(csv(tmp_path, "Vakt;Enhet;Antall", "D;post3;3"), before, replace=True)
    assert [row.id for row in merged.problem.demand] == ["ansvar", "kurve", "D-alle"]
    assert merged.problem.demand[:2] == before.demand
    assert merged.kept == ("ansvar", "kurve")


def test_ids_that_are_taken_get_a_number(tmp_path: Path) -> None:
    taken = [{"id": "A-alle", "units": ["post3"], "shifts": ["N"], "target": 1}]
    merged = read_plan(csv(tmp_path, "Vakt;Antall", "A;3"), ward(demand=taken))
    assert [row.id for row in merged.problem.demand] == ["A-alle", "A-alle-2"]


def test_shift_cells_merged_downwards_hold_for_every_row(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = excel(tmp_path, ["Vakt", "Kompetanse", "Man"], ["A", "SPL", 1], [None, "HFA", 2])
    book = load_workbook(path)
    book["Ark1"].merge_cells("A2:A3")
    book.save(path)
    found = read_plan(path, ward(demand=[])).problem.demand
    assert [(r.shifts, r.competence.all_of, r.target) for r in found] == [
        (("A",), ("SPL",), 1),
        (("A",), ("HFA",), 2),
    ]


ROWS = {
    "an unknown shift": (["Vakt;Man", "DD;3"], "column 1 (Vakt)", '"DD"', "'D' is meant"),
    "no shift": (["Vakt;Kompetanse;Man", ";SPL;3"], "column 1 (Vakt)", "an empty", "cell above"),
    "an unknown competence": (
        ["Vakt;Kompetanse;Man", "A;LEGE;3"], "column 2 (Kompetanse)", '"LEGE"', "[competences]",
    ),
    "two competences": (
        ["Vakt;Kompetanse;Man", '"A";"SPL, HFA";3'], "column 2 (Kompetanse)", "SPL", "(én av)",
    ),
    "half a person": (["Vakt;Man", "A;1,5"], "column 2 (Man)", '"1,5"', "write 2"),
    "no number": (["Vakt;Man", "A;mange"], "column 2 (Man)", '"mange"', ""),
    "minimum above target": (["Vakt;Man", "A;3/2"], "", "3", ""),
    "no number at all": (["Vakt;Minimum;Mål", "A;;"], "column 3 (Mål)", "an empty cell", "write 0"),
    "unknown weekdays": (["Vakt;Dager;Mål", "A;mann;2"], "column 2 (Dager)", '"mann"', ""),
    "a row twice": (["Vakt;Man;Tir", "A;1;1", "A;;1"], "", "A a second time", "copied"),
    "an id twice": (["Id;Vakt;Mål", "x;A;1", "x;N;1"], "column 1 (Id)", "'x' a second", "copied"),
    "both forms": (["Vakt;Man;Mål", "A;1;1"], "column 3 (Mål)", "beside target", "sums"),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_wrong_or_doubtful_row_is_told_once_with_its_place(name: str, tmp_path: Path) -> None:
    lines, where, found, guess = ROWS[name]
    fault = only(read_plan, csv(tmp_path, *lines), ward(demand=[]))
    assert fault.where.startswith("list.csv, line ")
    assert where in fault.where
    assert found in fault.found
    assert fault.needed
    assert guess in fault.maybe


def test_a_fraction_that_excel_made_a_date_of_is_told(tmp_path: Path) -> None:
    path = excel(tmp_path, ["Vakt", "Man"], ["A", dt.date(2027, 4, 3)])
    fault = only(read_plan, path, ward(demand=[]))
    assert fault.where == "sheet Ark1, cell B2 (Man)"
    assert "Excel took 3/4 for a date" in fault.maybe


def test_a_plan_of_a_ward_with_two_units_needs_one(tmp_path: Path) -> None:
    two = ward(units=[{"id": "post3", "name": "Post 3"}, {"id": "post4"}], demand=[])
    path = csv(tmp_path, "Vakt;Man", "A;3")
    assert only(read_plan, path, two).needed == "one of the units post3, post4"
    assert read_plan(path, two, Mapping(unit="post4")).problem.demand[0].units == ("post4",)
    named = csv(tmp_path, "Vakt;Enhet;Man", "A;post 3;3")
    assert read_plan(named, two).problem.demand[0].units == ("post3",)
