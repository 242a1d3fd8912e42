"""A nurse asks for a swap on her phone, a colleague accepts on his, the manager approves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desks import Desk, Desks
from tests.browser.hands import Hand, Told
from tests.browser.town import Place


@pytest.fixture
def published(place: Place) -> Place:
    """A unit with a published roster, two weeks ahead."""
    manager = place.hand("manager")
    period = place.periods["published"] = place.period("Vår", weeks_from_now=3)
    manager.lead(period, "drafting")
    draft = manager.search(period)
    manager.show(period, draft)
    manager.publish(period, draft, "Alle er enige.")
    return place


def shifts(hand: Hand, place: Place) -> set[tuple[str, str]]:
    """Return somebody's published shifts as dates and codes."""
    told = hand.ask(f"/units/{place.unit}/my-shifts")
    return {(shift["date"], shift["shift"]) for shift in told["shifts"]}


def first_offer(place: Place) -> tuple[Told, Told]:
    """Return the nurse's first shift that can be swapped, and her part of the best swap."""
    nurse = place.hand("employee")
    for date, code in sorted(shifts(nurse, place)):
        path = f"/units/{place.unit}/swaps/possible/{date}"
        found = nurse.ask(path, shift=code, kind="two_way")
        if found["swaps"]:
            mine = next(part for part in found["swaps"][0]["parts"] if part["mine"])
            return found["duty"], mine
    raise AssertionError("no shift of the nurse can be swapped")


def ask(nurse: Desk, duty: Told) -> None:
    """Ask for the best swap of a shift, beginning at one's shifts."""
    page = nurse.open("/staff/shifts")
    links = page.get_by_role("link", name=re.compile(f"^{nurse.say('web.swaps.swap')}"))
    links.and_(page.locator(f"[href*='/{duty['date']}?']")).tap()
    offer = page.locator("li.swap").first
    offer.get_by_role("button").tap()
    expect(offer.get_by_role("status")).to_be_visible()
    page.get_by_role("link", name=nurse.say("web.swaps.mine")).tap()
    expect(page.locator("li.swap")).to_have_count(1)


def accept(colleague: Desk) -> None:
    """Accept what one is asked for, beginning at one's shifts."""
    page = colleague.open("/staff/shifts")
    page.get_by_role("link", name=colleague.say("web.swaps.note.asked", count=1)).tap()
    colleague.button("web.swaps.accept").tap()
    expect(page.get_by_text(colleague.say("web.swaps.state.agreed"))).to_be_visible()


def approve(manager: Desk) -> Page:
    """Approve it, beginning at what is next."""
    page = manager.open("/manager")
    expect(page.get_by_text(manager.say("web.manager.task.swaps", count=1))).to_be_visible()
    page.get_by_role("link", name=manager.say("web.manager.task.swaps.do")).click()
    expect(page.get_by_role("table")).to_be_visible()
    manager.button("web.manager.swaps.approve").click()
    expect(page.get_by_text(manager.say("web.manager.swaps.none"))).to_be_visible()
    return page


def test_a_swap_is_asked_for_accepted_and_approved(published: Place, desks: Desks) -> None:
    duty, mine = first_offer(published)
    given, taken = ((one["date"], one["shift"]) for one in (mine["gives"], mine["takes"]))
    nurse = desks.sit(published, "employee", phone=True)
    colleague = desks.sit(published, "colleague", phone=True)
    ask(nurse, duty)
    accept(colleague)
    page = approve(desks.sit(published, "manager"))
    expect(
        page.get_by_text(nurse.say("web.manager.swaps.state.approved"), exact=True)
    ).to_be_visible()
    assert taken in shifts(published.hand("employee"), published)
    assert given in shifts(published.hand("colleague"), published)
    for desk, part, gone in ((nurse, taken, given), (colleague, given, taken)):
        links = desk.open("/staff/shifts").locator("a.shift-swap")
        link = f"[href$='/{part[0]}?shift={part[1]}']"
        expect(links.and_(desk.page.locator(link))).to_have_count(1)
        if gone[0] != part[0]:
            link = f"[href$='/{gone[0]}?shift={gone[1]}']"
            expect(links.and_(desk.page.locator(link))).to_have_count(0)
