"""A job's row through its life: claimed by one worker at a time, told of, and ended once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.jobs.tables import ENDED, Job, JobNews, JobState
from api.periods.tables import Period
from api.rosters.drafts import keep_draft, problem_at
from api.units.documents import packed, roster_of
from rostering.domain.clock import OSLO
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.strategies.base import Progress


class Fenced(Exception):
    """Another worker has taken the job over, or it has ended: what this one finds is void."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A job in one worker's hands; ``left`` is seconds, ``warm`` where the search begins."""

    job: str
    fence: int
    problem: Problem
    warm: Roster | None
    left: float
    seed: int
    spent: float


def claim(session: Session, job: str, holder: str) -> Claim | None:
    """Take a job; None when it has ended. An older holder is fenced off from now on."""
    found = session.get(Job, job, with_for_update=True)
    if found is None or found.state in ENDED:
        return None
    if found.wanted == "cancel":
        _end(session, found, JobState.CANCELLED)
        return None
    found.fence += 1
    found.holder, found.state = holder, JobState.RUNNING.value
    found.beat = now()
    found.started = found.started or now()
    last = session.scalar(select(func.max(JobNews.seconds)).where(JobNews.job_id == job)) or 0.0
    begun = found.best or found.warm
    counted = last if found.best else 0.0  # what a dead worker spent without a roster is void
    return Claim(
        job=job,
        fence=found.fence,
        problem=problem_at(session, found.problem_hash),
        warm=None if begun is None else roster_of(begun),
        left=max(2.0, found.request["seconds"] - counted),
        seed=found.request["seed"],
        spent=last,
    )


def _held(session: Session, held: Claim) -> Job:
    """Return the job's row, locked, or refuse a holder that has been fenced off."""
    found = session.get(Job, held.job, with_for_update=True)
    if found is None or found.fence != held.fence or found.state in ENDED:
        raise Fenced
    return found


def wanted(session: Session, held: Claim) -> str:
    """Return what shall become of the job, and beat its heart."""
    found = _held(session, held)
    found.beat = now()
    return found.wanted


def tell(session: Session, held: Claim, news: Progress, best: Roster | None) -> None:
    """Add a piece of news, and keep a better roster for whoever may have to go on."""
    found = _held(session, held)
    found.objective, found.bound, found.beat = news.objective, news.bound, now()
    if best is not None:
        found.best = packed(best)
    _news(session, found.id, held.spent + news.seconds, news)


def _news(session: Session, job: str, seconds: float, news: Progress) -> None:
    last = session.scalar(select(func.max(JobNews.number)).where(JobNews.job_id == job))
    session.add(
        JobNews(
            job_id=job,
            number=(last or 0) + 1,
            seconds=round(seconds, 3),
            phase=news.phase[:40],
            objective=news.objective,
            bound=news.bound,
        )
    )


def finish(session: Session, held: Claim, roster: Roster | None, trouble: str) -> None:
    """End the job: its roster becomes a draft, in the same transaction and so exactly once."""
    found = _held(session, held)
    if found.wanted == "cancel":
        _end(session, found, JobState.CANCELLED)
        return
    if roster is None and found.best is not None:  # of a worker that died: better than nothing
        roster, trouble = roster_of(found.best), ""
    found.trouble = trouble
    if roster is None:
        _end(session, found, JobState.FAILED)
        return
    period = session.get_one(Period, found.period_id)
    begun = found.created.astimezone(OSLO)
    draft = keep_draft(
        session,
        period,
        held.problem,
        roster,
        name=found.request["name"] or f"{period.name}: {begun:%d.%m. %H:%M}",
        source="generated",
        by=found.by,
        parent=found.request["start"],
    )
    draft.locks = found.request.get("locks", [])
    found.draft_id = draft.id
    found.objective, found.bound = roster.evidence.objective, roster.evidence.bound
    _end(session, found, JobState.DONE)


def _end(session: Session, job: Job, state: JobState) -> None:
    job.state, job.ended, job.best, job.warm = state.value, now(), None, None
    period = session.get_one(Period, job.period_id)
    note(session, Act(f"job.{state.value}", job.by, f"job:{job.id}", period.unit_id))
