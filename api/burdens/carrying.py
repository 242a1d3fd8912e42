"""What everybody carries from one published roster to the next.

Nothing is stored. Each period counts once, by the roster that holds in it: a repair of an earlier
one therefore shows in all later ones, and nothing can be counted twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.burdens.tables import LedgerCorrection
from api.periods.tables import Period
from api.rosters.courts import Kept
from api.rosters.drafts import problem_at
from api.rosters.tables import Publication
from api.units.documents import roster_of
from rostering.burden import Ledger, ledger
from rostering.burden.models import Burden
from rostering.domain.problem import LedgerBalance, Problem

Balances = Mapping[tuple[str, str], int]
BURDENS: tuple[Burden, ...] = get_args(Burden)

_LEDGERS: Kept[Ledger] = Kept(64)


@dataclass(frozen=True, slots=True)
class Link:
    """A period with the roster that holds in it."""

    period: Period
    publication: Publication

    @property
    def end(self) -> dt.date:
        """The period's last date."""
        return self.period.start + dt.timedelta(days=self.period.days - 1)


def carried_in(session: Session, period: Period, known: Problem) -> tuple[LedgerBalance, ...]:
    """Return what the people of a ward bring into a period.

    It is what the published roster before it carries on; before anything is published, what the
    ward itself says.
    """
    chain = _before(session, period)
    return balances(_after(session, chain), known) if chain else known.ledger


def published_ledger(session: Session, period: Period, publication: Publication) -> Ledger:
    """Return the ledger of the roster that holds in a period, on what is carried in today."""
    chain = _before(session, period)
    brought = _after(session, chain) if chain else None
    return _ledger(session, Link(period, publication), brought)


def balances(held: Balances, known: Problem) -> tuple[LedgerBalance, ...]:
    """Return balances as a problem takes them in, for the people whom it knows."""
    people = {person.id for person in known.people}
    return tuple(
        LedgerBalance(person=person, burden=burden, points=held[person, burden])
        for person in sorted(people)
        for burden in BURDENS
        if (person, burden) in held
    )


def corrections(session: Session, period: str) -> list[LedgerCorrection]:
    """Return what the manager has corrected of what is carried on from a period."""
    query = select(LedgerCorrection).where(LedgerCorrection.period_id == period)
    return list(session.scalars(query.order_by(LedgerCorrection.person, LedgerCorrection.burden)))


def predecessor(session: Session, period: Period) -> Period | None:
    """Return the published period whose roster a period goes on from."""
    chain = _before(session, period)
    return chain[-1].period if chain else None


def _before(session: Session, period: Period) -> list[Link]:
    """Return the published periods before one, each ending before the next begins; oldest first.

    Of two that overlap, the one that ends later counts.
    """
    last = (
        select(Publication.period_id, func.max(Publication.number).label("number"))
        .group_by(Publication.period_id)
        .subquery()
    )
    same = (last.c.period_id == Publication.period_id) & (last.c.number == Publication.number)
    query = (
        select(Period, Publication)
        .join(Publication, Publication.period_id == Period.id)
        .join(last, same)
        .where(Period.unit_id == period.unit_id, Period.start < period.start)
    )
    found = [Link(*row) for row in session.execute(query)]
    chain: list[Link] = []
    start = period.start
    for link in sorted(found, key=lambda one: (one.end, one.period.start), reverse=True):
        if link.end < start:
            chain.append(link)
            start = link.period.start
    return chain[::-1]


def _after(session: Session, chain: list[Link]) -> dict[tuple[str, str], int]:
    """Return what is carried on from the last of some periods, corrections included.

    Who was not in a roster keeps what was there before.
    """
    first = problem_at(session, chain[0].publication.problem_hash)
    held = _summed(first.ledger)
    for number, link in enumerate(chain):
        for one in _ledger(session, link, held if number else None).people:
            held |= {(one.person, entry.burden): entry.after for entry in one.entries}
        for right in corrections(session, link.period.id):
            key = (right.person, right.burden)
            held[key] = held.get(key, 0) + right.points
    return held


def _ledger(session: Session, link: Link, brought: Balances | None) -> Ledger:
    """Return a publication's ledger; without what is brought in, on what it was made with."""
    made = link.publication
    problem = problem_at(session, made.problem_hash)
    taken = problem.ledger if brought is None else balances(brought, problem)

    def make() -> Ledger:
        return ledger(problem.model_copy(update={"ledger": taken}), roster_of(made.roster))

    return _LEDGERS.get((made.problem_hash, made.roster_hash, taken), make)


def _summed(given: tuple[LedgerBalance, ...]) -> dict[tuple[str, str], int]:
    held: dict[tuple[str, str], int] = {}
    for one in given:
        held[one.person, one.burden] = held.get((one.person, one.burden), 0) + one.points
    return held
