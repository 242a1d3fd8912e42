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


class JobKind(StrEnum):
    """What a job finds out: a roster, or the answer to a question."""

    SEARCH = "search"
    STRESS = "stress"
    CHOICE = "choice"
    WHY = "why"
    RECEIPTS = "receipts"
    FORECAST = "forecast"
    COMPARISON = "comparison"


FOR_HR = frozenset({JobKind.COMPARISON.value})
"""Kinds that HR asks and reads alone, at addresses of their own (``api.tasksharing``)."""

ENDED = frozenset({JobState.DONE, JobState.CANCELLED, JobState.FAILED})


class Job(Table):
    """A search for a roster of a period, or a question that takes as long.

    A unit's forecast is learnt in one too: such a job has a unit, and neither period nor problem.

    A search gives a draft. A question's answer, or what there is of it so far, is ``result``:
    packed JSON of the kind's own. ``about`` is what is asked about: ``draft:ID``,
    ``publication:ID`` or nothing, and ``warm`` then the roster as it was.
    ``wanted`` is ``go``, ``stop`` (keep the best so far) or ``cancel``. ``holder`` is the worker
    process that runs it, ``fence`` counts the takeovers: an older holder's news are refused.
    """

    __tablename__ = "job"

    id: Mapped[Key]
    period_id: Mapped[Id | None] = mapped_column(
        ForeignKey("period.id", ondelete="CASCADE"), index=True
    )
    unit_id: Mapped[Id | None] = mapped_column(
        ForeignKey("unit.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[Code] = mapped_column(default=JobKind.SEARCH.value, server_default="search")
    about: Mapped[Short] = mapped_column(default="", server_default="")
    state: Mapped[Code] = mapped_column(default=JobState.WAITING.value, index=True)
    wanted: Mapped[Code] = mapped_column(default="go")
    request: Mapped[Document]
    problem_hash: Mapped[Digest | None] = mapped_column(ForeignKey("problem.hash"))
    warm: Mapped[Packed | None]
    best: Mapped[Packed | None]
    result: Mapped[Packed | None] = mapped_column(deferred=True)
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


class JobMatter(Table):
    """What else a question is about than a problem and a roster: packed JSON of its kind's own."""

    __tablename__ = "job_matter"

    job_id: Mapped[Id] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[Packed]


class JobNews(Table):
    """One piece of news; ``number`` is where a listener goes on after a lost connection."""

    __tablename__ = "job_news"

    job_id: Mapped[Id] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seconds: Mapped[float]
    phase: Mapped[Code]
    objective: Mapped[int | None]
    bound: Mapped[int | None]
    share: Mapped[float | None]
    at: Mapped[Moment] = mapped_column(default=now)
