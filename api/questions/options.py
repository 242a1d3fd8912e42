"""Keep one of several rosters as a draft, with what is liked of it locked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends
from pydantic import Field
from sqlalchemy.orm import Session

from api.accounts.shapes import Asked
from api.errors import NotThere
from api.http.context import Asking, Db, may
from api.http.idempotency import IdempotencyKey, once
from api.jobs.routes import job_for
from api.jobs.tables import Job, JobKind
from api.periods.tables import Period
from api.policy.roles import Caller
from api.questions.choice import Favour, read
from api.questions.routes import answer_of
from api.rosters.drafts import keep_draft, problem_at, shape
from api.rosters.shapes import DraftShape
from rostering.domain.problem import Problem

if TYPE_CHECKING:
    from rostering.choice import ChoiceOption

router = APIRouter(prefix="/api/jobs/{job}/options/{favours}", tags=["questions"])


class Liked(Asked):
    """What is locked: some people's days, or some dates; nothing named is everybody, or all."""

    people: list[str] = Field(default_factory=list, max_length=500)
    dates: list[dt.date] = Field(default_factory=list, max_length=400)


class KeepOption(Asked):
    """A roster that is kept as a draft; without ``liked`` nothing is locked."""

    name: str = Field(min_length=1, max_length=120)
    liked: Liked | None = None


@router.post("/draft", status_code=201, dependencies=[Depends(may("draft.write"))])
def keep(
    job: str,
    favours: Favour,
    given: KeepOption,
    asking: Asking,
    session: Db,
    key: IdempotencyKey = None,
) -> DraftShape:
    """Make a draft of one of the rosters to choose between; a search may go on from it."""
    found = job_for(session, job, asking, "draft.write")
    what = (DraftShape, f"draft of {job}, {favours}", given)
    return once(session, asking, key, what, lambda: _make(session, found, favours, given, asking))


def _make(
    session: Session, job: Job, favours: str, given: KeepOption, asking: Caller
) -> DraftShape:
    option = _option(job, favours)
    problem = problem_at(session, job.problem_hash)
    locks = [] if given.liked is None else _locks(problem, option, given.liked)
    period = session.get_one(Period, job.period_id)
    draft = keep_draft(
        session,
        period,
        problem,
        option.roster,
        name=given.name,
        source="generated",
        by=asking.account,
    )
    draft.locks = locks
    kept = {**job.request.get("kept", {}), favours: draft.id}
    job.request = {**job.request, "kept": kept}
    return shape(draft, period)


def _option(job: Job, favours: str) -> ChoiceOption:
    if job.kind == JobKind.CHOICE:
        for option in read(answer_of(job)).options:
            if option.favours == favours:
                return option
    raise NotThere("thing.unknown", "favours")


def _locks(problem: Problem, option: ChoiceOption, liked: Liked) -> list[list[str]]:
    from rostering.choice import locking

    locked = locking(problem, option.roster, people=liked.people, dates=liked.dates).locks
    return [list(cell) for cell in sorted({(lock.person, str(lock.date)) for lock in locked})]
