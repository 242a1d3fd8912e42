"""A lived-in service on either database, made once for all routes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.conftest import new_postgresql, new_sqlite
from tests.api.contract.lived import Lived, lived_in
from tests.api.world import Seed, world


def place(request: pytest.FixtureRequest, kind: str, folder: Path) -> tuple[str, Seed]:
    """Return a filled database of a kind by its URL."""
    if kind == "sqlite":
        path, seeded = request.getfixturevalue("sqlite_template")
        return new_sqlite(path, folder), seeded
    full, seeded = request.getfixturevalue("postgresql_template")
    name = full.partition("?")[0].rpartition("/")[2]
    return new_postgresql(request.getfixturevalue("postgresql_server"), name), seeded


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lived(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lived]:
    url, seeded = place(request, request.param, tmp_path_factory.mktemp("contract"))
    with world(url, seeded) as found:
        yield lived_in(found)


@pytest.fixture
def apart(request: pytest.FixtureRequest, lived: Lived, tmp_path: Path) -> Iterator[Lived]:
    """Another one of the same kind, for routes that end sessions and erase people."""
    kind = lived.world.database.engine.dialect.name
    url, seeded = place(request, kind, tmp_path)
    with world(url, seeded) as found:
        yield lived_in(found)
