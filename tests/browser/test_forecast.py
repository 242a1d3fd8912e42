"""Forecast and reserve through the screens: counts uploaded, learnt from, and put to use."""

from __future__ import annotations

import datetime as dt
import re

from playwright.sync_api import expect

from tests.browser.desks import Desks
from tests.browser.town import Town, counts, this_monday


def test_a_manager_uploads_counts_reads_the_forecast_and_plans_a_reserve(
    desks: Desks, town: Town
) -> None:
    place = town.settle("small")
    period = place.period("Vår", weeks_from_now=2)
    desks.watch.expect(r"422: POST \S+/absence-counts/file")
    desk = desks.sit(place, "manager")
    page = desk.open("/manager/unit/forecast")
    expect(page.get_by_text(desk.say("web.forecast.empty"))).to_be_visible()
    chosen = page.get_by_label(desk.say("web.forecast.upload.file"))
    wrong = counts(place.name, 3) + f"{place.name},i går,pleie,12,1,egenmelding\n".encode()
    chosen.set_input_files({"name": "feil.csv", "mimeType": "text/csv", "buffer": wrong})
    desk.button("web.forecast.upload.do", file="feil.csv").click()
    expect(page.get_by_text(desk.say("web.forecast.upload.faulty", count=1))).to_be_visible()
    right = counts(place.name, 400)
    chosen.set_input_files({"name": "fravær.csv", "mimeType": "text/csv", "buffer": right})
    desk.button("web.forecast.upload.do", file="fravær.csv").click()
    expect(page.get_by_role("img", name=re.compile("Vakter borte"))).to_be_visible(timeout=120_000)
    page.locator("summary", has_text=desk.say("web.forecast.history.weeks")).click()
    expect(page.get_by_role("table").last).to_contain_text(f"{dt.date.today().year}")  # noqa: DTZ011
    page.get_by_role("link", name=desk.say("web.forecast.card"), exact=True).click()
    expect(page.get_by_role("region", name="Hva den ikke er til")).to_be_visible()
    page = desk.open(f"/manager/periods/{period}/reserve")
    accept = page.get_by_role("button", name=re.compile("i turnusen$"))
    accept.click()
    expect(page.get_by_role("link", name=desk.say("web.manager.reserve.search"))).to_be_visible()
    kept = place.hand("manager").ask(f"/periods/{period}/reserve")["rows"]
    assert this_monday() < dt.date.fromisoformat(kept[0]["date"])
