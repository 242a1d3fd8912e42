"""What is told and asked about comparisons."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.jobs.tables import JobState
from api.questions.kind import Patience
from tasksharing.evaluate.models import Better, Origin, Section, Verdict
from tasksharing.evaluate.models import Unit as MeasuredIn
from tasksharing.evaluate.question import DAYS
from tasksharing.gains.models import GainKind, RecordKind

MOST_SCENARIOS = 8
MOST_SEEDS = 20
LONGEST = 3 * 3600
"""Seconds that all searches of a comparison may take together."""


class AskComparison(Patience):
    """Which scenarios are rostered, with how many seeds, and how long each search may take."""

    scenarios: list[Annotated[str, Field(max_length=32)]] = Field(
        min_length=1, max_length=MOST_SCENARIOS
    )
    seconds: float = Field(
        default=30, ge=1, le=600, description="For each search at most; its work follows from that."
    )
    seeds: int = Field(default=5, ge=1, le=MOST_SEEDS)
    days: int | None = Field(
        default=DAYS, ge=7, le=371, description="How many days are rostered; empty for all of them."
    )


class AlternativeMeasure(BaseModel):
    """One figure of an alternative, and how it differs from the zero's.

    ``verdict`` is ``none`` where no difference could be measured: then nothing else may be told.
    """

    id: str
    name: str
    section: Section
    unit: MeasuredIn
    better: Better
    source: Origin
    mean: float
    low: float
    high: float
    difference: float | None
    least: float | None
    most: float | None
    verdict: Verdict | None = Field(description="Empty in the zero.")


class RunShape(BaseModel):
    """One search: how far from the best possible it may be at most, as a share."""

    seed: int
    status: str
    points: int | None
    gap: float | None
    seconds: float


class TaskHours(BaseModel):
    """Hours a mean day in each hour of it that a group spends on a task, before and after."""

    task: str
    group: str
    before: list[float]
    after: list[float]


class CoverShape(BaseModel):
    """A competence need on a shift: on how many days it was met, on average of the seeds."""

    name: str
    shift: str
    days: int
    met: float
    zero_met: float | None


class GainShape(BaseModel):
    """One gain: money that is truly removed, or capacity in hours; who takes it out, and when."""

    id: str
    kind: GainKind
    what: str
    nok_per_year: int | None
    hours_per_week: float | None
    baseline: float
    measure: str = Field(description="What is measured to follow it up.")
    expected: float
    owner: str
    date: dt.date | None


class RecordShape(BaseModel):
    """The record of a discussion or a risk assessment; empty until it is entered."""

    kind: RecordKind
    date: dt.date | None
    who: str
    note: str


class PlanShape(BaseModel):
    """A gain plan; ``revision`` is 0 before anything was entered."""

    one_off_nok: int
    nok_per_year: int
    yearly_cost_nok: int
    net_nok_per_year: int
    lines: list[GainShape]
    withheld: list[str]
    records: list[RecordShape]
    revision: int


class AlternativeShape(BaseModel):
    """One way to share the tasks; the zero has neither differences nor a plan."""

    id: str
    name: str
    zero: bool
    base: str
    infeasible: str = Field(description="Why there is no roster; empty where there is one.")
    stopped: bool
    runs: list[RunShape]
    gap: float | None = Field(description="The widest gap of its searches, as a share.")
    measures: list[AlternativeMeasure]
    cover: list[CoverShape]
    day: list[TaskHours]
    steps: list[str]
    plan: PlanShape | None


class BaseShape(BaseModel):
    """What alternatives are held against, unchanged."""

    id: str
    name: str
    people: int
    days: int


class ComparisonShape(BaseModel):
    """Alternatives rostered with the same staff, demand and seeds, the zero of each base first."""

    invented: bool
    stopped: bool
    seeds: int
    seconds: float | None
    took_seconds: float
    days: int
    period_days: int
    versions: dict[str, str]
    hashes: dict[str, str]
    bases: list[BaseShape]
    alternatives: list[AlternativeShape]


class ComparisonLine(BaseModel):
    """A comparison in a list."""

    id: str
    scenarios: list[str]
    seeds: int
    seconds: float
    state: JobState
    created: dt.datetime


class ComparisonPage(ComparisonLine):
    """A comparison, how it stands, and what it has found."""

    period: str
    wanted: Literal["go", "stop", "cancel"]
    trouble: str
    started: dt.datetime | None
    ended: dt.datetime | None
    whole: float = Field(description="Seconds that all searches take together at most.")
    share: float | None
    doing: str = Field(description="The name of what is being rostered.")
    told: ComparisonShape | None


class GainEntry(Asked):
    """Who takes a gain out, and from when."""

    line: str = Field(max_length=80)
    owner: str = Field(default="", max_length=120)
    date: dt.date | None = None


class RecordEntry(Asked):
    """The record of a discussion or a risk assessment."""

    kind: RecordKind
    date: dt.date | None = None
    who: str = Field(default="", max_length=200)
    note: str = Field(default="", max_length=2000)


class PlanEntry(Asked):
    """All that is entered for one alternative's gain plan."""

    gains: list[GainEntry] = Field(max_length=200)
    records: list[RecordEntry] = Field(max_length=2)
