"""Give an open shift to somebody who has said yes: looked at anew, then published."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.db.base import now
from api.db.engine import Database
from api.errors import Conflict
from api.notices.telling import Told, tell_person
from api.offers.fitting import fitting
from api.offers.rows import PAGE, facts, kept_alone, noted
from api.offers.tables import OPEN, Offer, OfferState
from api.periods.tables import Period
from api.policy.roles import Caller
from api.rosters.aftermath import end_outrun
from api.rosters.courts import court_of
from api.rosters.local import local_now
from api.rosters.standing import Standing, standing
from api.rosters.succession import Change, succeed
from api.rosters.tables import Publication, Source
from rostering.domain.canonical import content_hash
from rostering.domain.roster import Assignment, Evidence, Roster
from rostering.replan.codes import recoded
from rostering.replan.stand_ins.models import StandIn


def confirmed(
    session: Session,
    database: Database,
    offer: Offer,
    period: Period,
    asking: Caller,
    *,
    spoken: bool = False,
) -> Publication:
    """Publish the roster in which the one who said yes has the shift; tell all who were asked.

    Raises
    ------
    Conflict
        When there is no yes, or the offer does not hold any more.
    """
    _require_yes(offer, spoken=spoken)
    held, moment = standing(session, period), local_now()
    taken = fitting(held, offer, moment)
    roster = _with(held, offer, taken)
    with database.writing() as writing:
        row = kept_alone(writing, offer)
        _require_yes(row, spoken=spoken)
        if row.state != OfferState.YES:
            row.state, row.answered = OfferState.YES.value, now()
            noted(writing, "offer.answer", row, period.unit_id, asking.account)
        change = Change(held.problem, roster, Source.STAND_IN)
        made = succeed(writing, held, change, by=asking.account, language=asking.language)
        row.state, row.ended, row.pay = OfferState.CONFIRMED.value, now(), taken.pay.value
        noted(writing, "offer.confirm", row, period.unit_id, asking.account)
        told = Told("offer.confirmed", PAGE, facts(row))
        tell_person(writing, period.unit_id, row.person, told)
        end_outrun(writing, period, moment)
    return made


def _require_yes(offer: Offer, *, spoken: bool) -> None:
    """Refuse where there is no yes; one that was spoken may take the place of any answer."""
    if offer.state not in OPEN:
        raise Conflict("offer.closed")
    if offer.state != OfferState.YES and not spoken:
        raise Conflict("offer.unanswered")


def _with(held: Standing, offer: Offer, taken: StandIn) -> Roster:
    """Return the roster with the shift in new hands; who was away from it has it no longer."""
    kept = [duty for duty in held.roster.effective if not _was(duty, offer)]
    both = sorted([*kept, taken.assignment], key=lambda duty: duty.key)
    after = held.roster.model_copy(
        update={
            "assignments": tuple(both),
            "worked": (),
            "problem_hash": content_hash(held.problem),
            "evidence": Evidence(strategy="manual", status="manual"),
        }
    )
    touched = {offer.person, *([offer.away] if offer.away else [])}
    return recoded(court_of(held.problem), held.roster, after, touched)


def _was(duty: Assignment, offer: Offer) -> bool:
    place = (duty.person, duty.date, duty.shift, duty.unit)
    return offer.away is not None and place == (offer.away, offer.date, offer.shift, offer.unit)
