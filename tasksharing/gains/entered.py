"""What people enter for a gain plan: owners, dates, and records of what was discussed."""

from __future__ import annotations

import datetime as dt

from rostering.domain.fields import Model
from tasksharing.gains.models import Record


class EnteredGain(Model):
    """Owner and date of one gain line, by its id."""

    line: str
    owner: str = ""
    date: dt.date | None = None


class EnteredPlan(Model):
    """All that was entered for one alternative."""

    gains: tuple[EnteredGain, ...] = ()
    records: tuple[Record, ...] = ()
