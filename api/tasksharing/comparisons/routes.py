"""Comparisons over HTTP: asked, followed, stopped, told, and their gain plans filled in."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Depends
from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may, only_reads
from api.http.entity_tags import Seen, require
from api.jobs.rows import acting
from api.jobs.shapes import JobShape, Wanted
from api.jobs.tables import ENDED, Job, JobKind, JobNews, JobState
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.questions.asking import AtCounter, Subject
from api.tasksharing.comparisons.entered import rows_of, with_entered
from api.tasksharing.comparisons.question import COMPARISON
from api.tasksharing.comparisons.shapes import (
    LONGEST,
    AskComparison,
    ComparisonLine,
    ComparisonPage,
    PlanEntry,
)
from api.tasksharing.comparisons.tables import EnteredGains
from api.tasksharing.comparisons.telling import comparison_told
from api.tasksharing.ground import Ground, require_ground
from api.tasksharing.scenarios.rows import domain_of, name_of
from api.tasksharing.scenarios.tables import TaskScenario
from api.units.documents import unpacked
from rostering.errors import BadInput
from tasksharing.domain.consistency import require_fit
from tasksharing.evaluate.models import Comparison
from tasksharing.evaluate.question import SECONDS, STEPS, CompareQuestion
from tasksharing.scenarios import Scenario, apply

router = APIRouter(prefix="/api", tags=["comparisons"])
START_TIMES = CompareQuestion.model_fields["start_times"].default


@router.post(
    "/periods/{period}/comparisons",
    status_code=201,
    dependencies=[Depends(may("comparison.write"))],
)
@only_reads
def ask(period: str, given: AskComparison, counter: AtCounter) -> JobShape:
    """Roster a period under each scenario and without any, with the same seeds.

    Whether each is lawful takes seconds to say: only what is kept is written.
    """
    found = period_for(counter.session, period, counter.asking, "comparison.write")
    searches = given.seeds * (len(given.scenarios) + 1)
    if searches * given.seconds > LONGEST:
        raise Conflict("comparison.long", "seconds", hours=LONGEST // 3600)
    subject = _subject(counter.session, found, given)
    with counter.service.database.writing() as session:
        kept = period_for(session, period, counter.asking, "comparison.write")
        desk = replace(counter, session=session)
        return desk.ask(JobKind.COMPARISON, kept, given, lambda: subject)


def _subject(session: Session, period: Period, given: AskComparison) -> Subject:
    ground = require_ground(session, period)
    require_fit(ground.book, ground.problem)
    rows = [session.get(TaskScenario, one) for one in dict.fromkeys(given.scenarios)]
    mine = [row for row in rows if row is not None and row.period_id == period.id]
    if len(mine) < len(rows):
        raise NotThere("thing.unknown", "scenarios")
    asked = CompareQuestion(
        problem=ground.problem,
        book=ground.book,
        scenarios=tuple(_lawful(row, ground) for row in mine),
        seeds=tuple(range(given.seed, given.seed + given.seeds)),
        seconds=given.seconds,
        steps=given.seconds * STEPS / SECONDS,
        days=given.days,
    )
    names = {row.code: name_of(row).model_dump() for row in mine}
    return Subject(ground.problem, matter=asked, more={"names": names})


def _lawful(row: TaskScenario, ground: Ground) -> Scenario:
    found, name = domain_of(row), name_of(row).nb
    if found is None:
        raise Conflict("comparison.empty", "scenarios", name=name)
    try:
        apply(ground.problem, ground.book, found)
    except BadInput as error:
        raise Conflict("comparison.unlawful", "scenarios", name=name) from error
    return found


@router.get("/periods/{period}/comparisons", dependencies=[Depends(may("comparison.read"))])
def comparisons(period: str, asking: Asking, session: Db) -> list[ComparisonLine]:
    """List a period's comparisons, the latest first."""
    found = period_for(session, period, asking, "comparison.read")
    query = select(Job).where(Job.period_id == found.id, Job.kind == JobKind.COMPARISON.value)
    jobs = session.scalars(query.order_by(Job.created.desc(), Job.id).limit(50))
    return [ComparisonLine.model_validate(_line(job, asking.language)) for job in jobs]


@router.get("/comparisons/{comparison}", dependencies=[Depends(may("comparison.read"))])
def read(comparison: str, asking: Asking, session: Db) -> ComparisonPage:
    """Return a comparison: how it stands, and what it has found."""
    job, _ = comparison_for(session, comparison, asking, "comparison.read")
    return page_of(session, job, asking)


@router.post("/comparisons/{comparison}/wanted", dependencies=[Depends(may("comparison.write"))])
def want(comparison: str, given: Wanted, asking: Asking, session: Db) -> ComparisonPage:
    """Stop a comparison and keep what it has found, or cancel it; an ended one stays as it is."""
    job, period = comparison_for(session, comparison, asking, "comparison.write")
    if job.state not in ENDED:
        job.wanted = given.wanted
        if job.state == JobState.WAITING:
            job.state, job.ended = JobState.CANCELLED.value, now()
        session.flush()
        act = f"{acting(job)}.{given.wanted}"
        note(session, Act(act, asking.account, f"job:{job.id}", period.unit_id))
    return page_of(session, job, asking)


@router.put(
    "/comparisons/{comparison}/gains/{alternative}",
    dependencies=[Depends(may("comparison.write"))],
)
def enter(
    comparison: str,
    alternative: str,
    given: PlanEntry,
    asking: Asking,
    session: Db,
    seen: Seen,
) -> ComparisonPage:
    """Enter who takes gains out and when, and what was discussed and assessed."""
    job, period = comparison_for(session, comparison, asking, "comparison.write")
    _require_plan(job, alternative, given)
    row = session.get(EnteredGains, (job.id, alternative), with_for_update=True)
    require(seen, 0 if row is None else row.revision)
    if row is None:
        row = EnteredGains(job_id=job.id, alternative=alternative, revision=0)
        session.add(row)
    row.document = given.model_dump(mode="json")
    row.revision += 1
    row.at, row.by = now(), asking.account
    told = {"alternative": alternative, "revision": row.revision}
    told |= {"owners": sum(bool(gain.owner) for gain in given.gains)}
    told |= {record.kind: str(record.date or "") for record in given.records}
    about = f"job:{job.id}"
    note(session, Act("comparison.gains", asking.account, about, period.unit_id, payload=told))
    return page_of(session, job, asking)


def _require_plan(job: Job, alternative: str, given: PlanEntry) -> None:
    found = found_of(job)
    one = next((a for a in found.alternatives if a.id == alternative), None) if found else None
    if one is None or one.gains is None:
        raise NotThere("thing.unknown")
    known = {line.id for line in one.gains.lines}
    unknown = [gain.line for gain in given.gains if gain.line not in known]
    if unknown:
        raise NotThere("comparison.gain", "gains", line=unknown[0])


def comparison_for(
    session: Session, comparison: str, asking: Caller, action: str
) -> tuple[Job, Period]:
    """Return a comparison on which the caller may act, and its period."""
    job = session.get(Job, comparison, options=[undefer(Job.result)])
    if job is None or job.kind != JobKind.COMPARISON.value:
        raise NotThere("thing.unknown")
    return job, period_for(session, job.period_id, asking, action)


def found_of(job: Job) -> Comparison | None:
    """Return what a comparison has found so far."""
    if job.result is None:
        return None
    found = COMPARISON.read(unpacked(job.result))
    assert isinstance(found, Comparison)
    return found


def filled_of(session: Session, job: Job) -> Comparison | None:
    """Return what a comparison has found, with what was entered for its gain plans."""
    found = found_of(job)
    return None if found is None else with_entered(found, rows_of(session, job))


def page_of(session: Session, job: Job, asking: Caller) -> ComparisonPage:
    """Return a comparison as it is told."""
    last = session.scalar(select(func.max(JobNews.number)).where(JobNews.job_id == job.id))
    news = None if last is None else session.get(JobNews, (job.id, last))
    found = filled_of(session, job) if job.state in ENDED else None
    revisions = {one: row.revision for one, row in rows_of(session, job).items()}
    names = _names(job, asking.language)
    return ComparisonPage.model_validate(
        {
            **_line(job, asking.language),
            "period": job.period_id,
            "wanted": job.wanted,
            "trouble": job.trouble,
            "started": job.started,
            "ended": job.ended,
            "whole": _whole(job),
            "share": None if news is None else news.share,
            "doing": "" if news is None else names.get(news.phase, ""),
            "told": None if found is None else comparison_told(found, asking.language, revisions),
        }
    )


def _whole(job: Job) -> float:
    """Return the seconds that all searches take together, the first for a common start included."""
    searches = job.request["seeds"] * (len(job.request["names"]) + 1)
    return float(job.request["seconds"] * (searches + START_TIMES))


def _names(job: Job, language: str) -> dict[str, str]:
    """Return the names of a comparison's scenarios as they were when it was asked, by code."""
    names: dict[str, dict[str, str]] = job.request["names"]
    return {code: name.get(language) or name["nb"] for code, name in names.items()}


def _line(job: Job, language: str) -> dict[str, object]:
    return {
        "id": job.id,
        "scenarios": list(_names(job, language).values()),
        "seeds": job.request["seeds"],
        "seconds": job.request["seconds"],
        "state": job.state,
        "created": job.created,
    }
