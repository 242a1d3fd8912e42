"""``turnus receipts`` and ``turnus ledger``: what a person sees, and what a manager does."""

import json
from pathlib import Path

import pytest

from fixtures import ward
from rostering.burden import Ledger, Sight
from rostering.domain.problem import Problem
from rostering.explain.receipt_models import Receipts
from tests.turnus.console import turnus
from turnus import exits

PEOPLE = {person.id: person.name for person in ward("tiny").people}


def test_a_manager_sees_who_would_be_touched(tiny: Path) -> None:
    done = turnus(tiny, "receipts", "ward:tiny", "roster.json")
    assert done.code == exits.OK
    assert "Granted of strong wishes: 8 of 9 days" in done.out
    assert "was refused." in done.out
    assert "points more than it is worth" in done.out
    assert any(name in done.out.partition("would change")[2] for name in PEOPLE.values())


def test_a_person_sees_the_own_wishes_and_no_names(tiny: Path) -> None:
    everything = turnus(tiny, "receipts", "ward:tiny", "roster.json", "--json").document
    (refused,) = [one for one in everything["receipts"] if one["status"] == "refused"]
    me = refused["person"]
    done = turnus(tiny, "receipts", "ward:tiny", "roster.json", "--person", me, "--json")
    own = Receipts.model_validate_json(json.dumps(done.document))
    assert {one.person for one in own.receipts} == {me}
    assert own.ward == Receipts.model_validate_json(json.dumps(everything)).ward
    others = set(PEOPLE) - {me}
    assert not [person for person in others if f'"{person}"' in done.out]
    shown = turnus(tiny, "receipts", "ward:tiny", "roster.json", "--person", me).out
    assert not [PEOPLE[person] for person in others if PEOPLE[person] in shown]


@pytest.mark.parametrize(("language", "told"), [("nb", "ble avslått"), ("nn", "vart avslått")])
def test_receipts_speak_norwegian(tiny: Path, language: str, told: str) -> None:
    done = turnus(tiny, "receipts", "ward:tiny", "roster.json", "--language", language)
    assert (done.code, told in done.out) == (exits.OK, True)


def test_the_ledger_is_shown_and_carried_on(tiny: Path, tmp_path: Path) -> None:
    out = tmp_path / "next.json"
    done = turnus(tiny, "ledger", "ward:tiny", "roster.json", "--ward-out", out, "--json")
    found = Ledger.model_validate_json(json.dumps(done.document))
    assert [one.person for one in found.people] == list(PEOPLE)
    following = Problem.model_validate_json(out.read_text("utf-8"))
    carried = {(b.person, b.burden): b.points for b in following.ledger}
    assert carried == {
        (one.person, entry.burden): entry.after for one in found.people for entry in one.entries
    }
    shown = turnus(tiny, "ledger", "ward:tiny", "roster.json").out
    assert all(name.split()[0] in shown for name in PEOPLE.values())


def test_a_person_sees_the_own_ledger_alone(tiny: Path) -> None:
    done = turnus(tiny, "ledger", "ward:tiny", "roster.json", "--person", "t01", "--json")
    seen = Sight.model_validate_json(json.dumps(done.document))
    assert (seen.person, seen.named) == ("t01", ())
    shown = turnus(tiny, "ledger", "ward:tiny", "roster.json", "--person", "t01").out
    assert not [name for person, name in PEOPLE.items() if person != "t01" and name in shown]


@pytest.mark.parametrize(
    "arguments",
    [
        ["receipts", "ward:tiny", "roster.json", "--person", "nobody"],
        ["ledger", "ward:tiny", "roster.json", "--person", "nobody"],
        ["ledger", "ward:tiny", "roster.json", "--ward-out", "nowhere/next.json"],
        ["receipts", "ward:small", "roster.json"],
        ["ledger", "ward:small", "roster.json"],
    ],
)
def test_what_is_wrong_is_told(tiny: Path, arguments: list[str]) -> None:
    done = turnus(tiny, *arguments)
    assert (done.code, done.out) == (exits.BAD_INPUT, "")
    assert done.err
