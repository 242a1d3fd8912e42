"""One-time codes that show an address to be its owner's: asked for, sent by a worker, entered.

The worker draws the code when it sends it, so that it is nowhere but in the message: the database
holds its hash. A try that is repeated sends another code.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from api.accounts.secrets import hashed, right
from api.accounts.tables import Account
from api.db.base import new_id, now
from api.errors import Conflict, TooMany
from api.notices.channels.port import ChannelName, Message, NotSent
from api.notices.tables import Contact, ContactCode
from api.texts import say

HOLDS = timedelta(minutes=30)
"""For how long a code is good after it was asked for; mail may take its time."""
PAUSE = timedelta(minutes=1)
DAY, MOST = timedelta(days=1), 6  # codes a day that an account may ask for through a channel
GUESSES = 5  # wrong codes, after which another one is needed
TRIES, AGAIN, LEASE = 3, timedelta(seconds=20), timedelta(minutes=2)
DIGITS = 6


def ask_code(session: Session, contact: Contact) -> None:
    """Have a code sent to an address; the one before it holds no longer.

    Raises
    ------
    TooMany
        When the last one was asked for the same address a moment ago, or many today.
    """
    key, at = (contact.account_id, contact.channel), now()
    row = session.get(ContactCode, key, with_for_update=True, populate_existing=True)
    if row is None:
        row = ContactCode(account_id=key[0], channel=key[1], since=at, count=0)
        session.add(row)
    elif at - row.since >= DAY:
        row.since, row.count = at, 0
    elif row.address == contact.address and at - row.asked < PAUSE:
        raise TooMany("contact.soon", seconds=int((row.asked + PAUSE - at).total_seconds()) + 1)
    if row.count >= MOST:
        hours = int((row.since + DAY - at).total_seconds()) // 3600 + 1
        raise TooMany("contact.codes", seconds=hours * 3600, hours=hours)
    row.address, row.hashed, row.guesses = contact.address, "", 0
    row.asked, row.due, row.ends, row.tries = at, at, at + HOLDS, 0
    row.count += 1
    session.flush()


def awaited(session: Session, contact: Contact) -> bool:
    """Return whether a code is on its way or waits to be entered."""
    row = session.get(ContactCode, (contact.account_id, contact.channel))
    return row is not None and row.address == contact.address and _alive(row)


def entered(session: Session, contact: Contact, code: str) -> bool:
    """Confirm an address by its code; return whether it was right. A wrong one is counted.

    Raises
    ------
    Conflict
        When no code is waited for: none was asked for, it is too old or was guessed at too often.
    """
    key = (contact.account_id, contact.channel)
    row = session.get(ContactCode, key, with_for_update=True, populate_existing=True)
    if row is None or row.address != contact.address or not row.hashed or not _alive(row):
        raise Conflict("contact.code.over")
    if not right("".join(code.split()), row.hashed):
        row.guesses += 1
        return False
    contact.confirmed, row.hashed, row.due = now(), "", None
    return True


def _alive(row: ContactCode) -> bool:
    on_its_way = bool(row.hashed) or row.due is not None
    return on_its_way and row.ends > now() and row.guesses < GUESSES


@dataclass(frozen=True, slots=True)
class CodeLetter:
    """A code in one worker's hands."""

    account: str
    channel: ChannelName
    fence: int
    message: Message


def code_due(channel: ChannelName) -> ColumnElement[bool]:
    """Return the condition of codes that are to be sent through a channel now."""
    return (ContactCode.channel == channel.value) & (ContactCode.due <= now())


def take_code(session: Session, channel: ChannelName) -> CodeLetter | None:
    """Draw a code for the address that has waited longest; None where none does."""
    query = select(ContactCode).where(code_due(channel)).order_by(ContactCode.due)
    row = session.scalar(query.limit(1).with_for_update(skip_locked=True))
    if row is None:
        return None
    contact = session.get(Contact, (row.account_id, row.channel))
    stale = contact is None or contact.address != row.address or contact.confirmed is not None
    if stale or row.ends <= now() or row.tries >= TRIES:
        row.due, row.hashed = None, ""
        return None
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    row.hashed, row.fence, row.tries = hashed(code), row.fence + 1, row.tries + 1
    row.due = now() + LEASE
    language = session.get_one(Account, row.account_id).language
    message = Message(
        id=new_id(),
        to=row.address,
        subject=say(language, "code.subject"),
        text=say(language, f"code.{channel.value}", code=code),
    )
    return CodeLetter(row.account_id, channel, row.fence, message)


def settle_code(session: Session, letter: CodeLetter, trouble: NotSent | None) -> None:
    """Note how a try has ended; nothing where the code was asked for anew or is sent by another."""
    key = (letter.account, letter.channel.value)
    row = session.get(ContactCode, key, with_for_update=True)
    if row is None or row.fence != letter.fence or row.due is None or not row.hashed:
        return
    if trouble is None:
        row.due = None
    elif trouble.final or row.tries >= TRIES:
        row.due, row.hashed = None, ""
    else:
        row.due = now() + AGAIN
