"""Every value in force can say where it comes from: provision, level, agreement, unit."""

from datetime import date, timedelta

from rostering.domain.problem import AgreementLevel
from rostering.rules.registry import BY_ID, RULES
from rostering.rulings import Rulings, Source
from rostering.rulings.groups import changes, groups
from tests.rulings.books import START, agreed, book, held, rest, rulings

REST = {"daily_rest": {"minimum": 540}}


def day(index: int) -> date:
    return START + timedelta(days=index)


def source(
    found: Rulings, rule: str, value: str, on: int = 0, person: str | None = "Kari"
) -> Source:
    (only,) = [s for s in found.sources(BY_ID[rule], person, on) if s.name == value]
    return only


def test_the_law_s_value_has_its_provision_at_level_l0() -> None:
    found = source(rulings(), "daily_rest", "minimum")
    assert (found.value, found.unit, found.sense.value) == (660, "minutes", "at_least")
    assert found.provision is not None
    assert found.provision.paragraph == "AML § 10-8 (1), (3)"
    assert found.book is not None
    assert (found.book.id, found.level) == ("no_aml", AgreementLevel.L0)
    assert (found.agreement, found.own, found.local) == (None, False, False)


def test_what_an_agreement_opens_names_the_agreement_beside_the_law() -> None:
    found = source(rulings(agreements=[agreed("L2", values=REST)]), "daily_rest", "minimum")
    assert found.agreement is not None
    assert (found.value, found.agreement.id, found.level) == (540, "L2", AgreementLevel.L2)
    assert found.provision is not None
    assert found.provision.paragraph == "AML § 10-8 (1), (3)"


def test_an_agreement_that_opens_nothing_more_is_not_named() -> None:
    found = rulings(agreements=[agreed("L2", values={"daily_rest": {"minimum": 660}})])
    assert source(found, "daily_rest", "minimum").agreement is None


def test_of_several_agreements_the_one_that_opens_most_is_named() -> None:
    nine, eight = agreed("L2", values=REST), {**agreed("L2"), "id": "eight"}
    named = source(rulings(agreements=[nine, eight]), "daily_rest", "minimum").agreement
    assert named is not None
    assert named.id == "eight"


def test_an_agreement_is_named_only_while_it_holds_and_for_whom() -> None:
    found = rulings(agreements=[agreed("L2", persons=["Per"], first=day(2), last=day(3))])
    named = [source(found, "daily_rest", "minimum", on, "Per").level for on in range(1, 5)]
    assert named == ["L0", "L2", "L2", "L0"]
    assert source(found, "daily_rest", "minimum", 2, "Kari").level == "L0"


def test_the_unit_s_own_value_is_named_where_it_decides() -> None:
    strict = rulings(rules={"daily_rest": {"values": {"minimum": 700}}})
    found = source(strict, "daily_rest", "minimum")
    assert (found.value, found.own, found.provision, found.nobody) == (700, True, None, False)
    same = rulings(rules={"daily_rest": {"values": {"minimum": 660}}})
    assert source(same, "daily_rest", "minimum").own is False


def test_a_local_default_and_a_value_that_nobody_has_set() -> None:
    found = rulings()
    assert source(found, "runs", "max_work").local
    nobody = source(found, "runs", "max_off")
    assert (nobody.value, nobody.nobody, nobody.book) == (None, True, None)


def test_of_two_books_the_one_that_decides_is_named() -> None:
    books = (rest("law", L0=660), rest("agreement", L0=700))
    named = source(rulings(*books), "daily_rest", "minimum").book
    assert named is not None
    assert named.id == "rest of agreement"


def test_a_minor_s_value_is_known_as_such_until_the_birthday() -> None:
    kari = {"id": "Kari", "name": "Kari", "home_unit": "u", "minor_until": day(3)}
    found = rulings(people=[kari], agreements=[agreed("L2")])
    minor = [source(found, "daily_rest", "minimum", on).minor for on in (2, 3)]
    assert minor == [True, False]


def test_a_newer_provision_is_named_from_its_day_on() -> None:
    law = book(
        "law",
        "law",
        {"rule": "runs", "value": "max_work", "levels": {"L0": 6}, "paragraph": "old"},
        {
            "rule": "runs",
            "value": "max_work",
            "levels": {"L0": 5},
            "paragraph": "new",
            "valid_from": day(4),
        },
    )
    told = [source(rulings(law), "runs", "max_work", on).provision for on in (3, 4)]
    assert [p.paragraph if p else None for p in told] == ["old", "new"]


def test_the_sources_are_the_values_that_hold() -> None:
    kari = {"id": "Kari", "name": "Kari", "home_unit": "u", "minor_until": day(3)}
    per = {"id": "Per", "name": "Per", "home_unit": "u"}
    found = rulings(
        people=[kari, per],
        agreements=[agreed("L2", first=day(2), last=day(8), values=REST)],
        rules={"hours_per_day": {"values": {"maximum": 520}}},
    )
    for rule in RULES:
        for person in ("Kari", "Per"):
            for on in range(14):
                for one in found.sources(rule, person, on):
                    assert one.value == held(found, rule.id, one.name, on, person)


def test_people_under_the_same_values_are_one_group_the_largest_first() -> None:
    people = [{"id": name, "name": name, "home_unit": "u"} for name in ("a", "b", "c", "d")]
    found = rulings(people=people, agreements=[agreed("L2", persons=["a", "c", "d"], last=day(5))])
    rule = BY_ID["daily_rest"]
    members = [group.persons for group in groups(found, rule, 0, "abcd")]
    assert members == [("a", "c", "d"), ("b",)]
    assert [g.persons for g in groups(found, rule, 6, "abcd")] == [("a", "b", "c", "d")]
    assert changes(found, rule, 0, "abcd") == [6]
    assert changes(found, rule, 0, "b") == changes(found, rule, 6, "abcd") == []


def test_the_same_value_from_another_source_is_another_group() -> None:
    people = [{"id": name, "name": name, "home_unit": "u"} for name in ("a", "b")]
    agreements = [
        {**agreed("L2", persons=["a"]), "id": "one"},
        {**agreed("L2", persons=["b"]), "id": "two"},
    ]
    found = rulings(people=people, agreements=agreements)
    assert len(groups(found, BY_ID["daily_rest"], 0, "ab")) == 2


def test_a_rule_of_the_unit_has_one_group_of_nobody() -> None:
    (only,) = groups(rulings(), BY_ID["coverage"], 0, ["Kari"])
    assert only.persons == ()
    assert only.sources[0].value is True
