"""A unit's forecast over HTTP: learnt anew, stopped, told with its bands and its card."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import select
from sqlalchemy.orm import Session

from absence_model.forecaster.card import markdown, sections, title
from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere
from api.forecasts.counts import FLOOR, days_of, employees
from api.forecasts.shapes import CardSection, CardTold, Fitting, ForecastPage
from api.forecasts.tables import AbsenceModel
from api.forecasts.telling import told_of
from api.forecasts.watching import learnt_of, models_of
from api.http.context import Asking, Db, ServiceOf, may, within
from api.jobs.routes import shape as job_shape
from api.jobs.shapes import JobShape
from api.jobs.tables import ENDED, Job, JobKind, JobNews, JobState
from api.policy.roles import Caller
from api.units.tables import Unit
from api.units.wards import unit_of
from rostering.domain.clock import OSLO

router = APIRouter(prefix="/api/units/{unit}/forecast", tags=["forecasts"])
MOST_SECONDS = 900
LEAST_DAYS = 14


@router.get("", dependencies=[Depends(may("forecast.read"))])
def read(
    unit: str,
    asking: Asking,
    session: Db,
    days: Annotated[int, Query(ge=7, le=365)] = 56,
) -> ForecastPage:
    """Return a unit's forecast from today on, and how its making stands."""
    within(asking, "forecast.read", unit)
    found = unit_of(session, unit)
    people = employees(session, found)
    models = models_of(session, unit) if people >= FLOOR else []
    told = told_of(session, models, today(), days, asking.language) if models else None
    return ForecastPage(told=told, fitting=_fitting(session, unit), employees=people, floor=FLOOR)


@router.post("", status_code=201, dependencies=[Depends(may("forecast.start"))])
def start(unit: str, asking: Asking, session: Db, service: ServiceOf, request: Request) -> JobShape:
    """Learn from what has been uploaded; a fit that runs already is the answer."""
    within(asking, "forecast.start", unit)
    job = begin(session, unit_of(session, unit), asking)
    request.state.after_commit = lambda: service.jobs.begin(job.id, question=True)
    return job_shape(job)


def begin(session: Session, unit: Unit, asking: Caller) -> Job:
    """Make the job, or return the one that waits already: it will read all there is.

    Raises
    ------
    Conflict
        When the unit is too small, or has too few days for anything at all.
    """
    if employees(session, unit) < FLOOR:
        raise Conflict("absence.small", floor=FLOOR)
    if len(days_of(session, unit.id)) < LEAST_DAYS:
        raise Conflict("forecast.few", days=LEAST_DAYS)
    newest = _newest(session, unit.id)
    if newest is not None and newest.state == JobState.WAITING and newest.wanted == "go":
        return newest
    if newest is not None and newest.state not in ENDED:
        newest.wanted = "cancel"  # it has read what is older
    told = {"seconds": MOST_SECONDS, "seed": 1, "unit": unit.id, "until": str(today())}
    job = Job(
        unit_id=unit.id,
        kind=JobKind.FORECAST.value,
        state=JobState.WAITING.value,
        wanted="go",
        trouble="",
        request=told,
        by=asking.account,
    )
    session.add(job)
    session.flush()
    note(session, Act("forecast.start", asking.account, f"job:{job.id}", unit.id))
    return job


@router.post("/stop", dependencies=[Depends(may("forecast.start"))])
def stop(unit: str, asking: Asking, session: Db) -> ForecastPage:
    """Stop learning; the forecast that there was stays."""
    within(asking, "forecast.start", unit)
    cancel(session, unit_of(session, unit).id, asking)
    return read(unit, asking, session)


def cancel(session: Session, unit: str, asking: Caller) -> None:
    """Cancel what learns or waits to learn: nothing of it will be kept."""
    mine = (Job.unit_id == unit) & (Job.kind == JobKind.FORECAST.value) & Job.state.not_in(ENDED)
    for job in session.scalars(select(Job).where(mine, Job.wanted == "go").with_for_update()):
        job.wanted = "cancel"
        if job.state == JobState.WAITING:
            job.state, job.ended = JobState.CANCELLED.value, now()
        note(session, Act("forecast.cancel", asking.account, f"job:{job.id}", unit))
    session.flush()


@router.get("/card", dependencies=[Depends(may("forecast.read"))])
def card(unit: str, asking: Asking, session: Db) -> CardTold:
    """Return the model card of the unit's forecast."""
    within(asking, "forecast.read", unit)
    if employees(session, unit_of(session, unit)) < FLOOR:
        raise NotThere("forecast.none")
    model = latest_of(session, unit)
    facts = learnt_of(model.told).card.model_copy(update={"model_hash": model.hash})
    language = asking.language
    parts = [
        CardSection(
            title=one.title, sentences=list(one.sentences), rows=[list(r) for r in one.rows]
        )
        for one in sections(facts, language)
    ]
    return CardTold(title=title(language), sections=parts, markdown=markdown(facts, language))


def latest_of(session: Session, unit: str) -> AbsenceModel:
    """Return a unit's latest model, or refuse."""
    models = models_of(session, unit)
    if not models:
        raise NotThere("forecast.none")
    return models[0]


def _newest(session: Session, unit: str) -> Job | None:
    query = select(Job).where(Job.unit_id == unit, Job.kind == JobKind.FORECAST.value)
    return session.scalars(query.order_by(Job.created.desc(), Job.id).limit(1)).first()


def _fitting(session: Session, unit: str) -> Fitting | None:
    job = _newest(session, unit)
    if job is None:
        return None
    query = select(JobNews).where(JobNews.job_id == job.id).order_by(JobNews.number.desc())
    news = session.scalars(query.limit(1)).first()
    begun = job.started or job.created
    return Fitting(
        job=job.id,
        state=JobState(job.state),
        trouble=job.trouble,
        share=None if news is None else news.share,
        phase="" if news is None else news.phase,
        seconds=round(((job.ended or now()) - begun).total_seconds(), 1),
        ended=job.ended,
    )


def today() -> dt.date:
    """Return the date where the units are."""
    return now().astimezone(OSLO).date()
