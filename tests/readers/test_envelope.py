"""Formats and versions: the wrong kind of file, a newer one, every older one."""

from pathlib import Path
from typing import Any

import pytest

from rostering.domain.problem import PROBLEM_FORMAT, PROBLEM_VERSION
from rostering.domain.roster import ROSTER_FORMAT, ROSTER_VERSION
from rostering.readers import problem_from_data, read_problem, read_roster
from rostering.readers.upgrade import CURRENT, UPGRADERS, upgraded
from tests.readers.small_ward import small
from tests.readers.spoilt import faults_of, only_fault

RELEASED = Path(__file__).parent / "released"


def test_a_roster_given_as_ward_is_told_as_a_roster() -> None:
    fault = only_fault(lambda: read_problem(RELEASED / "roster_v1.json"))
    assert fault.where == "format"
    assert fault.found.startswith("a roster")
    assert "wrong order" in fault.maybe


def test_a_ward_given_as_roster_is_told_as_a_ward() -> None:
    fault = only_fault(lambda: read_roster(RELEASED / "problem_v1.json"))
    assert fault.found.startswith("a ward")


def test_a_file_of_an_unknown_format_is_refused() -> None:
    data = small() | {"format": "other"}
    assert only_fault(lambda: problem_from_data(data)).found == '"other"'


def test_format_and_version_must_be_there() -> None:
    data = {k: v for k, v in small().items() if k not in {"format", "version"}}
    assert [f.where for f in faults_of(lambda: problem_from_data(data))] == ["format", "version"]


@pytest.mark.parametrize("version", [0, -1, "1", True, None, 1.0, []])
def test_a_version_that_is_no_version_is_refused(version: object) -> None:
    fault = only_fault(lambda: problem_from_data(small() | {"version": version}))
    assert fault.where == "version"
    assert "from 1 to" in fault.needed


@pytest.mark.parametrize("version", range(1, PROBLEM_VERSION + 1))
def test_a_ward_of_every_released_version_can_be_read(version: int) -> None:
    problem = read_problem(RELEASED / f"problem_v{version}.json")
    assert problem.version == PROBLEM_VERSION
    assert problem.people[0].positions[0].percent == 75


@pytest.mark.parametrize("version", range(1, ROSTER_VERSION + 1))
def test_a_roster_of_every_released_version_can_be_read(version: int) -> None:
    roster = read_roster(RELEASED / f"roster_v{version}.json")
    assert roster.version == ROSTER_VERSION
    assert roster.assignments[0].shift == "D"


@pytest.mark.parametrize("name", [PROBLEM_FORMAT, ROSTER_FORMAT])
def test_every_older_version_has_its_upgrader(name: str) -> None:
    assert {v for f, v in UPGRADERS if f == name} == set(range(1, CURRENT[name]))


def test_upgraders_run_in_order_and_leave_the_data_alone() -> None:
    def second(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "steps": [*data["steps"], 1]}

    def third(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "steps": [*data["steps"], 2]}

    data = {"format": "f", "version": 1, "steps": []}
    made = upgraded(data, {"f": 3}, {("f", 1): second, ("f", 2): third})
    assert made == {"format": "f", "version": 3, "steps": [1, 2]}
    assert data == {"format": "f", "version": 1, "steps": []}
