"""What is told and asked about reserve shifts; money is in whole kroner."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field, model_validator

from api.accounts.shapes import Asked

MOST_KR = 100_000


class ShiftPrices(Asked):
    """What a shift costs: planned as a reserve, filled at short notice, and left over.

    They are assumptions until somebody puts in the unit's own.
    """

    planned: int = Field(default=2500, ge=1, le=MOST_KR)
    called: int = Field(default=5000, ge=1, le=MOST_KR)
    idle: int = Field(default=750, ge=0, le=MOST_KR)

    @model_validator(mode="after")
    def _in_order(self) -> ShiftPrices:
        if not self.called > self.planned >= self.idle:
            raise ValueError("prices must be called > planned >= idle")
        return self


class AskReserve(Asked):
    """The prices at which reserve shifts are to pay."""

    prices: ShiftPrices = Field(default_factory=ShiftPrices)


class ReserveRow(Asked):
    """Reserve heads on one of some shifts on a day.

    ``worth`` is what each head saves in kroner before its own cost, the first first.
    """

    date: dt.date
    units: list[str] = Field(min_length=1, max_length=20)
    shifts: list[str] = Field(min_length=1, max_length=20)
    heads: int = Field(ge=1, le=20)
    worth: list[int] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _each_worth(self) -> ReserveRow:
        if len(self.worth) < self.heads or not all(1 <= w <= MOST_KR for w in self.worth):
            raise ValueError("each head needs a worth from 1 to 100000 kroner")
        return self


class ProposedRow(BaseModel):
    """A row that is proposed, with what is expected on those shifts."""

    date: dt.date
    units: list[str]
    shifts: list[str]
    shift_names: list[str]
    heads: int
    worth: list[int]
    expected: float = Field(description="Absent shifts to expect, on average.")
    needed: float = Field(description="The chance that the last of the heads is needed.")


class Suggestion(BaseModel):
    """Reserve shifts that pay, and what they are expected to cost and save in the period.

    ``level`` is the share of days whose absence the reserve is to hold: (called - planned) /
    (called - idle). ``unreached`` are the period's days without a forecast.
    """

    used: Literal["champion", "naive"] | None
    rows: list[ProposedRow]
    prices: ShiftPrices
    level: float
    days: int
    unreached: int
    shifts: int
    planned_cost: int
    cost_without: int
    cost_with: int
    saved: int


class Accept(Asked):
    """The reserve shifts that a period's roster is to fill where they are worth it."""

    prices: ShiftPrices = Field(default_factory=ShiftPrices)
    rows: list[ReserveRow] = Field(max_length=2000)


class Accepted(BaseModel):
    """What was accepted for a period; ``fixed`` once its roster is published."""

    rows: list[ReserveRow]
    prices: ShiftPrices | None
    at: dt.datetime | None
    fixed: bool
