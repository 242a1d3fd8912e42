"""The rows of what is to be sent: made with the notice, taken by one worker, ended once.

A worker that dies between sending and noting it leaves the row to another, which sends again:
whoever is written to hears it at least once, and hardly ever twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from api.accounts.tables import Account, Grant
from api.db.base import now
from api.notices.channels.port import ChannelName, NotSent
from api.notices.kinds import Weight, wanted, weight_of
from api.notices.tables import Contact, Delivery, Notice
from rostering.domain.clock import OSLO

LEASE = timedelta(minutes=2)
"""For how long a row is its taker's; each try is over well before."""
STALE = timedelta(days=1)
"""A message that could not be sent for so long says nothing new any more."""
GROWTH = 5  # each pause is so many times the one before
MORNING, EVENING = 7, 21  # hours between which phones may ring


class State(StrEnum):
    """What became of a delivery."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"  # nobody wants it any more


@dataclass(frozen=True, slots=True)
class Letter:
    """A delivery in one worker's hands: to whom, in which language, and what it is about."""

    delivery: str
    fence: int
    tries: int
    address: str
    language: str
    notice: Notice
    many: bool
    """Whether the reader has several units, so that the link must name this one."""


def post(session: Session, made: Sequence[Notice]) -> None:
    """Put notices into the outbox, for those who want to be told outside the app too."""
    if not made:
        return
    accounts = {notice.account_id: notice for notice in made}
    theirs = Contact.account_id.in_(accounts) & Contact.confirmed.is_not(None)
    for contact in session.scalars(select(Contact).where(theirs)):
        notice = accounts[contact.account_id]
        weight = weight_of(notice.kind)
        if wanted(contact.choice, weight):
            due = polite(now(), ChannelName(contact.channel), weight)
            session.add(Delivery(notice_id=notice.id, channel=contact.channel, due=due))
    session.flush()


def polite(moment: datetime, channel: ChannelName, weight: Weight) -> datetime:
    """Return when a message may be sent: a phone rings at night only for what is urgent."""
    local = moment.astimezone(OSLO)
    if channel is not ChannelName.SMS or weight is Weight.URGENT:
        return moment
    if MORNING <= local.hour < EVENING:
        return moment
    day = local if local.hour < MORNING else local + timedelta(days=1)
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0)


def due(channel: ChannelName) -> ColumnElement[bool]:
    """Return the condition of what may be sent through a channel now."""
    return (
        (Delivery.state == State.WAITING.value)
        & (Delivery.channel == channel.value)
        & (Delivery.due <= now())
    )


def take(session: Session, channel: ChannelName) -> Letter | None:
    """Take the delivery that has waited longest; None where there is none.

    One that nobody wants any more is ended on the way: opted out, erased or closed meanwhile.
    """
    query = select(Delivery).where(due(channel)).order_by(Delivery.due, Delivery.id)
    while True:
        row = session.scalar(query.limit(1).with_for_update(skip_locked=True))
        if row is None:
            return None
        letter = _letter(session, row)
        if letter is not None:
            return letter
        row.state, row.ended = State.DROPPED.value, now()
        session.flush()


def _letter(session: Session, row: Delivery) -> Letter | None:
    notice = session.get_one(Notice, row.notice_id)
    account = session.get_one(Account, notice.account_id)
    contact = session.get(Contact, (account.id, row.channel))
    if contact is None or contact.confirmed is None or not account.active:
        return None
    if not wanted(contact.choice, weight_of(notice.kind)):
        return None
    units = set(session.scalars(select(Grant.unit_id).where(Grant.account_id == account.id)))
    if not units & {notice.unit_id, None}:
        return None
    row.fence, row.tries, row.due = row.fence + 1, row.tries + 1, now() + LEASE
    many = len(units) > 1
    return Letter(row.id, row.fence, row.tries, contact.address, account.language, notice, many)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often is tried: seconds before the second try, and tries in all."""

    pause_s: float
    tries: int


def settle(session: Session, letter: Letter, trouble: NotSent | None, patience: Patience) -> State:
    """Note how a try has ended; void where another worker has taken the delivery over."""
    row = session.get(Delivery, letter.delivery, with_for_update=True)
    if row is None or row.fence != letter.fence or row.state != State.WAITING:
        return State.DROPPED if row is None else State(row.state)
    row.trouble = "" if trouble is None else trouble.code
    if trouble is None:
        row.state, row.ended = State.SENT.value, now()
    elif trouble.final or row.tries >= patience.tries:
        row.state, row.ended = State.FAILED.value, now()
    else:
        row.due = now() + timedelta(seconds=patience.pause_s * GROWTH ** (row.tries - 1))
    return State(row.state)


def give_up(session: Session) -> None:
    """End what has waited for too long, also where no worker has its channel."""
    old = (Delivery.state == State.WAITING.value) & (Delivery.due < now() - STALE)
    ended = {"state": State.FAILED.value, "ended": now(), "trouble": "late"}
    session.execute(update(Delivery).where(old).values(**ended))
