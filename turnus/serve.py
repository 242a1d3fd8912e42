"""``turnus serve``, ``work`` and ``migrate``: the service and its database."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from api.settings import Settings
    from turnus.terminal.screen import Screen

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
    language: Language = "en",
    as_json: AsJson = False,
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
    from turnus.terminal.screen import Screen

    settings = from_environment()
    settings = settings.model_copy(
        update={"public_url": f"http://{host}:{port}"} if "127.0.0.1" in settings.public_url else {}
    )
    if demo:
        settings = _demo(settings)
    screen = Screen(language, as_json=as_json)
    told = partial(_ready, screen, demo=demo)
    run(settings, host, port, worker=worker, ready=told)
    return exits.OK


def _demo(settings: Settings) -> Settings:
    from turnus.serve_demo import prepare

    return prepare(settings)


def _ready(screen: Screen, url: str, *, demo: bool) -> None:
    screen.say(screen.words.say("serve.ready", address=url))
    document = {"address": url}
    if demo:
        from turnus.serve_demo import PASSWORD, accounts_told

        screen.say(screen.words.say("serve.accounts", password=PASSWORD, accounts=accounts_told()))
        document["password"] = PASSWORD
    screen.emit(document)


def work(*, language: Language = "en", as_json: AsJson = False) -> int:
    """Search for rosters that others ask for, in a process of its own.

    Any number may run beside each other; each needs a TURNUS_WORKER_ID of its own on one machine.

    \b
    Example:
      turnus work
      TURNUS_WORKER_ID=second turnus work
    """
    from api.running import work as run
    from api.settings import from_environment
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    screen.say(screen.words.say("serve.working"))
    screen.emit({"working": True})
    run(from_environment(), _until_told)
    return exits.OK


def _until_told() -> None:
    """Return when the process is told to end."""
    wanted = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, wanted)
    signal.sigwait(wanted)


def migrate(*, language: Language = "en", as_json: AsJson = False) -> int:
    """Bring the database to the tables of this version; make a backup first.

    \b
    Example:
      turnus migrate
    """
    from api.db.engine import Database
    from api.db.migrate import migrate as run
    from api.settings import from_environment
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    database = Database(from_environment().database_url)
    before, after = run(database)
    database.close()
    screen.say(screen.words.say("serve.migrated", before=before or "-", after=after))
    screen.emit({"before": before, "after": after})
    return exits.OK
