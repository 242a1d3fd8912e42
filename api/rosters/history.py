"""The roster that holds, for its manager: as a grid, who is on duty, and what changed when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.tables import Account
from api.http.context import Asking, Db, may
from api.periods.finding import period_for
from api.rosters.courts import court_of, sitting
from api.rosters.drafts import problem_at
from api.rosters.grid import grid_of
from api.rosters.local import local_now, starts
from api.rosters.publishing import every
from api.rosters.shapes import Grid
from api.rosters.standing import Standing, standing
from api.rosters.tables import Draft, Publication, Source
from api.rosters.telling import changed_days
from api.units.documents import roster_of
from rostering.domain.canonical import content_hash
from rostering.live import LivePlan

router = APIRouter(prefix="/api/periods/{period}", tags=["publication"])


class DayBeforeAfter(BaseModel):
    """One person's date before and after a change; nothing in it is a day off."""

    person: str
    name: str
    date: dt.date
    before: list[str]
    after: list[str]


class PublicationChanges(BaseModel):
    """A publication and what it changed; the first one of a period changes nothing."""

    number: int
    source: Source
    reason: str
    at: dt.datetime
    by: str
    changes: list[DayBeforeAfter]


class NextDuty(BaseModel):
    """A person's next duty that has not begun."""

    person: str
    name: str
    group: str
    date: dt.date | None
    shift: str


class PlanRow(BaseModel):
    """A row of the staffing plan of which a minimum can be changed."""

    id: str
    name: str


class OnDuty(BaseModel):
    """Who works next; ``today`` is the first date of the period before it has begun."""

    today: dt.date
    last: dt.date
    number: int
    source: Source
    people: list[NextDuty]
    rows: list[PlanRow]


@router.get("/roster", dependencies=[Depends(may("roster.manage"))])
def holding_roster(period: str, asking: Asking, session: Db) -> Grid:
    """Return the roster that holds now as a grid, judged in the ward as it is today."""
    found = period_for(session, period, asking, "roster.manage")
    held = standing(session, found)
    key = f"publication {held.publication.id} {content_hash(held.problem)}"
    live = sitting(key, 0, lambda: LivePlan.of(court_of(held.problem), held.roster.effective))
    return grid_of(live, _as_draft(held), found, asking.language)


def _as_draft(held: Standing) -> Draft:
    """Return the publication in the form that a grid is drawn of; it is never kept."""
    made = held.publication
    return Draft(
        id=made.draft_id,
        period_id=made.period_id,
        number=made.number,
        name=held.period.name,
        source="generated" if made.source == Source.DRAFT else "edited",
        parent_id=None,
        problem_hash=made.problem_hash,
        roster=made.roster,
        locks=[],
        revision=made.number,
        by=made.by,
        at=made.at,
        changed=made.at,
    )


@router.get("/on-duty", dependencies=[Depends(may("roster.manage"))])
def on_duty(period: str, asking: Asking, session: Db) -> OnDuty:
    """Return everybody with the next duty that has not begun, who works soonest first."""
    found = period_for(session, period, asking, "roster.manage")
    held, moment = standing(session, found), local_now()
    upcoming: dict[str, tuple[dt.datetime, dt.date, str]] = {}
    for duty in held.roster.effective:
        begins = starts(held.problem, duty.date, duty.shift)
        known = upcoming.get(duty.person)
        if begins >= moment and (known is None or begins < known[0]):
            upcoming[duty.person] = (begins, duty.date, duty.shift)
    horizon = held.problem.horizon
    rows = (row for row in held.problem.demand if row.shifts and not row.exclusive)
    return OnDuty(
        today=min(max(moment.date(), horizon.start), horizon.end),
        last=horizon.end,
        number=held.publication.number,
        source=Source(held.publication.source),
        people=sorted(_next(held, upcoming), key=_soonest),
        rows=[PlanRow(id=row.id, name=row.name or row.id) for row in rows],
    )


def _next(
    held: Standing, upcoming: dict[str, tuple[dt.datetime, dt.date, str]]
) -> Iterator[NextDuty]:
    for person in held.problem.people:
        _, date, shift = upcoming.get(person.id, (None, None, ""))
        yield NextDuty(
            person=person.id, name=person.name, group=person.group, date=date, shift=shift
        )


def _soonest(one: NextDuty) -> tuple[dt.date, str]:
    return one.date or dt.date.max, one.name


@router.get("/history", dependencies=[Depends(may("roster.manage"))])
def history(period: str, asking: Asking, session: Db) -> list[PublicationChanges]:
    """List what has been published of a period with what each changed, the latest first."""
    found = period_for(session, period, asking, "roster.manage")
    made = every(session, found)
    earlier: list[Publication | None] = [*made[1:], None]
    return [_changes(session, one, before) for one, before in zip(made, earlier, strict=False)]


def _changes(session: Session, made: Publication, before: Publication | None) -> PublicationChanges:
    names = {p.id: p.name for p in problem_at(session, made.problem_hash).people}
    changed = (
        () if before is None else changed_days(roster_of(before.roster), roster_of(made.roster))
    )
    by = session.scalar(select(Account.name).where(Account.id == made.by))
    return PublicationChanges(
        number=made.number,
        source=Source(made.source),
        reason=made.reason,
        at=made.at,
        by=by or "",
        changes=[
            DayBeforeAfter(
                person=person,
                name=names.get(person, person),
                date=date,
                before=list(was),
                after=list(now),
            )
            for (person, date), was, now in changed
        ],
    )
