"""A roster written in a suite's own form and read again is the same roster."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.readers.public import read_curtois, read_inrc1, read_inrc2, read_public_roster
from rostering.score import score
from rostering.writers.public import FOLDERS, public_files, write_public_roster
from tests.readers.public.small import (
    INRC2_NAME,
    put_curtois,
    put_inrc1,
    put_inrc2,
    roster,
)


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Problem]:
    folder = tmp_path_factory.mktemp("instances")
    return {
        "curtois": read_curtois(put_curtois(folder), "1"),
        "inrc1": read_inrc1(put_inrc1(folder), "tiny01"),
        "inrc2": read_inrc2(put_inrc2(folder), INRC2_NAME),
    }


@pytest.mark.parametrize("family", ["curtois", "inrc1", "inrc2"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_what_is_written_is_read_again(
    family: str, data: st.DataObject, problems: dict[str, Problem], tmp_path: Path
) -> None:
    problem = problems[family]
    codes = st.sampled_from(["", *(shift.code for shift in problem.shifts)])
    duties = []
    for person in problem.people:
        for day in range(problem.horizon.days):
            if code := data.draw(codes):
                when = problem.horizon.start + timedelta(days=day)
                roles = [
                    row.id
                    for row in problem.demand
                    if row.exclusive and code in row.shifts and row.applies(when)
                ]
                role = data.draw(st.sampled_from(roles)) if roles else None
                duty = Assignment(person=person.id, date=when, shift=code, unit="ward", role=role)
                duties.append(duty)
    made = Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(sorted(duties, key=lambda duty: duty.key)),
    )
    place = tmp_path if family in FOLDERS else tmp_path / "roster"
    write_public_roster(family, problem, made, place)
    assert read_public_roster(family, place, problem).assignments == made.assignments


def test_a_row_a_person_and_a_column_a_day(problems: dict[str, Problem]) -> None:
    problem = problems["curtois"]
    texts = public_files("curtois", problem, roster(problem, ("A", 2, "E"), ("B", 6, "L")))
    assert texts == {"Instance1.roster.txt": "\t\tE\t\t\t\t\n\t\t\t\t\t\tL\n"}


def test_the_competitions_xml_tells_the_points_of_the_card(problems: dict[str, Problem]) -> None:
    problem = problems["inrc1"]
    made = roster(problem, ("b", 3, "E"))
    (text,) = public_files("inrc1", problem, made).values()
    total = score(problem, made).total
    assert total > 0
    assert f"<SoftConstraintsPenalty>{total}</SoftConstraintsPenalty>" in text
    assert "<Date>2010-01-04</Date>\n    <Employee>b</Employee>" in text


def test_week_files_are_those_of_the_competition(problems: dict[str, Problem]) -> None:
    problem = problems["inrc2"]
    made = roster(problem, ("Bob", 1, "Early", "Early-Nurse-1-2"), ("Ann", 7, "Night"))
    texts = public_files("inrc2", problem, made)
    first = "SOLUTION\n0 n002w2\n\nASSIGNMENTS = 1\nBob Tue Early Nurse\n"
    second = "SOLUTION\n1 n002w2\n\nASSIGNMENTS = 1\nAnn Mon Night Head\n"
    assert texts == {"sol-week0.txt": first, "sol-week1.txt": second}


def test_whoever_fills_no_row_bears_a_skill_that_nobody_asks_for(
    problems: dict[str, Problem],
) -> None:
    problem = problems["inrc2"]
    texts = public_files("inrc2", problem, roster(problem, ("Ann", 1, "Early")))
    assert "Ann Tue Early Head" in texts["sol-week0.txt"]  # Nurse would fill the row


def test_two_shifts_of_a_day_cannot_be_written(problems: dict[str, Problem]) -> None:
    problem = problems["curtois"]
    twice = roster(problem, ("A", 2, "E"), ("A", 2, "L"))
    with pytest.raises(BadInput, match="A on 2026-01-07: found E and L"):
        public_files("curtois", problem, twice)


def test_an_unknown_family_and_a_strange_roster_are_refused(problems: dict[str, Problem]) -> None:
    problem = problems["curtois"]
    with pytest.raises(BadInput, match="unknown family 'inrc3'"):
        public_files("inrc3", problem, roster(problem))
    with pytest.raises(BadInput, match="Carl"):
        public_files("curtois", problem, roster(problem, ("Carl", 2, "E")))


def test_a_folder_that_is_not_there_is_refused(
    problems: dict[str, Problem], tmp_path: Path
) -> None:
    problem = problems["inrc2"]
    with pytest.raises(BadInput, match="no such folder"):
        write_public_roster("inrc2", problem, roster(problem), tmp_path / "nowhere")
