"""What a ward's own rules may not say, and how it is told."""

import pytest

from rostering.errors import BadInput
from rostering.rulebooks.book import shipped
from tests.rulings.books import rulings


def faults(**parts: object) -> list[str]:
    with pytest.raises(BadInput) as told:
        rulings(**parts)
    return [str(fault) for fault in told.value.faults]


def test_an_unknown_rule_is_told_with_those_that_there_are() -> None:
    (text,) = faults(rules={"dayly_rest": {}})
    assert text.startswith("rules.dayly_rest: found unknown rule 'dayly_rest'; needed one of: ")
    assert "daily_rest" in text


def test_an_unknown_value_is_told_with_those_that_there_are() -> None:
    (text,) = faults(rules={"daily_rest": {"values": {"minimun": 660}}})
    assert "rules.daily_rest.values.minimun" in text
    assert "one of: minimum" in text


@pytest.mark.parametrize(
    ("rule", "value", "given"),
    [
        ("daily_rest", "minimum", "11h"),
        ("daily_rest", "minimum", -1),
        ("daily_rest", "minimum", 660.5),
        ("daily_rest", "minimum", True),
        ("daily_rest", "minimum", None),
        ("coverage", "required", 1),
        ("weekends", "whole", "yes"),
        ("successions", "forbidden", "night day"),
        ("successions", "forbidden", ["night", "day"]),
        ("successions", "forbidden", [[]]),
        ("successions", "forbidden", [["night", 3]]),
        ("successions", "forbidden", [True]),
        ("shift_counts", "limits", [["night", "at most", "4"]]),
        ("shift_counts", "limits", [["night", "at most", "4", "2", "1"]]),
        ("shift_counts", "limits", [["night", "most", "4", "2"]]),
        ("shift_counts", "limits", [["night", "at most", "four", "2"]]),
        ("shift_counts", "limits", [["night", "at most", "4", "-2"]]),
        ("shift_counts", "limits", [["night", "at most", "4", "0"]]),
        ("shift_counts", "limits", [["off", "at most", "4", "2"]]),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(rule: str, value: str, given: object) -> None:
    (text,) = faults(rules={rule: {"values": {value: given}}})
    assert text.startswith(f"rules.{rule}.values.{value}: found {given!r}; needed a value like ")


@pytest.mark.parametrize(
    ("rule", "value", "given"),
    [
        ("daily_rest", "minimum", 660),
        ("runs", "max_off", 0),
        ("coverage", "required", False),
        ("weekends", "whole", True),
        ("successions", "forbidden", []),
        ("successions", "forbidden", [["night", "off", "D"]]),
        ("shift_counts", "limits", [["night", "at most", "4", "2"], ["D", "at least", "0", "1"]]),
        ("stretches", "limits", [["work", "at most", "5", "30", "open"]]),
        ("stretches", "limits", [["weekends671", "at least", "2", "1", "closed"]]),
        ("totals", "limits", [["minutes", "at least", "0", "1"], ["D", "at most", "9", "7"]]),
        ("patterns", "limits", [["5", "any", "D", "off", "any", "night"], ["1", "7", "work"]]),
    ],
)
def test_a_value_of_the_right_type_is_taken(rule: str, value: str, given: object) -> None:
    assert rulings(rules={rule: {"values": {value: given}}})


def test_a_priced_rule_needs_a_price() -> None:
    (text,) = faults(rules={"runs": {"mode": "priced"}})
    assert text == "rules.runs.price: found 0; needed a price above 0 for a priced rule."


def test_every_fault_is_told_at_once() -> None:
    told = faults(
        rules={
            "runs": {"values": {"longest": 3, "max_work": "six"}},
            "daily_rest": {"values": {"minimum": 1}},
        }
    )
    assert len(told) == 3


def test_an_unknown_rulebook_is_told_with_those_that_there_are() -> None:
    (text,) = faults(rulebooks=["no_alm"])
    told = "rulebooks: found unknown rulebook 'no_alm'; needed one of: "
    assert text == told + "curtois, inrc1, inrc2, no_aml, no_hta_ks, no_local."


def test_a_rulebook_is_read_once() -> None:
    assert shipped("no_aml") is shipped("no_aml")


def test_a_count_of_an_unknown_shift_is_told() -> None:
    (text,) = faults(rules={"shift_counts": {"values": {"limits": [["Q", "at most", "1", "1"]]}}})
    assert text.startswith("rules.shift_counts.values.limits: found unknown shift or kind 'Q'")


def test_a_count_of_the_wrong_form_is_told_by_an_example() -> None:
    (text,) = faults(rules={"shift_counts": {"values": {"limits": [["night", "4"]]}}})
    assert "needed a value like (('night', 'at most', '4', '2'),)" in text


@pytest.mark.parametrize(
    ("rule", "entry", "found"),
    [
        ("stretches", ["Q", "at most", "3", "1", "open"], "unknown shift or kind 'Q'"),
        ("stretches", ["weekends68", "at most", "3", "1", "open"], "unknown shift or kind"),
        ("stretches", ["weekends765", "at most", "3", "1", "open"], "unknown shift or kind"),
        ("stretches", ["work", "at most", "3", "1"], "(['work', 'at most', '3', '1'],)"),
        ("stretches", ["work", "at most", "3", "0", "open"], "(['work', 'at most', '3', '0'"),
        (
            "stretches",
            ["work", "at most", "3", "1", "ajar"],
            "(['work', 'at most', '3', '1', 'ajar'",
        ),
        ("stretches", ["work", "at best", "3", "1", "open"], "(['work', 'at best', '3'"),
        ("totals", ["Q", "at most", "3", "1"], "unknown shift or kind 'Q'"),
        ("totals", ["off", "at most", "3", "1"], "(['off', 'at most', '3', '1'],)"),
        ("totals", ["duties", "at most", "3", "0"], "(['duties', 'at most', '3', '0'],)"),
        ("totals", ["duties", "at most", "few", "1"], "(['duties', 'at most', 'few', '1'],)"),
        ("patterns", ["1", "any", "night", "Q"], "unknown shift or kind 'Q'"),
        ("patterns", ["1", "8", "night"], "(['1', '8', 'night'],)"),
        ("patterns", ["0", "any", "night"], "(['0', 'any', 'night'],)"),
        ("patterns", ["1", "any", "any", "any"], "(['1', 'any', 'any', 'any'],)"),
        ("patterns", ["1", "any"], "(['1', 'any'],)"),
    ],
)
def test_an_entry_that_no_rule_can_use_is_told(rule: str, entry: list[str], found: str) -> None:
    (text,) = faults(rules={rule: {"values": {"limits": (entry,)}}})
    assert text.startswith(f"rules.{rule}.values.limits: found {found}")
