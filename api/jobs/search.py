"""Run one search: solve in a child process, tell the database, listen for a stop."""

from __future__ import annotations

import contextlib
import threading
import time

import structlog

from api.db.engine import Database
from api.jobs.rows import Claim, Fenced, claim, finish, tell, wanted
from rostering.domain.canonical import content_hash
from rostering.domain.roster import Evidence, Roster
from rostering.errors import HelseturnusError
from rostering.solve import solve
from rostering.strategies.base import Budget, Progress

log = structlog.get_logger("jobs")
ASKED_EVERY = 0.5  # seconds between looks at what is wanted, which are heartbeats too
TOLD_EVERY = 0.5  # seconds between news


def search(database: Database, job: str, holder: str, workers: int) -> None:
    """Search for a job's roster and keep it as a draft; a job that has ended is left alone."""
    with database.writing() as session:
        held = claim(session, job, holder)
    if held is None:
        return
    watch = _Watch(database, held)
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
        log.exception("search", job=job)
        trouble = type(error).__name__
    with contextlib.suppress(Fenced), database.writing() as session:
        finish(session, held, roster, trouble)


class _Watch:
    """Passes news on, not too often, and asks in a thread what is wanted."""

    def __init__(self, database: Database, held: Claim) -> None:
        self._database, self._held = database, held
        self._ended = threading.Event()
        self._stop = False
        self._told = 0.0
        self._pending: tuple[Progress, Roster | None] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._listen, name=f"watch-{held.job}", daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        with contextlib.suppress(Fenced):
            self._flush()

    def stop(self) -> bool:
        """Return whether the search shall end."""
        return self._stop

    def report(self, news: Progress) -> None:
        """Take news from the solver; a roster waits until the next are told."""
        with self._lock:
            best = self._pending[1] if self._pending else None
            if news.roster is not None:
                best = self._roster(news)
            self._pending = (news, best)

    def _roster(self, news: Progress) -> Roster:
        problem = self._held.problem
        return Roster(
            problem_name=problem.name,
            problem_hash=content_hash(problem),
            start=problem.horizon.start,
            days=problem.horizon.days,
            assignments=news.roster or (),
            evidence=Evidence(strategy="auto", objective=news.objective, bound=news.bound),
        )

    def _listen(self) -> None:
        asked = 0.0
        while not self._ended.wait(0.1):
            try:
                if time.monotonic() - self._told >= TOLD_EVERY:
                    self._flush()
                if time.monotonic() - asked >= ASKED_EVERY:
                    asked = time.monotonic()
                    with self._database.writing() as session:
                        self._stop = wanted(session, self._held) != "go"
            except Fenced:
                self._stop = True
                return
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                log.warning("watch", job=self._held.job, error=str(error))

    def _flush(self) -> None:
        with self._lock:
            pending, self._pending = self._pending, None
        if pending is not None:
            self._told = time.monotonic()
            with self._database.writing() as session:
                tell(session, self._held, *pending)
