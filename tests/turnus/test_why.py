"""``turnus why``: the clash by its names, who owns it, and a way out that can be written."""

import json
from datetime import date
from pathlib import Path

import pytest

from fixtures import ward
from rostering.check import check
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.domain.wishes import Lock
from rostering.explain.models import Diagnosis
from rostering.writers.json_file import write_json
from tests.turnus.console import turnus
from turnus import exits

SATURDAY = date(2027, 1, 16)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the tiny ward in which everybody is locked off on one Saturday."""
    made = tmp_path_factory.mktemp("why")
    problem = ward("tiny")
    locks = tuple(Lock(person=person.id, date=SATURDAY) for person in problem.people)
    write_json(problem.model_copy(update={"locks": locks}), made / "closed.json")
    return made


def test_a_clash_is_told_with_its_owners_and_ways_out(folder: Path) -> None:
    done = turnus(folder, "why", "closed.json", "--seconds", "30")
    assert done.code == exits.IMPOSSIBLE
    for told in ("proved", "Locked days", "the manager", "Unlock days", "2027-01-16"):
        assert told in done.out


def test_it_speaks_norwegian(folder: Path) -> None:
    done = turnus(folder, "why", "closed.json", "--language", "nn", "--seconds", "8")
    assert (done.code, "Den minste konflikten" in done.out) == (exits.IMPOSSIBLE, True)


def test_a_way_out_is_written_with_the_ward_it_is_lawful_in(folder: Path) -> None:
    files = ("--out", "way.json", "--ward-out", "eased.json")
    done = turnus(folder, "why", "closed.json", "--take", "1", *files, "--json")
    assert done.code == exits.IMPOSSIBLE
    found = Diagnosis.model_validate_json(json.dumps(done.document))
    assert found.relaxations
    eased = Problem.model_validate_json((folder / "eased.json").read_text("utf-8"))
    way = Roster.model_validate_json((folder / "way.json").read_text("utf-8"))
    assert not [breach for breach in check(eased, way) if breach.hard]


def test_a_ward_with_rosters_is_told_to_have_some(folder: Path) -> None:
    done = turnus(folder, "why", "ward:tiny")
    assert done.code == exits.OK
    assert "There are rosters" in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "a.json"], "--take N"),
        (["--take", "9"], "a number from 1 to"),
        (["--take", "1", "--out", "nowhere/a.json"], "nowhere"),
    ],
)
def test_what_is_wrong_is_told(folder: Path, arguments: list[str], told: str) -> None:
    done = turnus(folder, "why", "closed.json", "--seconds", "5", *arguments)
    assert done.code == exits.BAD_INPUT
    assert told in done.err
