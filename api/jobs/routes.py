"""Jobs over HTTP: searches begun, followed live, stopped with the best so far, cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import StreamingResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, ServiceOf, may, within
from api.http.idempotency import IdempotencyKey, once
from api.jobs.goals import goals
from api.jobs.rows import acting
from api.jobs.shapes import JobShape, News, Search, Wanted
from api.jobs.tables import ENDED, FOR_HR, Job, JobKind, JobNews, JobState
from api.periods.composing import composed
from api.periods.finding import period_for
from api.periods.tables import Period, Stage
from api.policy.roles import Caller
from api.rosters.drafts import keep_problem
from api.rosters.tables import Draft
from api.service import Service
from api.units.documents import roster_of
from rostering.domain.consistency import require_consistent
from rostering.domain.problem import Problem
from rostering.domain.wishes import Lock
from rostering.terms.registry import weights

router = APIRouter(prefix="/api", tags=["searches"])
router.get("/periods/{period}/goals", dependencies=[Depends(may("job.read"))])(goals)
LOOKED_EVERY = 0.4  # seconds between looks for news
ALIVE_EVERY = 15.0  # seconds between comments that keep a quiet connection open


@router.post("/periods/{period}/jobs", status_code=201, dependencies=[Depends(may("job.start"))])
def start(
    period: str,
    given: Search,
    asking: Asking,
    session: Db,
    service: ServiceOf,
    request: Request,
    key: IdempotencyKey = None,
) -> JobShape:
    """Begin a search for a roster; its draft appears when it has ended."""
    found = period_for(session, period, asking, "job.start")
    if found.stage not in {Stage.DRAFTING, Stage.SETUP}:
        raise Conflict("job.stage", "stage")
    what = (JobShape, f"jobs of {period}", given)
    made = once(session, asking, key, what, lambda: _make(session, found, given, asking))
    request.state.after_commit = lambda: service.jobs.begin(made.id)
    return made


def _make(session: Session, period: Period, given: Search, asking: Caller) -> JobShape:
    problem, warm = composed(session, period), None
    told = given.model_dump(mode="json")
    if given.start is not None:
        draft = session.get(Draft, given.start)
        if draft is None or draft.period_id != period.id:
            raise NotThere("thing.unknown", "start")
        warm = draft.roster
        if given.keep_locks:
            problem = _locked(problem, draft)
            told["locks"] = draft.locks
    problem = problem.model_copy(update={"weights": {**problem.weights, **given.weights}})
    require_consistent(problem)
    weights(problem)
    job = Job(
        period_id=period.id,
        state=JobState.WAITING.value,
        wanted="go",
        trouble="",
        request=told,
        problem_hash=keep_problem(session, problem),
        warm=warm,
        by=asking.account,
    )
    session.add(job)
    session.flush()
    note(session, Act("job.start", asking.account, f"job:{job.id}", period.unit_id, payload=told))
    return shape(job)


def _locked(problem: Problem, draft: Draft) -> Problem:
    """Return a problem with a draft's locked cells as locks."""
    duties = {(d.person, str(d.date)): d for d in roster_of(draft.roster).assignments}
    locks = []
    for person, day in draft.locks:
        duty = duties.get((person, day))
        lock = {"person": person, "date": day}
        if duty is not None:
            lock |= {"shift": duty.shift, "unit": duty.unit, "role": duty.role or ""}
        locks.append(Lock.model_validate({k: v for k, v in lock.items() if v}))
    return problem.model_copy(update={"locks": tuple(locks)})


@router.get("/periods/{period}/jobs", dependencies=[Depends(may("job.read"))])
def jobs(
    period: str,
    asking: Asking,
    session: Db,
    kind: JobKind = JobKind.SEARCH,
    about: Annotated[str, Query(max_length=60)] = "",
) -> list[JobShape]:
    """List a period's searches, or its questions of a kind, the latest first.

    ``about`` names what is asked about, as ``draft:ID``; without it, all are listed.
    """
    found = period_for(session, period, asking, "job.read")
    if kind in FOR_HR:
        raise NotThere("thing.unknown", "kind")
    query = select(Job).where(Job.period_id == found.id, Job.kind == kind.value)
    if about:
        query = query.where(Job.about == about)
    return [shape(job) for job in session.scalars(query.order_by(Job.created.desc()).limit(50))]


@router.get("/jobs/{job}", dependencies=[Depends(may("job.read"))])
def read(job: str, asking: Asking, session: Db) -> JobShape:
    """Return a search, or a question."""
    return shape(job_for(session, job, asking, "job.read"))


@router.post("/jobs/{job}/wanted", dependencies=[Depends(may("job.start"))])
def want(job: str, given: Wanted, asking: Asking, session: Db) -> JobShape:
    """Stop a job and keep the best so far, or cancel it; one that has ended stays as it is."""
    found = job_for(session, job, asking, "job.start")
    if found.state not in ENDED:
        found.wanted = given.wanted
        if found.state == JobState.WAITING and given.wanted == "cancel":
            found.state = JobState.CANCELLED.value
        session.flush()
        told = f"job:{found.id}"
        note(session, Act(f"{acting(found)}.{given.wanted}", asking.account, told))
    return shape(found)


@router.get(
    "/jobs/{job}/news",
    dependencies=[Depends(may("job.read"))],
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}}},
)
def news(
    job: str,
    asking: Asking,
    session: Db,
    service: ServiceOf,
    last_event_id: Annotated[str, Header(max_length=20)] = "",
) -> StreamingResponse:
    """Follow a job live; after a lost connection the browser goes on where it was."""
    found = job_for(session, job, asking, "job.read")
    after = int(last_event_id) if last_event_id.isdecimal() else 0
    stream = _stream(service, found.id, after)
    return StreamingResponse(stream, media_type="text/event-stream")


async def _stream(service: Service, job: str, after: int) -> AsyncIterator[str]:
    quiet = 0.0
    yield "retry: 1000\n\n"
    while True:
        found, ended = await run_sync(_look, service, job, after)
        for one in found:
            after, quiet = one.number, 0.0
            yield f"id: {one.number}\nevent: news\ndata: {one.model_dump_json()}\n\n"
        if ended is not None:
            yield f"event: ended\ndata: {ended.model_dump_json()}\n\n"
            return
        await asyncio.sleep(LOOKED_EVERY)
        quiet += LOOKED_EVERY
        if quiet >= ALIVE_EVERY:
            quiet = 0.0
            yield ": still here\n\n"


def _look(service: Service, job: str, after: int) -> tuple[list[News], JobShape | None]:
    with service.database.reading() as session:
        row = session.get_one(Job, job)
        ended = shape(row) if row.state in ENDED else None
        query = select(JobNews).where(JobNews.job_id == job, JobNews.number > after)
        found = session.scalars(query.order_by(JobNews.number)).all()
        return [
            News(
                number=one.number,
                seconds=one.seconds,
                phase=one.phase,
                objective=one.objective,
                bound=one.bound,
                share=one.share,
            )
            for one in found
        ], ended


def job_for(session: Session, job: str, asking: Caller, action: str) -> Job:
    """Return a job on which the caller may act; what is HR's is found at HR's addresses alone."""
    found = session.get(Job, job)
    if found is None or found.kind in FOR_HR:
        raise NotThere("thing.unknown")
    if found.unit_id is not None:
        within(asking, action, found.unit_id)
    else:
        period_for(session, found.period_id, asking, action)
    return found


def shape(job: Job) -> JobShape:
    """Return a job as it is told."""
    return JobShape(
        id=job.id,
        period=job.period_id or "",
        kind=JobKind(job.kind),
        about=job.about,
        state=JobState(job.state),
        wanted=job.wanted,
        seconds=job.request["seconds"],
        objective=job.objective,
        bound=job.bound,
        draft=job.draft_id,
        trouble=job.trouble,
        created=job.created,
        started=job.started,
        ended=job.ended,
    )
