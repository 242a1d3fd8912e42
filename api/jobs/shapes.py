"""What is told and asked about searches."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.jobs.tables import JobKind, JobState

MOST_SECONDS = 3600


class Search(Asked):
    """A search for a roster: how long, from where, and how it ends up being called.

    ``weights`` change goals for this search alone; ``start`` is a draft to begin with.
    """

    seconds: float = Field(default=60, ge=2, le=MOST_SECONDS)
    name: str = Field(default="", max_length=120)
    start: str | None = Field(default=None, max_length=32)
    keep_locks: bool = Field(default=True, description="Whether locked cells of `start` stay.")
    weights: dict[str, int] = Field(default_factory=dict, max_length=40)
    seed: int = Field(default=1, ge=0, le=2**31 - 1)


class JobShape(BaseModel):
    """A search or a question and where it stands.

    ``bound`` proves that no roster has fewer points than that.
    """

    id: str
    period: str = Field(description="Empty for a job of a unit.")
    kind: JobKind
    about: str = Field(description="`draft:ID`, `publication:ID` or nothing.")
    state: JobState
    wanted: Literal["go", "stop", "cancel"]
    seconds: float
    objective: int | None
    bound: int | None
    draft: str | None = Field(description="The draft that it made.")
    trouble: str
    created: dt.datetime
    started: dt.datetime | None
    ended: dt.datetime | None


class News(BaseModel):
    """One piece of news of a job, as a server-sent event.

    ``share`` is how much of the work is done, from 0 to 1, where that is known.
    """

    number: int
    seconds: float
    phase: str
    objective: int | None
    bound: int | None
    share: float | None


class Wanted(Asked):
    """What shall become of a job: stop and keep the best so far, or cancel and keep nothing."""

    wanted: Literal["stop", "cancel"]
