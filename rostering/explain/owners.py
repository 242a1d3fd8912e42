"""Who owns what a clash is made of: the law, an agreement, the unit, the manager, the employee."""

from __future__ import annotations

from collections.abc import Iterable

from rostering.explain.atoms import AtomKind
from rostering.explain.models import Owner, Source
from rostering.rulebooks.book import Authority
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings
from rostering.rulings import Source as InForce

_OF_FACTS = {
    AtomKind.MINIMUM: Owner.MANAGER,
    AtomKind.MAXIMUM: Owner.MANAGER,
    AtomKind.ABSENCE: Owner.GRANTED,
    AtomKind.EXEMPTION: Owner.EMPLOYEE,
    AtomKind.LOCK: Owner.MANAGER,
    AtomKind.FROZEN: Owner.PUBLISHED,
}
_STRONGEST = (Owner.LAW, Owner.AGREEMENT, Owner.LOCAL)
_BY_MANAGER = ("pairs", "weekend_groups", "agreed_days")
"""Rules whose facts the ward itself has written down."""


def owner_of(
    rulings: Rulings, kind: AtomKind, subject: str, people: Iterable[str], day: int
) -> tuple[Owner, tuple[Source, ...]]:
    """Return who owns a group of atoms, and the provisions where it is a rule.

    Of several provisions the strongest owner is told: where the law binds too, letting go of a
    local value alone is not enough.
    """
    if kind is not AtomKind.RULE:
        return _OF_FACTS[kind], ()
    if subject in _BY_MANAGER:
        return Owner.MANAGER, ()
    rule = BY_ID[subject]
    found: dict[tuple[str, str, str], tuple[Owner, Source]] = {}
    for person in (*people,) or (None,):
        for source in rulings.sources(rule, person, max(0, day)):
            if source.value not in (None, False) and not source.nobody:
                told = _told(source)
                found[(told.value, told.paragraph, told.agreement)] = (_owner(source), told)
    owners = {owner for owner, _ in found.values()}
    strongest = next((owner for owner in _STRONGEST if owner in owners), Owner.LAW)
    return strongest, tuple(told for _, told in found.values())


def _owner(source: InForce) -> Owner:
    if source.own or source.local:
        return Owner.LOCAL
    if source.agreement is not None:
        return Owner.AGREEMENT
    book = source.book
    by_agreement = book is not None and book.authority is Authority.AGREEMENT
    return Owner.AGREEMENT if by_agreement else Owner.LAW


def _told(source: InForce) -> Source:
    provision, book = source.provision, source.book
    return Source(
        value=source.name,
        paragraph="" if provision is None else provision.paragraph,
        link="" if provision is None else provision.link,
        book="" if book is None else book.id,
        agreement="" if source.agreement is None else source.agreement.id,
    )


def is_local(rulings: Rulings, rule: str, people: Iterable[str]) -> bool:
    """Return whether nothing but the unit's own or local values can stand behind a rule.

    Where law or agreement have any provision on it, for whomever and whatever date, it is not: the
    unit's own value may be stricter and hide it.
    """
    if any(
        provision.rule == rule
        for book in rulings.books
        if book.authority is not Authority.LOCAL
        for provision in book.provisions
    ):
        return False
    owner, sources = owner_of(rulings, AtomKind.RULE, rule, people, 0)
    return owner is Owner.LOCAL and bool(sources)
