"""People without employee numbers keep one id from month to month, and names stay names."""

from pathlib import Path

from rostering.domain.problem import Problem
from rostering.readers.existing import (
    import_roster,
    mapping_text,
    propose_mapping,
    read_mapping,
)
from tests.readers.existing.sheets import duties, read, week


def saved(path: Path) -> Path:
    proposal = propose_mapping(path)
    toml = path.with_suffix(".toml")
    toml.write_text(mapping_text(proposal.mapping, proposal.questions), "utf-8")
    return toml


def ids(problem: Problem) -> dict[str, str]:
    return {person.name: person.id for person in problem.people}


def test_people_are_numbered_in_file_order(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Ola Moe;75;D1", "Vakant;50;D1", "Kari Nordmann;50;K1"))
    assert ids(done.problem) == {"Ola Moe": "p01", "Kari Nordmann": "p02"}
    assert not any("moe" in repr(duty).casefold() for duty in done.roster.assignments)


def test_the_saved_mapping_gives_the_same_ids_next_month(tmp_path: Path) -> None:
    toml = saved(week(tmp_path, "Ola Moe;75;D1", "Kari Nordmann;50;K1"))
    again = week(tmp_path, "Per Lie;75;D1", "Kari Nordmann;50;K1", "Ola Moe;75;D1")
    done = import_roster(again, read_mapping(toml))
    assert ids(done.problem) == {"Ola Moe": "p01", "Kari Nordmann": "p02", "Per Lie": "p03"}
    told = 'Per Lie is new, with id p03; write "Per Lie" = "p03" under [people] in the mapping.'
    assert any(told in note for note in done.notes)


def test_a_number_never_takes_an_employee_number(tmp_path: Path) -> None:
    lines = ("p01;Ola Moe;75;D1", ";Kari Nordmann;50;K1")
    done = read(week(tmp_path, *lines, head="Ansattnr;Navn;%"))
    assert ids(done.problem) == {"Ola Moe": "p01", "Kari Nordmann": "p02"}


def test_an_answer_about_one_person_moves_nobody_elses_number(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;50;D1", "Kari Nordman;25;;K1", "Ola Moe;75;D1")
    done = read(path, people={}, aliases={"Kari Nordman": "p01"})
    assert duties(done) == [("p01", 0, "D1"), ("p01", 1, "K1"), ("p03", 0, "D1")]
