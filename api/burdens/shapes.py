"""What is told and asked about burdens and the agreement on names."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from api.accounts.shapes import Asked
from rostering.burden.models import Burden, Entry
from rostering.burden.sight import Figure, Spread

Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]


class Correct(Asked):
    """Points to be added to what somebody carries on; 0 takes a correction back."""

    points: int = Field(ge=-1000, le=1000, examples=[-2])
    reason: Reason = Field(examples=["To netter ble byttet bort på papir."])


class CorrectionShape(BaseModel):
    """Points that the manager has added to what somebody carries on; the person sees them too."""

    person: str
    burden: Burden
    points: int
    reason: str
    at: dt.datetime


class PersonLedger(BaseModel):
    """One person's entries; ``size`` is the position in percent."""

    person: str
    name: str
    size: float
    new: bool
    entries: list[Entry]


class WholeLedger(BaseModel):
    """Everybody's burdens in and after a roster, for the unit's manager."""

    people: list[PersonLedger]
    ward: list[Spread]
    spread: dict[Burden, float] = Field(
        description="Standard deviation per full-time post, among all who share the burden."
    )
    corrections: list[CorrectionShape] = Field(
        description="Of what is carried on from this period; they count in the next one."
    )


class NamedLedger(BaseModel):
    """A colleague's figures, in a unit that has agreed to names."""

    person: str
    name: str
    figures: list[Figure]


class MyLedger(BaseModel):
    """One's own burdens beside the ward's quartiles; ``ward`` is empty where too few share."""

    person: str
    own: list[Figure]
    ward: list[Spread]
    named: list[NamedLedger]
    corrections: list[CorrectionShape] = Field(
        description="What was corrected of what one brought into this roster."
    )
    fewest: int = Field(description="Of fewer people than these the ward's spread is not shown.")


class LedgerSpread(BaseModel):
    """How evenly burdens lie, without anybody's name; only burdens that enough people share."""

    people: int
    fewest: int
    ward: list[Spread]
    spread: dict[Burden, float]


class AgreementShape(BaseModel):
    """Whether colleagues see each other's burdens by name."""

    state: Literal["none", "proposed", "agreed"]
    proposed_at: dt.datetime | None = None
    agreed_at: dt.datetime | None = None
