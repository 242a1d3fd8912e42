"""What is asked and told about open shifts and offers of them."""

from __future__ import annotations

import datetime as dt

from pydantic import AwareDatetime, BaseModel, Field

from api.accounts.shapes import Asked
from api.offers.tables import OfferState
from rostering.domain.fields import Code
from rostering.domain.shifts import Pay
from rostering.replan.stand_ins.models import OpenDuty, Reason, StandIn


class OpenShift(BaseModel):
    """A shift of the roster that holds which lacks somebody; ``count`` of the same kind.

    ``away`` is who is known to be away from it where the roster still holds the duty.
    """

    date: dt.date
    shift: Code
    unit: str
    role: str | None
    away: str | None
    away_name: str
    starts: dt.datetime
    count: int
    under_minimum: bool = Field(description="Or under the target alone.")


class StandInSearch(OpenDuty):
    """The open shift for which stand-ins are looked for."""

    on_request: bool = Field(default=False, description="Also people who have their F1.")


class NotOffered(BaseModel):
    """Somebody who is not offered the shift, and why; ``absent`` is all that is told of absence.

    ``rules`` are the hard rules that it would break, ``rows`` those that it would leave short.
    """

    person: str
    name: str
    reason: Reason
    rules: list[str]
    rows: list[str]


class StandInsShape(BaseModel):
    """Everybody of a ward held against one open shift, in the order in which to ask.

    ``starts`` and ``ends`` are local times, ``source`` and ``link`` where the order comes from.
    """

    open: OpenDuty
    starts: dt.datetime
    ends: dt.datetime
    notice: int
    on_request: bool
    short: list[str]
    source: str
    link: str
    offered: list[StandIn]
    refused: list[NotOffered]


class NewOffers(Asked):
    """An open shift offered to some; ``until`` is told to them as the time to answer by."""

    open: OpenDuty
    people: list[str] = Field(min_length=1, max_length=100)
    until: AwareDatetime | None = Field(
        default=None, description="A day from now, or when the shift begins, when left out."
    )
    on_request: bool = False


class OfferShape(BaseModel):
    """An offer as the manager sees it."""

    id: str
    date: dt.date
    shift: str
    unit: str
    role: str | None
    away: str | None
    person: str
    name: str
    pay: Pay
    state: OfferState
    until: dt.datetime
    at: dt.datetime
    answered: dt.datetime | None
    ended: dt.datetime | None


class MyOffer(BaseModel):
    """An offer as the one who is asked sees it; local times as ``07:30``.

    ``open``: it can still be answered.
    """

    id: str
    date: dt.date
    shift: str
    shift_name: str
    start: str
    end: str
    pay: Pay
    state: OfferState
    until: dt.datetime
    open: bool


class OfferConfirmation(Asked):
    """That the shift is given away; ``spoken``: the yes was said to the manager, by phone say."""

    spoken: bool = False


class OfferAnswer(Asked):
    """Yes or no."""

    yes: bool
