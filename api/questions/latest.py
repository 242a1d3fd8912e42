"""The latest question of a kind, its latest answer, and that a newer one takes its place."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.jobs.tables import ENDED, Job, JobKind, JobState
from api.periods.tables import Period


def latest(
    session: Session, period: Period, kind: JobKind, about: Sequence[str] = ()
) -> tuple[Job | None, Job | None]:
    """Return the newest question and the newest that has an answer, or a part of one.

    Parameters
    ----------
    about
        What they may be about; empty for anything.
    """
    query = select(Job).where(Job.period_id == period.id, Job.kind == kind.value)
    if about:
        query = query.where(Job.about.in_(about))
    query = query.order_by(Job.created.desc(), Job.id)
    newest = session.scalars(query.limit(1)).first()
    answered = session.scalars(query.where(Job.result.is_not(None)).limit(1)).first()
    return newest, answered


def give_way(session: Session, period: Period, kind: JobKind) -> None:
    """Cancel what still runs of a kind: a newer question takes its place."""
    ended = [state.value for state in ENDED]
    query = select(Job).where(Job.period_id == period.id, Job.kind == kind.value)
    for older in session.scalars(query.where(Job.state.not_in(ended))):
        older.wanted = "cancel"
        if older.state == JobState.WAITING:
            older.state = JobState.CANCELLED.value
