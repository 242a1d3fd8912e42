"""Bring a database to the tables of this version."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from api.db.engine import Database


def migrate(database: Database) -> tuple[str | None, str]:
    """Migrate to the last version; return the revision before and after."""
    with database.engine.begin() as connection:
        before = _at(connection)
        command.upgrade(_config(connection), "head")
        return before, _at(connection) or ""


def revision(database: Database) -> str | None:
    """Return where a database stands; None when it is empty."""
    with database.engine.begin() as connection:
        return _at(connection)


def head() -> str:
    """Return the revision that this version needs."""
    return ScriptDirectory.from_config(_config(None)).get_current_head() or ""


def draft(database: Database, message: str) -> None:
    """Write a new version file from the difference between tables and database (for developers)."""
    with database.engine.begin() as connection:
        command.revision(_config(connection), message, autogenerate=True)


def _at(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
