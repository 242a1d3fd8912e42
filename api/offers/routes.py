"""Open shifts for the manager: who may take one, ask them, and give it to one who has said yes."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.db.base import now
from api.errors import Conflict, Wrong
from api.http.context import Asking, Db, ServiceOf, may, only_reads
from api.notices.telling import Told, tell_person
from api.offers.confirming import confirmed
from api.offers.fitting import looked_for, near, open_shifts
from api.offers.rows import (
    PAGE,
    closed,
    facts,
    kept_alone,
    noted,
    offer_for,
    offers_of,
    shape,
)
from api.offers.shapes import (
    NewOffers,
    OfferConfirmation,
    OfferShape,
    OpenShift,
    StandInSearch,
    StandInsShape,
)
from api.offers.tables import OPEN, Offer, OfferState
from api.periods.finding import alone, period_for
from api.policy.roles import Caller
from api.rosters.local import local_now, starts
from api.rosters.publishing import shape as publication_shape
from api.rosters.shapes import PublicationShape
from api.rosters.standing import Standing, require_holding, standing
from rostering.domain.clock import OSLO
from rostering.replan.stand_ins.models import OpenDuty, StandIn, StandIns

router = APIRouter(prefix="/api", tags=["offers"])
DAY = dt.timedelta(days=1)


@router.get("/periods/{period}/open-shifts", dependencies=[Depends(may("offer.read"))])
def open_(period: str, asking: Asking, session: Db) -> list[OpenShift]:
    """List the shifts of the roster that holds which lack somebody."""
    found = period_for(session, period, asking, "offer.read")
    moment = local_now()
    return near(open_shifts(standing(session, found), moment), moment)


@router.post("/periods/{period}/stand-ins", dependencies=[Depends(may("offer.read"))])
@only_reads
def who_may(period: str, given: StandInSearch, asking: Asking, session: Db) -> StandInsShape:
    """Return who may take an open shift, in the order in which to ask, and who may not and why."""
    found = period_for(session, period, asking, "offer.read")
    held = standing(session, found)
    known = looked_for(held, _place(given), local_now(), on_request=given.on_request)
    return StandInsShape.model_validate(known.model_dump())


def _place(given: OpenDuty) -> OpenDuty:
    return OpenDuty.model_validate(given.model_dump(exclude={"on_request"}))


@router.get("/periods/{period}/offers", dependencies=[Depends(may("offer.read"))])
def offers(period: str, asking: Asking, session: Db) -> list[OfferShape]:
    """List a period's offers with their answers, the latest first."""
    found = period_for(session, period, asking, "offer.read")
    rows = offers_of(session, found.id)
    return [shape(one, standing(session, found).problem) for one in rows]


@router.post(
    "/periods/{period}/offers", status_code=201, dependencies=[Depends(may("offer.write"))]
)
@only_reads
def ask(
    period: str, given: NewOffers, asking: Asking, session: Db, service: ServiceOf
) -> list[OfferShape]:
    """Ask some whether they take an open shift; who has been asked already is not asked again."""
    found = period_for(session, period, asking, "offer.write")
    held, moment = standing(session, found), local_now()
    known = looked_for(held, _place(given.open), moment, on_request=given.on_request)
    offered = {one.person: one for one in known.offered}
    for number, person in enumerate(given.people):
        if person not in offered:
            raise Wrong("offer.unfit", f"people.{number}", found=person)
    until = _until(held, known, given)
    wanted = [offered[person] for person in dict.fromkeys(given.people)]
    with service.database.writing() as writing:
        alone(writing, found.id)
        require_holding(writing, held)
        made = [_ask(writing, held, known, one, until, given, asking) for one in wanted]
    return [shape(one, held.problem) for one in made]


def _until(held: Standing, known: StandIns, given: NewOffers) -> dt.datetime:
    """Return the moment up to which one may answer; no later than the shift begins."""
    begins = starts(held.problem, known.open.date, known.open.shift).replace(tzinfo=OSLO)
    if given.until is not None and given.until <= now():
        raise Wrong("offer.until", "until")
    return min(begins, given.until or now() + DAY)


def _ask(
    session: Session,
    held: Standing,
    known: StandIns,
    one: StandIn,
    until: dt.datetime,
    given: NewOffers,
    asking: Caller,
) -> Offer:
    duty, period = one.assignment, held.period
    for row in offers_of(session, period.id):
        same = (row.date, row.shift, row.unit, row.role) == (
            duty.date,
            duty.shift,
            duty.unit,
            duty.role,
        )
        if same and row.person == one.person and row.state in OPEN and row.until > now():
            return row
    row = Offer(
        period_id=period.id,
        number=held.publication.number,
        date=duty.date,
        shift=duty.shift,
        unit=duty.unit,
        role=duty.role,
        away=known.open.person if known.held else None,
        person=one.person,
        pay=one.pay.value,
        on_request=given.on_request,
        until=until,
        state=OfferState.ASKED.value,
        by=asking.account,
        at=now(),
    )
    session.add(row)
    session.flush()
    noted(session, "offer.ask", row, period.unit_id, asking.account)
    told = {**facts(row), "until": row.until.isoformat()}
    tell_person(session, period.unit_id, row.person, Told("offer.asked", PAGE, told))
    return row


@router.post("/offers/{offer}/confirmation", dependencies=[Depends(may("offer.write"))])
@only_reads
def confirm(
    offer: str, given: OfferConfirmation, asking: Asking, session: Db, service: ServiceOf
) -> PublicationShape:
    """Give the shift to somebody who has said yes; the roster holds it from then on."""
    found, period = offer_for(session, offer, asking, "offer.write")
    spoken = given.spoken
    made = confirmed(session, service.database, found, period, asking, spoken=spoken)
    return publication_shape(made)


@router.post("/offers/{offer}/withdrawal", dependencies=[Depends(may("offer.write"))])
def withdraw(offer: str, asking: Asking, session: Db) -> OfferShape:
    """Take an offer back."""
    found, period = offer_for(session, offer, asking, "offer.write")
    found = kept_alone(session, found)
    if found.state not in OPEN:
        raise Conflict("offer.closed")
    closed(session, found, OfferState.WITHDRAWN, period.unit_id)
    noted(session, "offer.withdraw", found, period.unit_id, asking.account)
    return shape(found, standing(session, period).problem)
