"""Jobs, and their news in order."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.db.base import Code, Digest, Document, Id, Key, Moment, Packed, Short, Table, Words, now


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


ENDED = frozenset({JobState.DONE, JobState.CANCELLED, JobState.FAILED})


class Job(Table):
    """A search for a roster of a period.

    ``wanted`` is ``go``, ``stop`` (keep the best so far) or ``cancel``. ``holder`` is the worker
    process that runs it, ``fence`` counts the takeovers: an older holder's news are refused.
    """

    __tablename__ = "job"

    id: Mapped[Key]
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    state: Mapped[Code] = mapped_column(default=JobState.WAITING.value, index=True)
    wanted: Mapped[Code] = mapped_column(default="go")
    request: Mapped[Document]
    problem_hash: Mapped[Digest] = mapped_column(ForeignKey("problem.hash"))
    warm: Mapped[Packed | None]
    best: Mapped[Packed | None]
    objective: Mapped[int | None]
    bound: Mapped[int | None]
    draft_id: Mapped[Id | None]
    trouble: Mapped[Words] = mapped_column(default="")
    holder: Mapped[Short | None]
    fence: Mapped[int] = mapped_column(default=0)
    beat: Mapped[Moment | None]
    by: Mapped[Id | None]
    created: Mapped[Moment] = mapped_column(default=now)
    started: Mapped[Moment | None]
    ended: Mapped[Moment | None]


class JobNews(Table):
    """One piece of news; ``number`` is where a listener goes on after a lost connection."""

    __tablename__ = "job_news"

    job_id: Mapped[Id] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seconds: Mapped[float]
    phase: Mapped[Code]
    objective: Mapped[int | None]
    bound: Mapped[int | None]
    at: Mapped[Moment] = mapped_column(default=now)
