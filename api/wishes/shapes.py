"""What is told and asked about wishes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, Field, model_validator

from api.accounts.shapes import Asked
from api.wishes.tables import RecurringWish, Wish
from rostering.domain.fields import Code, Weekday
from rostering.domain.wishes import WishKind

Strength = Literal[1, 2, 3]
MOST_DAYS = 371


class Choice(Asked):
    """A wish without its date: a duty wanted or to be spared; no shift named means any duty."""

    kind: WishKind = Field(examples=["avoid"])
    shifts: list[Code] = Field(default_factory=list, max_length=20, examples=[["N"]])
    strength: Strength = 2
    reason: str = Field(default="", max_length=500, description="For the unit's manager alone.")


class WishShape(BaseModel):
    """A wish for one date."""

    date: dt.date
    kind: WishKind
    shifts: list[str]
    strength: Strength
    reason: str
    source: Literal["wish", "recurring", "proposal"]


class MyWishes(BaseModel):
    """One's wishes of a period, and what is left of the quota."""

    period: str
    person: str
    open: bool
    closes: dt.datetime | None
    most_wishes: int
    most_strong: int
    used: int
    strong: int
    proposed_at: dt.datetime | None = Field(description="When a whole proposal was handed in.")
    wishes: list[WishShape]


class ProposedDuty(Asked):
    """One duty of a whole proposal."""

    date: dt.date
    shift: Code


class Proposal(Asked):
    """A whole own line: each duty becomes a weak wish for it."""

    duties: list[ProposedDuty] = Field(max_length=2 * MOST_DAYS)


class BreachShape(BaseModel):
    """A breach in words, with its paragraph."""

    rule: str
    name: str
    paragraph: str
    link: str
    hard: bool
    person: str | None
    first: dt.date
    last: dt.date
    text: str


class ProposalVerdict(BaseModel):
    """What a proposal amounts to: hours against the contract, weekends, and what it would break."""

    minutes: int
    contract_minutes: int
    weekends: int
    breaches: list[BreachShape]


class PersonWishes(BaseModel):
    """A person's wishes as the unit's manager sees them."""

    person: str
    name: str
    wishes: list[WishShape]


class Cover(StrEnum):
    """How well a day or a shift would be covered if all wishes were granted."""

    UNDER = "under"
    TIGHT = "tight"
    FINE = "fine"
    OVER = "over"


class DayLevel(BaseModel):
    """A date's level, and that of each shift that is asked for; never whose wishes they are."""

    date: dt.date
    level: Cover
    shifts: dict[str, Cover]


class RecurringFacts(Asked):
    """A wish that comes back on some weekdays of every so many weeks, counted from a date."""

    first: dt.date
    last: dt.date | None = None
    every: int = Field(default=1, ge=1, le=12, description="1: every week, 2: alternate weeks.")
    weekdays: list[Weekday] = Field(min_length=1, max_length=7, description="1 is Monday.")
    kind: WishKind
    shifts: list[Code] = Field(default_factory=list, max_length=20)
    strength: Strength = 2
    reason: str = Field(default="", max_length=500)

    @model_validator(mode="after")
    def _forward(self) -> RecurringFacts:
        if self.last is not None and self.last < self.first:
            raise ValueError("the last date is before the first")
        return self


class RecurringShape(RecurringFacts):
    """A recurring wish; it counts once the manager has approved it."""

    id: str
    person: str
    approved: bool
    revision: int


class Approval(Asked):
    """The manager's word on a recurring wish."""

    approved: bool


def shape(wish: Wish, *, reason: bool) -> WishShape:
    """Return a wish as it is told; its reason to its owner and the manager."""
    return WishShape.model_validate(
        {
            "date": wish.date,
            "kind": wish.kind,
            "shifts": wish.shifts,
            "strength": wish.strength,
            "reason": wish.reason if reason else "",
            "source": wish.source,
        }
    )


def recurring_shape(wish: RecurringWish) -> RecurringShape:
    """Return a recurring wish as it is told."""
    fields = {name: getattr(wish, name) for name in RecurringShape.model_fields}
    return RecurringShape.model_validate(fields)
