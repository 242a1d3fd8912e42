"""Offers of shifts that nobody is missing from any more."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from api.db.base import now
from api.offers.fitting import open_shifts
from api.offers.rows import closed, noted, offers_of
from api.offers.tables import OPEN, OfferState
from api.rosters.standing import Standing


def close_filled(session: Session, after: Standing, moment: dt.datetime) -> None:
    """Tell everybody who was asked for a shift that is open no longer that it is taken."""
    waiting = [one for one in offers_of(session, after.period.id) if one.state in OPEN]
    waiting = [one for one in waiting if one.until > now()]
    if not waiting:
        return
    left = {(one.date, one.shift, one.unit, one.role) for one in open_shifts(after, moment)}
    for offer in waiting:
        if (offer.date, offer.shift, offer.unit, offer.role) not in left:
            closed(session, offer, OfferState.TAKEN, after.period.unit_id)
            noted(session, "offer.close", offer, after.period.unit_id, None)
