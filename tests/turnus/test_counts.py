"""One of a thing is told in the singular, and long spans of time as hours in every language."""

import datetime as dt
import re

import pytest

from rostering.domain.card import BreachEntry
from rostering.domain.problem import Problem
from rostering.texts import Catalogue
from turnus.terminal.tables import _when, amount
from turnus.texts import LANGUAGES, Words, sentences


@pytest.mark.parametrize(("language", "hours"), [("en", "1.5 h"), ("nb", "1,5 t"), ("nn", "1,5 t")])
def test_minutes_from_an_hour_on_are_told_as_hours(language: str, hours: str) -> None:
    unit = Catalogue(language).say("unit.minutes", count=90)
    assert amount(Words(language), 90, unit) == hours


def test_minutes_below_an_hour_stay_minutes() -> None:
    nb = Catalogue("nb")
    assert amount(Words("nb"), 45, nb.say("unit.minutes", count=45)) == "45 minutter"
    assert amount(Words("nb"), 1, nb.say("unit.minutes", count=1)) == "1 minutt"


@pytest.mark.parametrize("key", ["check.broken", "check.soft", "card.unlawful"])
def test_a_rule_that_is_broken_once_is_told_in_the_singular(key: str) -> None:
    nb = Words("nb")
    assert "1 steder" not in nb.say(key, count=1, rules="Hvile 1")
    assert "ett sted" in nb.say(key, count=1, rules="Hvile 1")
    assert "2 steder" in nb.say(key, count=2, rules="Hvile 2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_singular_belongs_to_a_sentence(language: str) -> None:
    known = sentences(language)
    assert all(key.removesuffix(".one") in known for key in known if key.endswith(".one"))


def ward(kind: str) -> Problem:
    return Problem.model_validate(
        {
            "name": "Base",
            "horizon": {"start": "2027-01-04", "days": 14, "kind": kind},
            "units": [{"id": "u"}],
            "shifts": [{"code": "D", "kind": "day", "start": "08:00", "end": "15:00"}],
            "people": [{"id": "p1", "name": "Kari", "home_unit": "u"}],
        }
    )


def breach(first: int, last: int) -> BreachEntry:
    start = dt.date(2027, 1, 4)
    return BreachEntry(
        rule="runs", name="", paragraph="", link="", hard=True, person="p1", amount=1, missing=1,
        first=start + dt.timedelta(first), last=start + dt.timedelta(last), unit="dag", text="",
    )  # fmt: skip


def test_a_breach_of_a_base_roster_is_told_by_week_and_weekday() -> None:
    told = _when(Words("nb"), breach(-1, 8), ward("cyclic"))
    assert told == "uke 2 sø – uke 2 ti"
    assert _when(Words("nb"), breach(0, 0), ward("cyclic")) == "uke 1 ma"
    assert re.fullmatch(r"04\.01\.2027", _when(Words("nb"), breach(0, 0), ward("calendar")))
