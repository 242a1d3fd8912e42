"""``turnus check --report``: three files with the same figures, exit codes as before."""

import json
from pathlib import Path

import pytest

from tests.turnus.console import turnus


@pytest.fixture(scope="module")
def empty(tiny: Path) -> Path:
    roster = json.loads((tiny / "roster.json").read_text("utf-8"))
    file = tiny / "nobody.json"
    file.write_text(json.dumps({**roster, "assignments": [], "overlays": []}), "utf-8")
    return file


def test_a_folder_is_made_with_page_workbook_and_data(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "kontroll"
    done = turnus(tiny, "check", "ward:tiny", "roster.json", "--report", folder)
    assert done.code == 0, done.err
    names = ["kontroll.html", "kontroll.json", "kontroll.xlsx"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert done.out.count("Written: ") == 3


def test_the_page_is_in_bokmal_unless_a_language_is_asked_for(tiny: Path, tmp_path: Path) -> None:
    for language, arguments, more in (
        ("nb", (), {}),
        ("nn", ("--language", "nn"), {}),
        ("en", ("--language", "en"), {}),
        ("nn", (), {"TURNUS_LANGUAGE": "nn"}),
    ):
        folder = tmp_path / (language + str(len(more)))
        done = turnus(
            tiny, "check", "ward:tiny", "roster.json", "--report", folder, *arguments, **more
        )
        assert done.code == 0, done.err
        assert f'<html lang="{language}">' in (folder / "kontroll.html").read_text("utf-8")


def test_a_roster_with_breaches_is_reported_and_ends_with_one(
    tiny: Path, tmp_path: Path, empty: Path
) -> None:
    done = turnus(tiny, "check", "ward:tiny", empty, "--report", tmp_path, "--json")
    assert done.code == 1
    report = json.loads((tmp_path / "kontroll.json").read_text("utf-8"))
    assert not report["lawful"]
    hard = [breach for breach in report["breaches"] if breach["hard"]]
    assert len(hard) == report["hard"] == len(done.document["breaches"])
    assert done.document["files"]["page"].endswith("kontroll.html")


def test_the_codes_that_solve_wrote_are_the_reports(tiny: Path, tmp_path: Path) -> None:
    done = turnus(tiny, "check", "ward:tiny", "roster.json", "--report", tmp_path)
    assert done.code == 0
    overlays = json.loads((tiny / "roster.json").read_text("utf-8"))["overlays"]
    report = json.loads((tmp_path / "kontroll.json").read_text("utf-8"))
    assert report["codes"] == "written"
    counted = sum(person["day_codes"].get("F1", 0) for person in report["people"])
    assert counted == sum(overlay["code"] == "F1" for overlay in overlays) > 0
    assert not [b for b in report["breaches"] if b["rule"] == "day_codes"]


def test_a_folder_that_is_a_file_is_told_before_anything_is_written(tiny: Path) -> None:
    done = turnus(tiny, "check", "ward:tiny", "roster.json", "--report", "card.json")
    assert done.code == 2
    assert "card.json" in done.err
    assert "Written" not in done.out


def test_without_the_option_nothing_is_written(tiny: Path) -> None:
    before = sorted(tiny.iterdir())
    assert turnus(tiny, "check", "ward:tiny", "roster.json").code == 0
    assert sorted(tiny.iterdir()) == before
