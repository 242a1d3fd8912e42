"""Each role's limits: what is shown, what a known address opens, and coming in and going out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.api.world import PASSWORD, Seed
from tests.browser.desks import Desk, Desks
from tests.browser.pages import PAGES
from tests.browser.town import Place, Town

HOMES = {
    "employee": "staff",
    "manager": "manager",
    "representative": "representative",
    "hr": "hr",
    "administrator": "admin",
}


def addresses(place: Place, area: str) -> list[str]:
    """Return the addresses of an area's pages."""
    found = [page.address(place) for page in PAGES if page.path.startswith(f"/{area}")]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("who", HOMES)
def test_a_role_opens_its_own_area_and_no_other(desks: Desks, stages: Place, who: str) -> None:
    desk = desks.sit(stages, who)
    page = desk.open("/")
    expect(page).to_have_url(re.compile(f"^{stages.address}/{HOMES[who]}(/|$)"))
    expect(page.locator("nav.areas")).to_have_count(0)
    foreign = desk.say("web.notfound.title")
    for area in HOMES.values():
        if area != HOMES[who]:
            desk.open(addresses(stages, area)[-1])
            expect(page.get_by_role("heading", level=1)).to_have_text(foreign)


def test_another_units_period_tells_nothing(desks: Desks, stages: Place, place: Place) -> None:
    desks.watch.expect(r"(403|404): GET ")
    desk = desks.sit(place, "manager")
    period = stages.periods["drafting"]
    name = stages.hand("manager").ask(f"/periods/{period}")["name"]
    page = desk.page
    page.goto(f"{desk.address}/manager/periods/{period}/drafts")
    expect(page.get_by_text(desk.say("error.thing.unknown"))).to_be_visible()
    expect(page.get_by_text(name)).to_have_count(0)


def came_in(desk: Desk, login: str, password: str) -> None:
    """Fill in the form and send it."""
    page = desk.open("/")
    page.get_by_label(desk.say("web.signin.login")).fill(login)
    page.get_by_label(desk.say("web.signin.password")).fill(password)
    page.keyboard.press("Enter")


def test_coming_in_and_going_out(
    desks: Desks, town: Town, sqlite_template: tuple[object, Seed]
) -> None:
    desks.watch.expect(r"401: (GET|POST) .*/api/session$")
    desk = desks.stranger(town.address)
    page = desk.page
    came_in(desk, "manager", "not the right words")
    expect(page.get_by_role("alert")).to_contain_text(desk.say("error.login.wrong"))
    came_in(desk, "manager", PASSWORD)
    expect(page.locator("header .account")).to_contain_text("Manager")
    page.wait_for_load_state("networkidle")  # an answer that is on its way would come too late
    page.locator("header .account summary, header .account [slot=summary]").first.click()
    desk.button("web.header.signout").click()
    expect(page.get_by_role("heading", name=desk.say("web.signin.title"))).to_be_visible()
    desk.page.goto(f"{desk.address}/manager")
    expect(page.get_by_role("heading", name=desk.say("web.signin.title"))).to_be_visible()
    assert page.evaluate("() => localStorage.getItem('helseturnus.snapshot.1')") is None
