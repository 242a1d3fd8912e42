"""HR builds a scenario, sees what it does, compares it by rostering and takes the report along."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.desks import Desk, Desks
from tests.browser.sharing import logged
from tests.browser.town import Town

LONG = 200_000


def test_hr_builds_a_scenario_compares_it_and_downloads_the_report(
    desks: Desks, town: Town, tmp_path: Path
) -> None:
    place = town.settle()
    place.period("Vår", days=7)
    logged(place)
    desk = desks.sit(place, "hr")
    built(desk)
    compared(desk)
    page = desk.page
    desk.button("web.sharing.gains.fill").click()
    who = page.get_by_label(desk.say("web.sharing.gains.record.who")).first
    who.fill("Tillitsvalgt og verneombud")
    held = page.get_by_label(desk.say("web.sharing.gains.record.date"), exact=True)
    held.first.fill("2026-11-02")
    desk.button("web.manager.form.save").click()
    expect(page.get_by_text("Tillitsvalgt og verneombud")).to_be_visible()
    for form, begins in (("xlsx", b"PK"), ("pdf", b"%PDF"), ("json", b"{")):
        with page.expect_download() as waiting:
            desk.button(f"web.sharing.comparison.download.{form}").click()
        file = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(file)
        assert file.suffix == f".{form}"
        assert file.read_bytes().startswith(begins)
    assert "Tillitsvalgt og verneombud" in file.read_text("utf-8")


def built(desk: Desk) -> None:
    """Build a scenario: a service host for the kitchen."""
    page = desk.open("/hr/sharing/scenarios")
    desk.button("web.sharing.scenario.new").click()
    page.get_by_label(desk.say("web.sharing.scenario.name"), exact=True).fill("Vert på kjøkkenet")
    desk.button("web.sharing.scenario.new.do").click()
    desk.button("web.sharing.scenario.add.add_staff").click()
    desk.button("web.manager.form.save").click()
    expect(page.get_by_text(desk.say("web.sharing.scenario.wrong.group"))).to_be_visible()
    group = page.get_by_label(desk.say("web.sharing.scenario.group"), exact=True)
    group.select_option("servicevert")
    desk.button("web.manager.form.save").click()
    desk.button("web.sharing.scenario.add.move").click()
    page.get_by_label(re.compile("^Kjøkken")).check()
    to = page.get_by_label(desk.say("web.sharing.scenario.to"))
    to.select_option("assistent")
    desk.button("web.manager.form.save").click()
    expect(page.get_by_text("har ikke kompetansen").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Endre: Kjøkken")).click()
    to.select_option("servicevert")
    desk.button("web.manager.form.save").click()
    effects = page.get_by_role("region", name=desk.say("web.sharing.effects"), exact=True)
    expect(effects.get_by_text(desk.say("web.sharing.effects.saved_hours"))).to_be_visible()
    expect(effects.get_by_role("cell", name="Servicevert", exact=True).first).to_be_visible()


def compared(desk: Desk) -> None:
    """Roster the unit with the scenario and without it."""
    page = desk.page
    page.get_by_role("link", name=desk.say("web.sharing.scenarios.back")).click()
    page.get_by_role("link", name=desk.say("web.sharing.comparison.choose")).click()
    page.get_by_label(desk.say("web.sharing.comparison.seeds")).fill("1")
    page.get_by_label(desk.say("web.sharing.comparison.seconds"), exact=True).fill("10")
    desk.button("web.sharing.comparison.start").click()
    table = page.get_by_role("table", name=desk.say("web.sharing.comparison.table"))
    expect(table).to_be_visible(timeout=LONG)
    expect(table.get_by_role("columnheader", name="Vert på kjøkkenet")).to_be_visible()
    expect(table.get_by_text(desk.say("web.sharing.comparison.verdict.none")).first).to_be_visible()
