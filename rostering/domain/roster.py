"""A roster: who works which shift on which day, and how it came about."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field

from rostering.domain.fields import Code, Id, Model

ROSTER_FORMAT = "helseturnus.roster"
ROSTER_VERSION = 1


class Assignment(Model):
    """One duty of one person; ``role`` names the exclusive demand row it fills, if any."""

    person: Id
    date: dt.date
    shift: Code
    unit: Id
    role: Id | None = None

    @property
    def key(self) -> tuple[str, dt.date, str, str, str]:
        """Sort and comparison key."""
        return (self.person, self.date, self.shift, self.unit, self.role or "")


class Evidence(Model):
    """How a roster was made: enough to repeat it, without clock time.

    ``objective`` and ``bound`` are points of the score card.
    """

    strategy: str = "none"
    status: str = "manual"
    seed: int | None = None
    workers: int | None = None
    seconds: float | None = None
    steps: float | None = None
    objective: int | None = None
    bound: int | None = None
    engine: str = ""


class Roster(Model):
    """Assignments of one horizon, with the rulebook that it is judged by."""

    format: Literal["helseturnus.roster"] = "helseturnus.roster"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    start: dt.date
    days: int = Field(ge=1)
    assignments: tuple[Assignment, ...] = ()
    rulebook: dict[str, Any] = Field(default_factory=dict)
    evidence: Evidence = Evidence()
