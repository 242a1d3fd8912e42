"""Publish the roster that was shown: two weeks ahead, or with a reason that is recorded."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.notices.telling import Told, tell_role
from api.periods.finding import period_for
from api.periods.shapes import NOTICE
from api.periods.tables import Period, Stage
from api.policy.roles import Caller, Role
from api.questions.asking import AtCounter
from api.questions.receipt_routes import begin_receipts
from api.rosters.drafts import judged
from api.rosters.shapes import PublicationShape, Publish
from api.rosters.succession import add_publication
from api.rosters.tables import Draft, Publication, Source
from api.units.documents import roster_of
from api.units.sight import manages, overlays_for_others
from rostering.domain.clock import OSLO
from rostering.domain.roster import Roster

router = APIRouter(prefix="/api/periods/{period}", tags=["publication"])


@router.post("/publications", status_code=201, dependencies=[Depends(may("roster.publish"))])
def publish(
    period: str,
    given: Publish,
    asking: Asking,
    session: Db,
    seen: Seen,
    response: Response,
    counter: AtCounter,
) -> PublicationShape:
    """Publish the draft that staff have seen; nothing in it changes afterwards.

    What became of everybody's wishes is found out now, where it is not known of the draft.
    """
    found = period_for(session, period, asking, "roster.publish")
    require(seen, found.revision)
    draft = _ready(session, found, given, asking)
    if now().astimezone(OSLO).date() > found.start - NOTICE and not given.reason.strip():
        raise Conflict("publish.late", "reason", days=NOTICE.days)
    made = _make(session, found, draft, given, asking)
    found.stage = Stage.PUBLISHED.value
    found.revision += 1
    begin_receipts(counter, found)
    tagged(response, found.revision)
    return shape(made)


def _ready(session: Session, period: Period, given: Publish, asking: Caller) -> Draft:
    """Return the draft, if it is the one shown and breaks nothing that binds hard."""
    if period.stage != Stage.PREVIEW or period.shown != given.draft:
        raise Conflict("publish.unseen", "draft")
    draft = session.get(Draft, given.draft)
    if draft is None:
        raise NotThere("thing.unknown", "draft")
    if any(breach.hard for breach in judged(session, draft).breaches(asking.language)):
        raise Conflict("preview.unlawful", "draft")
    return draft


def _make(
    session: Session, period: Period, draft: Draft, given: Publish, asking: Caller
) -> Publication:
    made = add_publication(
        session,
        period,
        draft=draft.id,
        problem_hash=draft.problem_hash,
        roster=draft.roster,
        takes_effect=period.start,
        source=Source.DRAFT,
        reason=given.reason.strip(),
        by=asking.account,
    )
    told = {"number": made.number, "roster": made.roster_hash, "reason": made.reason}
    about = f"publication:{made.id}"
    note(session, Act("roster.publish", asking.account, about, period.unit_id, payload=told))
    facts = {"period": period.name, "first": str(period.start)}
    new = Told("roster_published", "/staff/shifts", facts)
    tell_role(session, period.unit_id, Role.EMPLOYEE, new)
    return made


@router.get("/publications", dependencies=[Depends(may("roster.read"))])
def publications(period: str, asking: Asking, session: Db) -> list[PublicationShape]:
    """List what has been published of a period, the latest first."""
    found = period_for(session, period, asking, "roster.read")
    return [shape(made) for made in every(session, found)]


@router.get("/publications/{number}/roster", dependencies=[Depends(may("roster.read"))])
def roster(period: str, number: int, asking: Asking, session: Db) -> Roster:
    """Return a published roster with its rulebook and how it was made.

    Why somebody is away is told to the unit's managers alone.
    """
    found = period_for(session, period, asking, "roster.read")
    for made in every(session, found):
        if made.number == number:
            return _seen_by(asking, found, roster_of(made.roster))
    raise NotThere("thing.unknown")


def _seen_by(asking: Caller, period: Period, published: Roster) -> Roster:
    if manages(asking, period.unit_id):
        return published
    shown = overlays_for_others(published.overlays, asking.person(period.unit_id))
    return published.model_copy(update={"overlays": shown})


def every(session: Session, period: Period) -> list[Publication]:
    """Return all publications of a period, the latest first."""
    query = select(Publication).where(Publication.period_id == period.id)
    return list(session.scalars(query.order_by(Publication.number.desc())))


def shape(made: Publication) -> PublicationShape:
    """Return a publication as it is told."""
    told: date = made.at.astimezone(OSLO).date()
    return PublicationShape(
        id=made.id,
        period=made.period_id,
        number=made.number,
        draft=made.draft_id,
        source=Source(made.source),
        takes_effect=made.takes_effect,
        days_ahead=(made.takes_effect - told).days,
        reason=made.reason,
        hash=made.roster_hash,
        at=made.at,
    )
