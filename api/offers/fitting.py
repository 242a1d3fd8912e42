"""Which shifts are open in the roster that holds, and whom one of them may be offered to."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from api.errors import Conflict
from api.offers.shapes import OpenShift
from api.offers.tables import Offer
from api.rosters.courts import court_of
from api.rosters.local import starts
from api.rosters.succession import Standing
from rostering.errors import BadInput
from rostering.replan.local_time import minute_of
from rostering.replan.repair.disruption import openings
from rostering.replan.stand_ins import stand_ins
from rostering.replan.stand_ins.models import OpenDuty, StandIn, StandIns

Place = tuple[dt.date, str, str, str | None, str | None]
"""Date, shift, unit, role and who is away."""


def open_shifts(held: Standing, moment: dt.datetime) -> list[OpenShift]:
    """Return the shifts that lack somebody and have not begun, the earliest first."""
    index = court_of(held.problem).index
    begun = minute_of(index.clock, moment)
    found: Counter[Place] = Counter()
    for duty in held.roster.effective:
        placed = index.placed(duty)
        if placed.start >= begun and index.away(duty.person, placed.day) is not None:
            found[duty.date, duty.shift, duty.unit, duty.role, duty.person] = 1
    for one in openings(index, (), index.plan(held.roster.effective), moment):
        found[one.date, one.shift, one.unit, one.role, None] += 1
    names = {person.id: person.name for person in held.problem.people}
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
        )
        for (date, shift, unit, role, away), count in found.items()
    ]
    return sorted(told, key=lambda one: (one.starts, one.shift, one.away_name))


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
