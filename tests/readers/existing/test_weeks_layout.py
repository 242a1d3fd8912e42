"""Layout *weeks*: one block a person, one row a week, Monday to Sunday."""

from datetime import date
from pathlib import Path

import pytest

from tests.readers.existing.sheets import LEGEND, csv, duties, faults, read, xlsx

HEAD = "Navn;%;Uke;Mandag;Tirsdag;Onsdag;Torsdag;Fredag;Lørdag;Søndag"


def test_weeks_of_a_block_follow_each_other(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "Turnus 2027",
        HEAD,
        "Kari Nordmann;75;9;D1;;;;;;N1",
        ";;10;;K1",
        "Ola Moe;50;9",
        ";;10;;;;;;;D1",
        *LEGEND,
    )
    done = read(path)
    assert duties(done) == [
        ("p01", 0, "D1"),
        ("p01", 6, "N1"),
        ("p01", 8, "K1"),
        ("p02", 13, "D1"),
    ]
    assert (done.problem.horizon.start, done.problem.horizon.days) == (date(2027, 3, 1), 14)


def test_weeks_counted_from_one_begin_on_the_monday_above(tmp_path: Path) -> None:
    lines = ("Grunnturnus fra 01.03.2027", HEAD, "Kari Nordmann;75;1;D1", ";;2;;K1", *LEGEND)
    assert duties(read(csv(tmp_path, *lines))) == [
        ("p01", 0, "D1"),
        ("p01", 8, "K1"),
    ]


def test_week_numbers_run_over_new_year(tmp_path: Path) -> None:
    lines = ("2026", HEAD, "Kari Nordmann;75;53;D1", ";;1;K1", *LEGEND)
    done = read(csv(tmp_path, *lines))
    assert [a.date for a in done.roster.assignments] == [date(2026, 12, 28), date(2027, 1, 4)]


def test_a_name_may_stand_above_its_weeks(tmp_path: Path) -> None:
    lines = (
        "Turnus 2027",
        "Navn;Mandag;Tirsdag;Onsdag;Torsdag;Fredag;Lørdag;Søndag",
        "Kari Nordmann",
        "Uke 9;D1",
        "Uke 10;;K1",
        "Ola Moe",
        "Navn;Mandag;Tirsdag;Onsdag;Torsdag;Fredag;Lørdag;Søndag",
        "Uke 9;;;D1",
        *LEGEND,
    )
    path = csv(tmp_path, *lines)
    done = read(path)
    assert duties(done) == [
        ("p01", 0, "D1"),
        ("p01", 8, "K1"),
        ("p02", 2, "D1"),
    ]


def test_without_week_numbers_weeks_are_counted_from_the_start(tmp_path: Path) -> None:
    head = "Navn;Mandag;Tirsdag;Onsdag;Torsdag;Fredag;Lørdag;Søndag"
    lines = ("Fra 01.03.2027", head, "Kari Nordmann;D1", ";;K1", "Ola Moe;;N1", *LEGEND)
    assert duties(read(csv(tmp_path, *lines))) == [
        ("p01", 0, "D1"),
        ("p01", 8, "K1"),
        ("p02", 1, "N1"),
    ]


def test_a_sum_below_the_weeks_is_no_week(tmp_path: Path) -> None:
    lines = ("2027", HEAD, "Kari Nordmann;75;9;D1", ";;Sum;1;0;0", *LEGEND)
    done = read(csv(tmp_path, *lines))
    assert len(duties(done)) == 1
    assert any("(Sum)" in note for note in done.notes)


def test_a_name_may_be_merged_down_its_block(tmp_path: Path) -> None:
    rows = [
        ["Turnus 2027"],
        HEAD.split(";"),
        ["Kari Nordmann", 75, 9, "D1"],
        [None, None, 10, "D1"],
        [],
        ["Kode", "Tid"],
        ["D1", "07:30-15"],
    ]
    assert len(duties(read(xlsx(tmp_path, rows, merge="A3:A4")))) == 2


def test_a_cell_beyond_the_headings_is_told(tmp_path: Path) -> None:
    lines = ("2027", HEAD, "Kari Nordmann;75;9;D1;;;;;;;K1", *LEGEND)
    (fault,) = faults(csv(tmp_path, *lines))
    assert (fault.where, fault.needed) == ("post.csv, line 3, column 11", "a heading")


def test_a_merged_duty_is_refused(tmp_path: Path) -> None:
    rows = [["2027"], HEAD.split(";"), ["Kari Nordmann", 75, 9, "F1"]]
    (fault,) = faults(xlsx(tmp_path, rows, merge="D3:E3"))
    assert (fault.where, fault.found) == ("sheet Turnus, cells D3:E3", "merged cells")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((HEAD, "Kari Nordmann;75;9;D1"), "a week without year"),
        (("2027", HEAD, ";;9;D1"), "a week before the first name"),
        (("2027", HEAD, "Kari Nordmann;75;9;D1", ";;9;K1"), "a second time for Kari Nordmann"),
        (("2027", HEAD, "Kari Nordmann;75;54;D1"), "week 54"),
        (("2027", HEAD, "Kari Nordmann;75;femte;D1"), "'femte'"),
        (
            ("2027", HEAD, "Kari Nordmann;75;9;D1", "Ola Moe;1;9", "Kari Nordmann;75;10;D1"),
            "a second block for Kari Nordmann",
        ),
    ],
)
def test_a_week_that_is_not_plain_is_asked_about(
    tmp_path: Path, lines: tuple[str, ...], found: str
) -> None:
    told = faults(csv(tmp_path, *lines, *LEGEND))
    assert any(found in fault.found for fault in told), told
