"""Repair of a published roster over HTTP: ask for ways out, and take one of them."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.db.base import now
from api.errors import NotThere
from api.http.context import Asking, Db, ServiceOf, may, only_reads
from api.periods.finding import alone, period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.repairs.answer import named, option_shapes
from api.repairs.disruptions import disruption_of
from api.repairs.shapes import RepairAsk, RepairShape, RepairTake
from api.repairs.tables import Repair as Row
from api.repairs.taking import packed_answer, take
from api.rosters.local import local_now
from api.rosters.shapes import PublicationShape
from api.rosters.standing import standing
from rostering.replan.repair import Repair, repair

router = APIRouter(prefix="/api", tags=["repairs"])
KEPT = dt.timedelta(days=1)  # answers that nobody took are thrown away after that


@router.post(
    "/periods/{period}/repairs", status_code=201, dependencies=[Depends(may("repair.write"))]
)
@only_reads
def ask(
    period: str, given: RepairAsk, asking: Asking, session: Db, service: ServiceOf
) -> RepairShape:
    """Say who is away or where demand has changed; return ways out, with a bill each."""
    found = period_for(session, period, asking, "repair.write")
    held, moment = standing(session, found), local_now()
    asked = disruption_of(held, given, moment)
    answer = repair(
        asked.problem, held.roster, asked.found, now=moment, on_request=given.on_request
    )
    options = option_shapes(asked, held.roster, answer)
    with service.database.writing() as writing:
        row = _keep(writing, found, held.publication.number, given, answer, asking)
    return RepairShape(
        id=row.id,
        period=found.id,
        number=row.number,
        unchanged=answer.unchanged,
        openings=list(answer.openings),
        fewer=answer.fewer,
        options=options,
        names=named(asked, answer),
        seconds=answer.seconds,
    )


def _keep(
    session: Session, period: Period, number: int, given: RepairAsk, answer: Repair, asking: Caller
) -> Row:
    """Keep the answer until an option is taken or it is too old."""
    old = (Row.period_id == period.id) & Row.taken.is_(None) & (Row.at < now() - KEPT)
    session.execute(delete(Row).where(old))
    row = Row(
        period_id=period.id,
        number=number,
        asked=given.model_dump(mode="json"),
        answer=packed_answer(answer),
        by=asking.account,
        at=now(),
    )
    session.add(row)
    session.flush()
    return row


@router.post("/repairs/{repair_id}/take", dependencies=[Depends(may("repair.write"))])
def take_option(repair_id: str, given: RepairTake, asking: Asking, session: Db) -> PublicationShape:
    """Take an option: the absence is noted, the roster changed and everybody concerned told."""
    row = session.get(Row, repair_id)
    if row is None:
        raise NotThere("thing.unknown")
    found = period_for(session, row.period_id, asking, "repair.write")
    alone(session, found.id)
    session.refresh(row, with_for_update=True)
    return take(session, standing(session, found), row, given, asking)
