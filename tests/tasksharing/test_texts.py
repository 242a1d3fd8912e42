"""The three languages of reports say the same things."""

import string

import pytest

from tasksharing.scenarios.summary import STEPS
from tasksharing.texts import LANGUAGES, TaskWords, sentences


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_and_their_holes_are_the_same(language: str) -> None:
    assert list(sentences(language)) == list(sentences("en"))
    assert all(
        holes(sentences(language)[key]) == holes(text) for key, text in sentences("en").items()
    )


def test_every_step_is_told() -> None:
    assert {f"step.{step}" for step in STEPS} <= sentences("nb").keys()


def test_numbers_look_as_people_write_them() -> None:
    assert TaskWords("en").number(-1234.5) == "−1,234.5"
    assert TaskWords("nb").number(1234.5) == "1\N{NO-BREAK SPACE}234,5"
    assert TaskWords("nb").number(-0.001) == "0"
    assert TaskWords("en").fte(25) == "25.0"
