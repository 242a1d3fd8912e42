"""The queue behind the port: DBOS, in SQLite beside our own file or in PostgreSQL.

DBOS recovers what a process left when a process of the same id starts again. Taking over from a
process that never comes back is ours: each job's row has a heartbeat, and the janitor of any worker
resumes a job whose heart has stopped. The row's fence keeps a frozen worker that wakes up out.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import structlog
from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions
from sqlalchemy import Engine, create_engine, or_, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from api.db.base import now
from api.db.engine import Database
from api.jobs.run import run
from api.jobs.tables import Job, JobKind, JobState
from api.settings import Settings

log = structlog.get_logger("jobs")
QUEUE, QUESTIONS, WORKFLOW, VERSION = "searches", "questions", "search", "1"
BUSY_S = 20  # seconds that an SQLite writer waits for another
EVERY = 1.0  # seconds between the janitor's rounds


def queue_url(settings: Settings) -> URL:
    """Return where the queue is; plain ``postgresql://`` URLs mean psycopg 3."""
    url = make_url(settings.queue_url)
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    return url


def queue_engine(settings: Settings) -> Engine:
    """Return an engine for the queue: plain, for DBOS begins its transactions itself."""
    url = queue_url(settings)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    return create_engine(url, connect_args={"timeout": BUSY_S})


class Queue:
    """The service's side: puts jobs into the queue."""

    def __init__(self, settings: Settings) -> None:
        DBOS.migrate(queue_url(settings).render_as_string(hide_password=False))
        self._client = DBOSClient(system_database_engine=queue_engine(settings))

    def begin(self, job: str, *, question: bool = False) -> None:
        """Queue a job; its id makes a second time the same as the first.

        When the queue does not answer the job is safe in its row: a janitor queues it later.
        """
        try:
            self._client.enqueue(_options(job, QUESTIONS if question else QUEUE), job)
        except SQLAlchemyError as error:
            log.warning("queued later", job=job, error=type(error).__name__)

    def close(self) -> None:
        """Close the connections."""
        self._client.destroy()


class Worker:
    """The worker's side: a search and a question at a time; looks after jobs of dead workers."""

    def __init__(self, settings: Settings, database: Database, name: str) -> None:
        self._settings, self._database, self._name = settings, database, name
        self._ended = threading.Event()
        self._janitor = threading.Thread(target=self._clean, name="janitor", daemon=True)

    def start(self) -> None:
        """Begin to take jobs; those that this worker left behind go on."""
        config: DBOSConfig = {
            "name": "helseturnus",
            "system_database_engine": queue_engine(self._settings),
            "executor_id": self._name,
            "application_version": VERSION,
            "console_log_level": "ERROR",
            "use_listen_notify": False,
        }
        DBOS(config=config)
        database, name, workers = self._database, self._name, self._settings.workers

        @DBOS.step(name="solve")
        def solving(job: str) -> None:
            run(database, job, name, workers)

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=1000)
        def searching(job: str) -> None:
            solving(job)

        DBOS.launch()
        for queue in (QUEUE, QUESTIONS):
            DBOS.register_queue(queue, worker_concurrency=1, polling_interval_sec=0.2)
        self._janitor.start()

    def close(self) -> None:
        """Stop taking jobs; one that runs is left for the next start."""
        self._ended.set()
        self._janitor.join(timeout=5)
        DBOS.destroy(destroy_registry=True)

    def _clean(self) -> None:
        while not self._ended.wait(EVERY):
            try:
                self._round()
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                log.warning("janitor", error=str(error))

    def _round(self) -> None:
        """Queue jobs that were kept but never queued, and resume those without a heartbeat."""
        silent = now() - timedelta(seconds=self._settings.silent_s)
        running, waiting = JobState.RUNNING.value, JobState.WAITING.value
        dead = (Job.state == running) & (Job.beat < silent)
        lost = (Job.state == waiting) & (Job.created < silent)
        with self._database.reading() as session:
            found = select(Job.id, Job.state, Job.kind).where(or_(dead, lost))
            jobs = session.execute(found).all()
        for job, state, kind in jobs:
            queue = QUEUE if kind == JobKind.SEARCH else QUESTIONS
            known: list[Any] = DBOS.list_workflows(workflow_ids=[job])
            if not known:
                DBOS.enqueue_workflow_with_options(_options(job, queue), job)
            elif state == running:
                log.warning("taken over", job=job)
                DBOS.resume_workflow(job, queue_name=queue)


def _options(job: str, queue: str) -> EnqueueOptions:
    return {
        "queue_name": queue,
        "workflow_name": WORKFLOW,
        "workflow_id": job,
        "app_version": VERSION,
    }
