"""Where results may be written is found out before the work."""

from pathlib import Path

import pytest

from fixtures import ward
from rostering.domain.canonical import content_hash
from rostering.errors import BadInput
from rostering.readers import read_problem
from tests.turnus.console import turnus
from turnus.files import Outputs, free_name, make_folder


def faults(outputs: Outputs, *inputs: Path) -> list[str]:
    with pytest.raises(BadInput) as caught:
        outputs.require_writable(inputs)
    return [f"{fault.found} / {fault.needed}" for fault in caught.value.faults]


def test_ordinary_places_are_fine_and_nothing_is_left_there(tmp_path: Path) -> None:
    outputs = Outputs(tmp_path / "r.json", tmp_path / "c.json", None, tmp_path / "p.svg")
    outputs.require_writable([tmp_path / "ward.json"])
    assert list(tmp_path.iterdir()) == []


def test_every_bad_place_is_named_at_once(tmp_path: Path) -> None:
    outputs = Outputs(
        roster=tmp_path / "missing" / "r.json",
        card=tmp_path,
        excel=tmp_path / "r.pdf",
        picture=tmp_path / "r.jpg",
    )
    found = faults(outputs)
    assert [text.split(" / ")[0] for text in found] == [
        "no such folder",
        "a folder",
        ".pdf",
        ".jpg",
    ]


def test_two_results_in_one_file_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    assert faults(Outputs(roster=file, card=file)) == [
        "the same file as the roster / a file of its own for the card"
    ]


def test_the_ward_itself_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "ward.json"
    file.write_text("{}", "utf-8")
    assert "the same file as the input" in faults(Outputs(roster=file), file)[0]


def test_a_device_is_no_place_for_a_roster() -> None:
    assert faults(Outputs(roster=Path("/dev/null"))) == ["not an ordinary file / a file name"]


def test_a_free_name_counts_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for expected in ("r.json", "r-2.json", "r-3.json"):
        assert str(free_name("r.json")) == expected
        Path(expected).touch()


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    for folder in (tmp_path / "here", tmp_path / "here" / "below"):
        with pytest.raises(BadInput):
            make_folder(folder)


def test_a_place_is_tried_before_the_search(tmp_path: Path) -> None:
    done = turnus(tmp_path, "solve", "ward:nursing_home", "--out", "missing/roster.json")
    assert done.code == 2
    assert "no such folder" in done.err
    assert "Building" not in done.err


def test_a_ward_goes_to_excel_and_back_unchanged(tmp_path: Path) -> None:
    assert turnus(tmp_path, "convert", "ward:tiny", "w.xlsx").code == 0
    assert turnus(tmp_path, "convert", "w.xlsx", "w.json").code == 0
    assert content_hash(read_problem(tmp_path / "w.json")) == content_hash(ward("tiny"))


def test_a_template_never_replaces_a_file_unasked(tmp_path: Path) -> None:
    assert turnus(tmp_path, "template").code == 0
    filled = (tmp_path / "ward.xlsx").read_bytes()
    again = turnus(tmp_path, "template", "--ward", "tiny")
    assert again.code == 2
    assert "--force" in again.err
    assert (tmp_path / "ward.xlsx").read_bytes() == filled
    assert turnus(tmp_path, "template", "--ward", "tiny", "--force").code == 0
    assert read_problem(tmp_path / "ward.xlsx").name == ward("tiny").name


def test_a_json_template_can_be_solved_as_it_stands(tmp_path: Path) -> None:
    done = turnus(tmp_path, "template", "--out", "ward.json")
    assert "Next: change it to your ward, then turnus solve ward.json" in done.out
    assert content_hash(read_problem(tmp_path / "ward.json")) == content_hash(ward("tiny"))
