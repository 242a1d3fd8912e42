"""Reserve shifts of a period over HTTP: proposed from the forecast, changed, accepted."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict
from api.forecasts.forecast_routes import today
from api.forecasts.reserve_shapes import Accept, Accepted, AskReserve, ReserveRow, Suggestion
from api.forecasts.reserves import demand_of, rows_of
from api.forecasts.suggesting import suggested
from api.forecasts.tables import PeriodReserve
from api.http.context import Asking, Db, may, only_reads
from api.periods.composing import composed, framed
from api.periods.finding import period_for
from api.periods.tables import Period, Stage
from rostering.domain.consistency import require_consistent

router = APIRouter(prefix="/api/periods/{period}/reserve", tags=["forecasts"])


@router.get("", dependencies=[Depends(may("reserve.read"))])
def read(period: str, asking: Asking, session: Db) -> Accepted:
    """Return the reserve shifts that were accepted for a period."""
    found = period_for(session, period, asking, "reserve.read")
    return _accepted(session, found)


@router.post("/suggestion", dependencies=[Depends(may("reserve.read"))])
@only_reads
def suggest(period: str, given: AskReserve, asking: Asking, session: Db) -> Suggestion:
    """Propose reserve shifts: as many as pay at some prices, by the forecast as it is used now."""
    found = period_for(session, period, asking, "reserve.read")
    return suggested(session, found, framed(session, found), given, today())


@router.put("", dependencies=[Depends(may("reserve.write"))])
def accept(period: str, given: Accept, asking: Asking, session: Db) -> Accepted:
    """Put reserve shifts into what the period's roster is to fill; none takes them back.

    They are demand at a price: a roster fills those that are worth it.
    """
    found = period_for(session, period, asking, "reserve.write")
    if found.stage == Stage.PUBLISHED:
        raise Conflict("reserve.fixed")
    problem = framed(session, found)
    demand = demand_of(problem, given)
    require_consistent(problem.model_copy(update={"reserve": demand}))
    _put(session, found, given, asking.account)
    told = {"shifts": sum(row.heads for row in given.rows), "days": len(given.rows)}
    note(
        session,
        Act("reserve.accept", asking.account, f"period:{found.id}", found.unit_id, payload=told),
    )
    composed(session, found)  # what a search would be given must hold together
    return _accepted(session, found)


def _put(session: Session, period: Period, given: Accept, by: str | None) -> None:
    row = session.get(PeriodReserve, period.id)
    if not given.rows:
        if row is not None:
            session.delete(row)
            session.flush()
        return
    if row is None:
        row = PeriodReserve(period_id=period.id)
        session.add(row)
    row.rows = [one.model_dump(mode="json") for one in given.rows]
    row.basis = given.prices.model_dump(mode="json")
    row.by, row.at = by, now()
    session.flush()


def _accepted(session: Session, period: Period) -> Accepted:
    row = session.get(PeriodReserve, period.id)
    fixed = period.stage == Stage.PUBLISHED
    if row is None:
        return Accepted(rows=[], prices=None, at=None, fixed=fixed)
    rows = [ReserveRow.model_validate(one) for one in rows_of(row)]
    return Accepted(rows=rows, prices=row.basis, at=row.at, fixed=fixed)
