"""Percentages are on one scale, and who has none is told."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.readers.existing.sheets import csv, days, faults, read, week, xlsx


def test_a_share_among_percentages_is_asked_about(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75 %;D1", "Ola Moe;0,8;D1", "Per Lie;50;D1")
    (fault,) = faults(path)
    assert (fault.where, fault.found) == (
        "post.csv, line 3",
        "0,8 for Ola Moe, while another has 75 %",
    )
    assert fault.maybe.startswith("0,8: 80 percent?")


def test_a_percent_cell_of_excel_beside_a_bare_share_is_asked_about(tmp_path: Path) -> None:
    heads = [date(2027, 3, day) for day in range(1, 8)]
    rows = [["Navn", "%", *heads], ["Kari Nordmann", 0.75, "D 7-15"], ["Ola Moe", 0.5, "D 7-15"]]
    path = xlsx(tmp_path, rows)
    book = load_workbook(path)
    book["Turnus"]["B2"].number_format = "0 %"
    book.save(path)
    (fault,) = faults(path)
    assert fault.found == "0,5 for Ola Moe, while another has 75 %"
    book["Turnus"]["B3"].number_format = "0 %"
    book.save(path)
    people = read(path).problem.people
    assert [p.positions[0].percent for p in people] == [75, 50]


def test_less_than_one_percent_is_read_when_it_is_written_so(tmp_path: Path) -> None:
    people = read(week(tmp_path, "Kari Nordmann;75;D1", "Ola Moe;0,8 %;D1")).problem.people
    assert people[1].positions[0].percent == 0.8


def test_shares_are_told_and_hold_for_vacant_lines_too(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;0,75;D1", "Vakant 1;0,5;D1"))
    assert done.problem.base_lines[0].percent == 50
    assert any("0,8 is read as 80 %" in note for note in done.notes)


def test_an_empty_percentage_is_asked_about_and_can_be_answered(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1", "Ola Moe;;;D1")
    (fault,) = faults(path)
    assert (fault.where, fault.found) == ("post.csv, line 3", "no percentage for Ola Moe")
    done = read(path, without_percent="hourly")
    assert [len(p.positions) for p in done.problem.people] == [1, 0]
    assert any("Ola Moe: no percentage, so no position" in note for note in done.notes)
    assert "percent" in done.problem.assumed


@pytest.mark.parametrize("percent", ["0", "0 %"])
def test_nought_is_an_answer_and_is_told(tmp_path: Path, percent: str) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1", f"Ola Moe;{percent};;D1"))
    assert done.problem.people[1].positions == ()
    assert any("Ola Moe: no percentage" in note for note in done.notes)
    assert "percent" not in done.problem.assumed


def test_without_a_column_everybody_without_a_position_is_named(tmp_path: Path) -> None:
    lines = ("Kari Nordmann;D 7-15", "Ola Moe;D 7-15")
    done = read(csv(tmp_path, f"Navn;{days()}", *lines))
    told = "Kari Nordmann, Ola Moe: no percentage, so no position and no hours owed (2 in all)."
    assert any(told in note for note in done.notes)


def test_a_vacant_line_without_a_percentage_is_told(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1", "Vakant 1;;D1"))
    assert done.problem.base_lines[0].percent == 100
    assert any("Vakant 1 has no percentage; taken as 100 %" in note for note in done.notes)
