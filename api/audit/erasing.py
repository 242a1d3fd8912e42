"""Erase a person: what is personal goes, what the law wants kept stays, the chain stays whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session

from api.accounts.tables import Account, Grant
from api.audit.chain import Act, erase, note
from api.burdens.tables import LedgerCorrection, NamesAgreement
from api.calendar.tables import CalendarLink
from api.calls.tables import OwnCallChoice
from api.errors import NotThere, Wrong
from api.hearing.tables import Comment
from api.jobs.tables import Job, JobKind
from api.notices.tables import Notice
from api.offers.tables import Offer
from api.periods.tables import Period
from api.policy.roles import Caller
from api.repairs.tables import Repair
from api.swaps import notices as swaps
from api.tasksharing.scenarios.forgetting import forget as scenarios
from api.tasksharing.tables import TaskDelegation
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
    found: dict[str, Any] = {"payloads": 0, **dict.fromkeys(FORGETTING, 0)}
    found["account"] = account is not None
    for place, name in who:
        found["payloads"] += erase(session, f"{place}/{name}")
        for what, forget in FORGETTING.items():
            found[what] += forget(session, place, name)
    if account is not None:
        found["payloads"] += erase(session, f"account:{account}")
        found["comments"] += _count(session.execute(delete(Comment).where(Comment.by == account)))
        proposed = update(NamesAgreement).where(NamesAgreement.proposed_by == account)
        session.execute(proposed.values(proposed_by=None))
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


def _questions(session: Session, unit: str, _person: str) -> int:
    """Delete a unit's questions: answers may name anybody, and can be asked for again."""
    periods = select(Period.id).where(Period.unit_id == unit)
    asked = Job.kind != JobKind.SEARCH.value
    return _count(session.execute(delete(Job).where(asked, Job.period_id.in_(periods))))


def _offers(session: Session, unit: str, person: str) -> int:
    """Erase offers to a person, and repairs that nobody has taken: anybody may be named there."""
    periods = select(Period.id).where(Period.unit_id == unit)
    mine = Offer.period_id.in_(periods)
    session.execute(update(Offer).where(mine, Offer.away == person).values(away=None))
    open_ = Repair.taken.is_(None) & Repair.period_id.in_(periods)
    session.execute(delete(Repair).where(open_))
    return _count(session.execute(delete(Offer).where(mine, Offer.person == person)))


def _links(session: Session, unit: str, person: str) -> int:
    mine = (CalendarLink.unit_id == unit) & (CalendarLink.person == person)
    return _count(session.execute(delete(CalendarLink).where(mine)))


def _burdens(session: Session, unit: str, person: str) -> int:
    """Erase what was corrected of a person's ledger, and what was said about extra shifts."""
    periods = select(Period.id).where(Period.unit_id == unit)
    mine = LedgerCorrection.person == person
    ours = LedgerCorrection.period_id.in_(periods)
    corrections = session.execute(delete(LedgerCorrection).where(mine, ours))
    said = (OwnCallChoice.unit_id == unit) & (OwnCallChoice.person == person)
    return _count(corrections) + _count(session.execute(delete(OwnCallChoice).where(said)))


def _delegations(session: Session, unit: str, person: str) -> int:
    mine = (TaskDelegation.unit_id == unit) & (TaskDelegation.person == person)
    return _count(session.execute(delete(TaskDelegation).where(mine)))


def _notices(session: Session, unit: str, person: str) -> int:
    """What somebody was told in a unit goes, and what others were told that names the person."""
    theirs = select(Grant.account_id).where(Grant.unit_id == unit, Grant.person == person)
    told = Notice.unit_id == unit
    mine = _count(session.execute(delete(Notice).where(told, Notice.account_id.in_(theirs))))
    named = [n for n in session.scalars(select(Notice).where(told)) if person in n.facts.values()]
    for notice in named:
        session.delete(notice)
    session.flush()
    return mine + len(named)


def _count(result: object) -> int:
    assert isinstance(result, CursorResult)
    return int(result.rowcount)


FORGETTING: dict[str, Callable[[Session, str, str], int]] = {
    "wishes": _wishes,
    "comments": _comments,
    "links": _links,
    "notices": _notices,
    "questions": _questions,
    "burdens": _burdens,
    "delegations": _delegations,
    "offers": _offers,
    "swaps": swaps.forget,
    "scenarios": scenarios,
}
"""What is personal beside the audit log, and who deletes and counts it by unit and person."""
