"""What is asked and told about repairs."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field, model_validator

from api.accounts.shapes import Asked
from rostering.domain.wishes import AbsenceKind
from rostering.replan.repair.models import BurdenChange, Favours, Fewer, Fill, Opening
from rostering.replan.stand_ins.models import LimitUse, NewRest
from rostering.replan.stand_ins.precedence import Precedence


class AwayPerson(Asked):
    """Somebody who is away from the first to the last date, both included."""

    person: str = Field(max_length=64)
    first: dt.date
    last: dt.date | None = Field(default=None, description="The first when left out.")
    kind: AbsenceKind = AbsenceKind.SICK

    @model_validator(mode="after")
    def _forward(self) -> AwayPerson:
        if self.end < self.first:
            raise ValueError("the last date is before the first")
        return self

    @property
    def end(self) -> dt.date:
        """The last date, whether said or not."""
        return self.last or self.first


class ChangedNeed(Asked):
    """Another minimum of a row of the staffing plan on one date."""

    row: str = Field(max_length=64)
    date: dt.date
    minimum: int = Field(ge=0, le=500)


class RepairAsk(Asked):
    """What has happened since the roster was published; at least one of the two."""

    away: list[AwayPerson] = Field(default_factory=list, max_length=20)
    demand: list[ChangedNeed] = Field(default_factory=list, max_length=20)
    on_request: bool = Field(default=False, description="Also people who have their F1.")


class CostLine(BaseModel):
    """Hours of one kind more or fewer (``extra``, ``overtime``, ...); ``on_costs`` has no hours."""

    key: str
    minutes: int
    ore: int


class OptionChange(BaseModel):
    """One person's date before and after; ``notice`` is minutes until the earlier of the two.

    ``consent``: a published duty moves, which the person must agree to.
    """

    person: str
    date: dt.date
    before: list[str]
    after: list[str]
    notice: int
    consent: bool


class OptionFill(BaseModel):
    """How one opening is met, and what that uses up of limits on hours and of the weekly rest.

    ``precedence`` is the place in the order of AML § 14-3 of somebody who comes in.
    """

    fill: Fill
    precedence: Precedence | None
    limits: list[LimitUse]
    new_rest: list[NewRest]


class RepairOptionShape(BaseModel):
    """One way out with its bill; it is taken by its ``place``.

    ``ore`` is what it costs beyond the roster without who is away, ``points`` how the score card
    changes (fewer is better), ``burdens`` what the fairness ledger gets.
    """

    place: int
    favours: Favours
    fills: list[OptionFill]
    changes: list[OptionChange]
    uncovered: list[Opening]
    ore: int
    lines: list[CostLine]
    points: int
    notice: int | None
    burdens: list[BurdenChange]


class RepairShape(BaseModel):
    """Ways out of a disruption of a published roster.

    ``unchanged``: no shift lacks anybody, there is nothing to repair. Place 0 can always be taken:
    the absence is noted and its shifts stay open. ``names`` are those of everybody named.
    """

    id: str
    period: str
    number: int = Field(description="The publication that it repairs.")
    unchanged: bool
    openings: list[Opening]
    options: list[RepairOptionShape]
    fewer: Fewer | None = Field(description="Why there are not three options.")
    names: dict[str, str]
    seconds: float


class RepairTake(Asked):
    """The option to be taken, by its place; 0 notes the absence and leaves its shifts open."""

    place: int = Field(ge=0, le=100)
    reason: str = Field(
        default="", max_length=1000, description="Everybody in the unit can read it."
    )
