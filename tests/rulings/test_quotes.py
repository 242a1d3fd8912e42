"""Which provision a breach quotes: that of the value that is broken, in the book that decided."""

from datetime import timedelta

import pytest

from rostering.rulebooks.book import Rulebook, shipped
from rostering.rulings import Rulings
from tests.rulings.books import START, agreed, book, rest, rulings

LAW, HTA = shipped("no_aml"), shipped("no_hta_ks")


def quoted(found: Rulings, rule: str, value: str, day: int = 0, last: int | None = None) -> str:
    provision = found.provision(rule, day, "Kari", value, last)
    assert provision is not None
    return provision.paragraph


@pytest.mark.parametrize(
    ("value", "paragraph"),
    [
        ("maximum", "AML § 10-4 (1), § 10-5 (1)-(2)"),
        ("turnus", "AML § 10-4 (4), § 10-5 (1)-(2)"),
        ("round_the_clock", "AML § 10-4 (5), § 10-5 (1)-(2)"),
    ],
)
def test_each_value_quotes_its_own_paragraph(value: str, paragraph: str) -> None:
    assert quoted(rulings(LAW), "hours_per_week", value) == paragraph


@pytest.mark.parametrize("books", [(LAW, HTA), (HTA, LAW)])
def test_of_law_and_agreement_the_stricter_is_quoted(books: tuple[Rulebook, ...]) -> None:
    assert quoted(rulings(*books), "averaging", "turnus") == "HTA kap. 1 § 4"
    assert quoted(rulings(*books), "hours_per_week", "turnus").startswith("AML § 10-4 (4)")


def test_an_agreement_book_that_is_looser_is_not_quoted() -> None:
    looser = book(
        "looser",
        "agreement",
        {"rule": "daily_rest", "value": "minimum", "levels": {"L0": 600}, "paragraph": "HTA"},
    )
    assert quoted(rulings(looser, rest(L0=660)), "daily_rest", "minimum") == "§ 1"


def test_the_unit_s_own_value_is_local_and_its_neighbours_are_not() -> None:
    found = rulings(LAW, rules={"hours_per_week": {"values": {"maximum": 2000}}})
    assert quoted(found, "hours_per_week", "maximum") == "local"
    assert quoted(found, "hours_per_week", "turnus") == "AML § 10-4 (4), § 10-5 (1)-(2)"


def test_of_several_days_the_strictest_value_is_quoted() -> None:
    stricter = book(
        "later",
        "agreement",
        {
            "rule": "daily_rest",
            "value": "minimum",
            "levels": {"L0": 700},
            "paragraph": "later",
            "valid_from": START + timedelta(days=3),
        },
    )
    found = rulings(rest(L0=660), stricter)
    assert quoted(found, "daily_rest", "minimum", 0, 2) == "§ 1"
    assert quoted(found, "daily_rest", "minimum", 0, 3) == "later"
    assert quoted(found, "daily_rest", "minimum", -4, -2) == "§ 1"


def test_what_an_agreement_opens_quotes_the_law_that_it_opens() -> None:
    found = rulings(LAW, agreements=[agreed("L1")])
    assert quoted(found, "hours_per_week", "turnus") == "AML § 10-4 (4), § 10-5 (1)-(2)"


def test_a_value_that_nobody_has_set_quotes_the_rule_s_first_provision() -> None:
    assert quoted(rulings(rest(L0=660)), "daily_rest", "unheard of") == "§ 1"
