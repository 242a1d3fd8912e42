"""Engines and transactions: SQLite in WAL mode, or PostgreSQL, by a URL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

BUSY_MS = 20_000  # milliseconds that an SQLite writer waits for another
READ_ONLY = "turnus_read_only"


def make_engine(url: str) -> Engine:
    """Return an engine; plain ``postgresql://`` URLs mean psycopg 3.

    Raises
    ------
    sqlalchemy.exc.ArgumentError
        When the URL cannot be read.
    """
    parsed = make_url(url)
    if parsed.drivername in {"postgresql", "postgres"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_size=20, max_overflow=20, pool_pre_ping=True)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_MS / 1000}, pool_size=20)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Set what must be set on each connection; transactions are begun by ``_begin_sqlite``."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what was acknowledged is on the disk
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; one that writes takes its lock at once, so that it cannot lose it."""
    reads = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


class Database:
    """An engine with its sessions."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        reading = self.engine.execution_options(**{READ_ONLY: True})
        self._readers = sessionmaker(reading, expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a transaction that is committed at the end, or undone by an error."""
        with self._sessions() as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a transaction that only reads."""
        with self._readers() as session, session.begin():
            yield session

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
