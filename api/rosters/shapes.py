"""What is told and asked about drafts and published rosters."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked, Name
from api.rosters.tables import Source
from api.wishes.shapes import BreachShape
from rostering.domain.card import ScoreCard
from rostering.domain.fields import Code, Id


class DutyShape(Asked):
    """A duty in a cell; ``role`` is the exclusive demand row that it fills."""

    shift: Code
    unit: Id
    role: Id | None = None


class CellShape(Asked):
    """A person's date with its duties; an empty list is a day off.

    ``locked`` keeps the date as it is in a search.
    """

    person: Id
    date: dt.date
    duties: list[DutyShape] | None = Field(
        default=None, max_length=4, description="Leave out to keep what is there."
    )
    locked: bool | None = Field(default=None, description="Leave out to keep as it is.")


class Edit(Asked):
    """Cells to be set, all or none."""

    cells: list[CellShape] = Field(min_length=1, max_length=500)


class DraftShape(BaseModel):
    """A draft; ``objective`` and ``bound`` are points of the score card, where one was proved."""

    id: str
    period: str
    number: int
    name: str
    source: Literal["generated", "edited", "imported", "copied"]
    parent: str | None
    revision: int
    at: dt.datetime
    changed: dt.datetime
    objective: int | None
    bound: int | None
    shown: bool


class NewDraft(Asked):
    """A draft to be made: empty, or a copy of another one of the period."""

    name: Name = "Utkast"
    copy_of: str | None = Field(default=None, max_length=32)


class Rename(Asked):
    """A draft's new name."""

    name: Name


class GridPerson(BaseModel):
    """A row of the grid: hours are minutes over the period, ``cells`` has a place a day.

    A cell holds the codes of its duties with ``+`` between them; ``codes`` holds what lies over
    it (F1, vacation), ``wishes`` what was wished: ``-`` off, ``+`` on, with a strength of 1 to 3.
    """

    id: str
    name: str
    group: str
    percent: float
    competences: list[str]
    planned: int
    contract: int
    home: str = Field(description="The unit of duties that ``placed`` does not name.")
    placed: dict[str, list[DutyShape]] = Field(
        description="By date: duties with a role, or in another unit."
    )
    cells: list[str]
    codes: dict[str, str]
    wishes: dict[str, str]
    locked: list[dt.date]


class GridRow(BaseModel):
    """A row of the staffing plan: how many there are and should be on each date."""

    id: str
    name: str
    shifts: list[str]
    have: list[int]
    minimum: list[int]
    target: list[int]


class GridShift(BaseModel):
    """A shift code; times as ``07:30``, ``minutes`` without the unpaid break."""

    code: str
    name: str
    kind: str
    start: str
    end: str
    minutes: int


class Verdict(BaseModel):
    """What a draft is worth and breaks."""

    points: int
    hard: int
    breaches: list[BreachShape]
    cost_ore: int | None = Field(description="As in ``DraftCost``; null until that was asked for.")


class Grid(BaseModel):
    """A whole draft on one screen."""

    draft: DraftShape
    start: dt.date
    days: int
    red_days: dict[str, str]
    people: list[GridPerson]
    coverage: list[GridRow]
    shifts: list[GridShift]
    verdict: Verdict


class Judged(BaseModel):
    """A change's verdict: the rows and coverage that it moves, and what the whole then breaks."""

    revision: int
    people: list[GridPerson]
    coverage: list[GridRow]
    verdict: Verdict


class DraftCost(BaseModel):
    """What a draft costs beyond monthly pay, in øre: supplements, extra time, overtime, on-costs.

    By the wage table that the ward names and the people's pay, as ``turnus bill`` tells it.
    """

    ore: int
    people: dict[str, int]


class DraftDifference(BaseModel):
    """Two drafts beside each other, by their score cards and cell by cell."""

    before: ScoreCard
    after: ScoreCard
    changed_cells: int
    people: dict[str, int] = Field(description="Changed cells by person.")


class Publish(Asked):
    """A publication; less than 14 days ahead it needs a reason (AML § 10-3)."""

    draft: str = Field(max_length=32)
    reason: str = Field(default="", max_length=1000)


class PublicationShape(BaseModel):
    """A published roster."""

    id: str
    period: str
    number: int
    draft: str
    source: Source
    takes_effect: dt.date
    days_ahead: int
    reason: str
    hash: str
    at: dt.datetime
