"""Drafts over HTTP: listed, copied, opened as a grid, compared, thrown away."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.http.idempotency import IdempotencyKey, once
from api.periods.composing import composed
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.rosters.drafts import draft_for, judged, keep_draft, problem_at, shape
from api.rosters.grid import grid_for, grid_of
from api.rosters.shapes import DraftCost, DraftDifference, DraftShape, Grid, NewDraft, Rename
from api.rosters.tables import Draft
from api.units.documents import roster_of
from api.units.sight import card_for_others, manages
from rostering.domain.canonical import content_hash
from rostering.domain.card import ScoreCard
from rostering.domain.roster import Roster
from rostering.score import score

router = APIRouter(prefix="/api", tags=["drafts"])


@router.get("/periods/{period}/drafts", dependencies=[Depends(may("draft.read"))])
def drafts(period: str, asking: Asking, session: Db) -> list[DraftShape]:
    """List a period's drafts, the latest first."""
    found = period_for(session, period, asking, "draft.read")
    query = select(Draft).where(Draft.period_id == found.id).order_by(Draft.number.desc())
    return [shape(draft, found) for draft in session.scalars(query)]


@router.post(
    "/periods/{period}/drafts", status_code=201, dependencies=[Depends(may("draft.write"))]
)
def create(
    period: str, given: NewDraft, asking: Asking, session: Db, key: IdempotencyKey = None
) -> DraftShape:
    """Make an empty draft, or a copy of another."""
    found = period_for(session, period, asking, "draft.write")
    what = (DraftShape, f"drafts of {period}", given)
    return once(session, asking, key, what, lambda: _make(session, found, given, asking))


def _make(session: Session, period: Period, given: NewDraft, asking: Caller) -> DraftShape:
    if given.copy_of is None:
        problem = composed(session, period)
        roster = Roster(
            problem_name=problem.name,
            problem_hash=content_hash(problem),
            start=period.start,
            days=period.days,
        )
    else:
        other = session.get(Draft, given.copy_of)
        if other is None or other.period_id != period.id:
            raise NotThere("thing.unknown", "copy_of")
        problem, roster = problem_at(session, other.problem_hash), roster_of(other.roster)
    made = keep_draft(
        session,
        period,
        problem,
        roster,
        name=given.name,
        source="copied" if given.copy_of else "edited",
        by=asking.account,
        parent=given.copy_of,
    )
    return shape(made, period)


@router.get("/drafts/{draft}", dependencies=[Depends(may("draft.read"))])
def grid(draft: str, asking: Asking, session: Db, response: Response) -> Grid:
    """Open a draft: every cell, coverage, wishes, codes and breaches."""
    found, period = draft_for(session, draft, asking, "draft.read")
    live = judged(session, found)
    tagged(response, found.revision)
    told = grid_of(live, found, period, asking.language)
    return told if manages(asking, period.unit_id) else grid_for(told, None)


@router.patch("/drafts/{draft}", dependencies=[Depends(may("draft.write"))])
def rename(
    draft: str, given: Rename, asking: Asking, session: Db, seen: Seen, response: Response
) -> DraftShape:
    """Give a draft another name."""
    found, period = draft_for(session, draft, asking, "draft.write")
    require(seen, found.revision)
    found.name = given.name
    tagged(response, found.revision)
    return shape(found, period)


@router.delete("/drafts/{draft}", status_code=204, dependencies=[Depends(may("draft.write"))])
def throw_away(draft: str, asking: Asking, session: Db, seen: Seen) -> None:
    """Throw a draft away, unless staff see it in preview."""
    found, period = draft_for(session, draft, asking, "draft.write")
    require(seen, found.revision)
    if period.shown == found.id:
        raise Conflict("draft.shown")
    note(session, Act("draft.delete", asking.account, f"draft:{found.id}", period.unit_id))
    session.delete(found)


@router.get("/drafts/{draft}/card", dependencies=[Depends(may("draft.read"))])
def card(draft: str, asking: Asking, session: Db) -> ScoreCard:
    """Return a draft's score card, goal by goal with the biggest causes."""
    found, period = draft_for(session, draft, asking, "draft.read")
    return _card(session, found, asking, period)


@router.get("/drafts/{draft}/cost", dependencies=[Depends(may("draft.read"))])
def cost(draft: str, asking: Asking, session: Db) -> DraftCost:
    """Return what a draft costs; from then on each judged change tells it too."""
    found, _ = draft_for(session, draft, asking, "draft.read")
    costs = judged(session, found).costs
    return DraftCost(ore=sum(costs.values()), people=dict(costs))


@router.get("/drafts/{draft}/difference/{other}", dependencies=[Depends(may("draft.read"))])
def difference(draft: str, other: str, asking: Asking, session: Db) -> DraftDifference:
    """Compare two drafts of one period by their score cards and cell by cell."""
    after, period = draft_for(session, draft, asking, "draft.read")
    before, _ = draft_for(session, other, asking, "draft.read")
    if before.period_id != period.id:
        raise Conflict("draft.periods", "other")
    changed = _changed(roster_of(before.roster), roster_of(after.roster))
    people: dict[str, int] = {}
    for person, _date in changed:
        people[person] = people.get(person, 0) + 1
    return DraftDifference(
        before=_card(session, before, asking, period),
        after=_card(session, after, asking, period),
        changed_cells=len(changed),
        people=people,
    )


def _card(session: Session, draft: Draft, asking: Caller, period: Period) -> ScoreCard:
    problem = problem_at(session, draft.problem_hash)
    found = score(problem, roster_of(draft.roster), asking.language)
    return found if manages(asking, period.unit_id) else card_for_others(found)


def _changed(before: Roster, after: Roster) -> set[tuple[str, dt.date]]:
    """Return the cells whose duties differ."""
    differing = {duty.key for duty in before.assignments} ^ {d.key for d in after.assignments}
    return {(key[0], key[1]) for key in differing}
