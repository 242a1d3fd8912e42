"""Which shifts are open in the roster that holds, and whom one of them may be offered to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from api.errors import Conflict
from api.offers.shapes import OpenShift
from api.offers.tables import Offer
from api.rosters.courts import court_of
from api.rosters.local import starts
from api.rosters.standing import Standing
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.errors import BadInput
from rostering.replan.local_time import minute_of
from rostering.replan.stand_ins import stand_ins
from rostering.replan.stand_ins.models import OpenDuty, StandIn, StandIns

Place = tuple[dt.date, str, str, str | None, str | None]
"""Date, shift, unit, role and who is away."""
NEAR = dt.timedelta(days=28)  # so far ahead a missed target is listed; a missed minimum always is


def open_shifts(held: Standing, moment: dt.datetime) -> list[OpenShift]:
    """Return the shifts that lack somebody and have not begun, those under a minimum first."""
    names = {person.id: person.name for person in held.problem.people}
    index = court_of(held.problem).index
    plan = index.plan(held.roster.effective)
    begun = minute_of(index.clock, moment)
    found = dict.fromkeys(_held_by_absent(held, index, begun), (1, True))
    for place, lacks in _lacking(index, plan, begun).items():
        found.setdefault(place, lacks)
    told = [
        OpenShift(
            date=date,
            shift=shift,
            unit=unit,
            role=role,
            away=away,
            away_name=names.get(away or "", ""),
            starts=starts(held.problem, date, shift),
            count=count,
            under_minimum=under,
        )
        for (date, shift, unit, role, away), (count, under) in found.items()
    ]
    return sorted(
        told, key=lambda one: (not one.under_minimum, one.starts, one.shift, one.away_name)
    )


def _held_by_absent(held: Standing, index: ProblemIndex, begun: int) -> Iterator[Place]:
    """Yield the duties that the roster still gives to somebody who is known to be away."""
    for duty in held.roster.effective:
        placed = index.placed(duty)
        if placed.start >= begun and index.away(duty.person, placed.day) is not None:
            yield duty.date, duty.shift, duty.unit, duty.role, duty.person


def _lacking(index: ProblemIndex, plan: Plan, begun: int) -> dict[Place, tuple[int, bool]]:
    """Return how many are lacking on shifts, and whether a minimum lacks them.

    One row alone may lack a shift, or several at once: the one that lacks most tells how many.
    """
    found: dict[Place, tuple[int, bool]] = {}
    for cell in index.cells:
        row, have = cell.row, plan.in_cell(cell)
        most = cell.minimum if len(row.shifts) > 1 else max(cell.minimum, cell.target)
        if have >= most or not row.shifts or cell.start < begun:
            continue
        role = row.id if row.exclusive else None
        place = (index.clock.date(cell.day), row.shifts[0], row.units[0], role, None)
        count, under = found.get(place, (0, False))
        found[place] = (max(count, most - have), under or have < cell.minimum)
    return found


def near(shifts: Iterable[OpenShift], moment: dt.datetime) -> list[OpenShift]:
    """Return what a manager looks at: minima that lack somebody, and targets of the next days."""
    return [one for one in shifts if one.under_minimum or one.starts <= moment + NEAR]


def open_duty(offer: Offer) -> OpenDuty:
    """Return the shift that an offer is of."""
    return OpenDuty(
        date=offer.date, shift=offer.shift, unit=offer.unit, role=offer.role, person=offer.away
    )


def looked_for(
    held: Standing, wanted: OpenDuty, moment: dt.datetime, *, on_request: bool
) -> StandIns:
    """Return who may take an open shift and who may not."""
    court = court_of(held.problem)
    return stand_ins(court, held.roster, wanted, now=moment, on_request=on_request)


def fitting(held: Standing, offer: Offer, moment: dt.datetime) -> StandIn:
    """Return what an offer still comes to.

    Raises
    ------
    Conflict
        When the shift is not open any more, or the person may not take it any more.
    """
    try:
        found = looked_for(held, open_duty(offer), moment, on_request=offer.on_request)
    except BadInput:
        raise Conflict("offer.void") from None
    for one in found.offered:
        if one.person == offer.person:
            return one
    raise Conflict("offer.void")
