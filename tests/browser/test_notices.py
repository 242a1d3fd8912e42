"""Notices: the bell, the list, what has been seen, and the same by e-mail."""

from __future__ import annotations

import re
import time

from playwright.sync_api import expect

from tests.api.receivers import text_of
from tests.browser.chrome import PATIENCE
from tests.browser.desks import Desk, Desks
from tests.browser.town import Place, Town


def _letter(town: Town, address: str, like: str = "") -> str:
    """Return the text that an address was sent; it is on its way for a moment."""
    end = time.monotonic() + 3 * PATIENCE / 1000
    while time.monotonic() < end:
        for letter in town.post.letters:
            if letter["To"] == address and like in text_of(letter):
                return text_of(letter)
        time.sleep(0.1)
    raise AssertionError(f"nothing was sent to {address}")


def test_a_nurse_is_told_in_the_app_and_by_mail(town: Town, place: Place, desks: Desks) -> None:
    desk, mine = desks.sit(place, "employee", phone=True), f"{place.unit}@example.no"
    page = desk.open("/staff")
    bell = page.locator("a.bell")
    expect(bell).to_have_accessible_name(desk.say("web.bell"))
    bell.tap()
    expect(page.get_by_text(desk.say("web.notices.none"))).to_be_visible()
    _ask_for_mail(town, desk, mine)
    place.hand("manager").lead(place.period("Vår"), "wishing")
    desk.open("/staff/shifts")
    expect(bell).to_have_accessible_name(desk.say("web.bell.new", count=1, shown="1"))
    bell.tap()
    told = page.get_by_role("link", name=desk.say.like("web.notice.wishes_open_until"))
    expect(told).to_contain_text(re.compile("(man|tirs|ons|tors|fre|lør|søn)dag"))
    expect(page.get_by_text(desk.say("web.notices.new"), exact=True)).to_be_visible()
    expect(bell).to_have_accessible_name(desk.say("web.bell"))
    told.tap()
    expect(page).to_have_url(re.compile("/staff/wishes$"))
    expect(page.locator("button.month-day").first).to_be_visible()
    assert _letter(town, mine, like=f"{town.address}/staff/wishes\n")


def _ask_for_mail(town: Town, desk: Desk, address: str) -> None:
    """Give an address on the phone, at first one that cannot be."""
    page = desk.page
    page.get_by_role("link", name=desk.say("web.notices.ways")).tap()
    expect(page.get_by_text(desk.say("web.notices.ways.off.sms"))).to_be_visible()
    field = page.get_by_label(desk.say("web.notices.ways.address.email"))
    field.fill("kari")
    desk.watch.expect(r"422: PUT .*/contacts/email")
    desk.button("web.notices.ways.save").tap()
    expect(page.get_by_role("alert")).to_contain_text(desk.say("error.contact.email"))
    field.fill(address)
    desk.button("web.notices.ways.save").tap()
    expect(page.get_by_text(desk.say("web.notices.ways.saved"))).to_be_visible()
    expect(page.get_by_text(desk.say("web.notices.ways.unconfirmed"))).to_be_visible()
    code = re.search(r"\b\d{6}\b", _letter(town, address))
    assert code is not None
    page.get_by_label(desk.say("web.notices.ways.code"), exact=True).fill(code[0])
    desk.button("web.notices.ways.code.enter").tap()
    expect(page.get_by_text(desk.say("web.notices.ways.confirmed"))).to_be_visible()
