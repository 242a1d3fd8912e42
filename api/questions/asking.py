"""Ask a question: its job's row, committed before it is queued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.http.context import Asking, Db, ServiceOf
from api.http.idempotency import IdempotencyKey, once
from api.jobs.routes import shape
from api.jobs.shapes import JobShape
from api.jobs.tables import Job, JobKind, JobMatter, JobState
from api.periods.tables import Period
from api.policy.roles import Caller
from api.questions.kind import Patience
from api.rosters.drafts import keep_problem
from api.service import Service
from api.units.documents import packed
from rostering.domain.fields import Model
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: a problem, a roster of it where there is one, and its name.

    ``about`` is ``draft:ID`` or ``publication:ID``, ``revision`` that of the draft; ``more`` joins
    what was given in the job's request; ``matter``, which is too long for that, is kept beside it.
    """

    problem: Problem
    roster: Roster | None = None
    about: str = ""
    revision: int | None = None
    more: dict[str, Any] | None = None
    matter: Model | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a request's questions are handed in."""

    session: Session
    asking: Caller
    service: Service
    request: Request
    key: str | None

    def ask(
        self, kind: JobKind, period: Period, given: Patience, subject: Callable[[], Subject]
    ) -> JobShape:
        """Keep a question as a job, and queue it once that is committed.

        ``subject`` is called for a new question only, not for one that is sent again.
        """
        place = f"{self.request.method} {self.request.url.path}"
        made = once(
            self.session,
            self.asking,
            self.key,
            (JobShape, place, given),
            lambda: shape(self._make(kind, period, given, subject())),
        )
        self.request.state.after_commit = lambda: self.service.jobs.begin(made.id, question=True)
        return made

    def begin(self, kind: JobKind, period: Period, given: Patience, subject: Subject) -> None:
        """Keep a question that follows from what the request does, and queue it after that."""
        job = self._make(kind, period, given, subject).id
        self.request.state.after_commit = lambda: self.service.jobs.begin(job, question=True)

    def _make(self, kind: JobKind, period: Period, given: Patience, subject: Subject) -> Job:
        told = {**given.model_dump(mode="json"), **(subject.more or {})}
        job = Job(
            period_id=period.id,
            kind=kind.value,
            about=subject.about,
            state=JobState.WAITING.value,
            wanted="go",
            trouble="",
            request={**told, "revision": subject.revision},
            problem_hash=keep_problem(self.session, subject.problem),
            warm=None if subject.roster is None else packed(subject.roster),
            by=self.asking.account,
        )
        self.session.add(job)
        self.session.flush()
        if subject.matter is not None:
            self.session.add(JobMatter(job_id=job.id, document=packed(subject.matter)))
        told |= {"kind": kind.value, "about": subject.about}
        about, unit = f"job:{job.id}", period.unit_id
        note(self.session, Act("question.start", self.asking.account, about, unit, payload=told))
        return job


def _counter(
    asking: Asking, session: Db, service: ServiceOf, request: Request, key: IdempotencyKey = None
) -> Counter:
    return Counter(session, asking, service, request, key)


AtCounter = Annotated[Counter, Depends(_counter)]
