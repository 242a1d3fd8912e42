"""A roster's whole life through the screens, on both databases: from a wish to a worked shift."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from playwright.sync_api import expect

from tests.browser.desks import Desk, Desks
from tests.browser.test_staff import mine, wish
from tests.browser.town import Town, moment

REASON = "Mormor fyller 90 år"
FRESH_MS = 2_500  # parts of a page share an answer for two seconds


def generated(desk: Desk, period: str) -> str:
    """Have a roster searched for, stop when there is one, and open the draft; return its id."""
    page = desk.open(f"/manager/periods/{period}/drafts")
    page.get_by_role("link", name=desk.say("web.manager.drafts.generate")).click()
    desk.button("web.manager.search.start").click()
    expect(page).to_have_url(re.compile(r"/drafts/search/\w+$"))
    opening = page.get_by_role("link", name=desk.say("web.manager.draft.open"))
    stop = desk.button("web.manager.search.stop").and_(page.locator(":enabled"))
    expect(stop.or_(opening).first).to_be_visible(timeout=120_000)
    if not opening.is_visible():
        stop.click()
    expect(opening).to_be_visible(timeout=120_000)
    opening.click()
    expect(page.get_by_role("grid")).to_be_visible()
    return page.url.rpartition("/")[2]


def shown(desk: Desk, period: str) -> None:
    """Show the draft to everybody."""
    page = desk.open(f"/manager/periods/{period}/hearing")
    expect(page.get_by_text(desk.say("web.manager.hearing.lawful"))).to_be_visible()
    desk.button("web.manager.hearing.show.do").click()
    expect(page.get_by_text(desk.say.like("web.manager.hearing.shown")).first).to_be_visible()


def commented(nurse: Desk, manager: Desk, period: str) -> None:
    """Let the nurse say something and the manager answer it."""
    page = nurse.open("/staff/preview")
    expect(page.locator(".facts")).to_be_visible()
    page.get_by_label(nurse.say("web.comments.new")).fill("Kan jeg bytte den første fredagen?")
    nurse.button("web.comments.send").tap()
    expect(page.get_by_text(nurse.say("web.comments.sent"))).to_be_visible()
    desk = manager.open(f"/manager/periods/{period}/hearing")
    expect(desk.get_by_text("Kan jeg bytte den første fredagen?")).to_be_visible()
    manager.button("web.manager.hearing.answer.write").click()
    desk.get_by_label(manager.say("web.manager.hearing.answer"), exact=True).fill("Ja, med Minh.")
    manager.button("web.manager.hearing.answer.save").click()
    # The field holds the same words: only once it is gone have they been saved.
    expect(desk.get_by_label(manager.say("web.manager.hearing.answer"), exact=True)).to_have_count(
        0
    )
    expect(desk.get_by_text("Ja, med Minh.")).to_be_visible()
    nurse.open("/staff/preview")
    expect(page.locator(".comment")).to_contain_text("Ja, med Minh.")


def published(desk: Desk, period: str) -> None:
    """Publish what everybody has seen."""
    page = desk.open(f"/manager/periods/{period}/publish")
    page.get_by_role("button", name=re.compile(desk.say("web.manager.publish.do"))).click()
    page.get_by_role("dialog").get_by_role(
        "button", name=desk.say("web.manager.publish.do"), exact=True
    ).click()
    expect(page.get_by_text(desk.say("web.manager.publish.done"))).to_be_visible()


def sees_the_shifts(nurse: Desk, line: dict[str, Any], free: dt.date) -> None:
    """Look the published shifts up on the phone; the fifth day was wished off."""
    codes = [code for code in line["cells"] if code]
    assert codes
    page = nurse.open("/staff/shifts")
    expect(page.locator(".shift-days .shift")).to_have_count(len(codes))
    if not line["cells"][4]:
        days = page.locator(".shift-day").filter(has=page.locator(".shift"))
        names = days.locator(".shift-date").all_inner_texts()
        assert not any(re.search(rf"\b{free.day}\.", name) for name in names)


def set_up(desk: Desk) -> str:
    """Set a period of two weeks up and open its wish round; return its id."""
    page = desk.open("/manager/periods/new")
    page.get_by_label(desk.say("web.manager.period.name"), exact=True).fill("Vår")
    page.get_by_label(desk.say("web.manager.period.weeks"), exact=True).fill("2")
    desk.button("web.manager.period.make").click()
    expect(page).to_have_url(re.compile(r"/manager/periods/\w+/setup$"))
    period = page.url.split("/")[-2]
    moved(desk, period, "open")
    return period


def moved(desk: Desk, period: str, how: str) -> None:
    """Open or close a wish round, and say yes to what that means."""
    page = desk.open(f"/manager/periods/{period}/wishes")
    desk.button(f"web.manager.round.{how}").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=desk.say(f"web.manager.round.{how}"), exact=True).click()
    expect(dialog).to_be_hidden()


def test_from_a_wish_on_the_phone_to_a_published_shift(desks: Desks, either: Town) -> None:
    desks.watch.expect(r"404: GET .*/protocol$")  # none has been written yet
    place = either.settle()
    nurse, manager = desks.sit(place, "employee", phone=True), desks.sit(place, "manager")
    period = place.periods["wishing"] = set_up(manager)
    first, _ = place.span(period)
    free = first + dt.timedelta(days=4)
    nurse.open("/staff/wishes")
    wish(nurse, free, "off", strength=3, reason=REASON)
    expect(nurse.page.locator(".outbox-note")).to_be_empty()
    assert mine(nurse, period)[str(free)]["reason"] == REASON
    moved(manager, period, "close")
    draft = generated(manager, period)
    shown(manager, period)
    commented(nurse, manager, period)
    union = desks.sit(place, "representative")
    page = union.open(f"/representative/periods/{period}/comments")
    expect(page.get_by_text("Kan jeg bytte den første fredagen?")).to_be_visible()
    assert REASON not in page.content()
    published(manager, period)
    sees_the_shifts(nurse, place.hand("manager").ask(f"/drafts/{draft}")["people"][0], free)


def test_a_running_search_is_stopped_and_its_best_kept(desks: Desks, town: Town) -> None:
    place = town.settle("small")
    period = place.period("Vår", days=28)
    place.hand("manager").lead(period, "drafting")
    desk = desks.sit(place, "manager")
    page = desk.open(f"/manager/periods/{period}/drafts/search")
    desk.button("web.manager.search.start").click()
    stop = desk.button("web.manager.search.stop")
    expect(stop).to_be_enabled(timeout=120_000)
    stop.click()
    expect(page.get_by_role("link", name=desk.say("web.manager.draft.open"))).to_be_visible(
        timeout=120_000
    )
    job = place.hand("manager").ask_all(f"/periods/{period}/jobs")[0]
    assert (job["state"], job["wanted"]) == ("done", "stop")
    began, ended = (dt.datetime.fromisoformat(job[key]) for key in ("started", "ended"))
    assert (ended - began).total_seconds() < job["seconds"]
    drafts = place.hand("manager").ask_all(f"/periods/{period}/drafts")
    assert [draft["id"] for draft in drafts] == [job["draft"]]
    page.get_by_role("link", name=desk.say("web.manager.draft.open")).click()
    expect(page.get_by_role("grid")).to_be_visible()


def test_a_search_is_followed_after_coming_back_and_cancelled(desks: Desks, town: Town) -> None:
    place = town.settle("small")
    period = place.period("Vår", days=28)
    place.hand("manager").lead(period, "drafting")
    desk = desks.sit(place, "manager")
    page = desk.open(f"/manager/periods/{period}/drafts/search")
    desk.button("web.manager.search.start").click()
    expect(page).to_have_url(re.compile(r"/drafts/search/\w+$"))
    desk.open(f"/manager/periods/{period}/drafts")
    page.get_by_role("link", name=desk.say("web.manager.search.follow")).click()
    desk.button("web.manager.search.cancel").click()
    page.get_by_role("dialog").get_by_role(
        "button", name=desk.say("web.manager.search.cancel"), exact=True
    ).click()
    expect(page.get_by_text(desk.say("web.manager.search.end.cancelled"))).to_be_visible(
        timeout=120_000
    )
    assert place.hand("manager").ask_all(f"/periods/{period}/drafts") == []


def test_who_publishes_sees_what_has_been_signed_meanwhile(desks: Desks, town: Town) -> None:
    place = town.settle("small")
    period = place.period("Vår", days=28)
    manager, union = place.hand("manager"), place.hand("representative")
    manager.lead(period, "drafting")
    manager.show(period, manager.search(period))
    record = {"held": moment(0), "present": "Begge", "text": "Gjennomgått."}
    path = f"/periods/{period}/protocol"
    manager.put(path, record, tag='"0"')
    desk = desks.sit(place, "manager")
    page = desk.open(f"/manager/periods/{period}/publish")
    expect(page.get_by_text(desk.say("web.manager.publish.check.protocol.not"))).to_be_visible()
    page.get_by_role("link", name=desk.say("web.manager.period.tab.setup")).click()
    for side in (manager, union):
        side.post(f"{path}/signature", seen=path)
    page.wait_for_timeout(FRESH_MS)
    page.get_by_role("link", name=desk.say("web.manager.period.tab.publish")).click()
    expect(page.get_by_text(desk.say("web.manager.publish.check.protocol.fine"))).to_be_visible()
