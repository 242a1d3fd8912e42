"""Offers of open shifts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Id, Key, Moment, Short, Table, now


class OfferState(StrEnum):
    """Where an offer stands; the first three are open."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    CONFIRMED = "confirmed"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"


OPEN = (OfferState.ASKED.value, OfferState.YES.value, OfferState.NO.value)


class Offer(Table):
    """One person asked for one open shift; ``away`` is whose it was while the roster held it.

    ``number`` is the publication it was made for, ``until`` the moment up to which one may answer;
    ``at``, ``answered`` and ``ended`` are when it was sent, answered and closed.
    """

    __tablename__ = "offer"

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    date: Mapped[date]
    shift: Mapped[Code]
    unit: Mapped[Short]
    role: Mapped[Short | None]
    away: Mapped[Short | None]
    person: Mapped[Short] = mapped_column(index=True)
    pay: Mapped[Code]
    on_request: Mapped[bool] = mapped_column(default=False)
    until: Mapped[Moment]
    state: Mapped[Code] = mapped_column(default=OfferState.ASKED.value)
    by: Mapped[Id | None]
    at: Mapped[Moment] = mapped_column(default=now)
    answered: Mapped[Moment | None]
    ended: Mapped[Moment | None]
