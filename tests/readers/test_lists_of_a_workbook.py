"""The sheets of a ward workbook are lists too, and merging them into their ward changes nothing."""

from pathlib import Path

import pytest

from rostering.domain.problem import Problem
from rostering.readers import problem_from_data
from rostering.readers.lists import Mapping, read_plan, read_staff, read_wishes
from rostering.readers.lists.vocabulary import ListKind, field
from rostering.writers import write_ward_workbook
from rostering.writers.ward_book import SHEETS
from tests.readers.small_ward import full


@pytest.fixture
def book(tmp_path: Path) -> tuple[Path, Problem]:
    problem = problem_from_data(full())
    curves = [row for row in problem.demand if row.curve]
    problem = problem.model_copy(
        update={"demand": tuple(row for row in problem.demand if row not in curves)}
    )
    write_ward_workbook(problem, tmp_path / "ward.xlsx")
    return tmp_path / "ward.xlsx", problem


def test_the_staff_sheet_changes_nobody(book: tuple[Path, Problem]) -> None:
    path, problem = book
    merged = read_staff(path, problem, Mapping(sheet="Ansatte"))
    assert merged.problem == problem
    assert len(merged.unchanged) == 3


def test_the_staff_sheet_fills_people_who_know_nothing_yet(book: tuple[Path, Problem]) -> None:
    path, problem = book
    bare = tuple(
        person.model_copy(
            update={
                "positions": (), "max_hours": None, "minor_until": None, "pay": None,
                "weekend_from": None, "in_post_since": None, "group": "", "other_units": (),
            }
        )
        for person in problem.people
    )  # fmt: skip
    merged = read_staff(path, problem.model_copy(update={"people": bare}), Mapping(sheet="Ansatte"))
    assert merged.problem == problem
    assert len(merged.changed) == 2


def test_the_wish_sheet_adds_the_wishes_once(book: tuple[Path, Problem]) -> None:
    path, problem = book
    mapping = Mapping(sheet="Ønsker")
    assert read_wishes(path, problem, mapping).problem == problem
    without = problem.model_copy(update={"wishes": ()})
    assert read_wishes(path, without, mapping).problem == problem


def test_the_staffing_sheet_replaces_rows_by_their_ids(book: tuple[Path, Problem]) -> None:
    path, problem = book
    merged = read_plan(path, problem, Mapping(sheet="Bemanning"))
    assert (merged.problem, merged.unchanged) == (problem, ("ansvar",))
    without = problem.model_copy(update={"demand": (), "locks": (), "history": ()})
    added = read_plan(path, without, Mapping(sheet="Bemanning"))
    assert (added.problem.demand, added.added) == (problem.demand, ("ansvar",))


@pytest.mark.parametrize(
    ("sheet", "kind"), [("Ansatte", "staff"), ("Ønsker", "wishes"), ("Bemanning", "plan")]
)
def test_every_heading_of_the_workbook_is_known(sheet: str, kind: ListKind) -> None:
    (found,) = [one for one in SHEETS if one.name == sheet]
    unknown = [c.heading for c in found.columns if not field(kind, c.heading)]
    assert unknown == []
