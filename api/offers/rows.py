"""Offers as rows: found and told."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import NotThere
from api.notices.telling import Told, tell_person
from api.offers.shapes import MyOffer, OfferShape
from api.offers.tables import OPEN, Offer, OfferState
from api.periods.finding import alone, period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from rostering.domain.fields import format_time
from rostering.domain.problem import Problem
from rostering.domain.shifts import Pay

PAGE = "/staff/shifts"


def offer_for(session: Session, offer: str, asking: Caller, action: str) -> tuple[Offer, Period]:
    """Return an offer on which the caller may act, and its period."""
    found = session.get(Offer, offer)
    if found is None:
        raise NotThere("thing.unknown")
    return found, period_for(session, found.period_id, asking, action)


def kept_alone(session: Session, offer: Offer) -> Offer:
    """Return an offer as it is now, kept from everybody else until what changes it is done."""
    alone(session, offer.period_id)
    return session.get_one(Offer, offer.id, with_for_update=True, populate_existing=True)


def offers_of(session: Session, period: str) -> list[Offer]:
    """Return a period's offers, the latest first."""
    query = select(Offer).where(Offer.period_id == period)
    return list(session.scalars(query.order_by(Offer.at.desc(), Offer.id)))


def noted(session: Session, action: str, offer: Offer, unit: str, by: str | None) -> None:
    """Note in the log what has become of an offer."""
    told = {"date": str(offer.date), "shift": offer.shift, "state": offer.state}
    act = Act(action, by, f"offer:{offer.id}", unit, f"{unit}/{offer.person}", payload=told)
    note(session, act)


def closed(session: Session, offer: Offer, state: OfferState, unit: str) -> None:
    """Close an offer and tell whoever has not said no."""
    was, offer.state, offer.ended = offer.state, state.value, now()
    if was != OfferState.NO:
        kind = f"offer.{state.value}"
        tell_person(session, unit, offer.person, Told(kind, PAGE, facts(offer)))


def facts(offer: Offer) -> dict[str, str | int]:
    """Return what a notice tells of an offer."""
    return {"date": str(offer.date), "shift": offer.shift}


def shape(offer: Offer, problem: Problem) -> OfferShape:
    """Return an offer as its manager sees it."""
    names = {person.id: person.name for person in problem.people}
    return OfferShape(
        id=offer.id,
        date=offer.date,
        shift=offer.shift,
        unit=offer.unit,
        role=offer.role,
        away=offer.away,
        person=offer.person,
        name=names.get(offer.person, offer.person),
        pay=Pay(offer.pay),
        state=OfferState(offer.state),
        until=offer.until,
        at=offer.at,
        answered=offer.answered,
        ended=offer.ended,
    )


def my_shape(offer: Offer, problem: Problem) -> MyOffer:
    """Return an offer as the one who is asked sees it."""
    shift = next(one for one in problem.shifts if one.code == offer.shift)
    return MyOffer(
        id=offer.id,
        date=offer.date,
        shift=offer.shift,
        shift_name=shift.name or shift.code,
        start=format_time(shift.start),
        end=format_time(shift.end),
        pay=Pay(offer.pay),
        state=OfferState(offer.state),
        until=offer.until,
        open=offer.state in OPEN and offer.until > now(),
    )
