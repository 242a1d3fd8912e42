"""A file of counts that was sent: read in memory, for one unit, never written down as it came."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.forecasts.counts import FLOOR, Count
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from absence_model.table.model import Imported

MOST_SHIFTS = 5000
EXAMPLE = """unit,date,group,planned,absent,kind
{unit},2026-01-05,pleie,12,1,self_certified
{unit},2026-01-05,pleie,12,0.5,sick_child
{unit},2026-01-06,pleie,12,0,self_certified
{unit},2026-01-07,pleie,12,2,doctor_certified_1_16
{unit},2026-01-10,pleie,7,0,self_certified
"""
"""A row a day, staff group and kind; a day without absence has one row with 0."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave; ``persons`` when its rows were about people."""

    counts: list[Count]
    persons: bool
    unit: str


def counts_in(given: bytes, unit: str, today: dt.date) -> Read:
    """Return a unit's counts in a .csv or .xlsx file.

    A file of one unit is taken as this unit's, whatever its name there; of a file of several only
    rows with the unit's own name are.

    Raises
    ------
    BadInput
        With every fault and its row; a file of several units without this one, too few people, or
        days to come, too.
    """
    from absence_model.table.reading import read_table
    from absence_model.table.unpacking import Held

    read = read_table(Held("fil", given))
    name = _unit_in(read, unit)
    table = read.table[read.table["unit"] == name]
    people = read.report.employees.get(name)
    if people is not None and people < FLOOR:
        needed = f"{FLOOR} or more: fewer would tell of persons"
        raise BadInput([Fault("fil", f"rows about {people} people", needed)])
    counts = [
        Count(date, str(group), str(kind), float(planned), float(absent))
        for date, group, kind, planned, absent in zip(
            table["date"].dt.date,
            table["group"],
            table["kind"],
            table["planned"],
            table["absent"],
            strict=True,
        )
    ]
    _require_past(counts, today)
    _require_small(counts)
    return Read(counts, read.report.form != "table", name)


def _unit_in(read: Imported, unit: str) -> str:
    names = [str(name) for name in read.table["unit"].unique()]
    if not names:
        raise BadInput([Fault("fil", "no rows", "a row a day, staff group and kind")])
    same = [name for name in names if name.strip().casefold() == unit.strip().casefold()]
    if same:
        return same[0]
    if len(names) == 1:
        return names[0]
    found = f"rows of {len(names)} units, none of them {unit!r}"
    raise BadInput([Fault("fil", found, f"rows of {unit!r}, or of one unit alone")])


def _require_small(counts: list[Count]) -> None:
    large = sorted({count.date for count in counts if count.planned > MOST_SHIFTS})
    if large:
        found = f"more than {MOST_SHIFTS} planned shifts, on {large[0]}"
        raise BadInput([Fault("fil", found, "the shifts of one unit's day")])


def _require_past(counts: list[Count], today: dt.date) -> None:
    late = sorted({count.date for count in counts if count.date > today})
    if late:
        found = f"{len(late)} days to come, from {late[0]} on"
        raise BadInput([Fault("fil", found, f"days up to {today}: what has happened")])
