"""Wish receipts over HTTP: asked for by the manager, begun by themselves, read by each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.jobs.routes import shape
from api.jobs.shapes import JobShape
from api.jobs.tables import ENDED, Job, JobKind, JobState
from api.periods.finding import period_for
from api.periods.tables import Period, Stage
from api.questions.asking import AtCounter, Counter, Subject
from api.questions.kind import Told
from api.questions.latest import give_way, latest
from api.questions.receipts import (
    RECEIPTS,
    AskReceipts,
    PersonReceipts,
    ReceiptsShape,
    own,
    read,
)
from api.questions.subjects import of_draft, of_standing
from api.rosters.drafts import draft_for, judged, problem_at
from api.rosters.tables import Draft, Publication, Source
from api.units.documents import unpacked
from api.wishes.persons import person_of
from rostering.explain.receipt_models import Receipts

router = APIRouter(prefix="/api", tags=["receipts"])


class ReceiptsPage(BaseModel):
    """The receipts of a roster: the latest question, its answer so far."""

    job: JobShape | None
    told: ReceiptsShape | None
    stale: bool = Field(description="Whether the roster has changed since.")


class MyReceipts(BaseModel):
    """One's own receipts of the roster that is shown, or published."""

    state: Literal["none", "working", "done"]
    stale: bool
    mine: PersonReceipts | None


@router.post("/drafts/{draft}/receipts", status_code=201, dependencies=[Depends(may("job.start"))])
def of_a_draft(draft: str, given: AskReceipts, counter: AtCounter) -> JobShape:
    """Ask what became of the wishes in a draft; a newer question takes an older one's place."""
    found, period = draft_for(counter.session, draft, counter.asking, "job.start")
    live = judged(counter.session, found)
    if any(breach.hard for breach in live.breaches(counter.asking.language)):
        raise Conflict("receipts.unlawful", "draft")

    def subject() -> Subject:
        give_way(counter.session, period, JobKind.RECEIPTS)
        return of_draft(counter.session, found)

    return counter.ask(JobKind.RECEIPTS, period, given, subject)


def begin_receipts(counter: Counter, period: Period, draft: Draft | None = None) -> None:
    """Begin the receipts of a draft that is shown, or of the roster that is published now.

    What is published as it was shown has its receipts, if they were finished.
    """
    session = counter.session
    if draft is not None:
        subject = of_draft(session, draft)
    elif _finished(session, period):
        return
    else:
        subject = of_standing(session, period)
    if subject.problem.wishes:
        give_way(session, period, JobKind.RECEIPTS)
        counter.begin(JobKind.RECEIPTS, period, AskReceipts(), subject)


def _finished(session: Session, period: Period) -> bool:
    draft = session.get(Draft, period.shown or "")
    _, answered = latest(session, period, JobKind.RECEIPTS, [f"draft:{period.shown}"])
    if draft is None or answered is None or answered.state != JobState.DONE:
        return False
    return answered.request.get("revision") == draft.revision


@router.get("/drafts/{draft}/receipts", dependencies=[Depends(may("job.read"))])
def read_draft(draft: str, asking: Asking, session: Db) -> ReceiptsPage:
    """Return the receipts of a draft by person, with names, so far as they are known."""
    found, period = draft_for(session, draft, asking, "job.read")
    query = select(Publication.id).where(
        Publication.draft_id == found.id, Publication.source == Source.DRAFT.value
    )
    places = [f"draft:{found.id}", *(f"publication:{one}" for one in session.scalars(query))]
    newest, answered = latest(session, period, JobKind.RECEIPTS, places)
    if answered is None:
        return ReceiptsPage(job=None if newest is None else shape(newest), told=None, stale=False)
    told = Told(problem_at(session, answered.problem_hash), answered.request, asking.language)
    answer = RECEIPTS.show(_answer(answered), told)
    stale = answered.about == places[0] and answered.request["revision"] != found.revision
    return ReceiptsPage.model_validate(
        {"job": newest and shape(newest), "told": answer.model_dump()["told"], "stale": stale}
    )


@router.get("/periods/{period}/receipts/mine", dependencies=[Depends(may("preview.own"))])
def mine(period: str, asking: Asking, session: Db) -> MyReceipts:
    """Return one's own receipts: of colleagues their group alone, never names or dates."""
    found = period_for(session, period, asking, "preview.own")
    person = person_of(asking, found)
    places = _places(session, found)
    newest, answered = latest(session, found, JobKind.RECEIPTS, places) if places else (None, None)
    if answered is None:
        working = newest is not None and newest.state not in ENDED
        return MyReceipts(state="working" if working else "none", stale=False, mine=None)
    told = Told(problem_at(session, answered.problem_hash), answered.request, asking.language)
    working = newest is not None and newest.state not in ENDED
    return MyReceipts(
        state="working" if working else "done",
        stale=_stale(session, answered, places),
        mine=own(_answer(answered), told, person),
    )


def _answer(job: Job) -> Receipts:
    assert job.result is not None
    return read(unpacked(job.result))


def _places(session: Session, period: Period) -> Sequence[str]:
    """Return what staff can see: the roster that is published, and the draft that was shown."""
    if period.stage not in {Stage.PREVIEW, Stage.PUBLISHED}:
        return []
    query = select(Publication.id).where(Publication.period_id == period.id)
    last = session.scalars(query.order_by(Publication.number.desc()).limit(1)).first()
    seen = [] if last is None else [f"publication:{last}"]
    return [*seen, *([f"draft:{period.shown}"] if period.shown else [])]


def _stale(session: Session, job: Job, places: Sequence[str]) -> bool:
    """Return whether the roster is another than the receipts speak of."""
    if job.about == places[0]:
        draft = session.get(Draft, job.about.removeprefix("draft:"))
        return draft is not None and draft.revision != job.request.get("revision")
    shown = session.get(Draft, job.about.removeprefix("draft:"))
    last = session.get(Publication, places[0].removeprefix("publication:"))
    return shown is None or last is None or last.roster != shown.roster
