"""What rules are made of: values with a sense, dates on which they change, and two faces."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Rule, Sense, employee_rule, limit, unit_rule
from rostering.rules.registry import BY_ID, RULES
from rostering.verbs import Verbs


@dataclass(frozen=True)
class Values:
    most: int | None = limit(Sense.AT_MOST, "days")
    slack: int = limit(Sense.SETTING, "minutes", 7)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Find nothing."""
    return iter(())


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say nothing."""


def test_a_limit_carries_sense_unit_and_default() -> None:
    made = limit(Sense.AT_LEAST, "days", 3)
    assert dict(made.metadata) == {
        "sense": Sense.AT_LEAST,
        "unit": "days",
        "within": (0, 1_000_000),
    }
    assert made.default == 3
    assert limit(Sense.AT_MOST, "days").default is None
    assert Values() == Values(None, 7)


def test_a_rule_of_a_person_and_a_rule_of_the_unit() -> None:
    assert employee_rule("x", Values, check, post) == Rule("x", "employee", Values, check, post)
    assert unit_rule("x", Values, check, post) == Rule("x", "unit", Values, check, post)


def test_values_hold_from_their_first_day_until_the_next() -> None:
    dated = Dated(((0, "a"), (3, "b"), (5, "c")))
    assert [dated.at(day) for day in range(-2, 8)] == list("aaaaabbccc")


def test_the_least_value_of_some_days_is_the_strictest_that_is_planned() -> None:
    dated = Dated(((-9, Values(3)), (0, Values(7)), (3, Values(5)), (5, Values(None))))
    assert dated.least("most", range(-9, 3)) == 7
    assert dated.least("most", range(2, 9)) == 5
    assert dated.least("most", range(5, 9)) is None
    assert dated.least("most", range(-9, 0)) is None
    assert Dated(((0, Values(4)),)).least("most", range(-2, 9)) == 4


def test_every_rule_is_known_by_its_name_once() -> None:
    assert [rule.id for rule in RULES] == list(BY_ID)
    assert all(BY_ID[name].id == name for name in BY_ID)


def test_the_rules_that_bar_single_duties_come_first() -> None:
    """What they forbid then never becomes a variable."""
    assert [rule.id for rule in RULES[:2]] == ["availability", "competence"]


def test_every_value_of_every_rule_has_a_sense_and_can_be_left_out() -> None:
    for rule in RULES:
        rule.values()
        for field in fields(rule.values):
            assert isinstance(field.metadata["sense"], Sense)
            assert "unit" in field.metadata
