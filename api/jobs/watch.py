"""Watch a job that runs: its news go to the database, what is wanted of it comes back."""

from __future__ import annotations

import contextlib
import threading
import time

import structlog

from api.db.engine import Database
from api.jobs.rows import Claim, Fenced, tell, wanted
from api.units.documents import packed
from rostering.domain.canonical import content_hash
from rostering.domain.fields import Model
from rostering.domain.roster import Evidence, Roster
from rostering.strategies.base import Progress

log = structlog.get_logger("jobs")
ASKED_EVERY = 0.5  # seconds between looks at what is wanted, which are heartbeats too
TOLD_EVERY = 0.5  # seconds between news


class Watch:
    """Passes news on, not too often, and asks in a thread what is wanted."""

    def __init__(self, database: Database, held: Claim) -> None:
        self._database, self._held = database, held
        self._ended = threading.Event()
        self._stop = False
        self._told = 0.0
        self._pending: tuple[Progress, Roster | None, Model | None] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._listen, name=f"watch-{held.job}", daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        with contextlib.suppress(Fenced):
            self._flush()

    def stop(self) -> bool:
        """Return whether the job shall end."""
        return self._stop

    def report(self, news: Progress) -> None:
        """Take news; a roster or a part of an answer waits until the next are told."""
        with self._lock:
            best, part = self._pending[1:] if self._pending else (None, None)
            if news.roster is not None:
                best = self._roster(news)
            if isinstance(news.told, Model):
                part = news.told
            self._pending = (news, best, part)

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
        if pending is None:
            return
        self._told = time.monotonic()
        news, best, part = pending
        result = None if part is None else packed(part)
        with self._database.writing() as session:
            tell(session, self._held, news, best, result)
