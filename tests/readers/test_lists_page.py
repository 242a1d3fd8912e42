"""The page on lists says what is so."""

import re
import tomllib
from pathlib import Path

from rostering.readers.lists import Mapping, read_plan, read_wishes
from rostering.readers.lists.vocabulary import KINDS, fields
from tests.readers.listed import csv, ward

PAGE = (Path(__file__).parents[2] / "docs" / "importing-lists.md").read_text("utf-8")


def table(heading: str) -> list[str]:
    """Return the table under a heading as lines of CSV."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("|") and "---" not in line]
    return [";".join(cell.strip() for cell in row.strip("|").split("|")) for row in rows]


def test_the_pages_mapping_sets_every_field() -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    data = tomllib.loads(text)
    assert data.keys() == Mapping.model_fields.keys()
    Mapping.model_validate(data)


def test_the_page_names_every_field_of_every_list() -> None:
    last = PAGE.partition("\nFields: ")[2]
    assert set(re.findall(r"`(\w+)`", last)) == {name for kind in KINDS for name in fields(kind)}


def test_the_pages_wishes_are_read(tmp_path: Path) -> None:
    lines = [
        line.replace("Kari Eksempel", "Kari Nordmann").replace("Ola Eksempel", "Ola Hansen")
        for line in table("Wishes")
    ]
    wishes = read_wishes(csv(tmp_path, *lines), ward(wishes=[])).problem.wishes
    assert [(w.kind, w.shifts, w.kinds, w.strength) for w in wishes] == [
        ("avoid", (), (), 3),
        ("avoid", ("N",), (), 2),
        ("avoid", ("N",), (), 2),
        ("avoid", (), ("night",), 1),
        ("want", ("D", "A"), (), 2),
    ]


def test_the_pages_plan_is_read(tmp_path: Path) -> None:
    plan = read_plan(csv(tmp_path, *table("Staffing plan")), ward(demand=[])).problem.demand
    assert [(r.shifts, r.weekdays, r.minimum, r.target) for r in plan] == [
        (("D",), (1, 2, 3, 4, 5), 0, 3),
        (("D",), (6, 7), 0, 2),
        (("A",), (1, 2, 3, 4, 5, 6, 7), 2, 3),
    ]
