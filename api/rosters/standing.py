"""The roster that holds in a period, and the ward as it is known today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.calls.choices import call_choices
from api.errors import Conflict
from api.periods.composing import past
from api.periods.tables import Period
from api.rosters.drafts import problem_at
from api.rosters.tables import Publication
from api.units.documents import roster_of
from api.units.wards import inside, unit_of, ward_of
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class Standing:
    """The roster that holds in a period, and the ward as it is known today.

    ``problem`` is the one that the roster was published for, with the ward's absences, what
    people have said about extra shifts and the days before the period as of now.
    """

    period: Period
    publication: Publication
    problem: Problem
    roster: Roster


def last_publication(session: Session, period: Period) -> Publication:
    """Return the publication that holds in a period.

    Raises
    ------
    Conflict
        ``roster.none`` before anything is published.
    """
    query = select(Publication).where(Publication.period_id == period.id)
    found = session.scalar(query.order_by(Publication.number.desc()).limit(1))
    if found is None:
        raise Conflict("roster.none")
    return found


def require_holding(session: Session, seen: Standing) -> None:
    """Refuse to go on from a roster that another one has taken the place of meanwhile."""
    if last_publication(session, seen.period).number != seen.publication.number:
        raise Conflict("roster.changed")


def standing(session: Session, period: Period) -> Standing:
    """Return what holds in a period.

    Raises
    ------
    Conflict
        ``roster.none`` before anything is published.
    """
    found = last_publication(session, period)
    ward, kept = (
        ward_of(session, unit_of(session, period.unit_id)),
        problem_at(session, found.problem_hash),
    )
    known = {person.id for person in kept.people}
    away = [one for one in inside(ward.absences, kept.horizon) if one.person in known]
    said = call_choices(session, period.unit_id, kept, ward.call_choices)
    changed: dict[str, Any] = {"absences": tuple(away), "call_choices": said}
    before = past(session, period, known)
    if before["history"]:  # an earlier period may have been changed since
        changed |= before
    problem = kept.model_copy(update=changed)
    return Standing(period, found, problem, roster_of(found.roster))
