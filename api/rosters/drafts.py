"""Drafts as rows: made, found and told."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import NotThere
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.rosters.courts import court_of, sitting
from api.rosters.shapes import DraftShape
from api.rosters.tables import Draft, ProblemText
from api.units.documents import packed, problem_of, roster_of
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.live import LivePlan


def keep_problem(session: Session, problem: Problem) -> str:
    """Keep a problem under its hash, once; return the hash."""
    digest = content_hash(problem).removeprefix("sha256:")
    if session.get(ProblemText, digest) is None:
        session.add(ProblemText(hash=digest, document=packed(problem)))
        session.flush()
    return digest


def problem_at(session: Session, digest: str | None) -> Problem:
    """Return a kept problem."""
    kept = None if digest is None else session.get(ProblemText, digest)
    if kept is None:
        raise NotThere("thing.unknown")
    return problem_of(kept.document)


def keep_draft(  # noqa: PLR0913 - the parts of a draft
    session: Session,
    period: Period,
    problem: Problem,
    roster: Roster,
    *,
    name: str,
    source: str,
    by: str | None,
    parent: str | None = None,
) -> Draft:
    """Add a draft to a period."""
    last = session.scalar(select(func.max(Draft.number)).where(Draft.period_id == period.id))
    draft = Draft(
        period_id=period.id,
        number=(last or 0) + 1,
        name=name,
        source=source,
        parent_id=parent,
        problem_hash=keep_problem(session, problem),
        roster=packed(roster),
        locks=[],
        revision=1,
        by=by,
        at=now(),
        changed=now(),
    )
    session.add(draft)
    session.flush()
    told = {"number": draft.number, "source": source, "roster": content_hash(roster)}
    note(session, Act("draft.create", by, f"draft:{draft.id}", period.unit_id, payload=told))
    return draft


def draft_for(session: Session, draft: str, asking: Caller, action: str) -> tuple[Draft, Period]:
    """Return a draft on which the caller may act, and its period."""
    found = session.get(Draft, draft)
    if found is None:
        raise NotThere("thing.unknown")
    return found, period_for(session, found.period_id, asking, action)


def judged(session: Session, draft: Draft) -> LivePlan:
    """Return a draft's roster with its verdicts."""
    problem = problem_at(session, draft.problem_hash)

    def make() -> LivePlan:
        return LivePlan.of(court_of(problem), roster_of(draft.roster).assignments)

    return sitting(draft.id, draft.revision, make)


def shape(draft: Draft, period: Period) -> DraftShape:
    """Return a draft as it is told."""
    evidence = roster_of(draft.roster).evidence
    return DraftShape(
        id=draft.id,
        period=draft.period_id,
        number=draft.number,
        name=draft.name,
        source=draft.source,
        parent=draft.parent_id,
        revision=draft.revision,
        at=draft.at,
        changed=draft.changed,
        objective=evidence.objective,
        bound=evidence.bound,
        shown=period.shown == draft.id,
    )
