"""Counts of absence over HTTP: uploaded as a file, looked at, taken away."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Request, Response

from api.audit.chain import Act, note
from api.errors import Conflict
from api.forecasts.counts import (
    FLOOR,
    SHOWN,
    Day,
    days_of,
    employees,
    keep,
    kinds_of,
    remove,
)
from api.forecasts.forecast_routes import LEAST_DAYS, begin, cancel, today
from api.forecasts.reading import EXAMPLE, counts_in
from api.forecasts.shapes import History, Uploaded, Week
from api.forecasts.watching import forget_models
from api.http.context import Asking, Db, ServiceOf, may, within
from api.units.wards import unit_of

router = APIRouter(prefix="/api/units/{unit}/absence-counts", tags=["forecasts"])
MOST_BYTES = 20_000_000
CSV = "text/csv"


@router.get("", dependencies=[Depends(may("absence.read"))])
def history(unit: str, asking: Asking, session: Db) -> History:
    """Tell what a unit has uploaded; week by week where enough people work there."""
    within(asking, "absence.read", unit)
    people = employees(session, unit_of(session, unit))
    days, shown = days_of(session, unit), people >= SHOWN
    if not days:
        return History(days=0, employees=people, shown=shown, floor=FLOOR, shown_from=SHOWN)
    return History(
        days=len(days),
        first=days[0].date,
        last=days[-1].date,
        missing=_missing(days),
        employees=people,
        shown=shown,
        floor=FLOOR,
        shown_from=SHOWN,
        kinds=kinds_of(session, unit) if shown else {},
        weeks=_weeks(days) if shown else [],
    )


@router.post("/file", status_code=201, dependencies=[Depends(may("absence.write"))])
def upload(
    unit: str,
    given: Annotated[bytes, Body(media_type="application/octet-stream", max_length=MOST_BYTES)],
    asking: Asking,
    session: Db,
    service: ServiceOf,
    request: Request,
) -> Uploaded:
    """Take a file of counts (.csv or .xlsx), and learn from it where there is enough.

    A file with a row a person is added up by day while it is read; persons are kept nowhere. Each
    fault comes with its row, and a file with faults changes nothing. Days that the file has take
    the place of those that were there.
    """
    within(asking, "absence.write", unit)
    found = unit_of(session, unit)
    if employees(session, found) < FLOOR:
        raise Conflict("absence.small", floor=FLOOR)
    read = counts_in(given, found.name, today())
    replaced = keep(session, unit, read.counts)
    dates = sorted({count.date for count in read.counts})
    told = {"days": len(dates), "replaced": replaced, "first": str(dates[0])}
    told |= {"last": str(dates[-1])}
    note(session, Act("absence.upload", asking.account, f"unit:{unit}", unit, payload=told))
    job = ""
    if len(days_of(session, unit)) >= LEAST_DAYS:
        job = begin(session, found, asking).id
        request.state.after_commit = lambda: service.jobs.begin(job, question=True)
    return Uploaded(
        days=len(dates),
        replaced=replaced,
        missing=(dates[-1] - dates[0]).days + 1 - len(dates),
        first=dates[0],
        last=dates[-1],
        unit=read.unit,
        persons=read.persons,
        fit=job,
    )


@router.delete("", status_code=204, dependencies=[Depends(may("absence.write"))])
def delete(unit: str, asking: Asking, session: Db) -> None:
    """Take away all counts of a unit, and the models learnt or being learnt from them."""
    within(asking, "absence.write", unit)
    unit_of(session, unit)
    cancel(session, unit, asking)  # first: a fit that ends at the same moment leaves its model
    rows = remove(session, unit)
    models = forget_models(session, unit)
    told = {"rows": rows, "models": models}
    note(session, Act("absence.delete", asking.account, f"unit:{unit}", unit, payload=told))


@router.get(
    "/example",
    dependencies=[Depends(may("absence.write"))],
    response_class=Response,
    responses={200: {"content": {CSV: {}}}},
)
def example(unit: str, asking: Asking, session: Db) -> Response:
    """Return a file that shows how counts are written."""
    within(asking, "absence.write", unit)
    return Response(EXAMPLE.format(unit=_cell(unit_of(session, unit).name)), media_type=CSV)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _missing(days: list[Day]) -> int:
    return (days[-1].date - days[0].date).days + 1 - len(days)


def _weeks(days: list[Day]) -> list[Week]:
    def monday(day: Day) -> dt.date:
        return day.date - dt.timedelta(days=day.date.weekday())

    weeks = []
    for first, some in groupby(days, key=monday):
        mine = list(some)
        planned, absent = sum(d.planned for d in mine), sum(d.absent for d in mine)
        weeks.append(
            Week(first=first, days=len(mine), planned=round(planned, 2), absent=round(absent, 2))
        )
    return weeks
