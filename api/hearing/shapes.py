"""What is told and asked in the discussion of a draft."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.policy.roles import Role


class Show(Asked):
    """A draft to be shown to staff and representatives, and until when they may comment."""

    draft: str = Field(max_length=32)
    comments_to: dt.datetime | None = None


class MyDay(BaseModel):
    """One's date in a preview or published roster; ``before`` is what was shown or held earlier."""

    date: dt.date
    shifts: list[str]
    code: str
    before: list[str] | None
    wish: str


class Preview(BaseModel):
    """One's own line in the draft that is shown, against the one shown before it."""

    period: str
    draft: str
    number: int
    person: str
    open: bool
    comments_to: dt.datetime | None
    minutes: int
    contract_minutes: int
    weekends: int
    nights: int
    wishes: int
    granted: int
    days: list[MyDay]


class NewComment(Asked):
    """A comment on the draft that is shown."""

    text: str = Field(min_length=1, max_length=2000)


class Answer(Asked):
    """The manager's answer to a comment."""

    answer: str = Field(max_length=2000)


class CommentShape(BaseModel):
    """A comment; its writer, the unit's manager and its representatives see it."""

    id: str
    draft: str
    by: str
    person: str | None
    role: Role
    text: str
    answer: str
    at: dt.datetime


class ProtocolFacts(Asked):
    """The record of a discussion."""

    held: dt.datetime
    present: str = Field(default="", max_length=1000)
    text: str = Field(default="", max_length=10_000)
    agreed: bool = False


class ProtocolShape(ProtocolFacts):
    """A protocol with its signatures: who signed for which side and when."""

    period: str
    draft: str
    signatures: dict[str, Signature]
    final: bool = Field(description="Both sides have signed; nothing changes any more.")
    revision: int


class Signature(BaseModel):
    """One side's signature."""

    name: str
    at: dt.datetime


ProtocolShape.model_rebuild()
