"""Every page can be read and used by everybody: axe finds nothing, in any mode."""

import pytest

from tests.browser import looking
from tests.browser.desks import Desks
from tests.browser.pages import PAGES, Shown
from tests.browser.town import Place


@pytest.mark.parametrize("shown", PAGES, ids=[page.name for page in PAGES])
def test_axe_finds_nothing(desks: Desks, stages: Place, shown: Shown) -> None:
    desks.watch.expect(r"404: GET .*/protocol$")  # where none has been written
    if shown.who:
        desk = desks.sit(stages, shown.who)
    else:
        desk = desks.stranger(stages.address)
        desks.watch.expect(r"401: GET .*/api/session$")
    page = shown.open(desk, stages)
    assert page.locator("h1").count() == 1
    assert looking.found(page) == []
