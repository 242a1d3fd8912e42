"""Find the open shift that is meant: whose it was, and which minima it leaves short."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rostering.domain.cells import Cell, counts_in
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.placement import misplaced
from rostering.domain.roster import Assignment
from rostering.errors import BadInput, Fault
from rostering.replan.local_time import local_of, minute_of
from rostering.replan.stand_ins.models import OpenDuty

Spot = tuple[str, str | None]
"""A unit and the role in it, if any."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An open shift in a plan that lacks it.

    Parameters
    ----------
    duty
        The shift, paid as its type.
    whose
        Who is away from it, where that is known.
    held
        Whether the roster still held the duty.
    plan
        Everybody's lines without it.
    short
        Demand cells under their minimum that it is missing in.
    every
        Whether a stand-in must count in all of them (who is away did), or in one at least.
    """

    duty: Duty
    whose: str | None
    held: bool
    plan: Plan
    short: tuple[Cell, ...]
    every: bool


def find_opening(
    index: ProblemIndex, assignments: Collection[Assignment], asked: OpenDuty, now: dt.datetime
) -> Opening:
    """Return the opening that is asked for.

    Raises
    ------
    BadInput
        When names or dates are wrong, the shift has begun, nobody is missing from it, or it is not
        clear which of several is meant.
    """
    require_dates(index, asked.date)
    _require_names(index, asked)
    day = index.clock.day(asked.date)
    starts = index.clock.at(day, index.shifts[asked.shift].start)
    if starts < minute_of(index.clock, now):
        found = f"{asked.shift} on {asked.date}, which begins {local_of(index.clock, starts)}"
        raise BadInput([Fault("date", found, f"a shift that begins after {now}", "it is over")])
    own = _own(index, assignments, asked)
    if own is not None:
        kept = [duty for duty in assignments if duty is not own]
        duty = index.duty(day, own.shift, own.unit, own.role)
        return opening_of(index.plan(kept), duty, own.person, held=True)
    plan = index.plan(assignments)
    unit, role = _spot(plan, asked, _holders(assignments, asked))
    return opening_of(plan, index.duty(day, asked.shift, unit, role), asked.person, held=False)


def require_dates(index: ProblemIndex, when: dt.date | None = None) -> None:
    """Raise ``BadInput`` for a base roster, and for a date outside the period."""
    horizon = index.problem.horizon
    if index.cyclic:
        guess = "it is laid out on dates first (turnus prepare)"
        raise BadInput([Fault("horizon.kind", "a base roster", "a roster on real dates", guess)])
    if when is not None and not horizon.start <= when <= horizon.end:
        guess = "the year is wrong" if when.year != horizon.start.year else "it is another roster's"
        needed = f"a date from {horizon.start} to {horizon.end}"
        raise BadInput([Fault("date", f"{when}, outside the period", needed, guess)])


def _require_names(index: ProblemIndex, asked: OpenDuty) -> None:
    problem = index.problem
    roles = {row.id for row in problem.demand if row.exclusive}
    known: list[tuple[str, str | None, set[str]]] = [
        ("shift", asked.shift, set(index.shifts)),
        ("unit", asked.unit, {unit.id for unit in problem.units}),
        ("role", asked.role, roles),
        ("person", asked.person, set(index.people)),
    ]
    for where, name, names in known:
        if name is not None and name not in names:
            close = difflib.get_close_matches(name, names, 1, 0.5)
            guess = f"{close[0]!r} is meant" if close else ""
            listed = ", ".join(sorted(names)[:12]) or "none"
            raise BadInput([Fault(where, f"unknown {where} {name!r}", f"one of: {listed}", guess)])
    if wrong := misplaced(problem, asked.shift, asked.unit, asked.role, asked.date):
        raise BadInput([Fault("shift", *wrong)])


def _holders(assignments: Collection[Assignment], asked: OpenDuty) -> list[Assignment]:
    return [
        duty
        for duty in assignments
        if (duty.date, duty.shift) == (asked.date, asked.shift)
        and asked.unit in (None, duty.unit)
        and asked.role in (None, duty.role)
    ]


def _own(
    index: ProblemIndex, assignments: Collection[Assignment], asked: OpenDuty
) -> Assignment | None:
    """Return the duty of who is away, where the roster still holds it.

    When nobody is named, it is that of somebody who is known to be away and stands on the shift.
    """
    holders = _holders(assignments, asked)
    if asked.person is not None:
        own = [duty for duty in holders if duty.person == asked.person]
    else:
        day = index.clock.day(asked.date)
        own = [duty for duty in holders if index.away(duty.person, day) is not None]
    if len(own) > 1:
        told = ", ".join(f"{duty.person} in {_told((duty.unit, duty.role))}" for duty in own)
        where = "person" if asked.person is None else "unit"
        raise BadInput([Fault(where, f"several duties of people away: {told}", "one of them")])
    return own[0] if own else None


def _spot(plan: Plan, asked: OpenDuty, holders: list[Assignment]) -> Spot:
    """Return the one unit and role in which a row is under its target on the shift."""
    spots = sorted({*_missing(plan, asked)}, key=lambda spot: (spot[0], spot[1] or ""))
    if len(spots) > 1:
        told = ", ".join(map(_told, spots))
        guess = "--unit or --role says which"
        raise BadInput([Fault("unit", f"somebody is missing in {told}", "one of them", guess)])
    if not spots:
        found = f"{asked.shift} on {asked.date}, from which nobody is missing"
        names = ", ".join(duty.person for duty in holders)
        guess = f"one of these is away and must be named: {names}" if holders else ""
        needed = "a shift under its target, or who is away from it"
        raise BadInput([Fault("shift", found, needed, guess)])
    return spots[0]


def _missing(plan: Plan, asked: OpenDuty) -> Iterator[Spot]:
    index = plan.index
    start = (index.clock.day(asked.date), asked.shift)
    allowed = index.shifts[asked.shift].units
    for cell in index.cells:
        row = cell.row
        role = row.id if row.exclusive else None
        if start not in cell.options or plan.in_cell(cell) >= cell.target:
            continue
        if asked.role in (None, role):
            units = (unit for unit in row.units if not allowed or unit in allowed)
            yield from ((unit, role) for unit in units if asked.unit in (None, unit))


def _told(spot: Spot) -> str:
    return spot[0] if spot[1] is None else f"{spot[0]} as {spot[1]}"


def opening_of(plan: Plan, duty: Duty, whose: str | None, *, held: bool = False) -> Opening:
    """Return a known open shift in a plan that lacks it: unit and role are those of the duty."""
    index = plan.index
    covered = [cell for cell in index.cells if cell.covered_by(duty)]
    short = [cell for cell in covered if plan.in_cell(cell) < cell.minimum]
    if whose is not None:
        person = index.people[whose]
        short = [cell for cell in short if counts_in(index, person, duty, cell)]
    every = whose is not None
    if not short and not every:
        short = [cell for cell in covered if plan.in_cell(cell) < cell.target]
    return Opening(duty, whose, held, plan, tuple(short), every)
