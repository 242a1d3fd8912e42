"""Why there is no roster, over HTTP: arithmetic at once, the coach as a job, ways as drafts."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may
from api.jobs.routes import job_for, shape
from api.jobs.shapes import JobShape
from api.jobs.tables import JobKind
from api.periods.composing import composed
from api.periods.finding import period_for
from api.periods.tables import Period, Stage
from api.questions.asking import AtCounter, Subject
from api.questions.kind import Told
from api.questions.latest import give_way, latest
from api.questions.why import AskWhy, ShortShape, WhyShape, read, shorts, shown
from api.rosters.drafts import keep_draft, problem_at
from api.rosters.drafts import shape as draft_shape
from api.rosters.shapes import DraftShape
from api.units.documents import unpacked
from rostering.domain.canonical import content_hash
from rostering.domain.consistency import require_consistent
from rostering.texts import Catalogue

router = APIRouter(prefix="/api", tags=["why"])


class WhyPage(BaseModel):
    """What is known of why there is no roster: the latest question, its answer so far."""

    job: JobShape | None
    told: WhyShape | None
    stale: bool = Field(description="Whether the ward or its wishes have changed since.")


@router.get("/periods/{period}/shortfalls", dependencies=[Depends(may("job.read"))])
def shortfalls(period: str, asking: Asking, session: Db) -> list[ShortShape]:
    """Return what plain arithmetic shows to be impossible, before anything is searched for."""
    from rostering.explain.coach import arithmetic

    found = period_for(session, period, asking, "job.read")
    problem = composed(session, found)
    return shorts(problem, arithmetic(problem), asking.language)


@router.post("/periods/{period}/why", status_code=201, dependencies=[Depends(may("job.start"))])
def why(period: str, given: AskWhy, counter: AtCounter) -> JobShape:
    """Ask why there is no lawful roster; a newer question takes an older one's place."""
    found = period_for(counter.session, period, counter.asking, "job.start")
    _require_open(found)

    def subject() -> Subject:
        problem = composed(counter.session, found)
        require_consistent(problem)
        give_way(counter.session, found, JobKind.WHY)
        return Subject(problem)

    return counter.ask(JobKind.WHY, found, given, subject)


def _require_open(period: Period) -> None:
    if period.stage == Stage.PUBLISHED:
        raise Conflict("job.stage", "stage")


@router.get("/periods/{period}/why", dependencies=[Depends(may("job.read"))])
def told(period: str, asking: Asking, session: Db) -> WhyPage:
    """Return the latest question why, and its answer so far."""
    found = period_for(session, period, asking, "job.read")
    newest, answered = latest(session, found, JobKind.WHY)
    if newest is None or answered is None or answered.result is None:
        return WhyPage(job=None if newest is None else shape(newest), told=None, stale=False)
    problem = problem_at(session, answered.problem_hash)
    about = Told(problem, answered.request, asking.language)
    now = content_hash(composed(session, found)).removeprefix("sha256:")
    answer = shown(read(unpacked(answered.result)), about)
    return WhyPage(job=shape(newest), told=answer, stale=now != answered.problem_hash)


@router.post(
    "/jobs/{job}/ways/{number}/draft",
    status_code=201,
    dependencies=[Depends(may("draft.write"))],
)
def as_draft(job: str, number: int, asking: Asking, session: Db) -> DraftShape:
    """Open a way out's roster as a draft, under the ward with what the way changes; once."""
    from rostering.explain.relax import eased

    held = job_for(session, job, asking, "draft.write")
    period = period_for(session, held.period_id, asking, "draft.write")
    _require_open(period)
    if held.kind != JobKind.WHY or held.result is None:
        raise NotThere("thing.unknown")
    found = read(unpacked(held.result))
    if not 1 <= number <= len(found.relaxations):
        raise NotThere("thing.unknown")
    way = found.relaxations[number - 1]
    problem = eased(problem_at(session, held.problem_hash), way)
    kept: dict[str, str] = held.request.get("kept", {})
    name = Catalogue(asking.language).say(f"coach.lever.{way.lever}")
    draft = keep_draft(
        session, period, problem, way.roster, name=name, source="generated", by=asking.account
    )
    held.request = {**held.request, "kept": {**kept, str(number): draft.id}}
    told = {"number": number, "lever": way.lever, "draft": draft.id}
    note(session, Act("why.take", asking.account, f"job:{held.id}", period.unit_id, payload=told))
    return draft_shape(draft, period)
