"""Every case of the law files, put to the checker and to the solver."""

from dataclasses import fields
from typing import Any

import pytest

from rostering.check import describe
from rostering.model.build import build
from rostering.model.settle import settle
from rostering.rules.base import Dated, Rule
from rostering.rules.registry import RULES
from tests.rules.law import (
    FEWEST_CASES,
    every,
    expected,
    found,
    law,
    named,
    rule_of,
    violations,
    worlds,
)
from tests.rules.worlds import World

CASES = every("cases")
PRICE = 7


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_has_a_law_file_with_enough_cases(rule: str) -> None:
    file = law(rule)
    assert file["rule"] == rule
    assert file["paragraph"]
    assert len(file["cases"]) >= FEWEST_CASES
    verdicts = {case["expect"] == "lawful" for case in file["cases"]}
    assert verdicts == {True, False}, f"{rule}: both lawful lines and breaches are needed"
    assert len({case["name"] for case in file["cases"]}) == len(file["cases"])
    assert file["twins"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_checker_says_what_the_case_says(case: World) -> None:
    assert sorted(map(found, violations(case))) == expected(case)


@pytest.mark.parametrize("case", [c for c in CASES if "tells" in c.entry], ids=named)
def test_a_breach_is_told_in_words(case: World) -> None:
    court = case.court()
    entries = describe(court, violations(case, court), "en")
    assert [entry.text for entry in entries] == case.entry["tells"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_breach_names_a_value_of_its_rule(case: World) -> None:
    known = {field.name for field in fields(rule_of(case).values)}
    assert {violation.value for violation in violations(case)} <= known


@pytest.mark.parametrize("case", [c for c in CASES if "quotes" in c.entry], ids=named)
def test_a_breach_quotes_the_paragraph_of_the_value_that_is_broken(case: World) -> None:
    court = case.court()
    entries = describe(court, violations(case, court), "en")
    assert [entry.paragraph for entry in entries] == case.entry["quotes"]


def test_every_kind_of_breach_is_told_in_some_case() -> None:
    in_words = {v.text for case in CASES if "tells" in case.entry for v in violations(case)}
    assert in_words == {v.text for case in CASES for v in violations(case)}


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.always], ids=lambda r: r.id)
def test_a_rule_whose_values_nobody_has_set_finds_nothing(rule: Rule[Any]) -> None:
    """A live check leaves it out; its cases hold what it would find with values."""
    unset = Dated(((-1000, rule.values()),))
    for case in worlds(rule.id, "cases"):
        plan = case.court().index.plan(case.assignments())
        for judged in [plan] if rule.scope == "unit" else plan.lines.values():
            assert list(rule.check(judged, unset)) == [], case.name


@pytest.mark.parametrize("case", CASES, ids=named)
def test_solver_allows_what_is_lawful_and_nothing_else(case: World) -> None:
    court = case.court()
    built = build(court.index, court.rulings, goals=False)
    allowed = settle(built, case.assignments()) is not None
    assert allowed is (not expected(case))


@pytest.mark.parametrize("case", [c for c in CASES if not c.entry.get("unoffered")], ids=named)
def test_at_a_price_a_breach_costs_its_size(case: World) -> None:
    court = case.court("priced", PRICE)
    built = build(court.index, court.rulings)
    settled = settle(built, case.assignments())
    assert settled is not None, "a priced rule bars nothing"
    assert settled.objective == PRICE * sum(v.amount for v in violations(case, court))
