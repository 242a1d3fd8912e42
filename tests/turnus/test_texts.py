"""The three languages say the same things."""

import re
import string
from datetime import date
from pathlib import Path

import pytest

from turnus.texts import LANGUAGES, Words, sentences

SOURCES = sorted((Path(__file__).resolve().parents[2] / "turnus").rglob("*.py"))
CODE = "\n".join(path.read_text("utf-8") for path in SOURCES)


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_missing(language: str) -> None:
    assert sentences(language).keys() == sentences("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_have_the_same_holes(language: str) -> None:
    differ = [
        key
        for key, text in sentences(language).items()
        if holes(text) != holes(sentences("en")[key])
    ]
    assert differ == []


def test_what_the_code_says_exists() -> None:
    said = set(re.findall(r'"((?:[a-z]+\.)[a-z_]+)"', CODE)) & {
        f"{key.split('.')[0]}.{word}"
        for key in sentences("en")
        for word in re.findall(rf'"{key.split(".")[0]}\.([a-z_]+)"', CODE)
    }
    foreign = {"roster.json", "roster.xlsx", "roster.png", "card.json", "ward.xlsx"}
    assert said - foreign - sentences("en").keys() == set()
    assert len(said) > 40


def test_no_sentence_is_left_over() -> None:
    made = ("thing.", "phase.", "unit.", "files.", "card.", "check.", "rules.")
    unused = [
        key
        for key in sentences("en")
        if f'"{key.removesuffix(".one")}"' not in CODE and not key.startswith(made)
    ]
    assert unused == []


def test_every_thing_that_has_a_price_has_a_name() -> None:
    from turnus.rates import rates

    named = {key.removeprefix("thing.") for key in sentences("en") if key.startswith("thing.")}
    assert {rate.thing for rate in rates(None)} | {"shortage"} == named


def test_numbers_and_dates_look_as_people_write_them() -> None:
    english, norwegian = Words("en"), Words("nb")
    assert english.number(157335) == "157,335"
    assert norwegian.number(157335) == "157\N{NO-BREAK SPACE}335"
    assert (english.number(7.5), norwegian.number(7.5)) == ("7.5", "7,5")
    assert (english.number(100), english.number(0)) == ("100", "0")
    assert (english.date(date(2027, 2, 5)), norwegian.date(date(2027, 2, 5))) == (
        "2027-02-05",
        "05.02.2027",
    )
    assert norwegian.short_date(date(2027, 2, 5)) == "fr 5.2."


def test_a_share_is_whole_only_when_it_is_exact() -> None:
    words = Words("en")
    assert words.share(0.99999) == "99.9 %"
    assert words.share(0.0001) == "0.1 %"
    assert words.share(1.0) == "100 %"
    assert words.share(0.0) == "0 %"
