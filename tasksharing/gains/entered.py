"""What people enter for a gain plan: owners, dates, and records of what was discussed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Code, Model
from tasksharing.files.json_file import read_json
from tasksharing.files.toml import read_toml
from tasksharing.gains.models import PLAN_FORMAT, Record


class EnteredGain(Model):
    """Owner and date of one gain line, by its id."""

    line: str
    owner: str = ""
    date: dt.date | None = None


class EnteredPlan(Model):
    """All that was entered for one alternative."""

    gains: tuple[EnteredGain, ...] = ()
    records: tuple[Record, ...] = ()


class EnteredPlans(Model):
    """What was entered for several alternatives, by scenario id, as a file."""

    format: Literal["helseturnus.gain_plan"] = "helseturnus.gain_plan"
    version: Literal[1] = 1
    plans: dict[Code, EnteredPlan] = Field(default_factory=dict)


def read_entered(path: Path) -> EnteredPlans:
    """Return what was entered in a .toml or .json file.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    if path.suffix.lower() == ".json":
        return read_json(EnteredPlans, path, PLAN_FORMAT)
    return read_toml(EnteredPlans, path, PLAN_FORMAT)
