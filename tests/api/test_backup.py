"""Backup and restore, from either database into either."""

from pathlib import Path

import pytest

from api.audit.chain import last, verify
from api.backup import backup, restore
from api.db.engine import Database
from api.db.migrate import head, migrate, revision
from rostering.errors import BadInput
from tests.api.world import World, ok


def test_what_was_backed_up_is_there_after_a_restore(on: World, tmp_path: Path) -> None:
    period = str(on.period()["id"])
    on.stage(period, "drafting")
    draft = ok(on.client("manager").post(f"/api/periods/{period}/drafts", json={"name": "U"}), 201)
    archive = tmp_path / "all.zip"
    rows = backup(on.database, archive)
    new = Database(f"sqlite:///{tmp_path / 'new.db'}")
    assert restore(new, archive) == rows
    with on.database.reading() as before, new.reading() as after:
        assert last(before) == last(after)
        assert list(verify(after)) == []
    again = tmp_path / "again.zip"
    assert backup(new, again) == rows
    assert draft["id"]
    new.close()


def test_an_archive_goes_into_an_empty_database_alone(here: World, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    backup(here.database, archive)
    with pytest.raises(BadInput, match="an empty database"):
        restore(here.database, archive)


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + b"\0" * 18, b"text"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(BadInput, match="an archive of `turnus backup`"):
        restore(database, file)
    database.close()


def test_a_second_migration_changes_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    assert revision(database) is None
    assert migrate(database) == (None, head())
    assert migrate(database) == (head(), head())
    database.close()
