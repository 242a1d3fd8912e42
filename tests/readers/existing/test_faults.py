"""Bad input is told with its place, and nothing is dropped on the way."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rostering.errors import BadInput
from rostering.readers.existing import propose_mapping
from rostering.readers.existing.files import _value
from rostering.readers.existing.table import MAX_COLUMNS
from tests.readers.existing.sheets import LEGEND, csv, days, duties, faults, read, week, xlsx


def test_unknown_codes_are_listed_with_how_often_and_where_first(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D2;X9;D2", "Ola Moe;50;;D2;D1")
    first, second = faults(path)
    assert first.where == "post.csv, line 2, column 3"
    assert first.found == "unknown code 'D2', 3 times, first here"
    assert first.maybe.startswith("'D1' is meant")
    assert (second.where, second.found) == (
        "post.csv, line 2, column 4",
        "unknown code 'X9', once",
    )


def test_two_ways_to_write_dates_name_both_rows(tmp_path: Path) -> None:
    head = "Ansatt;Dato;Vakt;Fra;Til"
    rows = ("Kari Nordmann;01.03.2027;D1;7;15", "Kari Nordmann;03/15/2027;D1;7;15")
    (fault,) = faults(csv(tmp_path, head, *rows))
    assert fault.where == "post.csv, line 3, column 2"
    assert "'03/15/2027' (mm/dd/yyyy), but '01.03.2027' (dd.mm.yyyy)" in fault.found
    assert "line 2" in fault.found


def test_text_among_dates_of_excel_is_mixed_too(tmp_path: Path) -> None:
    rows = [
        ["Ansatt", "Dato", "Vakt", "Fra", "Til"],
        ["Kari Nordmann", date(2027, 3, 1), "D1", "7", "15"],
        ["Kari Nordmann", "02.03.2027", "D1", "7", "15"],
    ]
    (fault,) = faults(xlsx(tmp_path, rows))
    assert (fault.where, "cell B2" in fault.found) == ("sheet Turnus, cell B3", True)


def test_day_first_and_month_first_contradict_each_other(tmp_path: Path) -> None:
    head = "Ansatt;Dato;Vakt;Fra;Til"
    rows = ("Kari Nordmann;15/03/2027;D1;7;15", "Kari Nordmann;03/16/2027;D1;7;15")
    (fault,) = faults(csv(tmp_path, head, *rows))
    assert "(mm/dd/yyyy)" in fault.found
    assert "(dd/mm/yyyy)" in fault.found


def test_slashes_that_read_both_ways_are_asked_about(tmp_path: Path) -> None:
    path = csv(tmp_path, "Ansatt;Dato;Vakt;Fra;Til", "Kari Nordmann;02/03/2027;D1;7;15")
    (fault,) = faults(path)
    assert "nothing tells day from month" in fault.found
    for form, day in (("dd/mm/yyyy", date(2027, 3, 2)), ("mm/dd/yyyy", date(2027, 2, 3))):
        assert read(path, date_format=form).problem.horizon.start == day


@pytest.mark.parametrize("spelt", ["Nordmann, Kari", "Kari Nordman", "kari nordmann"])
def test_two_spellings_are_asked_about_and_the_answer_is_told(tmp_path: Path, spelt: str) -> None:
    path = csv(tmp_path, f"Navn;{days()}", "Kari Nordmann;D1", f'"{spelt}";;K1', *LEGEND)
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 3"
    assert repr(spelt) in fault.found
    assert "'Kari Nordmann' at post.csv, line 2" in fault.found
    assert f'"{spelt}" = "p01"' in fault.maybe
    one = read(path, aliases={spelt: "p01"})
    assert duties(one) == [("p01", 0, "D1"), ("p01", 1, "K1")]


def test_two_people_of_nearly_one_name_can_be_told_apart(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1", "Karin Nordmann;50;D1")
    (fault,) = faults(path)
    assert '"Karin Nordmann" = "p02"' in fault.maybe
    two = read(path, aliases={"Karin Nordmann": "p02"})
    assert len(two.problem.people) == 2


def test_different_employee_ids_are_different_people(tmp_path: Path) -> None:
    head = "Ansattnr;Navn;%"
    path = week(tmp_path, "1;Kari Nordmann;75;D1", "2;Karin Nordmann;50;D1", head=head)
    assert len(read(path).problem.people) == 2


def test_a_name_with_and_without_its_employee_id_is_asked_about(tmp_path: Path) -> None:
    head = "Ansattnr;Ansatt;Dato;Vakt;Fra;Til"
    rows = ("7;Kari Nordmann;01.03.2027;D1;7;15", ";Kari Nordmann;02.03.2027;D1;7;15")
    path = csv(tmp_path, head, *rows)
    (fault,) = faults(path)
    assert (fault.where, '"Kari Nordmann" = "7"' in fault.maybe) == ("post.csv, line 3", True)
    assert len(read(path, aliases={"Kari Nordmann": "7"}).problem.people) == 1


@pytest.mark.parametrize("name", ["Kari / Per", "Kari & Per", "Kari og Per", "Kari/Per"])
def test_a_shared_line_is_asked_about_unless_the_mapping_answers(tmp_path: Path, name: str) -> None:
    path = week(tmp_path, "Ola Moe;75;D1", f"{name};50;;K1")
    (fault,) = faults(path)
    assert "shared line" in fault.found
    assert "[aliases]" in fault.maybe
    assert duties(read(path, aliases={name: "per-lie"}))[1] == ("per-lie", 1, "K1")


def test_one_date_with_two_contents_is_a_contradiction(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;50;D1;K1", "Kari Nordmann;25;K1;K1")
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 3, column 3"
    assert fault.found == "'K1', but 'D1' at post.csv, line 2, column 3"


def test_two_rows_of_one_person_are_two_positions(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;50;D1;K1", "Kari Nordmann;25;;K1;D1")
    done = read(path)
    assert [p.percent for p in done.problem.people[0].positions] == [50, 25]
    assert len(duties(done)) == 3


@pytest.mark.parametrize(
    ("heads", "where"),
    [
        (days().replace("03.03.2027", ""), "column 5"),
        (days().replace("03.03.2027", "onsdag"), "column 5"),
        (days().replace("03.03.2027", "03.03.20227"), "column 5"),
        (days(6) + ";", "column 9"),
    ],
)
def test_a_column_without_its_date_is_told(tmp_path: Path, heads: str, where: str) -> None:
    line = "Kari Nordmann;75;D1;D1;K1;D1;;;K1"
    (fault,) = faults(csv(tmp_path, f"Navn;%;{heads}", line, *LEGEND))
    assert fault.where == f"post.csv, line 1, {where}"
    assert fault.needed == "a date"


def test_one_date_on_two_columns_is_told(tmp_path: Path) -> None:
    heads = days().replace("03.03.2027", "02.03.2027")
    told = faults(csv(tmp_path, f"Navn;%;{heads}", "Kari Nordmann;75;D1", *LEGEND))
    assert "02.03.2027 a second time" in told[0].found


def test_a_merged_cell_is_refused(tmp_path: Path) -> None:
    heads = [date(2027, 3, day) for day in range(1, 8)]
    rows = [["Navn", *heads], ["Kari Nordmann", "F1"]]
    (fault,) = faults(xlsx(tmp_path, rows, merge="B2:D2"))
    assert (fault.where, fault.found) == ("sheet Turnus, cells B2:D2", "merged cells")


def test_merged_titles_above_the_roster_do_no_harm(tmp_path: Path) -> None:
    heads = [date(2027, 3, day) for day in range(1, 8)]
    rows = [["Turnus"], ["Navn", *heads], ["Kari Nordmann", "D1 7-15"]]
    assert len(duties(read(xlsx(tmp_path, rows, merge="A1:H1")))) == 1


def test_duties_without_a_name_are_told(tmp_path: Path) -> None:
    (fault,) = faults(week(tmp_path, "Kari Nordmann;75;D1", ";;K1;K1"))
    assert fault.where == "post.csv, line 3, column 1"
    assert fault.found == "2 filled cells and no name"


def test_a_code_table_that_contradicts_itself_is_told(tmp_path: Path) -> None:
    path = csv(tmp_path, f"Navn;%;{days()}", "Kari Nordmann;75;D1", *LEGEND, "D1;08:00;16:00")
    with pytest.raises(BadInput) as caught:
        propose_mapping(path)
    (fault,) = caught.value.faults
    assert fault.where == "post.csv, line 8"
    assert "code 'D1' with another meaning than at post.csv, line 5" in fault.found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("(K1)", "unknown code '(K1)'"),
        ("(K1) D1", "'D1' over a shift in parentheses"),
        ("(D1/K1) FE", "(D1/K1)"),
        ("D1/FE", "'FE' beside a duty or a time"),
        ("FE 7-15", "'FE' beside a duty or a time"),
        ("D1 15-25", "the times in 'D1 15-25'"),
        ("D1*", "D1*, a duty with a role"),
    ],
)
def test_a_cell_that_does_not_fit_together_is_told(tmp_path: Path, cell: str, found: str) -> None:
    told = faults(week(tmp_path, f"Kari Nordmann;75;{cell};FE"))
    assert [f for f in told if f.found.startswith(found)], told
    assert told[0].where == "post.csv, line 2, column 3"


def test_a_formula_without_result_is_no_day_off(tmp_path: Path) -> None:
    heads = [date(2027, 3, day) for day in range(1, 8)]
    path = xlsx(tmp_path, [["Navn", *heads], ["Kari Nordmann", "=C2", "D1 7-15"]])
    told = faults(path)
    assert told[0].where == "sheet Turnus, cell B2"
    assert "a formula whose result is not stored" in told[0].found


def test_a_percentage_out_of_range_is_told(tmp_path: Path) -> None:
    (fault,) = faults(week(tmp_path, "Kari Nordmann;120;D1", "Ola Moe;50;D1"))
    assert fault.found == "120 % for Kari Nordmann"


@pytest.mark.parametrize("percent", ["nan", "1e2", "mye", "inf", "--5"])
def test_a_percentage_that_is_no_number_is_told(tmp_path: Path, percent: str) -> None:
    (fault,) = faults(week(tmp_path, f"Kari Nordmann;{percent};D1", "Ola Moe;50;D1"))
    assert (fault.where, fault.found) == ("post.csv, line 2, column 2", repr(percent))


def test_a_period_of_two_years_is_told(tmp_path: Path) -> None:
    head = "Ansatt;Dato;Vakt;Fra;Til"
    rows = ("Kari Nordmann;01.03.2027;D1;7;15", "Kari Nordmann;06.03.2028;D1;7;15")
    (fault,) = faults(csv(tmp_path, head, *rows))
    assert fault.needed == "a period of at most 371 days"


def test_a_file_of_another_kind_has_no_layout(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="a roster in one of the four layouts"):
        propose_mapping(csv(tmp_path, "a;b", "1;2"))


def test_limits_hold_for_text_files_too(tmp_path: Path) -> None:
    wide = ";".join("x" * (MAX_COLUMNS + 1))
    with pytest.raises(BadInput, match="columns"):
        propose_mapping(csv(tmp_path, wide))
    with pytest.raises(BadInput, match="quotation mark"):
        propose_mapping(csv(tmp_path, 'Navn;"Kari', "x"))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = xlsx(tmp_path, [["Navn"]])
    book = load_workbook(path)
    book["Turnus"].cell(20_001, 1).value = "x"
    for row in range(2, 20_001):
        book["Turnus"].cell(row, 1).value = 1
    book.save(path)
    with pytest.raises(BadInput, match="20000 rows a sheet"):
        propose_mapping(path)


def test_a_cell_of_a_type_that_no_table_holds_is_read_as_its_text() -> None:
    assert _value(Decimal("7.5"), "n") == "7.5"
    assert _value(7.5, "n") == 7.5
