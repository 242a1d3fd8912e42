"""Change cells of a draft: judged at once, kept with its revision, or only tried."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.db.base import now
from api.errors import Conflict, Wrong
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.rosters.courts import keep_sitting
from api.rosters.drafts import draft_for, judged
from api.rosters.grid import coverage_rows, people_rows, verdict
from api.rosters.shapes import CellShape, Edit, Judged
from api.rosters.tables import Draft, DraftChange
from api.units.documents import packed, roster_of
from rostering.domain.placement import misplaced
from rostering.domain.roster import Assignment, Evidence
from rostering.live import Cell, LivePlan

router = APIRouter(prefix="/api/drafts/{draft}", tags=["drafts"])


@router.post("/judge", dependencies=[Depends(may("draft.write"))])
def judge(draft: str, given: Edit, asking: Asking, session: Db) -> Judged:
    """Judge a change without keeping it, as while a shift is dragged."""
    found, _ = draft_for(session, draft, asking, "draft.write")
    before = judged(session, found)
    after = before.changed(_cells(before, given.cells))
    return _told(after, found, given, asking.language)


@router.put("/cells", dependencies=[Depends(may("draft.write"))])
def edit(
    draft: str, given: Edit, asking: Asking, session: Db, seen: Seen, response: Response
) -> Judged:
    """Set cells and keep them; a breach is told, never in the way. All cells or none."""
    found, period = draft_for(session, draft, asking, "draft.write")
    require(seen, found.revision)
    if period.shown == found.id:
        raise Conflict("draft.shown")
    before = judged(session, found)
    after = before.changed(_cells(before, given.cells))
    _keep(session, found, before, after, given, asking.account)
    keep_sitting(found.id, found.revision, after)
    tagged(response, found.revision)
    return _told(after, found, given, asking.language)


def _cells(before: LivePlan, given: list[CellShape]) -> dict[Cell, list[Assignment]]:
    """Return the changed cells as the engine's, or refuse what the ward does not have."""
    index, found = before.court.index, {}
    problem = index.problem
    shifts, units = set(index.shifts), {unit.id for unit in problem.units}
    for number, cell in enumerate(given):
        where = f"cells.{number}"
        if cell.person not in index.people:
            raise Wrong("cell.person", f"{where}.person", found=cell.person)
        if not 0 <= index.clock.day(cell.date) < index.days:
            raise Wrong("cell.date", f"{where}.date", found=cell.date)
        if cell.duties is None:
            continue
        for duty in cell.duties:
            if duty.shift not in shifts or duty.unit not in units:
                raise Wrong("cell.shift", f"{where}.duties", found=f"{duty.shift}, {duty.unit}")
            if misplaced(problem, duty.shift, duty.unit, duty.role, cell.date):
                raise Wrong("cell.place", f"{where}.duties", found=f"{duty.shift}, {duty.role}")
        found[cell.person, cell.date] = [
            Assignment(person=cell.person, date=cell.date, **duty.model_dump())
            for duty in cell.duties
        ]
    return found


def _keep(
    session: Session,
    draft: Draft,
    before: LivePlan,
    after: LivePlan,
    given: Edit,
    by: str | None,
) -> None:
    roster = roster_of(draft.roster)
    made = Evidence(strategy="manual", status="manual", objective=after.total)
    roster = roster.model_copy(
        update={"assignments": after.assignments, "overlays": (), "evidence": made}
    )
    draft.roster = packed(roster)
    draft.source = "edited"
    draft.changed = now()
    _lock(draft, given.cells)
    changes = [_change(before, after, cell) for cell in given.cells]
    draft.revision += 1
    session.add(DraftChange(draft_id=draft.id, revision=draft.revision, cells=changes, by=by))
    session.flush()


def _lock(draft: Draft, cells: list[CellShape]) -> None:
    locks = {tuple(lock) for lock in draft.locks}
    for cell in cells:
        if cell.locked is not None:
            key = (cell.person, str(cell.date))
            locks = locks | {key} if cell.locked else locks - {key}
    draft.locks = [list(lock) for lock in sorted(locks)]


def _change(before: LivePlan, after: LivePlan, cell: CellShape) -> dict[str, object]:
    return {
        "person": cell.person,
        "date": str(cell.date),
        "before": _shifts(before, cell),
        "after": _shifts(after, cell),
        "locked": cell.locked,
    }


def _shifts(live: LivePlan, cell: CellShape) -> list[str]:
    duties = live.lines[cell.person].duties
    return [duty.shift for duty in duties if duty.date == cell.date]


def _told(live: LivePlan, draft: Draft, given: Edit, language: str) -> Judged:
    people = dict.fromkeys(cell.person for cell in given.cells)
    return Judged(
        revision=draft.revision,
        people=people_rows(live, draft, people),
        coverage=coverage_rows(live),
        verdict=verdict(live, language),
    )
