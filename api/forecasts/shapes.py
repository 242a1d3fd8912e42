"""What is told and asked about absence, its forecast and the reserve."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field

from absence_model.forecaster.drift import Drift
from absence_model.forecaster.told import Ground, Quality
from api.jobs.tables import JobState


class Uploaded(BaseModel):
    """What became of a file of counts."""

    days: int
    replaced: int = Field(description="Days that had counts before; theirs are gone.")
    missing: int = Field(description="Days between the first and the last without any row.")
    first: dt.date
    last: dt.date
    unit: str = Field(description="The unit's name in the file.")
    persons: bool = Field(description="Whether the file had a row a person: added up, not kept.")
    fit: str = Field(description="The job that learns from it; empty where one runs already.")


class Week(BaseModel):
    """A week of a unit's history: shifts planned and absent on the days that have counts."""

    first: dt.date
    days: int
    planned: float
    absent: float


class History(BaseModel):
    """What a unit has uploaded; ``weeks`` only where it has enough employees to show them."""

    days: int
    first: dt.date | None = None
    last: dt.date | None = None
    missing: int = 0
    employees: int
    shown: bool
    floor: int
    shown_from: int
    kinds: dict[str, float] = Field(
        default_factory=dict,
        description="Absent shifts by kind, only where it is shown; kinds of few shifts are not.",
    )
    weeks: list[Week] = Field(default_factory=list)


class Fitting(BaseModel):
    """The latest job that learns."""

    job: str
    state: JobState
    trouble: str
    share: float | None
    phase: str
    seconds: float = Field(description="Since it began.")
    ended: dt.datetime | None


class Band(BaseModel):
    """A day ahead: what is expected, and the 50, 80 and 95 % bands, in shifts."""

    date: dt.date
    planned: float
    mean: float
    median: float
    low_50: float
    high_50: float
    low_80: float
    high_80: float
    low_95: float
    high_95: float


class QualityTold(Quality):
    """How good a horizon was, with the methods in words."""

    champion_words: str
    naive_words: str


class ForecastTold(BaseModel):
    """A unit's forecast as it is to be used now.

    ``used`` is ``champion``, or ``naive`` where the watch has fallen back; ``methods`` names what
    each horizon rests on.
    """

    made: dt.datetime
    model: str
    used: Literal["champion", "naive"]
    methods: dict[int, str]
    ground: Ground
    days: list[Band]
    quality: list[QualityTold]
    drift: Drift
    stale: bool = Field(description="Whether counts came or went after it was made.")
    short: bool = Field(description="Whether there was too little history for anything but naive.")


class ForecastPage(BaseModel):
    """The forecast, if there is one, and how its making stands."""

    told: ForecastTold | None
    fitting: Fitting | None
    employees: int
    floor: int


class CardSection(BaseModel):
    """A part of the model card: sentences, and rows of a table whose first are the heads."""

    title: str
    sentences: list[str]
    rows: list[list[str]]


class CardTold(BaseModel):
    """The model card in the reader's language, and as a document to keep."""

    title: str
    sections: list[CardSection]
    markdown: str
