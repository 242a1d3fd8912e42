"""A ward's planned shifts day by day, and the absence to expect on each of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from absence_model.reserve.counts import spread_as_noise
from absence_model.reserve.rows import MOST_HEADS, Expected
from rostering.domain.cells import Cell
from rostering.domain.fields import Code, Id
from rostering.domain.index import ProblemIndex
from rostering.errors import BadInput, Fault, Unsupported

if TYPE_CHECKING:
    from absence_model.intervals import Predictive

OWN_NOISE, SHARED_NOISE = 0.15, 0.06
"""Where nothing but a share is known: how much a unit's week, and a week of all units, vary."""

Day = tuple[Id, dt.date]


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Absent shifts to expect in a unit on a day; ``shared`` is the part of the noise that other
    units have at the same time.
    """

    mean: float
    noise: float
    shared: float


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """How many people one unit's staffing plan aims at on a shift of a day, and the room above."""

    date: dt.date
    shifts: tuple[Code, ...]
    unit: Id
    people: int
    room: int = MOST_HEADS


def planned_shifts(index: ProblemIndex) -> tuple[PlannedShift, ...]:
    """Return the targets of a ward: rows for anybody, and where there are none, the largest row.

    Rows of several units and demand curves are left out: nobody's target on one shift is theirs.

    Raises
    ------
    Unsupported
        When the roster is a base roster, which has no dates, or no demand row names shifts.
    """
    if index.cyclic:
        raise Unsupported("a reserve is for dates, and a base roster has none: unroll it first")
    found: dict[tuple[int, tuple[Code, ...], Id], list[Cell]] = defaultdict(list)
    for cell in index.cells:
        row = cell.row
        if not row.exclusive and row.shifts and len(row.units) == 1 and cell.target:
            found[cell.day, row.shifts, row.units[0]].append(cell)
    if not found:
        raise Unsupported("a reserve is for shifts, and no demand row of a unit here names any")
    return tuple(
        _planned(index, day, shifts, unit, found[day, shifts, unit])
        for day, shifts, unit in sorted(found)
    )


def _planned(
    index: ProblemIndex, day: int, shifts: tuple[Code, ...], unit: Id, cells: Sequence[Cell]
) -> PlannedShift:
    anybody = [cell for cell in cells if not cell.row.competence.codes]
    people = max(cell.target for cell in anybody or cells)
    most = [cell.maximum for cell in anybody if cell.maximum is not None]
    room = min((bound - people for bound in most), default=MOST_HEADS)
    return PlannedShift(index.clock.date(day), shifts, unit, people, max(0, room))


def by_share(shifts: Sequence[PlannedShift], share: float) -> dict[Day, DayCounts]:
    """Return what to expect when nothing is known but the share of shifts that fall out."""
    found: dict[Day, float] = defaultdict(float)
    for shift in shifts:
        found[shift.unit, shift.date] += shift.people * share
    noise = OWN_NOISE + SHARED_NOISE
    return {day: DayCounts(mean, noise, SHARED_NOISE) for day, mean in found.items()}


def by_forecast(forecast: Predictive, names: Mapping[str, Id]) -> dict[Day, DayCounts]:
    """Return what a forecast of units' days tells; ``names`` are its units in the ward's words.

    A forecast tells quantiles; of these come mean and variance, of these the noise.
    """
    from absence_model.intervals.sums import moments

    frame = forecast.frame
    told = moments(forecast.mean, forecast.quantiles)
    mean = np.maximum(told.mean, 1e-9)
    noise = spread_as_noise(mean, told.variance)
    shared = np.minimum(noise, forecast.correlation * told.variance / mean**2)
    days = (day.date() for day in frame["date"])
    rows = zip(frame["unit"], days, mean, noise, shared, strict=True)
    return {
        (names[unit], day): DayCounts(float(m), float(n), float(s))
        for unit, day, m, n, s in rows
        if unit in names
    }


def expected_of(
    shifts: Sequence[PlannedShift], days: Mapping[Day, DayCounts], *, pooled: bool = False
) -> tuple[Expected, ...]:
    """Return what to expect on each shift: the day's absence by the shift's part of its people.

    With ``pooled`` units that have a shift in common share its reserve. Days that nothing is told
    of are left out.
    """
    people: dict[Day, int] = defaultdict(int)
    for shift in shifts:
        people[shift.unit, shift.date] += shift.people
    groups: dict[tuple[object, ...], list[PlannedShift]] = defaultdict(list)
    for shift in shifts:
        if (shift.unit, shift.date) in days:
            alone = () if pooled else (shift.unit,)
            groups[shift.date, shift.shifts, *alone].append(shift)
    return tuple(_expected(group, days, people) for group in groups.values())


def _expected(
    group: Sequence[PlannedShift], days: Mapping[Day, DayCounts], people: Mapping[Day, int]
) -> Expected:
    """Return what to expect on one shift of one or more units: their sums.

    Variance is mean + noise x mean²; of the noise only the shared part adds up between units.
    """
    keys = [(shift.unit, shift.date) for shift in group]
    told = [days[key] for key in keys]
    part = [shift.people / people[key] for shift, key in zip(group, keys, strict=True)]
    means = np.array([day.mean * share for day, share in zip(told, part, strict=True)])
    own = np.array([day.noise - day.shared for day in told])
    both = np.sqrt([day.shared for day in told])
    total = float(means.sum())
    spread = float((own * means**2).sum() + (both * means).sum() ** 2)
    return Expected(
        date=group[0].date,
        shifts=group[0].shifts,
        units=tuple(sorted({shift.unit for shift in group})),
        mean=total,
        noise=spread / total**2 if total else 0.0,
        room=min(MOST_HEADS, sum(shift.room for shift in group)),
    )


def matched(units: Sequence[str], ward: ProblemIndex) -> dict[str, Id]:
    """Return the ward's unit for each unit of a forecast, by id or by name.

    One unit of a forecast is taken for the only one of a ward, whatever they are called.

    Raises
    ------
    BadInput
        When a unit of the ward is not in the forecast.
    """
    known = {unit.casefold(): unit for unit in units}
    found: dict[str, Id] = {}
    for unit in ward.problem.units:
        meant = known.get(unit.id.casefold()) or known.get(unit.name.casefold())
        if meant is not None:
            found[meant] = unit.id
    if len(units) == 1 and len(ward.problem.units) == 1:
        return {units[0]: ward.problem.units[0].id}
    faults = [
        Fault(f"the unit {unit.id!r} of the ward", "no forecast of that name", "its id or its name")
        for unit in ward.problem.units
        if unit.id not in found.values()
    ]
    if faults:
        raise BadInput(faults)
    return found
