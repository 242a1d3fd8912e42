"""What is told of notices."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.notices.channels.port import ChannelName
from api.notices.kinds import Extent


class NoticeShape(BaseModel):
    """A notice: the sentence ``web.notice.<kind>`` is filled in with the facts."""

    id: str
    unit: str
    kind: str
    facts: dict[str, str | int]
    about: str = Field(description="The page where one sees it.")
    at: dt.datetime
    seen: bool


class Unseen(BaseModel):
    """How many of one's own notices have not been looked at."""

    count: int


class Looked(Asked):
    """The latest notice that was looked at, by id: it and what came before it are seen."""

    latest: str = Field(max_length=32)


class ContactFacts(Asked):
    """Where one wants to be told, and of what."""

    address: str = Field(max_length=200, examples=["kari@example.no", "+47 912 34 567"])
    choice: Extent


class ContactShape(BaseModel):
    """A channel as its owner sees it."""

    channel: ChannelName
    on: bool = Field(description="Whether the service can send through it.")
    address: str
    choice: Extent
    confirmed: bool = Field(description="Nothing is sent before; in the app it is told anyway.")
    awaited: bool = Field(description="Whether a code was asked for that can still be entered.")


class CodeEntered(Asked):
    """The code that was sent to an address."""

    code: str = Field(min_length=1, max_length=20, examples=["402 113"])


class ChannelCounts(BaseModel):
    """What went out through a channel; ``troubles`` are reasons of tries that failed, in codes."""

    channel: ChannelName
    on: bool
    waiting: int
    sent: int
    failed: int
    dropped: int
    last_sent: dt.datetime | None
    troubles: dict[str, int]
