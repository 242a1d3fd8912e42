"""The clock on the ward's wall."""

from __future__ import annotations

import datetime as dt

from api.db.base import now
from rostering.domain.clock import OSLO
from rostering.domain.problem import Problem


def local_now() -> dt.datetime:
    """Return the local time (naive), as the engine counts notice from."""
    return now().astimezone(OSLO).replace(tzinfo=None)


def starts(problem: Problem, date: dt.date, shift: str) -> dt.datetime:
    """Return when a shift begins, in local time (naive)."""
    found = next(one for one in problem.shifts if one.code == shift)
    return dt.datetime.combine(date, dt.time()) + dt.timedelta(minutes=found.start)
