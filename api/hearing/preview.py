"""Preview: a draft shown to staff and representatives, everybody's own line with what changed."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.hearing.shapes import MyDay, Preview, Show
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.notices.telling import Told, tell_role
from api.periods.finding import period_for
from api.periods.rounds import comments_open, wishes_open
from api.periods.shapes import PeriodShape
from api.periods.shapes import shape as period_shape
from api.periods.tables import Period, Stage
from api.policy.roles import Role
from api.questions.asking import AtCounter
from api.questions.receipt_routes import begin_receipts
from api.rosters.drafts import judged
from api.rosters.grid import grid_for, grid_of, people_rows
from api.rosters.lines import granted, weekends
from api.rosters.shapes import Grid
from api.rosters.tables import Draft
from api.units.sight import manages
from api.wishes.persons import person_of
from rostering.domain.shifts import ShiftKind

router = APIRouter(prefix="/api/periods/{period}/preview", tags=["preview"])


@router.post("", dependencies=[Depends(may("preview.write"))])
def show(
    period: str,
    given: Show,
    asking: Asking,
    session: Db,
    seen: Seen,
    response: Response,
    counter: AtCounter,
) -> PeriodShape:
    """Show a lawful draft to staff and representatives; a later one may take its place.

    What became of everybody's wishes in it is found out meanwhile.
    """
    found = period_for(session, period, asking, "preview.write")
    require(seen, found.revision)
    if found.stage not in {Stage.DRAFTING, Stage.PREVIEW}:
        raise Conflict("preview.stage", "stage")
    draft = session.get(Draft, given.draft)
    if draft is None or draft.period_id != found.id:
        raise NotThere("thing.unknown", "draft")
    if any(breach.hard for breach in judged(session, draft).breaches(asking.language)):
        raise Conflict("preview.unlawful", "draft")
    found.earlier, found.shown, found.stage = found.shown, draft.id, Stage.PREVIEW.value
    found.comments_to = given.comments_to
    found.revision += 1
    told = {"draft": draft.id, "number": draft.number}
    act = Act("preview.show", asking.account, f"period:{found.id}", found.unit_id, payload=told)
    note(session, act)
    _tell(session, found)
    begin_receipts(counter, found, draft)
    tagged(response, found.revision)
    return period_shape(found, wishes_open=wishes_open(found))


def _tell(session: Session, period: Period) -> None:
    """Tell staff and representatives that there is something to comment on."""
    facts, kind = {"period": period.name}, "preview_shown"
    if period.comments_to is not None:
        kind, facts["until"] = "preview_shown_until", period.comments_to.isoformat()
    whole = Told(kind, f"/representative/periods/{period.id}", facts)
    told = tell_role(session, period.unit_id, Role.REPRESENTATIVE, whole)
    own = Told(kind, "/staff/preview", facts)
    tell_role(session, period.unit_id, Role.EMPLOYEE, own, but=told)


@router.get("/mine", dependencies=[Depends(may("preview.own"))])
def mine(period: str, asking: Asking, session: Db) -> Preview:
    """Return one's own line in the draft that is shown, with what has changed since the last."""
    found = period_for(session, period, asking, "preview.own")
    person = person_of(asking, found)
    draft = shown(session, found)
    live = judged(session, draft)
    if person not in live.lines:
        raise Conflict("person.none")
    line = live.lines[person].line
    (row,) = people_rows(live, draft, [person])
    before = _before(session, found, person)
    index = live.court.index
    days = [
        MyDay(
            date=index.clock.date(day),
            shifts=[duty.code for duty in line.on(day)],
            code=row.codes.get(str(index.clock.date(day)), ""),
            before=None if before is None else before.get(index.clock.date(day), []),
            wish=row.wishes.get(str(index.clock.date(day)), ""),
        )
        for day in range(index.days)
    ]
    got, asked = granted(live, person)
    return Preview(
        period=found.id,
        draft=draft.id,
        number=draft.number,
        person=person,
        open=comments_open(found),
        comments_to=found.comments_to,
        minutes=row.planned,
        contract_minutes=row.contract,
        weekends=weekends(line),
        nights=sum(duty.kind is ShiftKind.NIGHT for duty in line.planned),
        wishes=asked,
        granted=got,
        days=days,
    )


@router.get("", dependencies=[Depends(may("preview.read"))])
def whole(period: str, asking: Asking, session: Db) -> Grid:
    """Return the whole draft that is shown, without anybody's wishes: they are no one else's.

    That somebody is away everybody sees; why, the unit's managers and the person.
    """
    found = period_for(session, period, asking, "preview.read")
    draft = shown(session, found)
    live = judged(session, draft)
    grid = grid_of(live, draft, found, asking.language)
    if not manages(asking, found.unit_id):
        grid = grid_for(grid, asking.person(found.unit_id))
    rows = [row.model_copy(update={"wishes": {}}) for row in grid.people]
    return grid.model_copy(update={"people": rows})


def shown(session: Session, period: Period) -> Draft:
    """Return the draft in preview, or refuse."""
    draft = None if period.shown is None else session.get(Draft, period.shown)
    if draft is None or period.stage not in {Stage.PREVIEW, Stage.PUBLISHED}:
        raise Conflict("preview.none")
    return draft


def _before(session: Session, period: Period, person: str) -> dict[dt.date, list[str]] | None:
    """Return one's line in the draft that was shown before, None when this is the first."""
    draft = session.get(Draft, period.earlier) if period.earlier else None
    if draft is None:
        return None
    found: dict[dt.date, list[str]] = {}
    lines = judged(session, draft).lines
    for duty in lines[person].duties if person in lines else ():  # may have come since
        found.setdefault(duty.date, []).append(duty.shift)
    return found
