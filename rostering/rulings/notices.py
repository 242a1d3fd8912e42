"""What a planner should be told about the rules: agreements that end, rules off or at a price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from rostering.domain.card import NoticeEntry
from rostering.domain.problem import Agreement, RuleMode
from rostering.rulebooks.book import Authority
from rostering.rules.base import Rule
from rostering.rules.registry import RULES
from rostering.rulings import Rulings
from rostering.texts import Catalogue


class NoticeKind(StrEnum):
    """What a notice is about."""

    EXPIRED = "expired"
    EXPIRES = "expires"
    OFF = "off"
    PRICED = "priced"
    NO_LAW = "no_law"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that holds for a whole roster and that nobody should miss.

    Parameters
    ----------
    kind
        What it is about.
    subject
        Id of the agreement or of the rule.
    date
        An agreement's last date; None for a rule.
    text
        Key of the sentence in the language catalogue, without ``notice.``.
    facts
        Plain values for that sentence; rules stand there by their ids.
    """

    kind: NoticeKind
    subject: str
    date: date | None
    text: str
    facts: Mapping[str, object] = field(default_factory=dict)


def notices(rulings: Rulings) -> tuple[Notice, ...]:
    """Return the agreements that end by the horizon's last day, then the rules off or priced.

    An agreement is left out when nobody loses anything by its end: another one has followed, or
    the unit's own values are stricter anyway.
    """
    ending = sorted(_ending(rulings), key=lambda n: (n.date or date.min, n.subject))
    off, priced = _rules(rulings, RuleMode.OFF), _rules(rulings, RuleMode.PRICED)
    return (*_lawless(rulings), *ending, *off, *priced)


def _lawless(rulings: Rulings) -> Iterator[Notice]:
    """Yield a notice when no book of law binds: nothing else would tell it."""
    if not any(book.authority is Authority.LAW for book in rulings.books):
        yield Notice(NoticeKind.NO_LAW, "rulebooks", None, "no_law")


def notice_entries(rulings: Rulings, language: str = "en") -> tuple[NoticeEntry, ...]:
    """Return the notices in the words of a language.

    Raises
    ------
    BadInput
        When the language is none of ``nb``, ``nn`` and ``en``.
    """
    texts = Catalogue(language)
    return tuple(
        NoticeEntry(
            kind=notice.kind.value,
            subject=notice.subject,
            date=notice.date,
            text=texts.say(f"notice.{notice.text}", **_named(notice.facts, texts)),
        )
        for notice in notices(rulings)
    )


def _named(facts: Mapping[str, object], texts: Catalogue) -> dict[str, object]:
    told = dict(facts)
    if isinstance(rules := told.get("rules"), tuple):
        told["rules"] = ", ".join(texts.say(f"rule.{rule}") for rule in rules)
    return told


def _ending(rulings: Rulings) -> Iterator[Notice]:
    horizon = rulings.index.problem.horizon
    for agreement in rulings.index.problem.agreements:
        if agreement.last is None or agreement.last > horizon.end:
            continue
        over = agreement.last < horizon.start
        after = agreement.last + timedelta(days=1)
        rules = tuple(
            rule.id
            for rule in RULES
            if rulings.mode(rule.id) is not RuleMode.OFF
            and _lost(rulings, rule, agreement, max(after, horizon.start))
        )
        if rules:
            kind = NoticeKind.EXPIRED if over else NoticeKind.EXPIRES
            facts = {
                "agreement": agreement.id,
                "last": agreement.last,
                "first": after,
                "rules": rules,
            }
            yield Notice(kind, agreement.id, agreement.last, kind.value, facts)


def _lost(rulings: Rulings, rule: Rule[Any], agreement: Agreement, when: date) -> bool:
    """Return whether anybody's values would be others on a date, had the agreement gone on."""
    longer = agreement.model_copy(update={"first": None, "last": None})
    people: tuple[str | None, ...] = tuple(rulings.index.people)
    seen: set[tuple[tuple[int, ...], bool]] = set()
    for person in people if rule.scope == "employee" else (None,):
        agreed = rulings.covering(rule.id, person)
        minor = rulings.is_minor(rule.id, person, rulings.index.clock.day(when))
        key = (tuple(id(a) for a in agreed), minor)
        if key in seen or not any(a is agreement for a in agreed):
            continue
        seen.add(key)
        others = [a for a in agreed if a is not agreement]
        gone_on = rulings.decided(rule, [*others, longer], when, minor=minor)
        ended = rulings.decided(rule, others, when, minor=minor)
        if [s.value for s in gone_on] != [s.value for s in ended]:
            return True
    return False


def _rules(rulings: Rulings, mode: RuleMode) -> Iterator[Notice]:
    for rule in RULES:
        setting = rulings.setting(rule.id)
        if setting.mode is not mode:
            continue
        facts: dict[str, object] = {"rules": (rule.id,)}
        if mode is RuleMode.OFF:
            facts["reason"] = setting.reason
        else:
            facts["price"] = setting.price
        kind = NoticeKind(mode.value)
        yield Notice(kind, rule.id, None, kind.value, facts)
