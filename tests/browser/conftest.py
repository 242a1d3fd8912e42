"""The service in a real browser: processes on loopback ports, ended with the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.api.conftest import (
    new_postgresql,
    new_sqlite,
    postgresql_server,
    postgresql_template,
    sqlite_template,
)
from tests.api.processes import Running
from tests.api.receivers import mail_server
from tests.browser import chrome, screens
from tests.browser.desks import Desks
from tests.browser.town import Place, Town, staged

__all__ = ["postgresql_server", "postgresql_template", "sqlite_template"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each opens windows of its own."""
    if chrome.found() is None:
        pytest.skip("there is no Chromium; on Debian: apt-get install chromium")
    with chrome.browsing() as running:
        yield running


@pytest.fixture(scope="session")
def built() -> None:
    """Have the screens built."""
    screens.build()


@contextmanager
def serving(folder: Path, url: str) -> Iterator[Town]:
    """Run the service on a database."""
    with (
        mail_server() as post,
        Running(folder, url, ("serve",), settings=post.settings) as running,
    ):
        town = Town(running.address, url, post)
        yield town
        town.close()


@pytest.fixture(scope="session")
def town(
    built: None, sqlite_template: tuple[Path, object], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    """The service on SQLite."""
    folder = tmp_path_factory.mktemp("town")
    with serving(folder, new_sqlite(sqlite_template[0], folder)) as found:
        yield found


@pytest.fixture(scope="session")
def postgresql_town(
    built: None,
    postgresql_server: str,
    postgresql_template: tuple[str, object],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Town]:
    """The service on PostgreSQL."""
    name = postgresql_template[0].partition("?")[0].rpartition("/")[2]
    folder = tmp_path_factory.mktemp("postgresql-town")
    with serving(folder, new_postgresql(postgresql_server, name)) as found:
        yield found


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Town:
    """The service on either kind of database."""
    name = "town" if request.param == "sqlite" else "postgresql_town"
    found: Town = request.getfixturevalue(name)
    return found


@pytest.fixture(scope="session")
def stages(town: Town) -> Place:
    """A unit with a period in each stage, to look at; nobody changes it."""
    place = town.settle(name="Fjellheim")
    staged(place)
    return place


@pytest.fixture
def place(town: Town) -> Place:
    """A unit of the test's own."""
    return town.settle()


@pytest.fixture
def desks(browser: Browser) -> Iterator[Desks]:
    """Browsers for people; whatever goes wrong behind their pages fails the test."""
    opened = Desks(browser)
    yield opened
    opened.close()
    assert opened.watch.faults == []
