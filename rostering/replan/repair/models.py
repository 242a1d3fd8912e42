"""What a repair is asked for and what it offers, as data."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from rostering.bill.models import BillDifference
from rostering.domain.fields import Code, Id, Model
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.domain.wishes import AbsenceKind, Span

REPAIR_FORMAT = "helseturnus.repair"
Way = Literal["come_in", "move", "trade", "open"]
Favours = Literal["order", "cost", "card", "calm"]


class Gone(Span):
    """Somebody who is away from the first to the last date, both included."""

    person: Id
    kind: AbsenceKind = AbsenceKind.SICK


class DemandChange(Model):
    """Another minimum of a demand row on one date; the target follows where it was lower."""

    row: Id
    date: dt.date
    minimum: int = Field(ge=0, le=500)


class Disruption(Model):
    """What has happened since the roster was published."""

    gone: tuple[Gone, ...] = ()
    demand: tuple[DemandChange, ...] = ()


class Opening(Model):
    """A shift that lacks somebody; ``person`` is who is away from it, if anybody."""

    date: dt.date
    shift: Code
    unit: Id
    role: Id | None = None
    person: Id | None = None


class Fill(Model):
    """How one opening is met.

    ``come_in``: ``person``, off that day, works it on top; ``move``: ``person``, on another shift
    that day, is moved to it; ``trade``: ``person``, off that day, works it and has ``released``
    off in return; ``open``: nobody, for want of anybody or because the minimum holds without.
    """

    opening: Opening
    way: Way
    person: Id | None = None
    pay: Pay | None = None
    released: Assignment | None = None
    on_request: bool = False


class DayChange(Model):
    """One person's date before and after; ``notice`` is minutes until the earlier of the two."""

    person: Id
    date: dt.date
    before: tuple[Code, ...]
    after: tuple[Code, ...]
    notice: int
    consent: bool


class BurdenChange(Model):
    """Points of one burden that a person carries more, or fewer, than before."""

    person: Id
    burden: str
    points: int


class RepairOption(Model):
    """One way to repair the whole disruption.

    Parameters
    ----------
    favours
        What it puts first: ``order`` (AML § 14-3, volunteers first), ``cost``, ``card`` (the score
        card's points) or ``calm`` (people at work already, before anybody is called in).
    changes
        Whose dates differ from the published roster; ``consent`` where a published duty moves.
    uncovered
        Openings under the minimum that nobody may lawfully take.
    bill
        What it costs beyond the roster without who is away.
    points
        Change of the score card's total against the same.
    """

    favours: Favours
    fills: tuple[Fill, ...]
    changes: tuple[DayChange, ...]
    uncovered: tuple[Opening, ...]
    ore: int
    bill: BillDifference
    points: int
    people: int
    notice: int | None
    burdens: tuple[BurdenChange, ...]
    roster: Roster


class Repair(Model):
    """All options, the best by its own measure first; ``unchanged`` when nothing needs repair.

    ``problem`` hashes the ward with the disruption in it, in which the rosters are to be judged.
    """

    format: Literal["helseturnus.repair"] = "helseturnus.repair"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    now: dt.datetime
    unchanged: bool
    openings: tuple[Opening, ...]
    options: tuple[RepairOption, ...]
    seconds: float = 0.0
