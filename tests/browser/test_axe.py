"""Every page can be read and used by everybody: axe finds nothing, in any mode."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import looking
from tests.browser.desks import Desks, Seats
from tests.browser.pages import PAGES, Shown
from tests.browser.town import Place


@pytest.fixture(scope="module")
def kept(browser: Browser, stages: Place) -> Iterator[Seats]:
    """Everybody's browser, for all pages."""
    desks = Desks(browser)
    yield Seats(desks, stages)
    desks.close()


@pytest.fixture
def seats(kept: Seats) -> Iterator[Seats]:
    """Everybody's browser; whatever goes wrong behind a page fails the test of that page."""
    watch = kept.desks.watch
    watch.noted.clear()
    watch.provoked.clear()
    watch.expect(r"404: GET .*/protocol$")  # where none has been written
    yield kept
    assert watch.faults == []


@pytest.mark.parametrize("shown", PAGES, ids=[page.name for page in PAGES])
def test_axe_finds_nothing(seats: Seats, shown: Shown) -> None:
    if not shown.who:
        seats.desks.watch.expect(r"401: GET .*/api/session$")
    page = shown.open(seats.take(shown.who), seats.place)
    assert page.locator("h1").count() == 1
    assert looking.found(page) == []
