"""Tell people: whoever changes something of theirs calls this in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.tables import Account, Grant
from api.notices.outbox import post
from api.notices.tables import Notice
from api.policy.roles import Role


@dataclass(frozen=True, slots=True)
class Told:
    """What is told: the sentence ``notice.<kind>`` with its facts, and the page to open.

    Facts are plain values; dates are ISO dates, so that each reader sees them in the own language.
    A kind that awaits an answer stands in ``api.notices.kinds``.
    """

    kind: str
    about: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


def tell_person(session: Session, unit: str, person: str, told: Told) -> list[Notice]:
    """Tell somebody of a unit's ward, in every account that is tied to them; none is no error."""
    query = select(Grant.account_id).where(Grant.unit_id == unit, Grant.person == person)
    return _tell(session, unit, session.scalars(query).all(), told)


def tell_role(
    session: Session, unit: str, role: Role, told: Told, but: Iterable[Notice] = ()
) -> list[Notice]:
    """Tell everybody who has a role in a unit, but who has been told already."""
    query = select(Grant.account_id).where(Grant.unit_id == unit, Grant.role == role.value)
    before = {notice.account_id for notice in but}
    return _tell(session, unit, set(session.scalars(query)) - before, told)


def tell_account(session: Session, unit: str, account: str, told: Told) -> list[Notice]:
    """Tell the holder of an account something about a unit."""
    return _tell(session, unit, [account], told)


def _tell(session: Session, unit: str, accounts: Iterable[str], told: Told) -> list[Notice]:
    query = select(Account.id).where(Account.id.in_(accounts), Account.active)
    made = [
        Notice(
            account_id=account,
            unit_id=unit,
            kind=told.kind,
            facts=dict(told.facts),
            about=told.about,
        )
        for account in session.scalars(query)
    ]
    session.add_all(made)
    session.flush()
    post(session, made)
    return made
