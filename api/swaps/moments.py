"""When duties begin, and whether that is past."""

from __future__ import annotations

from datetime import UTC, date, datetime

from api.db.base import now
from rostering.domain.clock import OSLO, instant
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.domain.shifts import ShiftType


def moment() -> datetime:
    """Return this moment; all that swaps do asks here."""
    return now()


def today() -> date:
    """Return the date in Norway."""
    return moment().astimezone(OSLO).date()


def begins(problem: Problem, duty: Assignment) -> datetime:
    """Return when a duty begins."""
    return _at(instant(duty.date, _shift(problem, duty).start))


def ends(problem: Problem, duty: Assignment) -> datetime:
    """Return when a duty ends."""
    return _at(instant(duty.date, _shift(problem, duty).end_minute))


def _shift(problem: Problem, duty: Assignment) -> ShiftType:
    return next(shift for shift in problem.shifts if shift.code == duty.shift)


def _at(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)
