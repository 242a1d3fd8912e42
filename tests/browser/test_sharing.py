"""Task sharing through the screens: proposed and approved, a log put in, a figure moved."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from fixtures.task_files import task_file
from tests.browser.desks import Desks
from tests.browser.town import Town

HEAD = "Dato;Skjema;Gruppe;Klokkeslett;Minutter;Oppgave\n"
WRONG = HEAD + "2026-01-05;1;sykepleier;07:30;-15;care\n2026-01-05;2;sykepleier;07:35;15;vask\n"


def test_hr_proposes_and_the_head_approves(desks: Desks, town: Town) -> None:
    place = town.settle()
    hr = desks.sit(place, "hr")
    page = hr.open("/hr")
    page.get_by_role("link", name=hr.say("web.sharing.title"), exact=True).click()
    page.get_by_role("link", name=hr.say("web.sharing.page.catalogue"), exact=True).click()
    task = "Vask av tøy, klær og rydding"
    hr.button("web.sharing.catalogue.change.hr.of", task=task).click()
    hr.button("web.sharing.propose.hr").click()
    expect(page.get_by_text(hr.say("web.sharing.said.hr", task=task))).to_be_visible()
    head = desks.sit(place, "manager")
    page = head.open("/manager/unit/sharing/catalogue")
    head.button("web.sharing.approval.approve.of", task=task).click()
    expect(page.get_by_text(head.say("web.sharing.said.approval", task=task))).to_be_visible()
    item = page.get_by_role("listitem").filter(has_text=task).first
    expect(item.get_by_text(head.say("web.sharing.approval.holds"), exact=True)).to_be_visible()
    tasks = place.hand("hr").ask(f"/units/{place.unit}/task-catalogue")["tasks"]
    assert [one["id"] for one in tasks if one["counts"]] == ["laundry"]


def test_hr_uploads_a_log_and_changes_an_assumption(desks: Desks, town: Town) -> None:
    place = town.settle("small")
    desks.watch.expect(r"422: POST \S+/task-book/file")
    desk = desks.sit(place, "hr")
    page = desk.open("/hr/sharing/log")
    chosen = page.get_by_label(desk.say("web.sharing.log.file"))
    chosen.set_input_files({"name": "feil.csv", "mimeType": "text/csv", "buffer": WRONG.encode()})
    desk.button("web.sharing.log.upload.do", file="feil.csv").click()
    expect(page.get_by_text(desk.say("web.sharing.log.faulty", count=3))).to_be_visible()
    assert place.hand("hr").ask(f"/units/{place.unit}/task-book")["book"] is None
    log = task_file("nursing_home", "log").read_bytes()
    chosen.set_input_files({"name": "logg.csv", "mimeType": "text/csv", "buffer": log})
    desk.button("web.sharing.log.upload.do", file="logg.csv").click()
    expect(page.get_by_role("img", name=re.compile("Timer i uka"))).to_be_visible()
    expect(page.get_by_text(desk.say("web.sharing.invented"))).to_be_visible()
    page = desk.open("/hr/sharing/bridge")
    picture = page.get_by_role("img", name=re.compile("årsverk før"))
    expect(picture).to_have_accessible_name(re.compile(r"^33,0 årsverk før.* 8,0 igjen"))
    before = picture.get_attribute("aria-label")
    split = page.locator("[data-key=split] input")
    split.fill("30")
    expect(picture).not_to_have_accessible_name(str(before))
    expect(picture).to_have_accessible_name(re.compile(r"^33,0 årsverk før.* 8,0 igjen"))
    with page.expect_download(timeout=120_000) as load:  # the first picture of a process is slow
        desk.button("web.sharing.bridge.download.pdf").click()
    assert load.value.path().read_bytes().startswith(b"%PDF")
