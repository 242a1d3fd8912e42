"""``turnus serve``, ``work`` and ``migrate``: the service and its database."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits

if TYPE_CHECKING:
    from api.settings import Settings

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65_535, help="Port to listen on.")]


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    worker: Annotated[bool, typer.Option(help="Search in this process too.")] = True,
    demo: Annotated[
        bool, typer.Option("--demo", help="Three invented units, with accounts that are printed.")
    ] = False,
) -> int:
    """Serve the API and the screens.

    Settings come from TURNUS_... variables; docs/service.md lists them. Without any, an SQLite
    file in this folder holds everything.

    \b
    Example:
      turnus serve --demo
      TURNUS_DATABASE_URL=postgresql://turnus@localhost/turnus turnus serve --no-worker
    """
    from api.running import serve as run
    from api.settings import from_environment

    settings = from_environment()
    settings = settings.model_copy(
        update={"public_url": f"http://{host}:{port}"} if "127.0.0.1" in settings.public_url else {}
    )
    if demo:
        settings = _demo(settings)
    run(settings, host, port, worker=worker, ready=lambda url: _ready(url, demo=demo))
    return exits.OK


def _demo(settings: Settings) -> Settings:
    from turnus.serve_demo import prepare

    return prepare(settings)


def _ready(url: str, *, demo: bool) -> None:
    typer.echo(f"Helseturnus: {url}")
    if demo:
        from turnus.serve_demo import accounts_told

        typer.echo(accounts_told())


def work() -> int:
    """Search for rosters that others ask for, in a process of its own.

    Any number may run beside each other; each needs a TURNUS_WORKER_ID of its own on one machine.

    \b
    Example:
      TURNUS_WORKER_ID=w1 turnus work
    """
    from api.running import work as run
    from api.settings import from_environment

    run(from_environment(), _until_told)
    return exits.OK


def _until_told() -> None:
    """Return when the process is told to end."""
    wanted = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, wanted)
    signal.sigwait(wanted)


def migrate() -> int:
    """Bring the database to the tables of this version; make a backup first.

    \b
    Example:
      turnus backup before.zip && turnus migrate
    """
    from api.db.engine import Database
    from api.db.migrate import migrate as run
    from api.settings import from_environment

    database = Database(from_environment().database_url)
    before, after = run(database)
    database.close()
    typer.echo(f"{before or '-'} -> {after}")
    return exits.OK
