"""What is told and asked about scenarios."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from api.accounts.shapes import Asked
from tasksharing.scenarios.changes import Change

ScenarioName = Annotated[
    str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)
]
MOST_CHANGES = 40
Share = Annotated[float, Field(ge=0.1, le=1)]


class NewScenario(Asked):
    """A scenario to be made: empty, or begun from one that ships."""

    name: ScenarioName = Field(examples=["Serviceverter på dagvakt"])
    start: str = Field(default="", max_length=40, description="A shipped scenario's id.")


class CopyScenario(Asked):
    """A copy of a scenario under another name."""

    name: ScenarioName


class ScenarioGiven(Asked):
    """A whole new state of a scenario; it may have no change yet."""

    name: ScenarioName
    changes: list[Change] = Field(max_length=MOST_CHANGES)
    fill: Share
    load: Share
    slide: int = Field(ge=0, le=480)
    demand: Literal["lower", "keep"]


class ScenarioLine(BaseModel):
    """A scenario in a list."""

    id: str
    name: str
    kinds: list[str] = Field(description="The kinds of its changes, in order.")
    revision: int
    changed: dt.datetime


class ScenarioShape(BaseModel):
    """A scenario with its changes."""

    id: str
    period: str
    code: str = Field(description="Its id in files and comparisons.")
    name: str
    changes: list[Change]
    fill: float = Field(description="How much of a new shift must be filled for it to be formed.")
    load: float = Field(description="How much of a quarter-hour can be filled with tasks.")
    slide: int = Field(description="Minutes by which work that stays may slide.")
    demand: Literal["lower", "keep"]
    revision: int
    changed: dt.datetime


class TaskMaterial(BaseModel):
    """A task that a change may speak of."""

    id: str
    name: str
    groups: list[str] = Field(description="Who does it today.")
    hours: float = Field(description="Hours in an ordinary week.")
    approved: bool = Field(description="Whether who may do it is approved on the first day.")


class GroupMaterial(BaseModel):
    """A staff group of the task book."""

    id: str
    name: str
    health: bool


class PersonMaterial(BaseModel):
    """Somebody who may learn something, work elsewhere, or whose post is not filled again."""

    id: str
    name: str
    group: str
    percent: float


class NamedMaterial(BaseModel):
    """A unit, a competence or a shipped scenario."""

    id: str
    name: str


class Materials(BaseModel):
    """What scenarios of a period are built of; without a task book there is nothing to move."""

    book: bool
    invented: bool
    first: dt.date
    last: dt.date
    tasks: list[TaskMaterial]
    groups: list[GroupMaterial]
    people: list[PersonMaterial]
    units: list[NamedMaterial]
    competences: list[NamedMaterial]
    shifts: list[str] = Field(description="Codes that the ward has already.")
    shipped: list[NamedMaterial]


class FaultTold(BaseModel):
    """Why a scenario cannot be, in words; ``change`` is its number from 0, where it is one's."""

    change: int | None
    text: str


class MovedShape(BaseModel):
    """Hours a week of a task that go from one group to another."""

    task: str
    giver: str
    receiver: str
    hours: float


class TaskGone(BaseModel):
    """Hours a week that nobody does any more, or that were to move and had no room."""

    task: str
    why: Literal["dropped", "automated", "coordinated", "no_room"]
    hours: float


class FormedShape(BaseModel):
    """New shifts on a weekday; ``offered`` are the hours for one more, where too few."""

    group: str
    shift: str
    weekday: int
    wanted: int
    heads: int
    filled: float
    offered: float | None


class FreedShape(BaseModel):
    """Hours freed under a row of the staffing plan on a weekday, and what becomes of them.

    ``lowered``: whole shifts leave the plan. ``minimum``: a whole shift, but the minimum stands.
    ``scattered``: too spread out for a shift. ``few``: too few for one. ``more``: more to do.
    """

    row: str
    shift: str
    weekday: int
    hours: float
    heads: int
    becomes: Literal["lowered", "minimum", "scattered", "few", "more"]


class FiguresShape(BaseModel):
    """A scenario's sums, hours a week; ``saved_hours`` alone may be counted as saved."""

    freed_hours: float
    freed_health_hours: float
    lowered_hours: float
    new_hours: float
    saved_hours: float
    capacity_hours: float
    posts_added: float
    posts_vacated: float
    training_people: int
    training_hours: float
    delegations: int
    one_off_nok: int


class EffectsShape(BaseModel):
    """What a scenario does before anybody is rostered; no figures: it has faults, or is empty."""

    faults: list[FaultTold]
    invented: bool
    figures: FiguresShape | None = None
    moved: list[MovedShape] = []
    gone: list[TaskGone] = []
    formed: list[FormedShape] = []
    freed: list[FreedShape] = []
    steps: list[str] = Field(default=[], description="What has to be done first, in words.")
