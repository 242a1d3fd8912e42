"""Published rosters are read, and whatever does not fit the instance is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers.public import read_curtois, read_inrc1, read_inrc2, read_public_roster
from tests.readers.public.small import INRC2_NAME, put_curtois, put_inrc1, put_inrc2
from tests.readers.spoilt import faults_of, only_fault

WEEK_0 = """SOLUTION
0 n002w2

ASSIGNMENTS = 3
Bob Tue Early Nurse
Ann Tue Early Head
Ann Wed Night Nurse
"""
WEEK_1 = "SOLUTION\n1 n002w2\nASSIGNMENTS = 0\n"
XML = """<?xml version="1.0" encoding="UTF-8"?>
<Solution>
  <SchedulingPeriodID>tiny01</SchedulingPeriodID>
  <Competitor>somebody</Competitor>
  <SoftConstraintsPenalty>9</SoftConstraintsPenalty>
  <Assignment><Date>2010-01-04</Date><Employee>b</Employee><ShiftType>E</ShiftType></Assignment>
</Solution>
"""


@pytest.fixture
def curtois(tmp_path: Path) -> Problem:
    return read_curtois(put_curtois(tmp_path), "1")


@pytest.fixture
def inrc1(tmp_path: Path) -> Problem:
    return read_inrc1(put_inrc1(tmp_path), "tiny01")


@pytest.fixture
def inrc2(tmp_path: Path) -> Problem:
    return read_inrc2(put_inrc2(tmp_path), INRC2_NAME)


def cells(family: str, path: Path, problem: Problem) -> set[tuple[str, int, str, str | None]]:
    """Return person, day index, shift and role of each duty of a published roster."""
    read = read_public_roster(family, path, problem)
    return {
        (a.person, (a.date - problem.horizon.start).days, a.shift, a.role) for a in read.assignments
    }


def put(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_rows_are_employees_in_file_order_and_columns_are_days(
    tmp_path: Path, curtois: Problem
) -> None:
    path = put(tmp_path / "r.txt", "\t\tE\tL\t\t\t\n\t\t\t\t\t\tE\n")
    found = cells("curtois", path, curtois)
    assert found == {("A", 2, "E", None), ("A", 3, "L", None), ("B", 6, "E", None)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\t\t\t\t\t\t\n", "1 rows"),
        ("\t\tX\t\t\t\t\n\t\t\t\t\t\t\n", 'unknown shift "X"'),
        ("E E\n\t\t\t\t\t\t\n", "1 columns for A"),
        ("\t\t\t\t\t\t\tE\n\t\t\t\t\t\t\n", "8 columns for A"),
    ],
)
def test_a_wrong_row_is_told(tmp_path: Path, curtois: Problem, text: str, found: str) -> None:
    path = put(tmp_path / "r.txt", text)
    assert only_fault(lambda: read_public_roster("curtois", path, curtois)).found == found


def test_days_off_at_the_end_of_the_last_rows_are_read(tmp_path: Path, curtois: Problem) -> None:
    path = put(tmp_path / "r.txt", "E\t\t\t\t\t\t\t\n\t\t\t\t\t\t\n\n")
    assert cells("curtois", path, curtois) == {("A", 0, "E", None)}


def test_week_files_fill_the_row_of_their_skill_where_it_is_asked_for(
    tmp_path: Path, inrc2: Problem
) -> None:
    put(tmp_path / "sol-week0.txt", WEEK_0)
    put(tmp_path / "sol-week1.txt", WEEK_1)
    assert cells("inrc2", tmp_path, inrc2) == {
        ("Bob", 1, "Early", "Early-Nurse-1-2"),
        ("Ann", 1, "Early", None),  # nobody asks for a head nurse there
        ("Ann", 2, "Night", None),  # and at night only on Tuesday
    }


def test_week_files_may_be_json(tmp_path: Path, inrc2: Problem) -> None:
    duty = {"nurse": "Bob", "day": "Tue", "shiftType": "Early", "skill": "Nurse"}
    for week, found in enumerate(([], [duty])):
        data = {"scenario": "n002w2", "week": week, "assignments": found}
        put(tmp_path / f"Sol-n002w2-{1 - week}-{week}.json", json.dumps(data))
    assert cells("inrc2", tmp_path, inrc2) == {("Bob", 8, "Early", None)}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Bob Tue", "Rob Tue", 'unknown nurse "Rob"'),
        ("Bob Tue", "Bob Tuesday", 'unknown day "Tuesday"'),
        ("Early Head", "Early Boss", 'unknown skill "Boss"'),
        ("Ann Wed", "Ann Tue", "Ann on Tue twice"),
        ("= 3", "= 4", "3 lines of 4 assignments"),
        ("Wed Night Nurse", "Wed Night", "3 of 4 entries"),
    ],
)
def test_a_wrong_line_of_a_week_is_told(
    tmp_path: Path, inrc2: Problem, old: str, new: str, found: str
) -> None:
    put(tmp_path / "sol-week0.txt", WEEK_0.replace(old, new))
    put(tmp_path / "sol-week1.txt", WEEK_1)
    fault = only_fault(lambda: read_public_roster("inrc2", tmp_path, inrc2))
    assert (fault.found, fault.where.split(",")[0]) == (found, "sol-week0.txt")


def test_a_week_that_is_missing_is_told_with_those_that_are_there(
    tmp_path: Path, inrc2: Problem
) -> None:
    put(tmp_path / "sol-week0.txt", WEEK_0)
    fault = only_fault(lambda: read_public_roster("inrc2", tmp_path, inrc2))
    assert (fault.found, "sol-week1.txt" in fault.needed) == ("sol-week0.txt", True)


def test_xml_of_the_first_competition_is_read(tmp_path: Path, inrc1: Problem) -> None:
    assert cells("inrc1", put(tmp_path / "s.xml", XML), inrc1) == {("b", 3, "E", None)}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("2010-01-04", "2010-01-08", "2010-01-08"),
        ("2010-01-04", "soon", "soon"),
        ("<Employee>b", "<Employee>c", 'unknown employee "c"'),
        ("<ShiftType>E", "<ShiftType>L", 'unknown shift "L"'),
        (">tiny01<", ">sprint01<", "'sprint01'"),
        ("<Solution>", "<Roster>", "mismatched tag: line 7, column 2"),
        ("<Solution>", '<!DOCTYPE x [<!ENTITY a "b">]><Solution>', "a document type"),
        ("</Solution>", "", "no element found: line 8, column 0"),
    ],
)
def test_a_wrong_solution_file_is_told(
    tmp_path: Path, inrc1: Problem, old: str, new: str, found: str
) -> None:
    path = put(tmp_path / "s.xml", XML.replace(old, new))
    assert only_fault(lambda: read_public_roster("inrc1", path, inrc1)).found == found


def test_an_unknown_family_is_told(tmp_path: Path, inrc1: Problem) -> None:
    fault = only_fault(lambda: read_public_roster("inrc3", tmp_path, inrc1))
    assert fault.needed == "one of: curtois, inrc1, inrc2"


@pytest.mark.parametrize("family", ["curtois", "inrc1", "inrc2"])
def test_what_is_not_there_is_refused(tmp_path: Path, family: str, curtois: Problem) -> None:
    readers: dict[str, Callable[[], Problem]] = {
        "curtois": lambda: curtois,
        "inrc1": lambda: read_inrc1(put_inrc1(tmp_path), "tiny01"),
        "inrc2": lambda: read_inrc2(put_inrc2(tmp_path), INRC2_NAME),
    }
    problem = readers[family]()
    with pytest.raises(BadInput):
        read_public_roster(family, tmp_path / "nothing", problem)
    assert faults_of(lambda: read_public_roster(family, tmp_path / "no\x00thing", problem))
