"""Backup and restore: all tables as lines of JSON in one archive, the same for both databases.

Jobs that wait or run are in it as rows; the queue is not: a worker's janitor queues them again.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import zipfile
from pathlib import Path

from sqlalchemy import Connection, LargeBinary, RowMapping, Table, func, insert, select

from api.db.base import UtcTime
from api.db.engine import READ_ONLY, Database
from api.db.migrate import head, migrate, revision
from api.db.tables import METADATA
from rostering.errors import BadInput, Fault

_ABOUT = "about.json"
_AT_ONCE = 500  # rows of one insert


def backup(database: Database, path: Path) -> int:
    """Write everything into an archive, as it is at one moment; return the number of rows."""
    part = path.with_name(f"{path.name}.part")
    reading = database.engine.execution_options(
        **{READ_ONLY: True}, isolation_level=_snapshot(database)
    )
    rows = 0
    with reading.begin() as connection, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in METADATA.sorted_tables:
            found = [_line(row) for row in connection.execute(select(table)).mappings()]
            rows += len(found)
            archive.writestr(f"{table.name}.jsonl", "".join(found))
        about = {"format": "helseturnus.backup", "tables": revision(database), "rows": rows}
        archive.writestr(_ABOUT, json.dumps(about))
    part.replace(path)
    return rows


def _snapshot(database: Database) -> str:
    postgresql = database.engine.dialect.name == "postgresql"
    return "REPEATABLE READ" if postgresql else "SERIALIZABLE"


def restore(database: Database, path: Path) -> int:
    """Fill an empty database from an archive, all or nothing; return the number of rows.

    Raises
    ------
    BadInput
        When the archive is none, is of another version, or the database holds something.
    """
    with _opened(path) as archive:
        about = json.loads(archive.read(_ABOUT))
        if about.get("tables") != head():
            needed = f"tables of version {head()}"
            raise BadInput([Fault(str(path), f"tables of version {about.get('tables')}", needed)])
        migrate(database)
        rows = 0
        with database.engine.begin() as connection:
            _require_empty(connection)
            for table in METADATA.sorted_tables:
                lines = archive.read(f"{table.name}.jsonl").decode().splitlines()
                rows += len(lines)
                for first in range(0, len(lines), _AT_ONCE):
                    told = [_row(table, line) for line in lines[first : first + _AT_ONCE]]
                    connection.execute(insert(table), told)
    return rows


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadInput([Fault(str(path), str(error), "an archive of `turnus backup`")]) from None
    if _ABOUT not in archive.namelist():
        archive.close()
        raise BadInput([Fault(str(path), "another archive", "an archive of `turnus backup`")])
    return archive


def _require_empty(connection: Connection) -> None:
    for table in METADATA.sorted_tables:
        if connection.scalar(select(func.count()).select_from(table)):
            found = f"rows in the table {table.name}"
            raise BadInput([Fault("TURNUS_DATABASE_URL", found, "an empty database")])


def _line(row: RowMapping) -> str:
    return json.dumps({name: _told(value) for name, value in row.items()}) + "\n"


def _told(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


def _row(table: Table, line: str) -> dict[str, object]:
    told = json.loads(line)
    return {column.name: _read(column.type, told[column.name]) for column in table.columns}


def _read(kind: object, value: str | None) -> object:
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, UtcTime):
        return dt.datetime.fromisoformat(value)
    if getattr(kind, "python_type", None) is dt.date:
        return dt.date.fromisoformat(value)
    return value
