"""The JSON Schemas and the page on the ward format are fresh."""

import json
import re
from pathlib import Path

import pytest

from rostering.readers import problem_from_data
from rostering.readers.workbook.layout import SHEETS
from rostering.writers import schemas, write_schemas
from tests.readers.small_ward import full

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["problem", "roster", "card"])
def test_the_stored_schema_is_fresh(name: str, tmp_path: Path) -> None:
    write_schemas(tmp_path)
    stored = DOCS / "schema" / f"{name}.schema.json"
    assert stored.read_text("utf-8") == (tmp_path / stored.name).read_text("utf-8")


def test_a_schema_names_every_field_and_allows_no_other() -> None:
    schema = schemas()["problem"]
    assert full().keys() <= schema["properties"].keys()
    assert schema["additionalProperties"] is False
    assert schema["required"][:3] == ["format", "version", "name"]


def test_the_example_of_the_page_is_a_ward() -> None:
    page = (DOCS / "ward-format.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    problem = problem_from_data(json.loads(example))
    assert problem.people[0].name == "Kari Eksempel"


def test_the_page_names_every_sheet() -> None:
    page = (DOCS / "ward-format.md").read_text("utf-8")
    assert all(f"*{sheet}*" in page.replace("\n", " ") for sheet in SHEETS)
