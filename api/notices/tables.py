"""Notices."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Document, Id, Key, Moment, Short, Table, now


class Notice(Table):
    """Something that an account is told; the words are made of ``kind`` and ``facts`` when read.

    ``about`` is the path of the page where one sees it.
    """

    __tablename__ = "notice"

    id: Mapped[Key]
    account_id: Mapped[Id] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Code]
    facts: Mapped[Document]
    about: Mapped[Short]
    at: Mapped[Moment] = mapped_column(default=now)
    seen: Mapped[Moment | None]


class Contact(Table):
    """Where an account wants to be told outside the app, and of what; one row for each channel.

    The account's owner alone sees it. ``choice`` is ``all``, ``asks`` or ``none``. Nothing is sent
    before it is ``confirmed`` by a code.
    """

    __tablename__ = "contact"

    account_id: Mapped[Id] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    channel: Mapped[Code] = mapped_column(primary_key=True)
    address: Mapped[Short]
    choice: Mapped[Code]
    confirmed: Mapped[Moment | None]


class ContactCode(Table):
    """A code on its way to an address, or waiting to be entered; ``hashed`` once it was drawn.

    ``due`` is when it may be sent, None once it was; ``fence`` tells whose try that is. ``since``
    and ``count`` tell how many were asked for within a day: they outlive the address.
    """

    __tablename__ = "contact_code"

    account_id: Mapped[Id] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    channel: Mapped[Code] = mapped_column(primary_key=True)
    address: Mapped[Short]
    hashed: Mapped[Short] = mapped_column(default="")
    ends: Mapped[Moment]
    guesses: Mapped[int] = mapped_column(default=0)
    due: Mapped[Moment | None] = mapped_column(index=True)
    fence: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    asked: Mapped[Moment]
    since: Mapped[Moment]
    count: Mapped[int] = mapped_column(default=0)


class Delivery(Table):
    """A notice on its way through a channel: made with the notice, sent by a worker.

    It holds neither address nor text: both are found when it is sent. ``due`` is when it may be
    tried next; who takes it raises ``fence`` and moves ``due`` on, so that nobody else takes it
    meanwhile. ``trouble`` says in a code why the last try failed.
    """

    __tablename__ = "delivery"

    id: Mapped[Key]
    notice_id: Mapped[Id] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"), index=True)
    channel: Mapped[Code]
    state: Mapped[Code] = mapped_column(default="waiting")
    tries: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    due: Mapped[Moment] = mapped_column(index=True)
    trouble: Mapped[Code] = mapped_column(default="")
    created: Mapped[Moment] = mapped_column(default=now)
    ended: Mapped[Moment | None]


class Announced(Table):
    """Something about a period that everybody has been told, so that nobody is told twice.

    ``until`` is the deadline that was told: a later one is told again.
    """

    __tablename__ = "announced"

    period_id: Mapped[Id] = mapped_column(
        ForeignKey("period.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[Code] = mapped_column(primary_key=True)
    until: Mapped[Code] = mapped_column(primary_key=True)
    at: Mapped[Moment] = mapped_column(default=now)
