"""The control of a roster that a unit has today: import it, check it, read the report."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.turnus.console import ROOT, turnus

EXAMPLES = ROOT / "fixtures" / "existing"
FILES = [
    *((name, f"{name}.{ending}", ()) for name in ("dates", "weeks", "list")
      for ending in ("xlsx", "csv")),
    ("matrix", "matrix_roster.xlsx", ("--demand", EXAMPLES / "matrix.xlsx")),
    ("matrix", "matrix_roster.csv", ("--demand", EXAMPLES / "matrix.csv")),
]  # fmt: skip


def planted(name: str, part: str) -> set[tuple[str | None, str, str, str]]:
    told = tomllib.loads((EXAMPLES / f"{name}.planted.toml").read_text("utf-8"))
    return {
        (b["person"] or None, b["rule"], str(b["first"]), str(b["last"]))
        for b in told.get(part, [])
    }


@pytest.mark.parametrize(("name", "file", "more"), FILES, ids=[file for _, file, _ in FILES])
def test_the_report_has_every_planted_breach_and_no_other(
    name: str, file: str, more: tuple[object, ...], tmp_path: Path
) -> None:
    out = ("--out", "roster.json", "--out-ward", "ward.json")
    read = turnus(tmp_path, "import", "roster", EXAMPLES / file, *more, *out)
    assert read.code == 0, read.err
    done = turnus(tmp_path, "check", "ward.json", "roster.json", "--report", "control")
    assert done.code == 1
    report = json.loads((tmp_path / "control" / "kontroll.json").read_text("utf-8"))
    found = {
        hard: {
            (b["person"], b["rule"], b["first"], b["last"])
            for b in report["breaches"]
            if b["hard"] is hard
        }
        for hard in (True, False)
    }
    assert found == {True: planted(name, "breaches"), False: planted(name, "marks")}
    page = (tmp_path / "control" / "kontroll.html").read_text("utf-8")
    assert all(breach["paragraph"] in page for breach in report["breaches"])
