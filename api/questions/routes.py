"""Questions over HTTP: asked here, followed and stopped as searches are, answered by kind."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.db.base import now
from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.jobs.routes import job_for
from api.jobs.shapes import JobShape
from api.jobs.tables import Job, JobKind
from api.periods.composing import composed
from api.periods.finding import period_for
from api.periods.tables import Period, Stage
from api.questions.asking import AtCounter, Subject
from api.questions.choice import AskChoice
from api.questions.kind import Told
from api.questions.registry import QUESTIONS, Answer
from api.questions.stress import AskStress
from api.questions.subjects import of_draft, of_standing
from api.rosters.drafts import draft_for, problem_at
from api.units.documents import unpacked
from rostering.domain.clock import OSLO
from rostering.domain.consistency import require_consistent
from rostering.terms.registry import weights

router = APIRouter(prefix="/api", tags=["questions"])


@router.post("/drafts/{draft}/stress", status_code=201, dependencies=[Depends(may("job.start"))])
def stress_draft(draft: str, given: AskStress, counter: AtCounter) -> JobShape:
    """Test how a draft stands sick calls: a simulation, no forecast."""
    found, period = draft_for(counter.session, draft, counter.asking, "job.start")

    def subject() -> Subject:
        return replace(of_draft(counter.session, found), more={"now": None})

    return counter.ask(JobKind.STRESS, period, given, subject)


@router.post("/periods/{period}/stress", status_code=201, dependencies=[Depends(may("job.start"))])
def stress_published(period: str, given: AskStress, counter: AtCounter) -> JobShape:
    """Test how the published roster stands sick calls from now on: a simulation, no forecast."""
    found = period_for(counter.session, period, counter.asking, "job.start")

    def subject() -> Subject:
        local = now().astimezone(OSLO).replace(tzinfo=None, microsecond=0)
        told = of_standing(counter.session, found)
        return replace(told, more={"now": local.isoformat()})

    return counter.ask(JobKind.STRESS, found, given, subject)


@router.post("/periods/{period}/choice", status_code=201, dependencies=[Depends(may("job.start"))])
def choose(period: str, given: AskChoice, counter: AtCounter) -> JobShape:
    """Search for two to five rosters that favour different goals."""
    found = period_for(counter.session, period, counter.asking, "job.start")
    if found.stage not in {Stage.DRAFTING, Stage.SETUP}:
        raise Conflict("job.stage", "stage")
    language = counter.asking.language

    def subject() -> Subject:
        return _to_plan(counter.session, found, language)

    return counter.ask(JobKind.CHOICE, found, given, subject)


def _to_plan(session: Session, period: Period, language: str) -> Subject:
    problem = composed(session, period)
    require_consistent(problem)
    weights(problem)
    return Subject(problem, more={"language": language})


@router.get("/jobs/{job}/result", dependencies=[Depends(may("job.read"))])
def result(job: str, asking: Asking, session: Db) -> Answer:
    """Return a question's answer, or what there is of it so far; searches give drafts instead."""
    found = job_for(session, job, asking, "job.read")
    kept = answer_of(found)
    told = Told(problem_at(session, found.problem_hash), found.request, asking.language)
    question = QUESTIONS[JobKind(found.kind)]
    return question.show(question.read(kept), told)  # type: ignore[return-value]  # by its kind


def answer_of(job: Job) -> bytes:
    """Return the JSON of a job's answer so far."""
    if job.result is None:
        raise Conflict("question.unanswered")
    return unpacked(job.result)
