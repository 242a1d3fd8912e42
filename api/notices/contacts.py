"""One's own e-mail address and mobile number: given, changed and taken back by oneself alone."""

from __future__ import annotations

import re
from contextlib import suppress

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere, TooMany, Wrong
from api.http.context import Asking, Db, ServiceOf, may, only_reads
from api.notices.channels.making import channels_of
from api.notices.channels.port import ChannelName
from api.notices.codes import ask_code, awaited, entered
from api.notices.kinds import Extent
from api.notices.shapes import CodeEntered, ContactFacts, ContactShape
from api.notices.tables import Contact
from api.policy.roles import Caller

router = APIRouter(prefix="/api/notices/contacts", tags=["notices"])
EMAIL = re.compile(r"[^@\s,;<>\"()\[\]\\]+@[^@\s,;<>\"()\[\]\\.]+(\.[^@\s,;<>\"()\[\]\\.]+)+")
NORWEGIAN = re.compile(r"[49]\d{7}")
MOBILE = re.compile(r"\+[1-9]\d{7,14}")


@router.get("", dependencies=[Depends(may("self.read"))])
def contacts(asking: Asking, session: Db, service: ServiceOf) -> list[ContactShape]:
    """Tell where one is told outside the app, and which channels the service has."""
    query = select(Contact).where(Contact.account_id == asking.account)
    known = {found.channel: found for found in session.scalars(query)}
    on = channels_of(service.settings)
    return [_shape(session, name, known.get(name), on=name in on) for name in ChannelName]


@router.put("/{channel}", dependencies=[Depends(may("self.write"))])
def change(
    channel: ChannelName, given: ContactFacts, asking: Asking, session: Db, service: ServiceOf
) -> ContactShape:
    """Say where and of what one wants to be told; an empty address takes it back."""
    address, on = right_address(channel, given.address), channel in channels_of(service.settings)
    kept = session.get(Contact, (asking.account, channel.value))
    another = kept is None or kept.address != address
    if not address:
        if kept is not None:
            session.delete(kept)
        kept = None
    elif kept is None:
        kept = Contact(account_id=asking.account, channel=channel.value)
        session.add(kept)
    if kept is not None:
        kept.address, kept.choice = address, given.choice.value
        kept.confirmed = None if another else kept.confirmed
    session.flush()
    _note(session, asking, channel, kept)
    if kept is not None and another and on:
        with suppress(TooMany):  # it is kept all the same; the page says that no code was sent
            ask_code(session, kept)
    return _shape(session, channel, kept, on=on)


@router.post("/{channel}/code", dependencies=[Depends(may("self.write"))])
def code(channel: ChannelName, asking: Asking, session: Db, service: ServiceOf) -> ContactShape:
    """Have another code sent to one's own address, which is told nothing before it is confirmed."""
    kept, on = _own(session, asking, channel), channel in channels_of(service.settings)
    if kept.confirmed is not None:
        raise Conflict("contact.confirmed")
    if not on:
        raise Conflict("contact.off")
    ask_code(session, kept)
    _told(session, "contact.code", asking, channel)
    return _shape(session, channel, kept, on=on)


@router.post("/{channel}/confirmation", dependencies=[Depends(may("self.write"))])
@only_reads
def confirm(
    channel: ChannelName, given: CodeEntered, asking: Asking, service: ServiceOf
) -> ContactShape:
    """Enter the code: the address is shown to be one's own."""
    on = channel in channels_of(service.settings)
    with service.database.writing() as writing:  # a wrong code is counted, and refused after that
        kept = _own(writing, asking, channel)
        was_right = kept.confirmed is not None or entered(writing, kept, given.code)
        if was_right:
            _told(writing, "contact.confirm", asking, channel)
        told = _shape(writing, channel, kept, on=on)
    if not was_right:
        raise Wrong("contact.code.wrong", "code")
    return told


def _own(session: Session, asking: Caller, channel: ChannelName) -> Contact:
    kept = session.get(Contact, (asking.account, channel.value))
    if kept is None:
        raise NotThere("thing.unknown")
    return kept


def _told(session: Session, action: str, asking: Caller, channel: ChannelName) -> None:
    about = f"account:{asking.account}"
    told = {"channel": channel.value}
    note(session, Act(action, asking.account, about, subject=about, payload=told))


def right_address(channel: ChannelName, given: str) -> str:
    """Return an address as it is kept: numbers with their country, Norway where none is given.

    Raises
    ------
    Wrong
        When it cannot be one.
    """
    if channel is ChannelName.EMAIL:
        found = given.strip()
        if found and not EMAIL.fullmatch(found):
            raise Wrong("contact.email", "address")
        return found
    found = re.sub(r"[\s().-]", "", given)
    found = f"+{found[2:]}" if found.startswith("00") else found
    found = f"+47{found}" if NORWEGIAN.fullmatch(found) else found
    if found and not (MOBILE.fullmatch(found) and found.isascii()):
        raise Wrong("contact.mobile", "address")
    return found


def _note(session: Session, asking: Caller, channel: ChannelName, kept: Contact | None) -> None:
    """Note that it changed; the address itself is nobody else's business."""
    told = {"channel": channel.value, "choice": kept.choice if kept else "removed"}
    about = f"account:{asking.account}"
    note(session, Act("contact.change", asking.account, about, subject=about, payload=told))


def _shape(
    session: Session, channel: ChannelName, kept: Contact | None, *, on: bool
) -> ContactShape:
    choice = Extent.ALL if channel is ChannelName.EMAIL else Extent.ASKS
    return ContactShape(
        channel=channel,
        on=on,
        address=kept.address if kept else "",
        choice=Extent(kept.choice) if kept else choice,
        confirmed=kept is not None and kept.confirmed is not None,
        awaited=kept is not None and awaited(session, kept),
    )
