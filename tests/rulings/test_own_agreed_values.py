"""An agreement's own values: what they open, for whom and how long, and what they may not say."""

from datetime import date, timedelta

import pytest

from rostering.errors import BadInput
from tests.rulings.books import START, agreed, book, held, rest, rulings


def day(index: int) -> date:
    return START + timedelta(days=index)


def own(level: str = "L2", minutes: object = 540, **parts: object) -> dict[str, object]:
    return agreed(level, values={"daily_rest": {"minimum": minutes}}, **parts)


def refused(*books: object, **parts: object) -> str:
    with pytest.raises(BadInput) as told:
        rulings(*books, **parts)
    (fault,) = told.value.faults
    return str(fault)


def test_what_was_agreed_is_what_is_opened_and_no_more() -> None:
    assert held(rulings(agreements=[own()]), "daily_rest", "minimum") == 540


def test_where_the_agreement_says_nothing_the_whole_level_is_open() -> None:
    found = rulings(agreements=[own()])
    assert held(found, "hours_per_day", "maximum") == 750


def test_of_two_agreements_the_one_that_opens_more_holds() -> None:
    nine, eight = own(minutes=540), {**own(minutes=480), "id": "other"}
    assert held(rulings(agreements=[nine, eight]), "daily_rest", "minimum") == 480
    assert held(rulings(agreements=[eight, nine]), "daily_rest", "minimum") == 480


def test_an_agreed_value_binds_only_those_and_then_whom_and_when_it_names() -> None:
    found = rulings(agreements=[own(persons=["Per"], first=day(3), last=day(5))])
    minutes = [held(found, "daily_rest", "minimum", i, "Per") for i in range(2, 8)]
    assert minutes == [660, 540, 540, 540, 660, 660]
    assert {held(found, "daily_rest", "minimum", i, "Kari") for i in range(14)} == {660}


def test_a_longer_day_binds_only_those_who_agreed_to_it() -> None:
    long_day = agreed(
        "L1",
        rules=["hours_per_day"],
        persons=["Kari"],
        values={"hours_per_day": {"maximum": 585}},
    )
    found = rulings(agreements=[long_day])
    assert held(found, "hours_per_day", "maximum", person="Kari") == 585
    assert held(found, "hours_per_day", "maximum", person="Per") == 540


@pytest.mark.parametrize("minutes", [660, 480])
def test_an_agreed_value_may_go_from_the_law_s_to_the_level_s(minutes: int) -> None:
    found = rulings(agreements=[own(minutes=minutes)])
    assert held(found, "daily_rest", "minimum") == minutes


def test_an_agreed_value_beyond_its_level_is_refused() -> None:
    text = refused(agreements=[own(minutes=479)])
    assert text == (
        "agreements[0].values.daily_rest.minimum: found 479, looser than level L2 allows; "
        "needed at least 480 minutes.\n  Maybe a higher level is meant."
    )


def test_an_upper_limit_beyond_its_level_is_refused() -> None:
    values = {"hours_per_day": {"maximum": 601}}
    text = refused(agreements=[agreed("L1", values=values)])
    assert "needed at most 600 minutes.\n  Maybe a higher level is meant." in text


def test_a_level_that_opens_nothing_of_a_rule_allows_no_more_than_the_law() -> None:
    text = refused(agreements=[own("L1", 600)])
    assert "found 600, looser than level L1 allows; needed at least 660 minutes" in text


def test_an_agreed_value_stricter_than_the_law_belongs_to_the_unit() -> None:
    text = refused(agreements=[own(minutes=661)])
    assert "found 661; needed at most 660 minutes" in text
    assert "Maybe the unit's own value is meant: it belongs under rules." in text


def test_l4_opens_what_it_says_without_a_limit_and_nothing_else() -> None:
    found = rulings(agreements=[own("L4", 240)])
    assert held(found, "daily_rest", "minimum") == 240
    assert held(found, "hours_per_day", "maximum") == 540


def test_l4_needs_a_law_to_deviate_from() -> None:
    text = refused(agreements=[agreed("L4", values={"runs": {"max_work": 9}})])
    assert text.startswith("agreements[0].values.runs.max_work: found 9; needed a value that a law")


def test_l4_does_not_open_the_collective_agreement() -> None:
    books = (rest("law", L0=660), rest("agreement", L0=600))
    found = rulings(*books, agreements=[own("L4", 600)])
    assert held(found, "daily_rest", "minimum") == 600
    assert "needed at least 600 minutes" in refused(*books, agreements=[own("L4", 599)])


def test_no_agreement_is_needed_about_what_only_the_unit_decides() -> None:
    text = refused(agreements=[agreed("L2", values={"runs": {"max_work": 9}})])
    assert "needed a value that a law or collective agreement bounds" in text


def test_with_two_books_the_strictest_of_what_both_allow_is_the_limit() -> None:
    books = (rest("law", L0=660, L2=480), rest("agreement", L0=600, L2=540))
    assert "at least 540 minutes" in refused(*books, agreements=[own(minutes=539)])
    assert held(rulings(*books, agreements=[own(minutes=560)]), "daily_rest", "minimum") == 560


def test_a_law_that_grows_stricter_ends_what_was_agreed_under_the_old_one() -> None:
    law = book(
        "law",
        "law",
        {"rule": "daily_rest", "value": "minimum", "levels": {"L0": 660, "L2": 480}},
        {
            "rule": "daily_rest",
            "value": "minimum",
            "levels": {"L0": 660, "L2": 540},
            "valid_from": day(4),
        },
    )
    assert "at least 540 minutes" in refused(law, agreements=[own(minutes=500)])
    ended = rulings(law, agreements=[own(minutes=500, last=day(3))])
    assert [held(ended, "daily_rest", "minimum", index) for index in (3, 4)] == [500, 660]


def test_an_expired_agreement_is_read_as_strictly_as_any_other() -> None:
    text = refused(agreements=[own(minutes=1, first=day(-300), last=day(-200))])
    assert "at least 480 minutes" in text


@pytest.mark.parametrize(
    ("values", "where", "told"),
    [
        ({"dayly_rest": {"minimum": 600}}, "dayly_rest", "unknown rule 'dayly_rest'"),
        ({"daily_rest": {"minimun": 600}}, "daily_rest.minimun", "unknown value 'minimun'"),
        ({"daily_rest": {"minimum": "9h"}}, "daily_rest.minimum", "a value like 1"),
        ({"daily_rest": {"minimum": True}}, "daily_rest.minimum", "a value like 1"),
        ({"successions": {"forbidden": [["natt"]]}}, "successions.forbidden", "unknown shift"),
    ],
)
def test_what_no_rule_knows_is_refused(
    values: dict[str, dict[str, object]], where: str, told: str
) -> None:
    text = refused(agreements=[agreed("L2", values=values)])
    assert text.startswith(f"agreements[0].values.{where}: found ")
    assert told in text


def test_values_belong_to_the_rules_that_the_agreement_names() -> None:
    text = refused(agreements=[own(rules=["hours_per_day"])])
    assert text.startswith("agreements[0].values.daily_rest: found a rule that the agreement does")
    assert "needed one of the agreement's rules: hours_per_day" in text


def test_the_unit_s_own_value_may_go_as_far_as_what_was_agreed() -> None:
    own_value = {"daily_rest": {"values": {"minimum": 560}}}
    assert held(rulings(rules=own_value, agreements=[own()]), "daily_rest", "minimum") == 560
    beyond = {"daily_rest": {"values": {"minimum": 539}}}
    assert "at least 540 minutes" in refused(rules=beyond, agreements=[own()])


def test_a_setting_that_the_law_knows_is_opened_by_the_level_alone() -> None:
    law = book("law", "law", {"rule": "weekends", "value": "window", "levels": {"L0": 4, "L2": 26}})
    values = {"weekends": {"window": 12}}
    found = rulings(law, agreements=[agreed("L2", values=values)])
    assert held(found, "weekends", "window") == 12
    assert "found 12; needed 4" in refused(law, agreements=[agreed("L1", values=values)])


def test_of_a_setting_the_last_open_level_in_the_provision_s_order_holds() -> None:
    provision = {"rule": "weekends", "value": "window", "levels": {"L0": 52, "L3": 26, "L2": 50}}
    law = book("law", "law", provision)
    both = [agreed("L2"), agreed("L3")]
    assert held(rulings(law, agreements=both), "weekends", "window") == 50
    assert held(rulings(law, agreements=both[::-1]), "weekends", "window") == 50
    assert held(rulings(law, agreements=both[1:]), "weekends", "window") == 26


def test_l4_leaves_a_setting_of_the_collective_agreement_alone() -> None:
    law = book("law", "law", {"rule": "weekends", "value": "window", "levels": {"L0": 4}})
    other = book("other", "agreement", {"rule": "weekends", "value": "window", "levels": {"L0": 8}})
    l4 = agreed("L4", values={"weekends": {"window": 12}})
    assert held(rulings(law, agreements=[l4]), "weekends", "window") == 12
    assert held(rulings(law, other, agreements=[l4]), "weekends", "window") == 8


def test_l4_does_not_live_by_a_collective_agreement_alone() -> None:
    text = refused(rest("agreement", L0=660), agreements=[own("L4", 660)])
    assert "needed a value that a law bounds" in text


def test_an_upper_limit_may_go_from_the_stricter_book_s_to_what_both_allow() -> None:
    provision = {"rule": "hours_per_day", "value": "maximum"}
    books = (
        book("one", "law", {**provision, "levels": {"L0": 540, "L2": 750}}),
        book("two", "agreement", {**provision, "levels": {"L0": 500, "L2": 600}}),
    )

    def agreed_day(minutes: int) -> list[dict[str, object]]:
        return [agreed("L2", values={"hours_per_day": {"maximum": minutes}})]

    assert held(rulings(*books, agreements=agreed_day(520)), "hours_per_day", "maximum") == 520
    assert "at least 500 minutes" in refused(*books, agreements=agreed_day(499))
    assert "at most 600 minutes" in refused(*books, agreements=agreed_day(601))


def test_only_the_law_of_the_known_days_limits_an_old_agreement() -> None:
    provision = {"rule": "daily_rest", "value": "minimum"}
    law = book(
        "law",
        "law",
        {**provision, "levels": {"L0": 660, "L2": 600}},
        {**provision, "levels": {"L0": 660, "L2": 480}, "valid_from": day(-100)},
    )
    old = own(minutes=500, first=day(-300))
    assert held(rulings(law, agreements=[old]), "daily_rest", "minimum") == 500


def test_what_must_be_named_is_opened_by_no_agreement_that_says_nothing_of_it() -> None:
    assert held(rulings(agreements=[agreed("L2")]), "compensating_rest", "per_mille") == 1000
    half = agreed("L2", values={"compensating_rest": {"per_mille": 500}})
    assert held(rulings(agreements=[half]), "compensating_rest", "per_mille") == 500


def test_consent_and_the_union_together_average_over_a_year() -> None:
    union = {**agreed("L2"), "id": "union"}
    assert held(rulings(agreements=[agreed("L3")]), "averaging", "weeks") == 26
    assert held(rulings(agreements=[union, agreed("L3")]), "averaging", "weeks") == 52


def test_an_agreement_may_average_over_twelve_weeks() -> None:
    twelve = agreed("L1", values={"averaging": {"weeks": 12}})
    assert held(rulings(agreements=[twelve]), "averaging", "weeks") == 12
