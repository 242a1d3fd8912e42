"""The worked examples of the two how-to pages are right: code, cases and twins."""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from rostering.rules.registry import BY_ID, RULES
from rostering.terms.registry import TERMS
from tests.rules.law import FEWEST_CASES, expected, found, violations
from tests.rules.twins import Twin
from tests.rules.worlds import World
from tests.terms.goals import WEIGHT, Goal

DOCS = Path(__file__).resolve().parents[2] / "docs"


def block(page: str, language: str) -> str:
    """Return the only block of a language on a page."""
    (text,) = re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    return str(text)


def module(name: str, page: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a page's Python as a module."""
    made = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, made)
    exec(compile(block(page, "python"), page, "exec"), made.__dict__)
    return made


def worlds(name: str, page: str, part: str) -> list[World]:
    cases: dict[str, Any] = yaml.safe_load(block(page, "yaml"))
    return [World(name, entry, cases.get("shared", {})) for entry in cases[part]]


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Register the rule of the page."""
    made = module("evenings", "how-to-add-a-rule.md", monkeypatch).RULE
    monkeypatch.setitem(BY_ID, made.id, made)
    for place in ("rostering.rules.registry", "rostering.rulings", "tests.rules.worlds"):
        monkeypatch.setattr(f"{place}.RULES", (*RULES, made))


@pytest.mark.usefixtures("rule")
def test_the_rule_says_what_its_cases_say() -> None:
    cases = worlds("evenings", "how-to-add-a-rule.md", "cases")
    assert len(cases) >= FEWEST_CASES
    for case in cases:
        assert sorted(map(found, violations(case))) == expected(case), case.name


@pytest.mark.usefixtures("rule")
def test_the_rules_two_faces_agree() -> None:
    (world,) = worlds("evenings", "how-to-add-a-rule.md", "twins")
    twin = Twin(world)
    passed = twin.passed()
    assert 0 < len(passed) < len(twin.lines())
    assert twin.allowed() == passed


def test_the_term_is_worth_what_its_cases_say_to_both_faces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = "how-to-add-a-term.md"
    term = module("friday_evenings", page, monkeypatch).TERM
    places = ("rostering.terms.registry", "rostering.model.build", "tests.terms.goals")
    for place in (*places, "tests.rules.worlds"):
        monkeypatch.setattr(f"{place}.TERMS", (*TERMS, term))
    for case in worlds(term.id, page, "cases"):
        assert Goal(term, case).measured(case.assignments()) == case.entry["expect"], case.name
    (world,) = worlds(term.id, page, "twins")
    goal, twin = Goal(term, world), Twin(world)
    values = set()
    for line in twin.lines():
        duties = twin.assignments(line)
        values.add(goal.measured(duties))
        assert goal.told(duties) == WEIGHT * goal.measured(duties), line
    assert values == {0, 1}
