"""Three languages that say the same: equal keys and facts, a sentence for all that happens."""

from __future__ import annotations

import string
from dataclasses import fields
from datetime import date
from functools import cache

import pytest

from rostering.check import Court, describe
from rostering.domain.card import ScoreCard
from rostering.errors import BadInput
from rostering.rules.registry import RULES
from rostering.score import score_plan
from rostering.terms.registry import TERMS
from rostering.texts import LANGUAGES, Catalogue, hours
from tests.rules.law import every, violations
from tests.rules.worlds import World
from tests.terms.goals import every as every_goal

CASES = every("cases")
GOALS = [world for _, world in every_goal("cases")]


@cache
def told(language: str) -> dict[str, str]:
    """Return every sentence of a language as it is written in its file."""
    catalogue = Catalogue(language)
    return dict(catalogue._known)


def plurals(language: str) -> set[str]:
    """Return the keys without the singular that some of them have."""
    return {key for key in told(language) if not key.endswith(".one")}


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_every_language_has_the_same_keys(language: str) -> None:
    assert Catalogue(language).keys() == Catalogue("en").keys()


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_every_language_speaks_of_the_same_facts(language: str) -> None:
    differing = {
        key: (facts(sentence), facts(told("en")[key]))
        for key, sentence in told(language).items()
        if facts(sentence) != facts(told("en")[key])
    }
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_has_loose_spaces(language: str) -> None:
    assert not [key for key, text in told(language).items() if not text or text != text.strip()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_breach_of_the_law_cases_has_a_sentence(language: str) -> None:
    for case in CASES:
        court = case.court()
        for entry in describe(court, violations(case, court), language):
            assert entry.text
            assert entry.name == told(language)[f"rule.{entry.rule}"]
            assert "None" not in entry.text, entry.text
            assert "{" not in entry.text


def test_every_sentence_about_a_breach_is_put_to_use() -> None:
    used = {violation.text for case in CASES for violation in violations(case)}
    written = {k.removeprefix("breach.") for k in plurals("en") if k.startswith("breach.")}
    assert used == written


def card(world: World, language: str) -> ScoreCard:
    court = Court.of(world.problem({"no_overlap": {"mode": "priced", "price": 2}}))
    return score_plan(court, court.index.plan(world.assignments()), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_of_the_term_cases_has_a_sentence(language: str) -> None:
    for world in GOALS:
        found = card(world, language)
        assert {entry.term for entry in found.terms} == {*(t.id for t in TERMS), "priced_rules"}
        for entry in found.terms:
            assert entry.name == told(language)[f"term.{entry.term}"]
            for cause in entry.causes:
                assert cause.text
                assert "{" not in cause.text


def test_every_sentence_about_a_cause_is_put_to_use() -> None:
    used = set()
    for world in GOALS:
        court = Court.of(world.problem({}))
        plan = court.index.plan(world.assignments())
        for term in TERMS:
            lines = [plan] if term.scope == "unit" else list(plan.lines.values())
            used |= {cause.text for line in lines for cause in term.measure(line)}
    written = {k.removeprefix("cause.") for k in plurals("en") if k.startswith("cause.")}
    assert used == written


def test_every_unit_of_a_term_has_a_word_and_no_other() -> None:
    units = {k.removeprefix("unit.") for k in plurals("en") if k.startswith("unit.")}
    assert units == {term.unit for term in TERMS} | _units_of_breaches()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_has_a_singular(language: str) -> None:
    units = {key for key in plurals(language) if key.startswith("unit.")}
    assert {f"{unit}.one" for unit in units} <= told(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_singular_belongs_to_a_sentence(language: str) -> None:
    singulars = {key for key in told(language) if key.endswith(".one")}
    assert {key.removesuffix(".one") for key in singulars} <= plurals(language)


def test_one_of_a_thing_is_told_in_the_singular() -> None:
    nb, when = Catalogue("nb"), date(2027, 1, 4)
    assert [nb.say("unit.days", count=n) for n in (0, 1, 2)] == ["dager", "dag", "dager"]
    lonely = {"person": "Kari", "first": when, "bound": 2}
    assert "1 dag 04.01.2027" in nb.say("breach.runs.short_work", length=1, **lonely)
    assert "2 dager" in nb.say("breach.runs.short_work", length=2, **lonely)


def test_every_value_of_a_rule_has_a_name_and_no_other() -> None:
    values = {f"value.{rule.id}.{field.name}" for rule in RULES for field in fields(rule.values)}
    for language in LANGUAGES:
        assert {key for key in told(language) if key.startswith("value.")} == values


def _units_of_breaches() -> set[str]:
    used = {"competences"}
    for case in CASES:
        used |= {found.unit for found in violations(case)}
    return used


@pytest.mark.parametrize(
    ("minutes", "en", "nb"),
    [
        (0, "0 h", "0 t"),
        (60, "1 h", "1 t"),
        (90, "1.5 h", "1,5 t"),
        (555, "9.25 h", "9,25 t"),
        (600, "10 h", "10 t"),
        (1, "0.02 h", "0,02 t"),
        (2100, "35 h", "35 t"),
    ],
)
def test_minutes_are_told_as_hours(minutes: int, en: str, nb: str) -> None:
    assert hours(minutes) == en
    assert hours(minutes, "nb") == hours(minutes, "nn") == nb


def test_dates_and_hours_follow_the_language() -> None:
    when = date(2027, 1, 4)
    facts = {"person": "Kari", "rest": 555, "date": when}
    assert (
        Catalogue("en").say("cause.quick_return", **facts) == "Kari: 9.25 h off before 2027-01-04"
    )
    assert "9,25 t" in Catalogue("nb").say("cause.quick_return", **facts)
    assert "04.01.2027" in Catalogue("nb").say("cause.quick_return", **facts)


def test_words_of_the_code_are_translated() -> None:
    facts = {"person": "Kari", "first": date(2027, 1, 4), "last": date(2027, 1, 5)}
    said = Catalogue("nb").say("breach.successions.pattern", pattern="night", **facts)
    assert said.startswith("Kari har natt fra 04.01.2027")


def test_an_unknown_language_is_told_with_those_that_there_are() -> None:
    with pytest.raises(BadInput, match="one of: nb, nn, en"):
        Catalogue("se")


def test_a_catalogue_knows_its_own_keys_and_no_others() -> None:
    catalogue = Catalogue("nn")
    assert all(map(catalogue.knows, catalogue.keys()))
    assert not catalogue.knows("rule.none")


def test_an_unknown_key_is_an_error_at_once() -> None:
    with pytest.raises(KeyError):
        Catalogue("en").say("breach.nothing")
