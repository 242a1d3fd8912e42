"""Long questions through the screens: asked, followed, answered on a page of their own."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.desks import Desks
from tests.browser.town import Place


def test_a_manager_tests_how_a_draft_stands_sick_calls(desks: Desks, place: Place) -> None:
    period, manager = place.period("Vår"), place.hand("manager")
    manager.lead(period, "drafting")
    draft = manager.search(period)
    desk = desks.sit(place, "manager")
    page = desk.open(f"/manager/periods/{period}/drafts")
    page.get_by_role("link", name=desk.say("web.manager.stress.open"), exact=True).click()
    for count in (1, 2, 3):  # none chosen is refused, then one alone
        page.get_by_label(desk.say("web.manager.stress.sick.some", count=count)).uncheck()
    desk.button("web.manager.stress.start").click()
    expect(page.get_by_text(desk.say("web.manager.stress.sick.none"))).to_be_visible()
    page.get_by_label(desk.say("web.manager.stress.sick.some", count=2)).check()
    desk.button("web.manager.stress.start").click()
    expect(page).to_have_url(re.compile(r"/questions/\w+$"))
    expect(page.get_by_text(desk.say("web.manager.stress.simulation"))).to_be_visible(
        timeout=120_000
    )
    told = manager.ask(f"/jobs/{page.url.rpartition('/')[2]}/result")["told"]
    assert [row["sick"] for row in told["sick_calls"]] == [2]
    row = page.get_by_role("row").filter(
        has=page.get_by_role(
            "rowheader", name=desk.say("web.manager.stress.sick.some", count=2), exact=True
        )
    )
    share = f"{100 * told['sick_calls'][0]['share']:.1f}".removesuffix(".0").replace(".", ",")
    expect(row).to_contain_text(share)
    for limit in told["limits"]:
        expect(page.get_by_text(limit)).to_be_visible()
    page.get_by_role("link", name=desk.say("web.manager.question.again.stress")).click()
    expect(page).to_have_url(re.compile(rf"/drafts/{draft}/stress$"))
    earlier = page.get_by_role("region", name=desk.say("web.manager.question.earlier.stress"))
    expect(earlier.get_by_role("link")).to_have_count(1)
