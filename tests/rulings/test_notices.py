"""What the score card and ``turnus check`` tell about the rules themselves."""

from datetime import date, timedelta

import pytest

from rostering.domain.roster import Roster
from rostering.rulings.notices import NoticeKind, notice_entries, notices
from rostering.score import score
from tests.rulings.books import START, agreed, rulings, ward

REST = {"daily_rest": {"minimum": 540}}


def day(index: int) -> date:
    return START + timedelta(days=index)


def rest(last: int | None, name: str = "2026/07", **parts: object) -> dict[str, object]:
    until = {} if last is None else {"last": day(last)}
    return {**agreed("L2", rules=["daily_rest"], **until, **parts), "id": name}


def told(language: str = "en", **parts: object) -> list[str]:
    return [entry.text for entry in notice_entries(rulings(**parts), language)]


def test_an_agreement_that_ends_in_the_period_is_told_with_the_rules_it_opened() -> None:
    (text,) = told(agreements=[rest(5)])
    assert text == (
        "Agreement 2026/07 expires on 2027-01-09; from 2027-01-10 the law's value holds, unless "
        "another agreement opens more: Daily rest."
    )


@pytest.mark.parametrize(
    ("last", "kinds"),
    [
        (-1, [NoticeKind.EXPIRED]),
        (-300, [NoticeKind.EXPIRED]),
        (0, [NoticeKind.EXPIRES]),
        (13, [NoticeKind.EXPIRES]),
        (14, []),
        (None, []),
    ],
)
def test_only_what_ends_by_the_last_day_is_told(last: int | None, kinds: list[NoticeKind]) -> None:
    found = notices(rulings(agreements=[rest(last)]))
    assert [notice.kind for notice in found] == kinds
    assert [notice.date for notice in found] == [day(last) for _ in kinds if last is not None]


def test_an_agreement_that_another_has_followed_is_not_told() -> None:
    assert told(agreements=[rest(5, "old"), rest(None, "new")]) == []
    assert told(agreements=[rest(-30, "old"), rest(None, "new")]) == []


def test_a_successor_that_opens_less_or_comes_later_helps_nothing() -> None:
    less = rest(None, "new", values=REST)
    later = rest(None, "new", first=day(8))
    for successor in (less, later, rest(None, "new", persons=["Per"])):
        found = notices(rulings(agreements=[rest(5, "old"), successor]))
        assert [notice.subject for notice in found] == ["old"]


def test_an_agreement_that_opens_nothing_that_matters_is_not_told() -> None:
    strict = {"daily_rest": {"values": {"minimum": 660}}}
    assert told(agreements=[rest(5)], rules=strict) == []
    switched_off = {"daily_rest": {"mode": "off", "reason": "a trial"}}
    (text,) = told(agreements=[rest(5)], rules=switched_off)
    assert "switched off" in text


def test_a_minor_loses_nothing_by_the_end_of_an_agreement() -> None:
    kari = {"id": "Kari", "name": "Kari", "home_unit": "u", "minor_until": day(400)}
    assert told(people=[kari], agreements=[rest(5)]) == []


def test_rules_off_and_at_a_price_are_told_with_reason_and_price() -> None:
    rules = {
        "weekends": {"mode": "priced", "price": 300},
        "runs": {"mode": "off", "reason": "the line manager decides"},
        "daily_rest": {"mode": "hard"},
    }
    assert told(rules=rules) == [
        "The rule Runs of days is switched off. Reason: the line manager decides",
        "The rule Weekends binds at a price: 300 points for each unit of breach.",
    ]
    assert [(n.subject, n.date) for n in notices(rulings(rules=rules))] == [
        ("runs", None),
        ("weekends", None),
    ]


def test_ends_come_first_by_date() -> None:
    agreements = [
        rest(9, "b"),
        {**agreed("L2", rules=["hours_per_day"], last=day(3)), "id": "c"},
    ]
    rules = {"runs": {"mode": "off", "reason": "x"}}
    found = notices(rulings(agreements=agreements, rules=rules))
    assert [notice.subject for notice in found] == ["c", "b", "runs"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Avtalen 2026/07 går ut 09.01.2027; fra 10.01.2027 gjelder lovens verdi"),
        ("nn", "Avtala 2026/07 går ut 09.01.2027; frå 10.01.2027 gjeld verdien i lova"),
    ],
)
def test_they_are_told_in_norwegian_too(language: str, words: str) -> None:
    (text,) = told(language, agreements=[rest(5)])
    assert text.startswith(words)


def test_the_score_card_holds_them() -> None:
    problem = ward(agreements=[rest(-1)])
    roster = Roster(problem_name="ward", problem_hash="", start=START, days=14)
    (entry,) = score(problem, roster).notices
    assert (entry.kind, entry.subject, entry.date) == ("expired", "2026/07", day(-1))
    assert "Agreement 2026/07 expired on 2027-01-03" in entry.text


def test_a_gap_that_has_closed_before_the_period_is_not_told() -> None:
    assert told(agreements=[rest(-30, "old"), rest(None, "new", first=day(-20))]) == []


def test_it_is_told_when_only_some_of_those_covered_have_another_agreement() -> None:
    own = rest(None, "Kari's own", persons=["Kari"])
    found = notices(rulings(agreements=[rest(5, "for all"), own]))
    assert [notice.subject for notice in found] == ["for all"]
    for person in ("Kari", "Per"):
        mine = rest(5, "of one", persons=[person])
        found = notices(rulings(agreements=[mine, own]))
        assert [notice.subject for notice in found] == (["of one"] if person == "Per" else [])
