"""``turnus cost``: the bill on the screen, in files and as JSON."""

import json
from pathlib import Path

import openpyxl
import pytest

from rostering.bill import Bill, BillDifference
from rostering.domain.roster import Roster
from rostering.domain.shifts import Pay
from tests.turnus.console import turnus

OWN = """\
format = "helseturnus.wages"
version = 1
id = "our_town"
name = "Our town"
extends = "no_ks"

[[periods]]
valid_from = 2020-01-01
status = "published"
source = "our own"
values = { evening_nok = 112, pension_percent = 0, zone = "V" }
"""


@pytest.fixture
def other(tiny: Path, tmp_path: Path) -> Path:
    """Return a folder with the tiny ward's roster and one in which the first duty is overtime."""
    text = (tiny / "roster.json").read_text("utf-8")
    (tmp_path / "roster.json").write_text(text, "utf-8")
    plan = Roster.model_validate_json(text)
    first, *rest = plan.assignments
    dearer = [first.model_copy(update={"pay": Pay.OVERTIME}), *rest]
    changed = plan.model_copy(update={"assignments": tuple(dearer)})
    (tmp_path / "worked.json").write_text(changed.model_dump_json(), "utf-8")
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    return tmp_path


def billed(folder: Path, *arguments: str) -> Bill:
    """Return the bill that a command prints as JSON."""
    done = turnus(folder, "cost", "ward:tiny", *arguments, "--json")
    assert (done.code, done.err) == (0, "")
    return Bill.model_validate_json(json.dumps(done.document["bill"]))


def test_the_screen_shows_kinds_people_groups_and_what_is_assumed(other: Path) -> None:
    found = billed(other, "roster.json")
    done = turnus(other, "cost", "ward:tiny", "roster.json")
    assert done.code == 0
    assert f"NOK {found.total / 100:,.2f}" in done.out
    for person in found.people:
        assert person.name in done.out
    for word in ("Within the contract", "evening supplement", "Pension", "Employer's tax"):
        assert word in done.out
    assert "Assumed, nobody has published it for you:" in done.out
    assert "pension, percent = 14" in done.out


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Innenfor kontrakten"), ("nn", "Innanfor kontrakten"), ("en", "Within the contract")],
)
def test_it_speaks_three_languages(other: Path, language: str, words: str) -> None:
    done = turnus(other, "cost", "ward:tiny", "roster.json", "--language", language)
    assert (done.code, words in done.out) == (0, True)


def test_a_table_of_ones_own_changes_the_bill(other: Path) -> None:
    shipped = billed(other, "roster.json")
    own = billed(other, "roster.json", "--wages", "own.toml")
    assert (shipped.table, own.table) == ("no_ks", "our_town")
    parts = [{s.key: s.ore for s in found.parts} for found in (shipped, own)]
    assert parts[1]["contract.evening"] == 2 * parts[0]["contract.evening"] > 0
    assert (shipped.on_costs != (), own.on_costs) == (True, ())


def test_a_second_roster_gives_the_difference(other: Path) -> None:
    arguments = ["cost", "ward:tiny", "roster.json", "worked.json"]
    told = turnus(other, *arguments, "--json").document
    found = BillDifference.model_validate_json(json.dumps(told["difference"]))
    assert found.total > 0
    assert found.total_after == told["bill"]["total"]
    assert len(found.days) == 1
    assert {change.key for change in found.kinds} == {"contract", "overtime"}
    shown = turnus(other, *arguments).out
    assert f"{found.total / 100:,.2f} NOK more than before" in shown
    back = turnus(other, "cost", "ward:tiny", "worked.json", "roster.json").out
    assert f"{found.total / 100:,.2f} NOK less than before" in back
    same = turnus(other, "cost", "ward:tiny", "roster.json", "roster.json").out
    assert "The same cost as before" in same


def test_files_hold_what_the_screen_shows(other: Path) -> None:
    found = billed(other, "roster.json")
    for name in ("bill.json", "bill.xlsx", "bill.html"):
        done = turnus(other, "cost", "ward:tiny", "roster.json", "--out", name)
        assert (done.code, f"Written: {name} (bill)" in done.out) == (0, True)
    assert Bill.model_validate_json((other / "bill.json").read_text("utf-8")) == found
    book = openpyxl.load_workbook(other / "bill.xlsx")
    assert book.sheetnames[0] == "Kinds"
    assert f"{found.total / 100:,.2f}" in (other / "bill.html").read_text("utf-8")


def test_a_difference_is_written_too(other: Path) -> None:
    arguments = ("cost", "ward:tiny", "roster.json", "worked.json", "--out")
    assert turnus(other, *arguments, "change.json").code == 0
    text = (other / "change.json").read_text("utf-8")
    assert BillDifference.model_validate_json(text).total > 0
    assert turnus(other, *arguments, "change.xlsx").code == 0
    assert openpyxl.load_workbook(other / "change.xlsx").sheetnames[0] == "Difference"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "bill.pdf"], "a file name ending in .xlsx or .json or .html"),
        (["--out", "roster.json"], "the same file as an input"),
        (["--wages", "none.toml"], "no such file"),
        (["--wages", "roster.json"], "found no TOML"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_written(
    other: Path, arguments: list[str], told: str
) -> None:
    before = (other / "roster.json").read_bytes()
    done = turnus(other, "cost", "ward:tiny", "roster.json", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert (other / "roster.json").read_bytes() == before


def test_a_roster_for_another_version_of_the_ward_is_told(other: Path) -> None:
    plan = Roster.model_validate_json((other / "roster.json").read_text("utf-8"))
    stale = plan.model_copy(update={"problem_hash": "sha256:0"})
    (other / "stale.json").write_text(stale.model_dump_json(), "utf-8")
    done = turnus(other, "cost", "ward:tiny", "stale.json")
    assert (done.code, "another version of this ward" in done.err) == (0, True)
