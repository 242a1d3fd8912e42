"""What is told and asked about one's own shifts and their feed."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked


class ShiftShape(BaseModel):
    """One of one's own published shifts; local times as ``07:30``."""

    date: dt.date
    shift: str
    name: str
    kind: str
    start: str
    end: str
    minutes: int


class OffShape(BaseModel):
    """A day off or known absence with its code."""

    date: dt.date
    code: str


class MyShifts(BaseModel):
    """One's published shifts from a date on, in one unit."""

    unit: str
    person: str
    shifts: list[ShiftShape]
    off: list[OffShape]


class NewLink(Asked):
    """A calendar link to be made, in a unit where one is an employee."""

    unit: str = Field(max_length=32)


class LinkShape(BaseModel):
    """A link; its address is told once, when it is made."""

    id: str
    unit: str
    created: dt.datetime
    revoked: dt.datetime | None
    address: str = ""
