"""The shape of a gain plan: money that is truly removed, capacity, one-off costs and records."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Model
from tasksharing.domain.sentences import Told

PLAN_FORMAT = "helseturnus.gain_plan"
GainKind = Literal["vacancy", "overtime", "temps", "agency", "capacity"]
RecordKind = Literal["discussion", "risk_assessment"]


class FollowUp(Model):
    """How a gain is followed up: a measure of the comparison, and what is expected of it."""

    measure: str
    expected: float


class GainLine(Model):
    """One gain: money a year that the re-rostered plan truly removes, or capacity in hours a week.

    Parameters
    ----------
    id
        What a plan file names it by, such as ``vacancy`` or ``capacity.sykepleier.07``.
    kind
        All but ``capacity`` are money; capacity is time, never money.
    what
        What is removed or freed, in words.
    nok_per_year
        With on-costs. None for capacity.
    hours_per_week
        For capacity, at ``weekdays`` between the hours ``first`` and ``last``.
    baseline
        The follow-up measure's value in the zero alternative.
    owner, date
        Who takes it out, and from when; empty until somebody enters it.
    """

    id: str
    kind: GainKind
    what: Told
    nok_per_year: int | None = None
    hours_per_week: float | None = None
    group: str = ""
    weekdays: tuple[int, ...] = ()
    first: int | None = Field(default=None, ge=0, le=24)
    last: int | None = Field(default=None, ge=0, le=24)
    baseline: float
    follow_up: FollowUp
    owner: str = ""
    date: dt.date | None = None


class Record(Model):
    """The record of a discussion with the representatives or of the risk assessment."""

    kind: RecordKind
    date: dt.date | None = None
    who: str = ""
    note: str = ""


class GainPlan(Model):
    """All gains of an alternative against its zero.

    ``nok_per_year`` sums the lines in money, ``yearly_cost_nok`` is what new posts cost a year,
    ``net_nok_per_year`` the first less the second. ``withheld`` tells of gains that were not
    counted because no difference could be measured, or because the minutes form no shift.
    """

    one_off_nok: int
    lines: tuple[GainLine, ...]
    nok_per_year: int
    yearly_cost_nok: int
    net_nok_per_year: int
    withheld: tuple[Told, ...] = ()
    records: tuple[Record, ...]
