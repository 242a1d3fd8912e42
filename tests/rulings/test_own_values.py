"""Law, agreements, local defaults and the unit's own values: who gives way to whom."""

import pytest

from rostering.domain.problem import RuleMode
from rostering.errors import BadInput
from tests.rulings.books import agreed, book, held, rest, rulings


def local(rule: str, value: str, level: object) -> dict[str, object]:
    return {"rule": rule, "value": value, "levels": {"L0": level}}


def refused(*books: object, **parts: object) -> str:
    with pytest.raises(BadInput) as told:
        rulings(*books, **parts)
    assert len(told.value.faults) == 1
    return str(told.value)


def test_of_law_and_collective_agreement_the_stricter_holds() -> None:
    law, agreement = rest("law", L0=660), rest("agreement", L0=700)
    assert held(rulings(law, agreement), "daily_rest", "minimum") == 700
    assert held(rulings(agreement, law), "daily_rest", "minimum") == 700


def test_of_two_upper_limits_the_lower_holds() -> None:
    one = book("one", "law", local("runs", "max_work", 6))
    two = book("two", "agreement", local("runs", "max_work", 5))
    assert held(rulings(one, two), "runs", "max_work") == 5
    assert held(rulings(two, one), "runs", "max_work") == 5


def test_a_level_must_be_open_in_each_book_by_itself() -> None:
    law, agreement = rest("law", L0=660, L2=480), rest("agreement", L0=600)
    found = rulings(law, agreement, agreements=[agreed("L2")])
    assert held(found, "daily_rest", "minimum") == 600


def test_a_local_default_holds_where_nobody_says_otherwise() -> None:
    assert held(rulings(), "runs", "max_work") == 6
    assert held(rulings(), "weekends", "window") == 4


@pytest.mark.parametrize("days", [5, 9])
def test_an_own_value_replaces_the_local_default_either_way(days: int) -> None:
    found = rulings(rules={"runs": {"values": {"max_work": days}}})
    assert held(found, "runs", "max_work") == days


def test_an_own_value_leaves_the_rule_s_other_values_alone() -> None:
    found = rulings(rules={"runs": {"values": {"max_work": 5}}})
    assert held(found, "runs", "max_nights") == 4


def test_a_local_default_looser_than_the_law_does_not_loosen_it() -> None:
    looser = book("local", "local", local("daily_rest", "minimum", 480))
    assert held(rulings(rest(L0=660), looser), "daily_rest", "minimum") == 660


def test_a_local_default_may_be_stricter_than_the_law() -> None:
    stricter = book("local", "local", local("daily_rest", "minimum", 720))
    assert held(rulings(rest(L0=660), stricter), "daily_rest", "minimum") == 720


def test_the_first_local_book_decides() -> None:
    one = book("one", "local", local("runs", "max_work", 5))
    two = book("two", "local", local("runs", "max_work", 4))
    assert held(rulings(one, two), "runs", "max_work") == 5


def test_an_own_value_may_be_stricter_than_the_law() -> None:
    found = rulings(rules={"daily_rest": {"values": {"minimum": 720}}})
    assert held(found, "daily_rest", "minimum") == 720


def test_an_own_value_may_repeat_the_law() -> None:
    found = rulings(rules={"daily_rest": {"values": {"minimum": 660}}})
    assert held(found, "daily_rest", "minimum") == 660


@pytest.mark.parametrize(
    ("rule", "value", "amount", "told"),
    [
        ("daily_rest", "minimum", 659, "at least 660 minutes"),
        ("hours_per_day", "maximum", 541, "at most 540 minutes"),
        ("minors", "night_from", 1400, "at most 1380 (23:00)"),
    ],
)
def test_an_own_value_looser_than_the_law_is_refused(
    rule: str, value: str, amount: int, told: str
) -> None:
    text = refused(rules={rule: {"values": {value: amount}}})
    assert f"rules.{rule}.values.{value}: found {amount}, looser than AML § 1" in text
    assert told in text
    assert "Maybe an agreement that opens another level is missing" in text


def test_with_an_agreement_an_own_value_may_go_as_far_as_it() -> None:
    own = {"daily_rest": {"values": {"minimum": 480}}}
    found = rulings(rules=own, agreements=[agreed("L2", persons=["Per"])])
    assert held(found, "daily_rest", "minimum", person="Per") == 480
    assert held(found, "daily_rest", "minimum", person="Kari") == 660


def test_with_an_agreement_an_own_value_may_lie_between() -> None:
    own = {"daily_rest": {"values": {"minimum": 540}}}
    found = rulings(rules=own, agreements=[agreed("L2")])
    assert held(found, "daily_rest", "minimum") == 540


def test_even_with_an_agreement_an_own_value_goes_no_further() -> None:
    own = {"daily_rest": {"values": {"minimum": 479}}}
    assert "at least 480 minutes" in refused(rules=own, agreements=[agreed("L2")])


def test_an_agreement_about_another_rule_excuses_nothing() -> None:
    own = {"daily_rest": {"values": {"minimum": 540}}}
    agreements = [agreed("L2", rules=["weekly_rest"])]
    assert "at least 660 minutes" in refused(rules=own, agreements=agreements)


def test_a_priced_rule_may_be_written_looser_but_is_judged_by_the_law() -> None:
    own = {"daily_rest": {"mode": "priced", "price": 5, "values": {"minimum": 540}}}
    found = rulings(rules=own)
    assert (found.mode("daily_rest"), found.price("daily_rest")) == (RuleMode.PRICED, 5)
    assert held(found, "daily_rest", "minimum") == 660


def test_lists_of_patterns_become_data_that_cannot_change() -> None:
    own = {"successions": {"values": {"forbidden": [["night", "day"], ["D"]]}}}
    assert held(rulings(rules=own), "successions", "forbidden") == (("night", "day"), ("D",))


def test_a_setting_of_one_s_own_replaces_the_local_one() -> None:
    own = {"weekends": {"values": {"window": 3}}}
    assert held(rulings(rules=own), "weekends", "window") == 3


def test_without_any_book_only_own_values_hold() -> None:
    found = rulings(rulebooks=[], rules={"runs": {"values": {"max_work": 3}}})
    assert held(found, "runs", "max_work") == 3
    assert held(found, "runs", "max_nights") is None
    assert held(found, "daily_rest", "minimum") is None


def test_rules_bind_hard_unless_the_ward_says_otherwise() -> None:
    found = rulings(
        rules={
            "runs": {"mode": "off", "reason": "apart"},
            "weekends": {"mode": "priced", "price": 3},
        }
    )
    modes = {rule: found.mode(rule) for rule in ("daily_rest", "runs", "weekends")}
    assert modes == {
        "daily_rest": RuleMode.HARD,
        "runs": RuleMode.OFF,
        "weekends": RuleMode.PRICED,
    }
    active = {rule.id for rule in found.active}
    assert "runs" not in active
    assert {"daily_rest", "weekends"} <= active
