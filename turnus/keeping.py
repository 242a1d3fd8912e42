"""``turnus backup``, ``restore``, ``user`` and ``audit``: the service's database from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from api.db.engine import Database

Archive = Annotated[Path, typer.Argument(metavar="ARCHIVE.zip", show_default=False)]


def backup(archive: Archive, *, language: Language = "en", as_json: AsJson = False) -> int:
    """Write the whole database into an archive, while the service runs.

    \b
    Example:
      turnus backup turnus-2027-02-01.zip
    """
    from api.backup import backup as run

    with _database() as database:
        rows = run(database, archive)
    return _told("keeping.rows", language, as_json=as_json, file=str(archive), rows=rows)


def restore(archive: Archive, *, language: Language = "en", as_json: AsJson = False) -> int:
    """Fill an empty database, SQLite or PostgreSQL, from an archive.

    \b
    Example:
      turnus restore turnus-2027-02-01.zip
    """
    from api.backup import restore as run

    with _database() as database:
        rows = run(database, archive)
    return _told("keeping.rows", language, as_json=as_json, file=str(archive), rows=rows)


def _told(key: str, language: str, *, as_json: bool, **facts: object) -> int:
    """Tell what was done, in words or as JSON."""
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    screen.say(screen.words.say(key, **facts))
    screen.emit(dict(facts))
    return exits.OK


@contextmanager
def _database() -> Iterator[Database]:
    from api.db.engine import Database
    from api.settings import from_environment

    database = Database(from_environment().database_url)
    try:
        yield database
    finally:
        database.close()


user = typer.Typer(help="Accounts of the service.", rich_markup_mode=None)
audit = typer.Typer(help="The service's audit log.", rich_markup_mode=None)


@user.command("add")
def add_user(
    login: Annotated[str, typer.Argument(show_default=False)],
    *,
    name: Annotated[str, typer.Option(help="Name; the login when left out.")] = "",
    administrator: Annotated[bool, typer.Option("--administrator", help="May do it all.")] = False,
    password_file: Annotated[
        Path | None, typer.Option(help="A file with the password; asked for when left out.")
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Make an account; the first administrator is made so.

    \b
    Example:
      turnus user add kari --administrator
    """
    from api.accounts.making import make_account

    password = (
        password_file.read_text("utf-8").rstrip("\n")
        if password_file
        else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    with _database() as database:
        made = make_account(database, login, name or login, password, administrator=administrator)
    return _told("keeping.account", language, as_json=as_json, login=made)


@audit.command("verify")
def verify_audit(*, language: Language = "en", as_json: AsJson = False) -> int:
    """Check that nobody has changed the audit log; exit code 1 when somebody has.

    \b
    Example:
      turnus audit verify
    """
    from api.audit.chain import last, verify

    with _database() as database, database.reading() as session:
        breaks = list(verify(session))
        count, digest = last(session)
    found = [f"{one.number} ({one.why})" for one in breaks]
    facts = {"entries": count, "hash": digest, "breaks": ", ".join(found)}
    _told(
        "keeping.audit_broken" if breaks else "keeping.audit_whole",
        language,
        as_json=as_json,
        **facts,
    )
    return exits.BREACHES if breaks else exits.OK
