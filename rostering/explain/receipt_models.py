"""What a wish receipt tells, as data."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rostering.domain.fields import Model

RECEIPTS_FORMAT = "helseturnus.receipts"


class CauseOfPrice(Model):
    """A goal that granting a wish would make dearer (or, below 0, cheaper), in points."""

    term: str
    points: int


class Touched(Model):
    """Somebody else whose days would change, for the one who reads: an id or a role.

    ``person`` stands in a manager's copy alone; ``group`` and ``kind`` tell a colleague apart from
    nobody in particular.
    """

    person: str | None
    group: str
    dates: tuple[dt.date, ...]


class Enabling(Model):
    """What would have made a wish free: one more person, with a competence, on a shift that day."""

    date: dt.date
    shift: str
    competences: tuple[str, ...] = ()
    row: str = ""


class Receipt(Model):
    """What became of one wish on one date.

    Parameters
    ----------
    status
        ``granted``; ``refused`` with a price; ``impossible``: proved that no lawful roster of this
        ward grants it; ``unknown``: no lawful roster with it was found in the time given.
    low, high
        What granting it would cost beyond this roster's points: proved at least ``low``, a roster
        at ``high`` was found. Below 0 the roster itself can be improved.
    exact
        Whether both solves were optimal: then ``low`` equals ``high``.
    worth
        Points that this refusal costs on the score card, already taken off in ``low`` and ``high``.
    causes
        Goals that change in the roster found, dearest first.
    rules
        Hard rules that the plain change alone would break, by id.
    touched
        Others whose days differ in the roster found.
    nearest
        Whether it is proved that no roster of that price changes fewer days.
    displaced
        Strengths of others' wishes that would be refused instead.
    """

    person: str
    date: dt.date
    kind: Literal["want", "avoid"]
    shifts: tuple[str, ...] = ()
    strength: Literal["weak", "medium", "strong"]
    status: Literal["granted", "refused", "impossible", "unknown"]
    worth: int = 0
    low: int | None = None
    high: int | None = None
    exact: bool = False
    causes: tuple[CauseOfPrice, ...] = ()
    rules: tuple[str, ...] = ()
    touched: tuple[Touched, ...] = ()
    nearest: bool = False
    displaced: tuple[Literal["weak", "medium", "strong"], ...] = ()
    enabling: tuple[Enabling, ...] = ()


class Fulfilment(Model):
    """How many wish days of one strength were granted."""

    strength: Literal["weak", "medium", "strong"]
    granted: int
    asked: int


class PersonFulfilment(Model):
    """One person's granted wish days, by strength."""

    person: str
    by_strength: tuple[Fulfilment, ...]


class Receipts(Model):
    """All receipts of a roster, and how far wishes were granted, by person and for the ward.

    ``partial`` tells that the time was up, or somebody stopped it, before all were priced.
    """

    format: Literal["helseturnus.receipts"] = "helseturnus.receipts"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    points: int
    optimal: bool
    receipts: tuple[Receipt, ...]
    ward: tuple[Fulfilment, ...]
    people: tuple[PersonFulfilment, ...]
    partial: bool = False
    seconds: float = 0.0
