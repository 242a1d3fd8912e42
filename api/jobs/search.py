"""Run one search: solve in a child process, keep the roster as a draft."""

from __future__ import annotations

import contextlib

import structlog

from api.db.engine import Database
from api.jobs.rows import Claim, Fenced, finish
from api.jobs.watch import Watch
from rostering.errors import HelseturnusError
from rostering.solve import solve
from rostering.strategies.base import Budget

log = structlog.get_logger("jobs")


def search(database: Database, held: Claim, workers: int) -> None:
    """Search for a claimed job's roster and keep it as a draft."""
    watch = Watch(database, held)
    roster, trouble = None, ""
    try:
        with watch:
            budget = Budget(seconds=held.left, workers=workers, seed=held.seed)
            outcome = solve(
                held.problem, budget, warm=held.warm, report=watch.report, stop=watch.stop
            )
        roster = outcome.roster
        trouble = "" if roster is not None else outcome.status.value
    except HelseturnusError as error:
        log.exception("search", job=held.job)
        trouble = type(error).__name__
    with contextlib.suppress(Fenced), database.writing() as session:
        finish(session, held, roster, trouble)
