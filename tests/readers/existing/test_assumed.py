"""What the import took to be so stands in the ward, until somebody has said it."""

from pathlib import Path

from rostering.readers.existing import (
    Layout,
    Mapping,
    import_roster,
    mapping_text,
    propose_mapping,
    read_mapping,
)
from tests.readers.existing.sheets import CODES, LEGEND, csv, read, week


def test_a_proposed_mapping_leaves_its_assumptions_in_the_ward(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1")
    assert read(path).problem.assumed == ("full_time_hours", "night_belongs_to")


def test_saving_a_mapping_confirms_nothing_until_somebody_takes_the_word_away(
    tmp_path: Path,
) -> None:
    path, toml = week(tmp_path, "Kari Nordmann;75;D1"), tmp_path / "unit.toml"
    text = mapping_text(propose_mapping(path).mapping)
    toml.write_text(text, "utf-8")
    assert "full_time_hours" in import_roster(path, read_mapping(toml)).problem.assumed
    said = text.replace('"full_time_hours", "night_belongs_to"', "")
    assert said != text
    toml.write_text(said, "utf-8")
    assert import_roster(path, read_mapping(toml)).problem.assumed == ()


def test_a_mapping_by_hand_has_said_what_it_says(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1")
    by_hand = {
        "layout": Layout.DATES, "columns": {"name": "Navn", "percent": "%"},
        "codes": CODES, "night_belongs_to": "start", "ends_before": "Kode",
    }  # fmt: skip
    mapping = Mapping.model_validate(by_hand)
    assert import_roster(path, mapping).problem.assumed == ("full_time_hours",)
    said = Mapping.model_validate({**by_hand, "full_time_hours": 37.5})
    assert import_roster(path, said).problem.assumed == ()


def test_a_year_taken_from_the_title_is_assumed(tmp_path: Path) -> None:
    heads = ";".join(f"0{day}.03" for day in range(1, 6))
    path = csv(tmp_path, "Post 3, 2027", f"Navn;%;{heads}", "Kari Nordmann;75;D1", *LEGEND)
    assert "year" in read(path).problem.assumed
