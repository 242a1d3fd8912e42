"""Stand-ins as data: the open shift, those who may take it in order, those who may not and why.

Codes, ids and numbers; minutes and øre are whole. Sentences are made of them elsewhere.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from rostering.bill.models import Sum
from rostering.domain.fields import Code, Id, Model
from rostering.domain.roster import Assignment
from rostering.domain.shifts import Pay
from rostering.domain.wishes import WishKind
from rostering.replan.stand_ins.precedence import Precedence

STAND_INS_FORMAT = "helseturnus.stand_ins"


class Reason(StrEnum):
    """Why somebody is not offered the shift.

    ``self`` is who is away from it. ``absent`` is sick leave, a sick child or leave: which of them
    is nobody's business. ``F1`` to ``F5``, ``vacation``, ``course`` and ``time_off`` stand on a day
    that the shift touches. ``leaves_short``: the person does not count in a minimum that is open.
    """

    SELF = "self"
    EMPLOYMENT = "employment"
    UNIT = "unit"
    ABSENT = "absent"
    VACATION = "vacation"
    COURSE = "course"
    TIME_OFF = "time_off"
    F3 = "F3"
    F4 = "F4"
    F5 = "F5"
    DO_NOT_CALL = "do_not_call"
    LOCKED = "locked"
    EXEMPTION = "exemption"
    COMPETENCE = "competence"
    NOT_COUNTED = "not_counted"
    LEAVES_SHORT = "leaves_short"
    ON_DUTY = "on_duty"
    F1 = "F1"
    NO_NEW_REST = "no_new_rest"
    UNLAWFUL = "unlawful"


class OpenDuty(Model):
    """A shift that lacks somebody.

    ``person`` is who is away from it; the roster may still hold that duty. ``unit`` and ``role``
    may be left out where only one is possible.
    """

    date: dt.date
    shift: Code
    unit: Id | None = None
    role: Id | None = None
    person: Id | None = None


class WishEffect(Model):
    """A wish that the shift would break or meet; ``points`` are those of the wish alone.

    ``day_off`` tells a wish for a day off from one about certain shifts.
    """

    kind: WishKind
    effect: Literal["broken", "met"]
    day_off: bool
    points: int


class LimitUse(Model):
    """A rule's upper limit after the shift, in minutes: used, most allowed and what is left.

    ``first`` and ``last`` are the dates over which it counts.
    """

    rule: str
    value: str
    first: dt.date
    last: dt.date
    used: int
    most: int
    left: int


class GoalChange(Model):
    """Points of the score card that one goal gets more (or fewer) by the shift."""

    term: str
    points: int


class NewRest(Model):
    """Where the weekly rest lies when the shift takes an F1.

    ``f1`` is the date that had it; ``start`` and ``end`` are local times of the whole new block,
    ``minutes`` its length and ``least`` what the rule asks for (35 hours without an agreement).
    """

    f1: dt.date
    start: dt.datetime
    end: dt.datetime
    minutes: int
    least: int


class StandIn(Model):
    """Somebody who may take the shift, and what it would mean.

    ``assignment`` is the duty to put into the roster. ``ore`` is what the bill grows by and
    ``parts`` of what (``kind.part``, then on-costs). ``notice`` is minutes until the shift starts.
    ``rest_before`` and ``rest_after`` are minutes to the duties next to it, None without any;
    ``week_before`` and ``week_after`` the minutes of all duties of the fixed week. ``burden`` is
    how many weekends, nights and other burdens the person then carries above the fair shares.
    ``points`` is how much the whole card changes, ``goals`` what of it comes from which goal.
    """

    rank: int
    person: Id
    name: str
    precedence: Precedence
    volunteer: bool
    assignment: Assignment
    pay: Pay
    ore: int
    parts: tuple[Sum, ...]
    notice: int
    off: bool
    wishes: tuple[WishEffect, ...] = ()
    rest_before: int | None = None
    rest_after: int | None = None
    week_before: int
    week_after: int
    limits: tuple[LimitUse, ...] = ()
    points: int
    goals: tuple[GoalChange, ...] = ()
    burden: int
    new_rest: tuple[NewRest, ...] = ()

    @property
    def broken(self) -> int:
        """How many wishes it breaks."""
        return sum(wish.effect == "broken" for wish in self.wishes)


class Refusal(Model):
    """Somebody who is not offered the shift.

    ``rules`` are the hard rules that it would break (``unlawful``), ``rows`` the demand rows that
    would stay under their minimum (``leaves_short``).
    """

    person: Id
    name: str
    reason: Reason
    rules: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


class StandIns(Model):
    """Everybody of a ward held against one open shift.

    ``open`` has unit, role and person filled in as far as they are known; ``held`` tells that the
    roster still holds the duty. ``starts`` and ``ends`` are local times. ``short`` are the demand
    rows under their minimum that the shift is missing in. ``source`` and ``link`` are where the
    order comes from.
    """

    format: Literal["helseturnus.stand_ins"] = "helseturnus.stand_ins"
    version: Literal[1] = 1
    problem_name: str
    open: OpenDuty
    held: bool
    now: dt.datetime
    starts: dt.datetime
    ends: dt.datetime
    notice: int
    on_request: bool
    short: tuple[str, ...]
    source: str
    link: str
    offered: tuple[StandIn, ...]
    refused: tuple[Refusal, ...]
