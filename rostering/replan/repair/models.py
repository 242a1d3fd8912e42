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
from rostering.replan.stand_ins.models import Reason

REPAIR_FORMAT = "helseturnus.repair"
Way = Literal["come_in", "move", "trade", "open"]
Favours = Literal["order", "cost", "card", "calm", "other"]


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
    """A shift that lacks somebody; ``person`` is who is away, or moved, from it, if anybody."""

    date: dt.date
    shift: Code
    unit: Id
    role: Id | None = None
    person: Id | None = None


class Fill(Model):
    """How one opening is met.

    ``come_in``: ``person``, off that day, works it on top; ``move``: ``person``, on another shift
    or role that day, is moved to it (the gap, where that leaves one, is the next fill's opening);
    ``trade``: ``person``, off that day, works it and has ``released``
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
        card's points), ``calm`` (people at work already, before anybody is called in), or nothing
        of these (``other``).
    changes
        Whose dates differ from the published roster; ``consent`` where a published duty moves, not
        where its role alone changes.
    uncovered
        Openings that stay open under a minimum.
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


class Barred(Model):
    """How many people may not come in for an opening, for one reason.

    ``reason`` is one of ``stand_ins.Reason``; ``rules`` are those that it would break newly.
    """

    reason: Reason
    rules: tuple[str, ...] = ()
    people: int


class Fewer(Model):
    """Why there are fewer options than are looked for.

    Parameters
    ----------
    proved
        Whether each way was gone through: coming in, being moved, trading a day, and a move with
        any of these for the gap. False where time was up before.
    on_request
        Options there would be more if people on their F1 were asked too; None where they were.
    barred
        Why people cannot come in for the first opening, the commonest reason first.
    """

    proved: bool
    on_request: int | None
    barred: tuple[Barred, ...]


class Repair(Model):
    """All options, the best by its own measure first; ``unchanged`` when nothing needs repair.

    ``problem`` hashes the ward with the disruption in it, in which the rosters are to be judged.
    ``fewer`` stands where there are not three options.
    """

    format: Literal["helseturnus.repair"] = "helseturnus.repair"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    now: dt.datetime
    unchanged: bool
    openings: tuple[Opening, ...]
    options: tuple[RepairOption, ...]
    fewer: Fewer | None = None
    seconds: float = 0.0
