"""What a report rests on: rulebooks, agreements, rules that did not judge, and what is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from rostering.check import Court
from rostering.domain.problem import RuleMode
from rostering.report.model import AgreementEntry, BookEntry, RuleNote, Statement
from rostering.rules.registry import RULES
from rostering.texts import Catalogue


def rulebooks(court: Court) -> Iterator[BookEntry]:
    """Yield the rulebooks that the roster was judged by."""
    for book in court.rulings.books:
        yield BookEntry(id=book.id, name=book.name, authority=book.authority.value)


def agreements(court: Court) -> Iterator[AgreementEntry]:
    """Yield the written agreements, with people by name."""
    people = court.index.people
    for held in court.index.given.agreements:
        yield AgreementEntry(
            id=held.id,
            level=held.level,
            document=held.document,
            parties=held.parties,
            rules=held.rules,
            persons=tuple(people[person].name for person in held.persons),
            first=held.first,
            last=held.last,
        )


def rule_notes(court: Court, texts: Catalogue) -> Iterator[RuleNote]:
    """Yield the rules that are switched off, priced, or of which no rulebook says anything."""
    provided = {p.rule for book in court.rulings.books for p in book.provisions}
    for rule in RULES:
        setting = court.rulings.setting(rule.id)
        name = texts.say(f"rule.{rule.id}")
        if setting.mode is RuleMode.OFF:
            yield RuleNote(rule=rule.id, name=name, state="off", reason=setting.reason)
        elif setting.mode is RuleMode.PRICED:
            reason = setting.reason or texts.say("report.rule_priced", price=setting.price)
            yield RuleNote(rule=rule.id, name=name, state="priced", reason=reason)
        elif fields(rule.values) and rule.id not in provided and not setting.values:
            reason = texts.say("report.rule_unset")
            yield RuleNote(rule=rule.id, name=name, state="unset", reason=reason)


def statements(
    court: Court, texts: Catalogue, *, computed: bool, covered: int
) -> Iterator[Statement]:
    """Yield what is measured, what is simulated (nothing) and what is assumed."""
    yield Statement(kind="measured", text=texts.say("report.measured"))
    if covered:
        left_out = texts.say("report.covered_duties", count=covered)
        yield Statement(kind="measured", text=left_out)
    yield Statement(kind="simulated", text=texts.say("report.simulated"))
    assumed = ["weeks", "credit", "accounts", "agreements"]
    if computed:
        assumed.insert(0, "codes")
    if court.index.cyclic:
        assumed.append("cyclic")
    for name in assumed:
        yield Statement(kind="assumed", text=texts.say(f"report.assumed.{name}"))
    for taken in court.index.problem.assumed:
        key = f"report.import.{taken}"
        what = texts.say(key) if texts.knows(key) else taken
        yield Statement(kind="assumed", text=texts.say("report.assumed_at_import", what=what))
    for rule, paragraph in sorted(_unverified(court)):
        told = texts.say("report.unverified", rule=texts.say(f"rule.{rule}"), paragraph=paragraph)
        yield Statement(kind="assumed", text=told)


def _unverified(court: Court) -> set[tuple[str, str]]:
    """Return the active rules whose provisions say that they are settings, not verified."""
    active = {rule.id for rule in court.rulings.active}
    return {
        (provision.rule, provision.paragraph)
        for book in court.rulings.books
        for provision in book.provisions
        if provision.rule in active and provision.status.startswith("U")
    }
