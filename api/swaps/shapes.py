"""What is told and asked about swaps.

Of colleagues an employee is told their names, the duties that pass and whether they have answered;
what a swap does to somebody's hours, wishes and rules is told to that person and to the manager.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.calendar.shapes import OffShape, ShiftShape
from api.swaps.tables import Answer, SwapState
from rostering.domain.fields import Code, Id
from rostering.swap import Consent, SwapKind


class GivenDuty(Asked):
    """A duty of the one who gives it."""

    date: dt.date
    shift: Code


class TakenDuty(GivenDuty):
    """A duty that a colleague gives."""

    person: Id


class HandoverAsked(Asked):
    """One person's part of a swap that is asked for."""

    person: Id
    gives: GivenDuty
    takes: TakenDuty


class NewSwap(Asked):
    """A swap that is asked for: two people, or three in a ring."""

    handovers: list[HandoverAsked] = Field(min_length=2, max_length=3)


class AnswerGiven(Asked):
    """What somebody who is asked says."""

    accept: bool


class Decision(Asked):
    """What the manager says; ``publication`` is the number of the roster that was looked at."""

    approve: bool
    publication: int = Field(ge=1, le=1_000_000)
    reason: str = Field(default="", max_length=1000, description="Needed to refuse.")


class SwapRulesShape(Asked):
    """Hours before a duty until which a swap of it may be asked for; 0: until it begins."""

    hours: int = Field(ge=0, le=336)


class PartShape(BaseModel):
    """Who gives and takes what."""

    person: str
    name: str
    gives: ShiftShape
    takes: ShiftShape
    takes_from: str = Field(description="Who gives the duty that is taken, by id.")
    mine: bool


class OwnEffect(BaseModel):
    """What a swap means for the one who looks at it; rests are minutes to the duties around it."""

    minutes: int = Field(description="Working minutes more than before; negative: fewer.")
    rest_before: int | None
    rest_after: int | None
    off_before: list[OffShape] = Field(description="Own F1 and F2 that cannot stand any more.")
    off_after: list[OffShape] = Field(description="Those that stand in their place.")
    consents: list[Consent]


class PossibleSwap(BaseModel):
    """A lawful swap; ``suits`` says that it grants own wishes, of others' it says nothing."""

    kind: SwapKind
    parts: list[PartShape]
    own: OwnEffect
    suits: bool


class PossibleSwaps(BaseModel):
    """The lawful swaps of a duty, the best first."""

    duty: ShiftShape
    ask_by: dt.datetime
    swaps: list[PossibleSwap]


class AnsweredPart(PartShape):
    """A part with what its person has said."""

    answer: Answer


class SwapShape(BaseModel):
    """A swap that has been asked for, as those see it who take part.

    ``own`` is told while it is open and lawful; ``lawful`` is None once it has ended.
    """

    id: str
    kind: SwapKind
    state: SwapState
    why: str = Field(description="Why it is void: ``outrun`` or ``begun``.")
    reason: str = Field(description="What the manager said.")
    asked_by: str
    mine: bool = Field(description="Whether one has asked for it oneself.")
    parts: list[AnsweredPart]
    own: OwnEffect | None
    lawful: bool | None
    at: dt.datetime
    ended: dt.datetime | None


class GoneShape(BaseModel):
    """A breach that vanishes."""

    rule: str
    first: dt.date
    last: dt.date


class PersonEffect(BaseModel):
    """What a swap means for somebody in it, as the manager sees it."""

    person: str
    name: str
    minutes: int
    wishes: int = Field(description="Wish points gained; negative: lost.")
    consents: list[Consent]
    gone: list[GoneShape]
    off_before: list[OffShape]
    off_after: list[OffShape]


class Effects(BaseModel):
    """What a swap changes in the roster that holds now, or why it cannot be made.

    ``points`` is the change of the score card (fewer is better), ``ore`` that of the cost beyond
    monthly pay.
    """

    publication: int
    lawful: bool
    faults: list[str]
    points: int
    ore: int
    gone: list[GoneShape]
    people: list[PersonEffect]


class ManagedSwap(BaseModel):
    """A swap that all have accepted, as the manager sees it."""

    id: str
    kind: SwapKind
    state: SwapState
    why: str
    reason: str
    asked_by: str
    parts: list[AnsweredPart]
    first: dt.date = Field(description="The first date of a duty in it.")
    at: dt.datetime
    agreed: dt.datetime | None
    ended: dt.datetime | None
