"""Two programs that share no code give each roster the same cost and the same verdict."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.validators import validate
from rostering.domain.competence import CompetenceNeed
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.readers.public import read_curtois, read_inrc1, read_inrc2
from rostering.score import score
from rostering.writers.public import FOLDERS, write_public_roster
from tests.readers.public.small import INRC2_NAME, put_curtois, put_inrc1, put_inrc2

Instance = tuple[Path, str, Problem]
READERS: dict[str, tuple[Callable[[Path], Path], Callable[[Path, str], Problem], str]] = {
    "curtois": (put_curtois, read_curtois, "1"),
    "inrc1": (put_inrc1, read_inrc1, "tiny01"),
    "inrc2": (put_inrc2, read_inrc2, INRC2_NAME),
}


@pytest.fixture(scope="module")
def instances(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Instance]:
    folder = tmp_path_factory.mktemp("instances")
    return {
        family: (put(folder), name, read(folder, name))
        for family, (put, read, name) in READERS.items()
    }


def drawn(data: st.DataObject, problem: Problem) -> Roster:
    """Return any roster of a problem in which nobody fills a row without its skill.

    Locked cells stay free: a lock is the solver's business, and no rule that a card tells of.
    """
    locked = {(lock.person, lock.date) for lock in problem.locks}
    codes = st.sampled_from(["", "", *(shift.code for shift in problem.shifts)])
    duties = []
    for person in problem.people:
        for day in range(problem.horizon.days):
            when = problem.horizon.start + timedelta(days=day)
            code = "" if (person.id, when) in locked else data.draw(codes)
            if code:
                roles = [
                    row.id
                    for row in problem.demand
                    if row.exclusive
                    and code in row.shifts
                    and row.applies(when)
                    and able(person, row.competence)
                ]
                role = data.draw(st.sampled_from(roles)) if roles else None
                duty = Assignment(person=person.id, date=when, shift=code, unit="ward", role=role)
                duties.append(duty)
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(duties),
    )


def able(person: Person, need: CompetenceNeed) -> bool:
    return need.met_by({held.code for held in person.competences})


@pytest.mark.parametrize("family", READERS)
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_card_and_validator_agree_on_any_roster(
    family: str, data: st.DataObject, instances: dict[str, Instance], tmp_path: Path
) -> None:
    folder, name, problem = instances[family]
    roster = drawn(data, problem)
    place = tmp_path if family in FOLDERS else tmp_path / "roster"
    write_public_roster(family, problem, roster, place)
    card, verdict = score(problem, roster), validate(family, folder, name, place)
    assert (card.total, card.lawful) == (verdict.total, not verdict.broken)
