"""Reserve demand for a ward: what each further reserve head on a shift is worth to the engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from absence_model.reserve.counts import AbsentCounts
from absence_model.reserve.newsvendor import Prices, best_heads
from rostering.domain.competence import ANYONE, CompetenceNeed
from rostering.domain.demand import ReserveDemand, reserve_price
from rostering.domain.fields import Code, Id
from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault

ORE_PER_NOK = 100
PREFIX = "forecast-"
"""How the ids of rows that a forecast gave begin; the ward's own begin otherwise."""
MOST_HEADS = 20
SELDOM = 0.05
"""A head that is needed less often than this is not asked for, even where its hours are owed."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What absence is expected on one shift of a day.

    Parameters
    ----------
    units
        The units that the reserve is for; several when their people can stand in for each other.
    mean, noise
        Absent shifts, and how much more they spread than chance (``AbsentCounts``).
    room
        Heads above the target that the staffing plan's maximum leaves room for.
    """

    date: dt.date
    shifts: tuple[Code, ...]
    units: tuple[Id, ...]
    mean: float
    noise: float
    room: int = MOST_HEADS
    competence: CompetenceNeed = ANYONE


@dataclass(frozen=True, slots=True)
class ShiftReserve:
    """What the newsvendor says of one shift, in the unit of the prices.

    Parameters
    ----------
    heads
        Reserve heads that pay when their hours have to be paid for.
    worth
        What each head that is asked for is worth before its own cost.
    without, with_it
        Expected cost of absence with no reserve and with ``heads``.
    """

    expected: Expected
    heads: int
    worth: tuple[float, ...]
    without: float
    with_it: float

    @property
    def saved(self) -> float:
        """What the reserve is expected to save, its own cost taken off."""
        return self.without - self.with_it


def plan_reserve(
    expected: Sequence[Expected], prices: Prices, *, owed: bool = False
) -> tuple[ShiftReserve, ...]:
    """Return how many reserve heads pay on each shift and what each of them is worth.

    This is the one place that says which heads are asked for, of the engine and of a manager: those
    that pay. With ``owed`` also those beyond them that are needed on 5 % of the days or more, for
    hours that contracts leave free and that cost nothing further.
    """
    if not expected:
        return ()
    means, noises, room = (
        np.array([getattr(one, name) for one in expected], float)
        for name in ("mean", "noise", "room")
    )
    counts = AbsentCounts(means, noises)
    worth = prices.worth(counts, MOST_HEADS)
    heads = np.minimum(best_heads(counts, prices), np.minimum(room, MOST_HEADS))
    needed = (counts.at_least(MOST_HEADS) >= SELDOM).sum(axis=1)
    asked = np.maximum(np.minimum(needed, room), heads) if owed else heads
    zero = np.zeros(len(expected))
    without, with_it = (prices.expected_cost(counts, number) for number in (zero, heads))
    return tuple(
        ShiftReserve(
            one,
            int(heads[n]),
            tuple(float(value) for value in worth[n, : int(asked[n])]),
            float(without[n]),
            float(with_it[n]),
        )
        for n, one in enumerate(expected)
    )


def demand_rows(
    planned: Iterable[ShiftReserve], shift_ore: Mapping[Code, int], cost_weight: int = 1
) -> tuple[ReserveDemand, ...]:
    """Return a row for each reserve head; its price is its worth in points, before its own cost.

    What a head costs the engine charges itself: hours beyond the contract under ``hours``, people
    without a contract under ``cost``; hours that are owed anyway cost nothing more. Rows of one
    shift stand on each other with falling prices, so each head is weighed by itself against hours,
    rest and wishes, and placed where it is worth most.

    Parameters
    ----------
    planned
        From ``plan_reserve``, with prices relative to an ordinary shift.
    shift_ore
        What an ordinary shift costs, in øre, by its code.
    cost_weight
        What the ward's goal ``cost`` weighs.
    """
    rows = []
    for one in planned:
        told = one.expected
        ore = min(shift_ore[code] for code in told.shifts)
        names = "-".join((*told.units, *told.shifts))
        for head, worth in enumerate(one.worth, 1):
            price = reserve_price(worth * ore / ORE_PER_NOK, cost_weight)
            if price < 1:
                break
            rows.append(
                ReserveDemand(
                    id=f"{PREFIX}{told.date:%Y%m%d}-{names}-{head}",
                    units=told.units,
                    date=told.date,
                    shifts=told.shifts,
                    competence=told.competence,
                    heads=1,
                    price=price,
                )
            )
    return tuple(rows)


def with_reserve(problem: Problem, rows: Iterable[ReserveDemand]) -> Problem:
    """Return a ward with these reserve rows in place of those that an earlier forecast gave.

    Rows of the ward's own, whose ids begin otherwise, stay.

    Raises
    ------
    BadInput
        When a row lies outside the period, or names a unit or shift that the ward has not.
    """
    rows = tuple(rows)
    faults = [fault for row in rows for fault in _unfit(problem, row)]
    if faults:
        raise BadInput(faults)
    own = tuple(row for row in problem.reserve if not row.id.startswith(PREFIX))
    return problem.model_copy(update={"reserve": (*own, *rows)})


def _unfit(problem: Problem, row: ReserveDemand) -> Iterable[Fault]:
    where = f"the reserve row {row.id}"
    horizon = problem.horizon
    if not horizon.start <= row.date <= horizon.end:
        yield Fault(where, str(row.date), f"a date from {horizon.start} to {horizon.end}")
    known = {"unit": {u.id for u in problem.units}, "shift": {s.code for s in problem.shifts}}
    for what, names in (("unit", row.units), ("shift", row.shifts)):
        for name in set(names) - known[what]:
            yield Fault(where, f"the {what} {name!r}", f"a {what} of the ward")
