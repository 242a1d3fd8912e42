"""Periods: set up, changed and led from stage to stage."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict
from api.http.context import Asking, Db, may, within
from api.http.entity_tags import Seen, require, tagged
from api.http.idempotency import IdempotencyKey, once
from api.http.pages import After, Limit, Page
from api.notices.reminders import announce, begin_again
from api.periods.finding import period_for
from api.periods.rounds import wishes_open
from api.periods.shapes import NextStage, PeriodFacts, PeriodShape, shape
from api.periods.tables import NEXT, Period, Stage
from api.policy.roles import Caller
from api.units.wards import unit_of
from api.wishes.recurring import enter_recurring

router = APIRouter(prefix="/api", tags=["periods"])


@router.get("/units/{unit}/periods", dependencies=[Depends(may("period.list"))])
def periods(
    unit: str, asking: Asking, session: Db, limit: Limit = 50, after: After = ""
) -> Page[PeriodShape]:
    """List a unit's periods, the latest first."""
    within(asking, "period.list", unit)
    query = select(Period).where(Period.unit_id == unit)
    query = query.order_by(Period.start.desc(), Period.id).limit(limit + 1)
    query = query.offset(int(after) if after.isdecimal() else 0)
    found = session.scalars(query).all()
    place = (int(after) if after.isdecimal() else 0) + limit
    return Page(items=[_told(p) for p in found[:limit]], next=str(place) * (len(found) > limit))


@router.post("/units/{unit}/periods", status_code=201, dependencies=[Depends(may("period.write"))])
def create(
    unit: str, given: PeriodFacts, asking: Asking, session: Db, key: IdempotencyKey = None
) -> PeriodShape:
    """Set up a period."""
    within(asking, "period.write", unit)
    what = (PeriodShape, f"periods of {unit}", given)
    return once(session, asking, key, what, lambda: _make(session, unit, given, asking))


def _make(session: Session, unit: str, given: PeriodFacts, asking: Caller) -> PeriodShape:
    unit_of(session, unit)
    _require_free(session, unit, given.name, None)
    period = Period(unit_id=unit, stage=Stage.SETUP.value, **given.model_dump())
    session.add(period)
    session.flush()
    _note(session, "period.create", period, asking)
    return _told(period)


@router.get("/periods/{period}", dependencies=[Depends(may("period.read"))])
def read(period: str, asking: Asking, session: Db, response: Response) -> PeriodShape:
    """Return a period."""
    found = period_for(session, period, asking, "period.read")
    tagged(response, found.revision)
    return _told(found)


@router.put("/periods/{period}", dependencies=[Depends(may("period.write"))])
def change(
    period: str, given: PeriodFacts, asking: Asking, session: Db, seen: Seen, response: Response
) -> PeriodShape:
    """Change a period's dates and rules; its dates stand fast once wishes may be entered."""
    found = period_for(session, period, asking, "period.write")
    require(seen, found.revision)
    moved = (given.start, given.days) != (found.start, found.days)
    if found.stage == Stage.PUBLISHED or (moved and found.stage != Stage.SETUP):
        raise Conflict("period.fixed", "start" if moved else "")
    _require_free(session, found.unit_id, given.name, found.id)
    for name, value in given.model_dump().items():
        setattr(found, name, value)
    return _changed(session, "period.change", found, asking, response)


@router.post("/periods/{period}/stage", dependencies=[Depends(may("period.write"))])
def go_on(
    period: str, given: NextStage, asking: Asking, session: Db, seen: Seen, response: Response
) -> PeriodShape:
    """Open or close the wish round, or go back from preview to drafts."""
    found = period_for(session, period, asking, "period.write")
    require(seen, found.revision)
    if given.stage not in NEXT[Stage(found.stage)] or given.stage in _BY_ANOTHER_WAY:
        raise Conflict("period.stage", "stage", stage=found.stage, wanted=given.stage.value)
    if given.stage is Stage.WISHING and found.stage == Stage.SETUP:
        enter_recurring(session, found)
    found.stage = given.stage.value
    if given.stage is Stage.WISHING:
        begin_again(session, found)
        announce(session, found)
    return _changed(session, "period.stage", found, asking, response)


_BY_ANOTHER_WAY = frozenset({Stage.PREVIEW, Stage.PUBLISHED})


def _changed(
    session: Session, action: str, period: Period, asking: Caller, response: Response
) -> PeriodShape:
    period.revision += 1
    session.flush()
    _note(session, action, period, asking)
    tagged(response, period.revision)
    return _told(period)


def _require_free(session: Session, unit: str, name: str, own: str | None) -> None:
    taken = select(Period.id).where(Period.unit_id == unit, Period.name == name)
    if session.scalar(taken) not in {None, own}:
        raise Conflict("period.taken", "name")


def _told(period: Period) -> PeriodShape:
    return shape(period, wishes_open=wishes_open(period))


def _note(session: Session, action: str, period: Period, asking: Caller) -> None:
    told = _told(period).model_dump(mode="json")
    about = f"period:{period.id}"
    note(session, Act(action, asking.account, about, period.unit_id, payload=told))
