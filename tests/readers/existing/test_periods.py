"""Dates run forwards without holes, and rows of weekdays and sums are read past."""

from pathlib import Path

import pytest

from tests.readers.existing.sheets import LEGEND, csv, duties, faults, read, week

WEEKS = "Navn;%;Uke;Mandag;Tirsdag;Onsdag;Torsdag;Fredag;Lørdag;Søndag"


def test_a_date_before_its_left_neighbour_is_told(tmp_path: Path) -> None:
    heads = "30.12.2026;31.12.2026;01.01.2026;02.01.2027"
    path = csv(tmp_path, f"Navn;%;{heads}", "Kari Nordmann;75;D1;D1;D1;D1", *LEGEND)
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 1, column 5"
    assert fault.found == "01.01.2026 to the right of 31.12.2026"
    assert fault.maybe == "the year is wrong: 01.01.2027 comes after 31.12.2026"


@pytest.mark.parametrize(("last", "days_off"), [("11.03.2027", 7), ("12.03.2027", 8)])
def test_a_gap_of_more_than_a_week_is_told(tmp_path: Path, last: str, days_off: int) -> None:
    heads = f"01.03.2027;02.03.2027;03.03.2027;{last}"
    path = csv(tmp_path, f"Navn;%;{heads}", "Kari Nordmann;75;D1;D1;;D1", *LEGEND)
    if days_off <= 7:
        assert read(path).problem.horizon.days == 11
        return
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 1, column 6"
    assert fault.found == "2027-03-12, and nothing on the 8 days after 2027-03-03"
    assert read(path, gaps="off").problem.horizon.days == 12


def test_a_hole_in_a_list_is_told_with_its_row(tmp_path: Path) -> None:
    rows = ("Kari Nordmann;01.03.2027;D1;7;15", "Kari Nordmann;01.06.2027;D1;7;15")
    (fault,) = faults(csv(tmp_path, "Ansatt;Dato;Vakt;Fra;Til", *rows))
    assert fault.where == "post.csv, line 3, column 2"


def test_a_week_missing_in_the_middle_is_told(tmp_path: Path) -> None:
    path = csv(
        tmp_path, "2027", WEEKS,
        "Kari Nordmann;75;9;D1", ";;10;D1", ";;11;D1",
        "Ola Moe;50;9;;D1", ";;11;;D1", *LEGEND,
    )  # fmt: skip
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 6, column 1"
    assert fault.found == "no week 10 (2027-03-08) for Ola Moe, though others have it"


def test_weeks_missing_at_the_ends_are_noted(tmp_path: Path) -> None:
    path = csv(
        tmp_path, "2027", WEEKS,
        "Kari Nordmann;75;9;D1", ";;10;D1", ";;11;D1", "Ola Moe;50;10;;D1", *LEGEND,
    )  # fmt: skip
    done = read(path)
    told = "Ola Moe has no week 9 (2027-03-01), week 11 (2027-03-15), though others have"
    assert any(told in note for note in done.notes)
    assert not any("Kari" in note and "has no week" in note for note in done.notes)


@pytest.mark.parametrize(
    "row", [";;ma;ti;on;to;fr;lø;sø", "Dag;;ma;ti;on;to;fr;lø;sø", ";;Uke 9;;;;;;", ";;veke 9"]
)
def test_a_row_of_weekdays_or_weeks_below_the_dates_is_read_past(tmp_path: Path, row: str) -> None:
    done = read(week(tmp_path, row, "Kari Nordmann;75;D1"))
    assert duties(done) == [("p01", 0, "D1")]
    assert any("line 2" in note and "no person" in note for note in done.notes)


@pytest.mark.parametrize("row", ["Sum;;;1;0;0", "Totalt;;;1;1", ";;Sum;1;1", "Totalt;Alle;;1;1"])
def test_a_sum_in_any_leading_column_is_no_person(tmp_path: Path, row: str) -> None:
    path = week(tmp_path, "7;Kari Nordmann;75;D1", row, head="Ansattnr;Navn;%")
    done = read(path)
    assert [p.id for p in done.problem.people] == ["7"]
    assert any("line 3" in note and "no person" in note for note in done.notes)


def test_a_sum_in_the_id_column_of_a_list_or_of_weeks_is_no_person(tmp_path: Path) -> None:
    head, duty = "Nr;Ansatt;Dato;Vakt;Fra;Til", "7;Kari Nordmann;01.03.2027;D1;7;15"
    assert len(read(csv(tmp_path, head, duty, "Sum;;;1")).problem.people) == 1
    block = ("2027", f"Nr;{WEEKS}", "7;Kari Nordmann;75;9;D1", "Totalt;;;;1;1", *LEGEND)
    assert duties(read(csv(tmp_path, *block))) == [("7", 0, "D1")]


def test_a_person_with_a_number_may_be_called_sum(tmp_path: Path) -> None:
    path = week(tmp_path, "7;Sum Lee;75;D1", head="Ansattnr;Navn;%")
    assert [p.name for p in read(path).problem.people] == ["Sum Lee"]


def test_weekdays_that_do_not_fit_the_dates_are_told(tmp_path: Path) -> None:
    (fault,) = faults(week(tmp_path, ";;ti;on;to;fr;lø;sø;ma", "Kari Nordmann;75;D1"))
    assert (fault.where, fault.found) == ("post.csv, line 2, column 3", "'ti' on 01.03.2027")


def test_a_person_whose_code_is_called_like_a_weekday_is_a_person(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;;;;;FR", "Ola Moe;50;D1")
    (fault,) = faults(path)
    assert fault.found == "unknown code 'FR', once"
