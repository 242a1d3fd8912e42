"""``turnus solve``: what it prints, writes and returns."""

import json
from pathlib import Path

from fixtures import path
from tests.turnus.console import process, turnus


def impossible(folder: Path) -> Path:
    """Return a ward that asks for all five people on every weekday."""
    ward = json.loads(path("tiny").read_text("utf-8"))
    ward["demand"][0].update(minimum=5, target=5, maximum=5)
    file = folder / "impossible.json"
    file.write_text(json.dumps(ward), "utf-8")
    return file


def test_tells_proof_score_files_and_what_comes_next(tiny: Path) -> None:
    shown = (tiny / "solve.txt").read_text("utf-8")
    card = json.loads((tiny / "card.json").read_text("utf-8"))
    assert "Best possible: proved" in shown
    assert f"Score card: {card['total']:,} points" in shown
    assert "Next: turnus show ward:tiny roster.json" in shown
    for name in ("roster.json", "card.json", "roster.xlsx", "roster.svg"):
        assert f"Written: {name}" in shown
        assert (tiny / name).stat().st_size > 0


def test_talk_about_the_search_goes_to_standard_error(tiny: Path) -> None:
    talk = (tiny / "talk.txt").read_text("utf-8")
    assert "5 people, 14 days" in talk
    assert "First lawful roster" in talk
    assert "Building the model" not in (tiny / "solve.txt").read_text("utf-8")


def test_a_roster_already_there_is_kept_and_all_is_told_in_norwegian(tmp_path: Path) -> None:
    (tmp_path / "roster.json").write_text("mine", "utf-8")
    done = turnus(tmp_path, "solve", "ward:tiny", TURNUS_LANGUAGE="nb")
    assert done.code == 0
    assert "Best mulig" in done.out
    assert "Største årsak" in done.out
    assert "Bygger modellen" in done.err
    assert (tmp_path / "roster.json").read_text("utf-8") == "mine"
    assert (tmp_path / "roster-2.json").exists()


def test_impossible_is_three(tmp_path: Path) -> None:
    done = process(tmp_path, "solve", impossible(tmp_path))
    assert done.code == 3
    assert "Proved impossible" in done.out
    assert not (tmp_path / "roster.json").exists()


def test_nothing_found_is_four(tmp_path: Path) -> None:
    done = process(tmp_path, "solve", "ward:small", "--steps", "0.0001", "--json")
    assert done.code == 4
    assert done.document["status"] == "unknown"
    assert done.document["roster"] is None


def test_one_worker_a_seed_and_steps_repeat_byte_by_byte(tmp_path: Path) -> None:
    same = ("--strategy", "cpsat", "--seed", "3", "--workers", "1", "--steps", "0.2")
    for name in ("a.json", "b.json"):
        assert process(tmp_path, "solve", "ward:small", *same, "--out", name).code == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert b'"assignments"' in (tmp_path / "a.json").read_bytes()


def test_a_warm_roster_is_where_the_search_begins(tiny: Path) -> None:
    known = json.loads((tiny / "card.json").read_text("utf-8"))["total"]
    options = ("--warm", "roster.json", "--steps", "0.01", "--workers", "1", "--json")
    done = turnus(tiny, "solve", "ward:tiny", *options)
    assert done.document["objective"] == known
