"""Learn a unit's forecast as a job: counts are read, the fit runs in a process, its model is kept.

The calendar's shape is learnt from all units of the service together, the level from the unit
alone. What is told and kept is of the one unit; the fitted model, which holds the days of all, is
not kept.
"""

from __future__ import annotations

import contextlib

import structlog
from sqlalchemy.orm import Session

from absence_model.forecaster.process import Asked, Outcome, Stopped, learn_apart
from api.db.engine import Database
from api.forecasts.counts import FLOOR, days_of, employees, units_with_counts
from api.forecasts.tables import AbsenceModel
from api.forecasts.watching import models_of
from api.jobs.rows import Claim, Fenced, learnt
from api.jobs.tables import Job
from api.jobs.watch import Watch
from api.units.documents import packed
from api.units.wards import unit_of
from rostering.errors import HelseturnusError
from rostering.strategies.base import Progress

log = structlog.get_logger("jobs")
KEPT = 12  # models of a unit whose forecasts the watch may still need


def learn(database: Database, held: Claim) -> None:
    """Fit a claimed job's model and keep it; a stop leaves what was there before."""
    watch, found, trouble = Watch(database, held), None, ""
    with database.reading() as session:
        asked = days_asked(session, held.request["unit"], held.request["until"])
    try:
        with watch:
            found = learn_apart(
                asked,
                lambda share, phase: watch.report(Progress(0.0, phase, share=share)),
                watch.stop,
            )
    except Stopped:
        pass  # the job's row says so
    except HelseturnusError as error:
        log.exception("forecast", job=held.job)
        trouble = type(error).__name__
    with contextlib.suppress(Fenced), database.writing() as session:
        job = learnt(session, held, trouble if found or trouble else "stopped")
        if job is not None and found is not None:
            _keep(session, job, found)


def days_asked(session: Session, unit: str, until: str) -> Asked:
    """Return the days of the unit and of all others large enough, by names that say nothing."""
    days = {}
    for one in units_with_counts(session):
        if employees(session, unit_of(session, one)) < FLOOR:
            continue  # it has become so small: its days may be somebody's
        found = days_of(session, one)
        days[one] = [(str(d.date), d.planned, d.absent) for d in found if str(d.date) <= until]
    return Asked(unit=unit, days=days)


def _keep(session: Session, job: Job, found: Outcome) -> None:
    assert job.unit_id is not None
    model = AbsenceModel(
        unit_id=job.unit_id,
        job_id=job.id,
        hash=found.digest,
        told=packed(found.learnt),
    )
    session.add(model)
    session.flush()
    for old in models_of(session, job.unit_id)[KEPT:]:
        session.delete(old)
