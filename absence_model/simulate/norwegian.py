"""Invented small Norwegian units as a table of absence: kinds, staff groups, quiet weekends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from absence_model.simulate.season import Floats, season
from absence_model.simulate.world import Assumptions, World, draw
from absence_model.table.rows import sorted_table
from absence_model.table.words import KINDS

if TYPE_CHECKING:
    import pandas as pd

RATE = 0.045
"""Short-term absence of planned shifts: assumed."""
GROUPS = {"nurses": 0.3, "others": 0.7}
"""Staff groups and their part of a unit's shifts: assumed."""
PARTS = {"self_certified": 0.5, "sick_child": 0.1, "doctor_certified_1_16": 0.3, "other_short": 0.1}
"""Parts of short-term absence by kind over a year: assumed, for no open figure splits it so."""
WEEKEND = 0.65
"""Shifts on a Saturday or Sunday, of those on a weekday: assumed."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many units there are, and the smallest and largest number of shifts of a weekday."""

    units: int = 20
    least: int = 6
    most: int = 25


def norwegian_world(seed: int, first: date, years: int = 5, size: Size | None = None) -> World:
    """Return units of a municipality over whole years; rows are a unit's staff groups."""
    import pandas as pd

    size = size or Size()
    rng = np.random.default_rng(np.random.SeedSequence([47, seed]))
    days = pd.date_range(first, periods=round(years * 365.25), freq="D")
    shifts = rng.integers(size.least, size.most + 1, size.units)
    weekly = np.where(days.day_of_week.to_numpy() >= 5, WEEKEND, 1.0)
    rows = [np.rint(count * part * weekly) for count in shifts for part in GROUPS.values()]
    return draw(np.array(rows), days, RATE, Assumptions(), rng)


def table_of(world: World, seed: int) -> pd.DataFrame:
    """Return a world of units by staff group as the table, absence divided by kinds.

    A kind's part follows its own season: doctors' certificates vary less over the year than
    self-certified absence.
    """
    import pandas as pd

    rng = np.random.default_rng(np.random.SeedSequence([48, seed]))
    parts = _parts(world.days)
    drawn = rng.multinomial(world.absent.ravel(), np.tile(parts, (len(world.absent), 1)))
    groups, count = list(GROUPS), len(world.days)
    unit = [f"unit-{n // len(groups) + 1:03d}" for n in range(len(world.absent))]
    frame = pd.DataFrame(
        {
            "unit": np.repeat(np.array(unit, dtype=object), count),
            "date": np.tile(world.days.to_numpy(), len(unit)),
            "group": np.repeat(np.array(groups * (len(unit) // len(groups)), object), count),
            "planned": world.planned.ravel(),
        }
    )
    some = [
        frame.assign(absent=drawn[:, n].astype(float), kind=kind) for n, kind in enumerate(KINDS)
    ]
    quiet = frame.assign(absent=0.0, kind=KINDS[0])[world.absent.ravel() == 0]
    table = pd.concat([*(part[part["absent"] > 0] for part in some), quiet], ignore_index=True)
    return sorted_table(table[table["planned"] > 0])


def _parts(days: pd.DatetimeIndex) -> Floats:
    seasons = {"doctor_certified_1_16": "doctor_certified"}
    weights = np.column_stack(
        [PARTS[kind] * season(days, seasons.get(kind, "self_certified")) for kind in KINDS]
    )
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))
