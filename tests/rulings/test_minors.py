"""People under 18: chapter 11 binds on top of the rest until the day before the birthday."""

from datetime import date, timedelta

import pytest

from rostering.check import check
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.rulebooks.book import Who, as_text, from_text, shipped
from tests.rulings.books import START, agreed, book, held, rulings, ward


def people(birthday: int | None) -> list[dict[str, object]]:
    when = None if birthday is None else START + timedelta(days=birthday)
    kari = {"id": "Kari", "name": "Kari", "home_unit": "u", "minor_until": when}
    kari["positions"] = [{"id": "p", "unit": "u", "percent": 100}]
    return [kari, {"id": "Per", "name": "Per", "home_unit": "u"}]


@pytest.mark.parametrize(
    ("rule", "value", "young", "grown"),
    [
        ("daily_rest", "minimum", 720, 480),
        ("weekly_rest", "minimum", 2880, 1680),
        ("hours_per_day", "maximum", 480, 750),
        ("hours_per_week", "maximum", 2400, 3240),
    ],
)
def test_no_agreement_opens_what_binds_under_18(
    rule: str, value: str, young: int, grown: int
) -> None:
    found = rulings(people=people(3), agreements=[agreed("L2")], history_from=date(2026, 12, 28))
    assert [held(found, rule, value, day) for day in (-7, 0, 2, 3, 13)] == [
        *(young, young, young),
        *(grown, grown),
    ]
    assert held(found, rule, value, 0, "Per") == grown


def test_the_stricter_of_both_chapters_holds() -> None:
    strict = {"daily_rest": {"values": {"minimum": 780}}}
    assert held(rulings(people=people(3), rules=strict), "daily_rest", "minimum") == 780
    less = {"hours_per_day": {"values": {"maximum": 500}}}
    found = rulings(people=people(3), rules=less)
    assert [held(found, "hours_per_day", "maximum", day) for day in (2, 3)] == [480, 500]


@pytest.mark.parametrize("birthday", [None, 0, -400])
def test_from_the_birthday_on_nothing_is_special(birthday: int | None) -> None:
    found = rulings(people=people(birthday))
    assert {held(found, "daily_rest", "minimum", day) for day in range(14)} == {660}


def test_a_birthday_after_the_period_binds_to_its_end() -> None:
    found = rulings(people=people(400))
    assert {held(found, "daily_rest", "minimum", day) for day in range(14)} == {720}


def test_a_minor_s_breach_quotes_chapter_11_and_nobody_else_s_does() -> None:
    long_day = {
        "code": "L",
        "kind": "long",
        "start": "07:30",
        "end": "20:00",
    }
    problem = ward(people=people(3), shifts=[long_day])
    duties = [
        Assignment(person=who, date=START + timedelta(days=day), shift="L", unit="u")
        for who, day in (("Kari", 0), ("Kari", 5), ("Per", 0))
    ]
    roster = Roster(
        problem_name="ward", problem_hash="", start=START, days=14, assignments=tuple(duties)
    )
    quoted = {
        (b.person, b.first.day): b.paragraph
        for b in check(problem, roster)
        if b.rule == "hours_per_day"
    }
    assert quoted == {
        ("Kari", 4): "AML § 11-2 (3)",
        ("Kari", 9): "AML § 10-4 (1), § 10-5",
        ("Per", 4): "AML § 10-4 (1), § 10-5",
    }


def test_a_stored_rulebook_without_who_binds_everybody() -> None:
    stored = as_text((shipped("no_aml"),))
    everyone = [p for p in stored["books"][0]["provisions"] if "who" not in p]
    assert 0 < len(everyone) < len(stored["books"][0]["provisions"])
    (old,) = from_text({"books": [{**stored["books"][0], "provisions": everyone}]})
    assert {p.who for p in old.provisions} == {Who.EVERYONE}
    assert held(rulings(old, people=people(3)), "daily_rest", "minimum") == 660


def test_provisions_on_minors_have_no_levels() -> None:
    law = book(
        "law",
        "law",
        {
            "rule": "daily_rest",
            "value": "minimum",
            "levels": {"L0": 720, "L2": 480},
            "who": "minor",
        },
    )
    with pytest.raises(BadInput, match="level L0 alone: no agreement opens chapter 11"):
        rulings(law)


def test_a_birthday_in_the_known_past_ends_it_there() -> None:
    found = rulings(people=people(-3), history_from=START - timedelta(days=7))
    assert [held(found, "daily_rest", "minimum", day) for day in (-7, -4, -3, 0)] == [
        *(720, 720),
        *(660, 660),
    ]


def test_whoever_is_grown_is_never_quoted_chapter_11() -> None:
    provision = {"rule": "daily_rest", "value": "minimum"}
    young = {**provision, "who": "minor", "levels": {"L0": 720}, "paragraph": "young"}
    law = book(
        "law",
        "law",
        {**young, "valid_from": date(2020, 1, 1)},
        {**provision, "levels": {"L0": 660}, "paragraph": "grown"},
    )
    found = rulings(law, people=people(3))
    told = [
        found.provision("daily_rest", day, who)
        for who, day in (("Kari", 2), ("Kari", 3), ("Per", 2), (None, 2))
    ]
    assert [p.paragraph if p else None for p in told] == ["young", "grown", "grown", "grown"]
