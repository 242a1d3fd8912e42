"""A job's row through its life: claimed by one worker at a time, told of, and ended once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.jobs.tables import ENDED, Job, JobKind, JobMatter, JobNews, JobState
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
    """A job in one worker's hands; ``left`` is seconds.

    ``warm`` is where a search begins, or the roster that is asked about; ``result`` is the part of
    an answer that a worker before this one has found, ``matter`` what else it is about.
    """

    job: str
    kind: JobKind
    fence: int
    posed: Problem | None
    request: dict[str, Any]
    warm: Roster | None
    result: bytes | None
    matter: bytes | None
    left: float
    seed: int
    spent: float

    @property
    def problem(self) -> Problem:
        """What a search or a question is about; a unit's job has none."""
        assert self.posed is not None, f"job {self.job} is a unit's"
        return self.posed


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
    begun, matter = found.best or found.warm, session.get(JobMatter, job)
    counted = last if found.best else 0.0  # what a dead worker spent without a roster is void
    return Claim(
        job=job,
        kind=JobKind(found.kind),
        fence=found.fence,
        posed=problem_at(session, found.problem_hash) if found.problem_hash else None,
        request=found.request,
        warm=None if begun is None else roster_of(begun),
        result=found.result,
        matter=None if matter is None else matter.document,
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


def tell(
    session: Session,
    held: Claim,
    news: Progress,
    best: Roster | None = None,
    result: bytes | None = None,
) -> None:
    """Add a piece of news, and keep what is better for whoever may have to go on."""
    found = _held(session, held)
    found.beat = now()
    found.objective, found.bound = news.objective, news.bound
    if best is not None:
        found.best = packed(best)
    if result is not None:
        found.result = result
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
            share=news.share,
        )
    )


def finish(session: Session, held: Claim, roster: Roster | None, trouble: str) -> None:
    """End a search: its roster becomes a draft, in the same transaction and so exactly once."""
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


def answer(session: Session, held: Claim, result: bytes | None, trouble: str) -> None:
    """End a question with its answer; without a new one, what was told last is the answer."""
    found = _held(session, held)
    if found.wanted == "cancel":
        found.result = None
        _end(session, found, JobState.CANCELLED)
        return
    found.result = result or found.result
    found.objective = found.bound = None
    found.trouble = "" if found.result else trouble or "unknown"
    _end(session, found, JobState.DONE if found.result else JobState.FAILED)


def learnt(session: Session, held: Claim, trouble: str) -> Job | None:
    """End a unit's job; return its row where what was learnt is to be kept."""
    found = _held(session, held)
    kept = not trouble and found.wanted == "go"
    found.trouble = "" if found.wanted != "go" else trouble
    stopped = JobState.FAILED if found.wanted == "go" else JobState.CANCELLED
    _end(session, found, JobState.DONE if kept else stopped)
    return found if kept else None


def _end(session: Session, job: Job, state: JobState) -> None:
    job.state, job.ended, job.best, job.warm = state.value, now(), None, None
    unit = job.unit_id or session.get_one(Period, job.period_id).unit_id
    note(session, Act(f"{acting(job)}.{state.value}", job.by, f"job:{job.id}", unit))


def acting(job: Job) -> str:
    """Return what the audit log calls a job."""
    named = {JobKind.SEARCH.value: "job", JobKind.FORECAST.value: "forecast"}
    return named.get(job.kind, "question")
