"""The three languages have a word for every light, measure, threshold and ground, and no other."""

from __future__ import annotations

import re

import pytest

from rostering.health.thresholds import Direction, Light, Measure, Status, shipped
from rostering.health.words import SIGNS, HealthWords
from rostering.texts import LANGUAGES, Catalogue

EXPECTED = {
    "health.both",
    *(f"health.measure.{one.value}" for one in Measure),
    *(f"health.about.{one.value}" for one in Measure),
    *(f"health.light.{one.value}" for one in Light),
    *(f"health.limits.{one.value}" for one in Direction),
    *(f"health.ground.{one.value}" for one in Status),
    *(f"health.ground.{one.value}_on" for one in Status if one is not Status.PUBLISHED),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_there_and_no_other(language: str) -> None:
    assert {k for k in Catalogue(language).keys() if k.startswith("health.")} == EXPECTED  # noqa: SIM118


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_a_note_and_every_reference_a_number(language: str) -> None:
    words = HealthWords(language)
    notes, references = list(words.notes()), list(words.references())
    assert len(notes) == len(Measure)
    assert len(references) == len(shipped().references)
    assert not [note for note in notes if "{" in note or "None" in note]
    named = {int(n) for note in notes for part in re.findall(r"\[([\d, ]+)\]", note)
             for n in part.split(", ")}  # fmt: skip
    assert named == set(range(1, len(references) + 1))


def test_a_note_tells_threshold_ground_and_source() -> None:
    notes = {note.partition(":")[0]: note for note in HealthWords("en").notes()}
    rest = notes["Rest after nights"]
    assert "amber under 48 h, red under 24 h" in rest
    assert "red common practice, no written source found." in notes["Weekends in a row"]
    assert "assumed in this project" in notes["Single days off"]
    assert "less than 11 h between two duties" in notes["Quick returns"]
    (baua,) = [one for one in HealthWords("en").references() if "BAuA" in one]
    assert baua.partition("]")[0].removeprefix("[") in rest.rpartition("[")[2]


def test_values_are_told_as_people_say_them() -> None:
    english, norwegian = HealthWords("en"), HealthWords("nb")
    assert english.value(Measure.REST_AFTER_NIGHTS, 1425) == "23.75 h"
    assert norwegian.value(Measure.REST_AFTER_NIGHTS, 1425) == "23,75 t"
    assert english.value(Measure.REST_AFTER_NIGHTS, None) == "–"
    assert english.value(Measure.NIGHTS_IN_A_ROW, 4) == "4"
    assert english.size(Measure.QUICK_RETURNS, 540) == "9 h"
    assert norwegian.size(Measure.WEEKENDS_IN_A_ROW, 1) == "1 helg"
    assert norwegian.size(Measure.NIGHTS_IN_A_ROW, 4) == "4 netter"


def test_each_light_has_a_sign_of_its_own() -> None:
    assert len({SIGNS[light] for light in Light}) == 3
    assert HealthWords("nn").signed(Light.RED) == "!! raudt"
