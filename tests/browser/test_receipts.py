"""A nurse reads on her phone what became of her wishes, and why."""

from __future__ import annotations

import time

from playwright.sync_api import expect

from fixtures import ward
from tests.browser.desks import Desks
from tests.browser.town import Place

LONGEST = 150.0  # seconds until the answers are there on a busy machine


def answered(place: Place, period: str) -> dict[str, object]:
    """Return the nurse's receipts as the service tells them, once they are worked out."""
    until = time.monotonic() + LONGEST
    while True:
        told = place.hand("employee").ask(f"/periods/{period}/receipts/mine")
        if told["state"] == "done" or time.monotonic() > until:
            return told
        time.sleep(1)


def test_a_nurse_reads_her_receipts_on_her_phone(desks: Desks, stages: Place) -> None:
    period = stages.periods["preview"]
    told = answered(stages, period)
    assert told["state"] == "done", "they begin by themselves when a draft is shown"
    mine = told["mine"]
    assert isinstance(mine, dict)
    receipts = mine["receipts"]
    assert receipts
    nurse = desks.sit(stages, "employee", phone=True)
    page = nurse.open(f"/staff/preview?period={period}")
    page.get_by_role("link", name=nurse.say("web.receipts.open")).tap()
    expect(page.get_by_role("heading", name=nurse.say("web.receipts.title"))).to_be_visible()
    for one in receipts:
        expect(page.get_by_text(one["wish"]).first).to_be_visible()
        for reason in one["reasons"] if one["state"] != "granted" else []:
            expect(page.get_by_text(reason).first).to_be_visible()
    everything = page.locator(".page").inner_text()
    others = [person.name for person in ward("tiny").people if person.name != mine["name"]]
    assert not [name for name in others if name in everything]
