"""Agreements open levels of the law: per rule, person and date, and never more than that."""

from datetime import date, timedelta

import pytest

from tests.rulings.books import START, agreed, book, held, rest, rulings


def day(index: int) -> date:
    return START + timedelta(days=index)


def test_without_agreement_the_law_itself_holds() -> None:
    assert held(rulings(), "daily_rest", "minimum") == 11 * 60


@pytest.mark.parametrize(
    ("level", "hours"), [("L0", 9), ("L1", 10), ("L2", 12.5), ("L3", 13), ("L4", 9)]
)
def test_an_agreement_opens_its_own_level(level: str, hours: float) -> None:
    found = rulings(agreements=[agreed(level)])
    assert held(found, "hours_per_day", "maximum") == hours * 60


def test_a_higher_level_does_not_open_those_below_it() -> None:
    found = rulings(rest(L0=660, L1=480), agreements=[agreed("L2")])
    assert held(found, "daily_rest", "minimum") == 660


def test_of_several_open_levels_the_best_holds() -> None:
    levels = [agreed("L1"), agreed("L2")]
    assert held(rulings(agreements=levels), "hours_per_day", "maximum") == 750
    assert held(rulings(agreements=levels[::-1]), "hours_per_day", "maximum") == 750


def test_a_level_that_is_stricter_than_the_law_does_not_bind() -> None:
    found = rulings(rest(L0=660, L2=700), agreements=[agreed("L2")])
    assert held(found, "daily_rest", "minimum") == 660


def test_an_agreement_holds_from_its_first_to_its_last_day() -> None:
    found = rulings(agreements=[agreed("L2", first=day(3), last=day(5))])
    minutes = [held(found, "daily_rest", "minimum", index) for index in range(8)]
    assert minutes == [660, 660, 660, 480, 480, 480, 660, 660]


def test_an_open_agreement_holds_over_the_past_and_to_the_end() -> None:
    found = rulings(agreements=[agreed("L2")], history_from=day(-7))
    assert {held(found, "daily_rest", "minimum", index) for index in range(-7, 14)} == {480}


def test_an_agreement_that_began_long_ago_holds_from_the_first_known_day() -> None:
    found = rulings(agreements=[agreed("L2", first=day(-300), last=day(-3))], history_from=day(-7))
    minutes = [held(found, "daily_rest", "minimum", index) for index in (-7, -3, -2, 0)]
    assert minutes == [480, 480, 660, 660]


def test_an_agreement_after_the_period_changes_nothing() -> None:
    found = rulings(agreements=[agreed("L2", first=day(14))])
    assert {held(found, "daily_rest", "minimum", index) for index in range(20)} == {660}


def test_an_agreement_binds_only_those_it_names() -> None:
    found = rulings(agreements=[agreed("L2", persons=["Per"])])
    assert held(found, "daily_rest", "minimum", person="Kari") == 660
    assert held(found, "daily_rest", "minimum", person="Per") == 480
    assert held(found, "daily_rest", "minimum", person=None) == 660


def test_an_agreement_for_all_binds_unit_wide_rules_too() -> None:
    found = rulings(agreements=[agreed("L2")])
    assert held(found, "daily_rest", "minimum", person=None) == 480


def test_an_agreement_opens_only_the_rules_it_names() -> None:
    found = rulings(agreements=[agreed("L2", rules=["hours_per_day"])])
    assert held(found, "daily_rest", "minimum") == 660
    assert held(found, "hours_per_day", "maximum") == 750


def test_two_agreements_that_meet_leave_no_gap() -> None:
    found = rulings(
        agreements=[
            {**agreed("L2", last=day(3)), "id": "old"},
            {**agreed("L2", first=day(4)), "id": "new"},
        ]
    )
    assert {held(found, "daily_rest", "minimum", index) for index in range(14)} == {480}


def test_a_provision_holds_from_its_day_on() -> None:
    law = book(
        "law",
        "law",
        {"rule": "daily_rest", "value": "minimum", "levels": {"L0": 600}},
        {"rule": "daily_rest", "value": "minimum", "levels": {"L0": 660}, "valid_from": day(4)},
        {"rule": "daily_rest", "value": "minimum", "levels": {"L0": 720}, "valid_from": day(40)},
    )
    minutes = [held(rulings(law), "daily_rest", "minimum", index) for index in (0, 3, 4, 13)]
    assert minutes == [600, 600, 660, 660]


def test_a_provision_not_yet_in_force_limits_nothing() -> None:
    law = book(
        "law",
        "law",
        {"rule": "daily_rest", "value": "minimum", "levels": {"L0": 660}, "valid_from": day(4)},
    )
    assert [held(rulings(law), "daily_rest", "minimum", index) for index in (3, 4)] == [None, 660]


def test_values_of_one_rule_follow_their_own_dates() -> None:
    law = book(
        "law",
        "law",
        {"rule": "runs", "value": "max_work", "levels": {"L0": 6}, "valid_from": day(2)},
        {"rule": "runs", "value": "max_nights", "levels": {"L0": 4}, "valid_from": day(5)},
    )
    found = rulings(law)
    assert [held(found, "runs", "max_work", index) for index in (1, 2, 5)] == [None, 6, 6]
    assert [held(found, "runs", "max_nights", index) for index in (1, 2, 5)] == [None, None, 4]
