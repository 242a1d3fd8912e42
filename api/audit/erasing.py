"""Erase a person: what is personal goes, what the law wants kept stays, the chain stays whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from api.accounts.tables import Account, Grant
from api.audit.chain import Act, erase, note
from api.calendar.tables import CalendarLink
from api.errors import NotThere, Wrong
from api.hearing.tables import Comment
from api.notices.tables import Notice
from api.periods.tables import Period
from api.policy.roles import Caller
from api.wishes.tables import RecurringWish, Wish


def erase_person(
    session: Session, asking: Caller, account: str | None, unit: str | None, person: str | None
) -> dict[str, Any]:
    """Erase an account with all it is in wards, or one person of one ward; return the counts."""
    if (account is None) == (person is None) or (unit is None) != (person is None):
        raise Wrong("erase.whom", "person")
    if account is not None and session.get(Account, account) is None:
        raise NotThere("thing.unknown", "account")
    who = _persons(session, account) if account else [(unit or "", person or "")]
    found = {"payloads": 0, "wishes": 0, "comments": 0, "links": 0, "account": account is not None}
    for place, name in who:
        found["payloads"] += erase(session, f"{place}/{name}")
        found["wishes"] += _wishes(session, place, name)
        found["comments"] += _comments(session, place, name)
        _notices(session, place, name)
        found["links"] += _count(
            session.execute(
                delete(CalendarLink).where(
                    CalendarLink.unit_id == place, CalendarLink.person == name
                )
            )
        )
    if account is not None:
        found["payloads"] += erase(session, f"account:{account}")
        found["comments"] += _count(session.execute(delete(Comment).where(Comment.by == account)))
        session.execute(delete(Account).where(Account.id == account))
    note(
        session, Act("person.erase", asking.account, f"account:{account}" if account else "person")
    )
    return found


def _persons(session: Session, account: str) -> list[tuple[str, str]]:
    query = select(Grant.unit_id, Grant.person).where(Grant.account_id == account)
    return [(unit, who) for unit, who in session.execute(query) if unit and who]


def _wishes(session: Session, unit: str, person: str) -> int:
    periods = select(Period.id).where(Period.unit_id == unit)
    single = delete(Wish).where(Wish.person == person, Wish.period_id.in_(periods))
    coming = delete(RecurringWish).where(
        RecurringWish.person == person, RecurringWish.unit_id == unit
    )
    return _count(session.execute(single)) + _count(session.execute(coming))


def _comments(session: Session, unit: str, person: str) -> int:
    periods = select(Period.id).where(Period.unit_id == unit)
    wanted = delete(Comment).where(Comment.person == person, Comment.period_id.in_(periods))
    return _count(session.execute(wanted))


def _notices(session: Session, unit: str, person: str) -> None:
    """What somebody was told in a unit goes, and what others were told that names the person."""
    theirs = select(Grant.account_id).where(Grant.unit_id == unit, Grant.person == person)
    told = Notice.unit_id == unit
    session.execute(delete(Notice).where(told, Notice.account_id.in_(theirs)))
    for notice in session.scalars(select(Notice).where(told)):
        if person in notice.facts.values():
            session.delete(notice)
    session.flush()


def _count(result: object) -> int:
    assert isinstance(result, CursorResult)
    return int(result.rowcount)
