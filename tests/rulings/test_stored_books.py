"""A roster is judged by the rulebook it was made under, and breaches quote their paragraph."""

from datetime import date

from rostering.check import Court, check
from rostering.domain.roster import Assignment, Roster
from rostering.rulebooks.book import as_text, from_text, shipped
from tests.rulings.books import START, book, held, rest, rulings, ward


def roster(rulebook: dict[str, object]) -> Roster:
    days = [START, date(2027, 1, 5)]
    duties = [Assignment(person="Kari", date=day, shift="D", unit="u") for day in days]
    return Roster(
        problem_name="ward",
        problem_hash="",
        start=START,
        days=14,
        assignments=tuple(duties),
        rulebook=rulebook,
    )


def test_a_roster_without_a_rulebook_is_judged_by_today_s() -> None:
    assert check(ward(), roster({})) == ()


def test_a_roster_is_judged_by_the_rulebook_it_stores() -> None:
    # 15:00 to 07:30 are 16.5 hours; the stored book asks for 17
    stored = as_text((rest(L0=17 * 60),))
    (breach,) = check(ward(), roster(stored))
    assert (breach.rule, breach.missing, breach.unit) == ("daily_rest", 30, "minutes")
    assert (breach.first, breach.last) == (START, date(2027, 1, 5))
    assert breach.paragraph == "§ 1"


def test_a_stored_rulebook_replaces_today_s_altogether() -> None:
    court = Court.of(ward(), roster(as_text((rest(L0=60),))))
    assert held(court.rulings, "daily_rest", "minimum") == 60
    assert held(court.rulings, "hours_per_day", "maximum") is None


def test_rulebooks_survive_being_stored() -> None:
    books = (shipped("no_aml"), shipped("no_local"))
    assert from_text(as_text(books)) == books


def test_the_newest_provision_in_force_is_quoted() -> None:
    law = book(
        "law",
        "law",
        {
            "rule": "daily_rest",
            "value": "minimum",
            "levels": {"L0": 660},
            "paragraph": "old",
            "valid_from": date(2020, 1, 1),
        },
        {
            "rule": "daily_rest",
            "value": "minimum",
            "levels": {"L0": 660},
            "paragraph": "new",
            "valid_from": date(2027, 1, 6),
        },
    )
    found = rulings(law)
    quoted = [found.provision("daily_rest", day) for day in (-3, 0, 1, 2, 5)]
    assert [p.paragraph if p else None for p in quoted] == ["old", "old", "old", "new", "new"]


def test_the_first_book_that_knows_the_rule_is_quoted() -> None:
    found = rulings(rest("agreement", L0=700), shipped("no_aml"))
    quoted = found.provision("daily_rest", 0)
    assert quoted is not None
    assert quoted.paragraph == "§ 1"


def test_a_rule_that_no_book_knows_quotes_nothing() -> None:
    assert rulings(rest(L0=660)).provision("runs", 0) is None
