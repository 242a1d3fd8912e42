"""``turnus calendar`` writes a file for each person."""

from pathlib import Path

from rostering.readers import read_roster
from tests.turnus.console import turnus


def test_each_person_gets_a_file_with_all_duties_and_days_off(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "calendars"
    done = turnus(tiny, "calendar", "ward:tiny", "roster.json", "--out", folder)
    assert (done.code, done.err) == (0, "")
    duties = read_roster(tiny / "roster.json").assignments
    files = {path.stem: path.read_text("utf-8") for path in folder.iterdir()}
    assert files.keys() == {duty.person for duty in duties}
    for person, text in files.items():
        assert text.count("TRANSP:OPAQUE") == sum(duty.person == person for duty in duties)
    assert any("SUMMARY:F1" in text for text in files.values())
    assert f"{len(files)} calendars in {folder}" in done.out


def test_one_person_is_named_by_id_or_name_and_the_version_by_its_day(
    tiny: Path, tmp_path: Path
) -> None:
    person = read_roster(tiny / "roster.json").assignments[0].person
    done = turnus(
        tiny, "calendar", "ward:tiny", "roster.json", "--out", tmp_path, "--person", person,
        "--published", "2026-12-01", "--json",
    )  # fmt: skip
    assert done.document == {"files": {person: str(tmp_path / f"{person}.ics")}, "empty": []}
    assert "DTSTAMP:20261201T000000Z" in (tmp_path / f"{person}.ics").read_text("utf-8")


def test_a_person_without_events_gets_no_file(tiny: Path, tmp_path: Path) -> None:
    import json

    roster = json.loads((tiny / "roster.json").read_text("utf-8"))
    gone = roster["assignments"][0]["person"]
    roster["assignments"] = [a for a in roster["assignments"] if a["person"] != gone]
    other = roster["assignments"][0]["person"]
    roster["overlays"] = [{"person": other, "date": roster["start"], "code": "F1"}]
    (tmp_path / "less.json").write_text(json.dumps(roster), "utf-8")
    done = turnus(tmp_path, "calendar", "ward:tiny", "less.json", "--out", "c", "--language", "nb")
    assert done.code == 0
    assert f"ingen fil, for: {gone}" in done.out
    assert not (tmp_path / "c" / f"{gone}.ics").exists()


def test_a_folder_that_is_a_file_is_refused(tiny: Path) -> None:
    done = turnus(tiny, "calendar", "ward:tiny", "roster.json", "--out", "roster.json")
    assert done.code == 2
    assert "needed a folder" in done.err


def test_an_id_made_from_a_name_is_hashed_and_the_screen_tells_whose_the_file_is(
    tiny: Path, tmp_path: Path
) -> None:
    from turnus.wards import read_ward

    ward = read_ward("ward:tiny")
    person = ward.people[0]
    for name, text in (
        ("ward.json", ward.model_dump_json()),
        ("roster.json", (tiny / "roster.json").read_text("utf-8")),
    ):
        (tmp_path / name).write_text(text.replace(f'"{person.id}"', '"kari-nordmann"'), "utf-8")
    done = turnus(tmp_path, "calendar", "ward.json", "roster.json", "--out", tmp_path / "out")
    assert done.code == 0, done.err
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    (hashed,) = [name for name in names if "kari" in name or len(name) == len("0123456789ab.ics")]
    assert "kari" not in hashed
    told = done.out.replace("\n", "")
    assert f"{person.name}: " in told
    assert hashed in told
