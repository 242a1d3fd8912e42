"""A profession that the wage table knows becomes the group that a person is paid as."""

from pathlib import Path

import pytest

from rostering.domain.problem import Problem
from rostering.wages.load import shipped
from tests.readers.existing.sheets import read, week

HEAD = "Navn;%;Stillingskategori"


def groups(problem: Problem) -> list[str]:
    return [person.group for person in problem.people]


def test_nurses_are_paid_as_nurses(tmp_path: Path) -> None:
    lines = ("Kari Nordmann;75;Sykepleier;D1", "Ola Moe;50;Ansvarsvakt, Helsefagarbeider;D1")
    problem = read(week(tmp_path, *lines, head=HEAD)).problem
    assert groups(problem) == ["sykepleier", "helsefagarbeider"]
    start = problem.horizon.start
    pay = shipped(problem.wages).group_pay(problem.people[0].group, None, start)
    assert pay.source == "mean"


def test_an_unknown_profession_is_told_and_can_be_answered(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;Spl.;D1", "Ola Moe;50;Sykepleier;D1", head=HEAD)
    done = read(path)
    assert groups(done.problem) == ["", "sykepleier"]
    (note,) = (note for note in done.notes if "lowest group" in note)
    assert "for Kari Nordmann (Spl.):" in note
    assert '"Spl." = "sykepleier"' in note
    answered = read(path, groups={"Spl.": "sykepleier"})
    assert groups(answered.problem) == ["sykepleier", "sykepleier"]
    assert not any("lowest group" in note for note in answered.notes)


@pytest.mark.parametrize("head", ["Navn;%", HEAD])
def test_without_professions_everybody_is_named(tmp_path: Path, head: str) -> None:
    empty = ";" * (head.count(";") - 1)
    notes = read(week(tmp_path, f"Kari Nordmann;75{empty};D1", head=head)).notes
    assert any("no group of the wage table for Kari Nordmann:" in note for note in notes)
