"""A period's planning problem: the unit's ward, the period's dates, wishes and the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.burdens.carrying import carried_in
from api.calls.choices import call_choices
from api.forecasts.reserves import reserve_of
from api.periods.tables import Period
from api.rosters.tables import Publication
from api.units.documents import roster_of
from api.units.wards import inside, unit_of, ward_of
from api.wishes.tables import Wish as WishRow
from rostering.domain.problem import Horizon, Problem
from rostering.domain.roster import Assignment
from rostering.domain.wishes import Strength, Wish, WishKind

LOOK_BACK = 56  # days: rests, weekends and averages of eight weeks reach no further


def framed(session: Session, period: Period) -> Problem:
    """Return the ward on a period's dates with its accepted reserve, without wishes."""
    unit = unit_of(session, period.unit_id)
    ward = ward_of(session, unit)
    horizon = Horizon(start=period.start, days=period.days)
    changed: dict[str, Any] = {
        "name": f"{unit.name}, {period.name}"[:120],
        "horizon": horizon,
        "wishes": (),
        "locks": (),
        "published": (),
        "absences": inside(ward.absences, horizon),
        "weights": {**ward.weights, **period.weights},
    }
    if ward.horizon.start != period.start:
        changed |= past(session, period, {person.id for person in ward.people})
    dated = ward.model_copy(update=changed)
    return dated.model_copy(update={"reserve": reserve_of(session, period, dated)})


def composed(session: Session, period: Period) -> Problem:
    """Return everything that a roster of a period must answer."""
    problem = framed(session, period)
    known = {person.id for person in problem.people}
    query = select(WishRow).where(WishRow.period_id == period.id)
    rows = session.scalars(query.order_by(WishRow.person, WishRow.date))
    return problem.model_copy(
        update={
            "wishes": tuple(_wish(row) for row in rows if row.person in known),
            "ledger": carried_in(session, period, problem),
            "call_choices": call_choices(session, period.unit_id, problem, problem.call_choices),
        }
    )


def _wish(row: WishRow) -> Wish:
    return Wish(
        person=row.person,
        first=row.date,
        kind=WishKind(row.kind),
        shifts=tuple(row.shifts),
        strength=Strength(row.strength),
    )


def past(session: Session, period: Period, known: Collection[str]) -> dict[str, Any]:
    """Return what has been published of known people for the days before a period."""
    first = period.start - dt.timedelta(days=LOOK_BACK)
    query = (
        select(Period.id, Publication.roster)
        .join(Publication, Publication.period_id == Period.id)
        .where(Period.unit_id == period.unit_id, Period.start < period.start)
        .order_by(Period.start, Publication.number)
    )
    duties: dict[str, list[Assignment]] = {}
    begun: list[dt.date] = []
    for name, document in session.execute(query):  # a later publication takes an earlier's place
        roster = roster_of(document)
        begun.append(roster.start)
        held = (duty for duty in roster.effective if first <= duty.date < period.start)
        duties[name] = [duty for duty in held if duty.person in known]  # others have left
    if not any(duties.values()):
        return {"history": (), "history_from": None}
    found = sorted((duty for some in duties.values() for duty in some), key=lambda duty: duty.key)
    return {"history": tuple(found), "history_from": max(first, min(begun))}
