"""What is told of notices."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field


class NoticeShape(BaseModel):
    """A notice: the sentence ``web.notice.<kind>`` is filled in with the facts."""

    id: str
    unit: str
    kind: str
    facts: dict[str, str | int]
    about: str = Field(description="The page where one sees it.")
    at: dt.datetime
    seen: bool
