"""Run the service: the API with a worker in the same process, or either alone."""

from __future__ import annotations

import contextlib
import gc
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import structlog
import uvicorn

from api.accounts.oidc import Provider
from api.app import create_app
from api.db.engine import Database
from api.db.migrate import head, migrate, revision
from api.jobs.queue import Queue, Worker
from api.logs import configure
from api.notices.courier import Courier
from api.service import Service
from api.settings import Settings
from rostering.errors import BadInput, Fault

log = structlog.get_logger("service")
GARBAGE = (20_000, 20, 50)
"""Thresholds of the collector: wards are large and stay, and a full look at them takes 0.15 s."""
_ENDING = (signal.SIGINT, signal.SIGTERM)


def open_database(settings: Settings) -> Database:
    """Return the database, its tables of this version; an empty one gets them.

    Raises
    ------
    BadInput
        When the tables are of another version: ``turnus migrate`` mends that.
    """
    database = Database(settings.database_url)
    found = revision(database)
    if found is None:
        migrate(database)
    elif found != head():
        database.close()
        fault = Fault("TURNUS_DATABASE_URL", f"tables of version {found}", f"version {head()}")
        raise BadInput(
            [Fault(fault.where, fault.found, fault.needed, "run `turnus migrate` first")]
        )
    return database


def serve(
    settings: Settings, host: str, port: int, *, worker: bool, ready: Callable[[str], None]
) -> None:
    """Serve until the process is told to end (SIGTERM or Ctrl-C); requests at hand are finished."""
    configure(as_json=settings.log_json)
    database = open_database(settings)
    service = Service(settings, database, Queue(settings), provider_of(settings))
    working = _workers(settings, database) if worker else ()
    for one in working:
        one.start()
    app = create_app(service)
    config = uvicorn.Config(
        app, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=5
    )
    server = _Server(config, lambda: ready(f"http://{host}:{port}"))
    gc.set_threshold(*GARBAGE)
    gc.freeze()
    try:
        server.run()
    finally:
        for one in working:
            one.close()
        service.close()


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End in good order; uvicorn's own would end the process before the worker is closed."""
        kept = {number: signal.signal(number, self.handle_exit) for number in _ENDING}
        try:
            yield
        finally:
            for number, handler in kept.items():
                signal.signal(number, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def work(settings: Settings, until: Callable[[], None]) -> None:
    """Take jobs until ``until`` returns."""
    configure(as_json=settings.log_json)
    database = open_database(settings)
    working = _workers(settings, database)
    for one in working:
        one.start()
    log.info("working", name=worker_name(settings))
    try:
        until()
    finally:
        for one in working:
            one.close()
        database.close()


def _workers(settings: Settings, database: Database) -> tuple[Worker, Courier]:
    """Return what works behind the API: searches, and what is sent."""
    return Worker(settings, database, worker_name(settings)), Courier(settings, database)


def provider_of(settings: Settings) -> Provider | None:
    """Return the identity provider, where one is set."""
    if settings.oidc is None:
        return None
    return Provider(settings.oidc, f"{settings.public_url}/api/session/oidc/back")


def worker_name(settings: Settings) -> str:
    """Return a name that a process has again after a restart, and no other has at the same time."""
    return settings.worker_id or f"{socket.gethostname()}-{Path.cwd().name}"
