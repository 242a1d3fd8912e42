"""With ``--json`` standard output is one document and nothing else."""

import json
from pathlib import Path

import pytest

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from tests.turnus.console import turnus


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "ward:tiny", "roster.json"],
        ["score", "ward:tiny", "roster.json"],
        ["show", "ward:tiny", "roster.json"],
        ["show", "--weights"],
        ["diff", "ward:tiny", "roster.json", "roster.json"],
        ["template"],
        ["template", "--schema", "roster"],
        ["template", "--out", "new.json", "--force"],
        ["convert", "ward:tiny", "new.xlsx"],
    ],
)
def test_one_document_and_no_other_talk(arguments: list[str], tiny: Path) -> None:
    done = turnus(tiny, *arguments, "--json")
    assert (done.code, done.err) == (0, "")
    assert isinstance(done.document, dict)
    assert done.out.endswith("}\n")


def test_solve_hands_out_roster_and_card_and_writes_nothing_unasked(tmp_path: Path) -> None:
    done = turnus(tmp_path, "solve", "ward:tiny", "--json")
    assert (done.code, done.err) == (0, "")
    found = done.document
    roster = Roster.model_validate_json(json.dumps(found["roster"]))
    card = ScoreCard.model_validate_json(json.dumps(found["card"]))
    assert (found["status"], found["gap"]) == ("optimal", 0)
    assert card.total == found["objective"] == roster.evidence.objective
    assert list(tmp_path.iterdir()) == []


def test_a_template_as_document_is_a_ward(tmp_path: Path) -> None:
    assert Problem.model_validate_json(turnus(tmp_path, "template", "--json").out).people
