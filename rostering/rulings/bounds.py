"""What law and agreements ask on a date, at the best level that is open to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import Field
from datetime import date
from typing import Any

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Agreement, AgreementLevel
from rostering.rulebooks.book import Authority, Provision, Rulebook, Who
from rostering.rules.base import Value
from rostering.rulings.senses import frozen, loosest
from rostering.rulings.source import Source

Books = tuple[Rulebook, ...]


def asked(
    books: Books,
    rule: str,
    field: Field[Any],
    agreed: Iterable[Agreement],
    when: date,
    *,
    minor: bool = False,
) -> list[Source]:
    """Return what each book of law or agreement asks of a value; all of it binds together.

    Parameters
    ----------
    agreed
        The agreements about the rule that cover the person, whatever their dates.
    minor
        Whether the person is under 18 on the date: AML chapter 11 then binds too, and no
        agreement opens it.
    """
    holding = [agreement for agreement in agreed if agreement.holds_on(when)]
    found = []
    for book, provision in in_force(books, rule, field.name, when):
        offers = [_source(field, provision.levels[AgreementLevel.L0], provision, book)]
        for agreement in _in_order(holding, provision):
            value = _opened(agreement, book, provision)
            if value is not None:
                offers.append(_source(field, value, provision, book, agreement))
        found.append(loosest(field.metadata["sense"], offers))
    if minor:
        for book, provision in in_force(books, rule, field.name, when, Who.MINOR):
            found.append(_source(field, provision.levels[AgreementLevel.L0], provision, book))
    return found


def _in_order(holding: list[Agreement], provision: Provision) -> list[Agreement]:
    """Return agreements in the order of a provision's levels: of a setting the last one holds."""
    rank = {level: place for place, level in enumerate(provision.levels)}
    return sorted(holding, key=lambda agreement: rank.get(agreement.level, len(rank)))


def in_force(
    books: Books, rule: str, value: str, when: date, who: Who = Who.EVERYONE
) -> Iterator[tuple[Rulebook, Provision]]:
    """Yield the provision on a value in each book of law or agreement."""
    for book in books:
        provision = book.in_force(rule, value, when, who)
        if provision is not None and book.authority is not Authority.LOCAL:
            yield book, provision


def local(books: Books, rule: str, field: Field[Any], when: date) -> Source | None:
    """Return the default of the first local book that has one."""
    for book in books:
        provision = book.in_force(rule, field.name, when)
        if provision is not None and book.authority is Authority.LOCAL:
            return _source(field, next(iter(provision.levels.values())), provision, book)
    return None


def opens(agreement: Agreement, book: Rulebook, provision: Provision) -> bool:
    """Return whether an agreement's level opens a provision at all.

    L4 (AML § 10-12 (4)) opens what the law says, but no other agreement.
    """
    if agreement.level is AgreementLevel.L4 and book.authority is Authority.LAW:
        return True
    return agreement.level in provision.levels


def _opened(agreement: Agreement, book: Rulebook, provision: Provision) -> Value:
    """Return the value that an agreement opens: its own, else what its level allows."""
    if not opens(agreement, book, provision):
        return None
    named = agreement.values.get(provision.rule, {})
    if provision.value in named:
        return named[provision.value]
    if agreement.level is AgreementLevel.L4 or provision.named:
        return None
    return provision.levels[agreement.level]


def _source(
    field: Field[Any],
    value: Value,
    provision: Provision,
    book: Rulebook,
    agreement: Agreement | None = None,
) -> Source:
    return Source(
        name=field.name,
        unit=field.metadata["unit"],
        sense=field.metadata["sense"],
        value=frozen(value),
        provision=provision,
        book=book,
        level=AgreementLevel.L0 if agreement is None else agreement.level,
        agreement=agreement,
    )


def turns(
    index: ProblemIndex,
    books: Books,
    rule: str,
    agreed: Iterable[Agreement],
    birthday: int | None = None,
) -> list[int]:
    """Return the days on which any value may change, the first known day among them."""
    clock, first, last = index.clock, index.first_known, index.days
    found = {first} if birthday is None else {first, birthday}
    for agreement in agreed:
        if agreement.first:
            found.add(clock.day(agreement.first))
        if agreement.last:
            found.add(clock.day(agreement.last) + 1)
    for book in books:
        found.update(clock.day(p.valid_from) for p in book.provisions if p.rule == rule)
    return sorted(day for day in found if first <= day < last)
