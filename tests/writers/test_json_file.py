"""JSON as it is written: compact, stable, readable again."""

import datetime as dt
import json
from pathlib import Path

import pytest

from rostering.domain.card import ScoreCard, TermEntry
from rostering.domain.problem import RuleSetting
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.readers import problem_from_data, read_problem, read_roster
from rostering.writers import json_text, write_json
from tests.readers.small_ward import full, small

ROSTER = Roster(
    problem_name="Vår",
    problem_hash="sha256:0",
    start=dt.date(2027, 3, 1),
    days=14,
    assignments=(Assignment(person="p1", date=dt.date(2027, 3, 1), shift="D", unit="post3"),),
)


@pytest.mark.parametrize("data", [small(), full()])
def test_a_written_ward_reads_back_as_the_same(data: dict[str, object], tmp_path: Path) -> None:
    problem = problem_from_data(data)
    write_json(problem, tmp_path / "ward.json")
    assert read_problem(tmp_path / "ward.json") == problem


def test_a_written_roster_reads_back_as_the_same(tmp_path: Path) -> None:
    write_json(ROSTER, tmp_path / "roster.json")
    assert read_roster(tmp_path / "roster.json") == ROSTER


def test_format_and_version_come_first_and_defaults_are_left_out() -> None:
    text = json_text(ROSTER)
    assert list(json.loads(text)) == [
        *("format", "version", "problem_name", "problem_hash", "start", "days", "assignments"),
    ]
    assert text.endswith("}\n")
    assert '"Vår"' in text


def test_a_score_card_carries_its_format_too() -> None:
    term = TermEntry(term="t", name="T", unit="days", value=1, weight=2, points=2)
    card = ScoreCard(problem_name="v", problem_hash="h", total=2, terms=(term,))
    assert json_text(card).startswith('{\n  "format": "helseturnus.card",\n  "version": 1,')


def test_equal_models_give_equal_text() -> None:
    once, again = problem_from_data(full()), problem_from_data(full())
    assert json_text(once) == json_text(again)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object()])
def test_a_value_that_json_does_not_have_is_refused(value: object, tmp_path: Path) -> None:
    setting = RuleSetting(values={"a": [value]})
    with pytest.raises(BadInput):
        write_json(setting, tmp_path / "a.json")
    assert not list(tmp_path.iterdir())
