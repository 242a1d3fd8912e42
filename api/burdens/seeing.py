"""The roster that is looked at: what holds in a period, or the draft that staff are shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.burdens.carrying import published_ledger
from api.errors import Conflict
from api.hearing.preview import shown
from api.periods.tables import Period
from api.rosters.courts import court_of
from api.rosters.drafts import judged, problem_at
from api.rosters.tables import Draft, Publication
from api.units.documents import roster_of
from rostering.burden import Ledger, plan_ledger
from rostering.health import WardHealth, plan_health


class Of(StrEnum):
    """Which roster of a period: the one that holds, or the draft in preview."""

    PUBLISHED = "published"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A roster's ledger, and the names of the people in it."""

    ledger: Ledger
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Lit:
    """A roster's health lights, and the names of the people in it."""

    health: WardHealth
    names: dict[str, str]


def weighed(session: Session, period: Period, of: Of) -> Weighed:
    """Return the ledger of a period's roster."""
    if of is Of.PREVIEW:
        return weighed_draft(session, shown(session, period))
    made = _published(session, period)
    return Weighed(published_ledger(session, period, made), _names_at(session, made.problem_hash))


def weighed_draft(session: Session, draft: Draft) -> Weighed:
    """Return the ledger of a draft, on what was carried in when it was made."""
    found = plan_ledger(judged(session, draft).plan)
    return Weighed(found, _names_at(session, draft.problem_hash))


def lit(session: Session, period: Period, of: Of) -> Lit:
    """Return the health lights of a period's roster."""
    if of is Of.PREVIEW:
        return lit_draft(session, shown(session, period))
    made = _published(session, period)
    index = court_of(problem_at(session, made.problem_hash)).index
    found = plan_health(index.plan(roster_of(made.roster).effective))
    return Lit(found, _names_at(session, made.problem_hash))


def lit_draft(session: Session, draft: Draft) -> Lit:
    """Return the health lights of a draft."""
    found = plan_health(judged(session, draft).plan)
    return Lit(found, _names_at(session, draft.problem_hash))


def require_published(session: Session, period: Period) -> None:
    """Refuse before anything is published in a period."""
    _published(session, period)


def _published(session: Session, period: Period) -> Publication:
    query = select(Publication).where(Publication.period_id == period.id)
    found = session.scalar(query.order_by(Publication.number.desc()).limit(1))
    if found is None:
        raise Conflict("roster.none")
    return found


def _names_at(session: Session, problem: str) -> dict[str, str]:
    return {person.id: person.name for person in problem_at(session, problem).people}
