"""Offers for the one who is asked: seen and answered."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from sqlalchemy import select

from api.db.base import now
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, ServiceOf, may, only_reads, within
from api.notices.telling import Told, tell_role
from api.offers.fitting import fitting
from api.offers.rows import facts, kept_alone, my_shape, noted, offer_for
from api.offers.shapes import MyOffer, OfferAnswer
from api.offers.tables import OPEN, Offer, OfferState
from api.periods.tables import Period
from api.policy.roles import Role
from api.rosters.local import local_now
from api.rosters.standing import standing

router = APIRouter(prefix="/api", tags=["offers"])
SHOWN = dt.timedelta(days=2)  # what has ended is shown that long


@router.get("/units/{unit}/offers/mine", dependencies=[Depends(may("offer.own"))])
def mine(unit: str, asking: Asking, session: Db) -> list[MyOffer]:
    """List one's own offers: those that wait for an answer, and what became of the last ones."""
    within(asking, "offer.own", unit)
    person = asking.person(unit)
    query = (
        select(Offer, Period)
        .join(Period, Period.id == Offer.period_id)
        .where(Period.unit_id == unit, Offer.person == person, Offer.until > now() - SHOWN)
        .where(Offer.ended.is_(None) | (Offer.ended > now() - SHOWN))
        .order_by(Offer.date, Offer.shift, Offer.id)
    )
    found = session.execute(query).all()
    return [my_shape(offer, standing(session, period).problem) for offer, period in found]


@router.put("/offers/{offer}/answer", dependencies=[Depends(may("offer.own"))])
@only_reads
def answer(
    offer: str, given: OfferAnswer, asking: Asking, session: Db, service: ServiceOf
) -> MyOffer:
    """Say yes or no to an offer of one's own; until it is confirmed one may think again."""
    found, period = offer_for(session, offer, asking, "offer.own")
    if found.person != asking.person(period.unit_id):
        raise NotThere("thing.unknown")
    held = standing(session, period)
    if given.yes and found.state in OPEN and held.publication.number != found.number:
        fitting(held, found, local_now())  # another change may have made it void
    with service.database.writing() as writing:
        row = kept_alone(writing, found)
        if row.state not in OPEN:
            raise Conflict("offer.closed")
        if row.until <= now():
            raise Conflict("offer.late")
        state = OfferState.YES if given.yes else OfferState.NO
        if row.state != state:
            row.state, row.answered = state.value, now()
            noted(writing, "offer.answer", row, period.unit_id, asking.account)
            names = {person.id: person.name for person in held.problem.people}
            told = {**facts(row), "name": names.get(row.person, row.person)}
            about = f"/manager/periods/{period.id}/open"
            kind = f"offer.{state.value}"
            tell_role(writing, period.unit_id, Role.MANAGER, Told(kind, about, told))
    return my_shape(row, held.problem)
