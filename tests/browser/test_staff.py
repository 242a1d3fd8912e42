"""What a nurse does on her phone: shifts, wishes, an own proposal, recurring wishes, a preview."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desks import Desk, Desks
from tests.browser.town import OSLO, Place


@pytest.fixture
def nurse(desks: Desks, stages: Place) -> Desk:
    """A nurse with a period in each stage."""
    return desks.sit(stages, "employee", phone=True)


@pytest.fixture
def wishing(desks: Desks, place: Place) -> tuple[Desk, str]:
    """A nurse whose unit has an open wish round."""
    period = place.period("Vår", most_wishes=3, most_strong=1)
    place.hand("manager").lead(period, "wishing")
    place.periods["wishing"] = period
    return desks.sit(place, "employee", phone=True), period


def day_of(page: Page, date: dt.date) -> Locator:
    """Return a day in the month that is shown."""
    number = page.locator(".month-number", has_text=re.compile(rf"^{date.day}$"))
    return page.locator("button.month-day").filter(has=number)


def show_month(desk: Desk, date: dt.date) -> None:
    """Go to a date's month; periods begin in the month that is shown first."""
    day = day_of(desk.page, date)
    start, _ = desk.place.span(desk.place.periods["wishing"]) if desk.place else (date, date)
    for _ in range((date.year - start.year) * 12 + date.month - start.month):
        desk.button("web.calendar.next").click()
    expect(day).to_be_visible()


def wish(desk: Desk, date: dt.date, what: str, strength: int = 2, reason: str = "") -> None:
    """Enter a wish by tapping."""
    show_month(desk, date)
    day_of(desk.page, date).tap()
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label(desk.say(f"web.wish.what.{what}"), exact=True).check()
    dialog.get_by_label(desk.say(f"web.strength.{strength}"), exact=True).check()
    if reason:
        dialog.get_by_label(desk.say("web.wish.reason")).fill(reason)
    dialog.get_by_role("button", name=desk.say("web.wish.save")).tap()
    expect(dialog).to_be_hidden()


def mine(desk: Desk, period: str) -> dict[str, dict[str, object]]:
    """Return one's wishes as the service has them, by date."""
    assert desk.place
    told = desk.place.hand("employee").ask(f"/periods/{period}/wishes/mine")
    return {one["date"]: one for one in told["wishes"]}


def test_published_shifts_as_a_list_and_a_month(nurse: Desk, stages: Place) -> None:
    page = nurse.open("/staff")
    expect(page).to_have_url(re.compile("/staff/shifts$"))
    first, _ = stages.span(stages.periods["published"])
    told = stages.hand("employee").ask(f"/units/{stages.unit}/my-shifts", since=str(first))
    today = dt.datetime.now(OSLO).date()
    coming = [shift for shift in told["shifts"] if shift["date"] >= str(today)]
    expect(page.locator(".shift-days .shift")).to_have_count(len(coming))
    expect(page.locator(".shift-days .shift").first).to_contain_text(coming[0]["start"])
    page.get_by_text(nurse.say("web.shifts.month"), exact=True).tap()
    in_month = [one for one in told["shifts"] if one["date"][:7] == f"{today:%Y-%m}"]
    expect(page.locator("table.month .month-mark:not(.month-mark-off)")).to_have_count(
        len(in_month)
    )


def test_a_wish_is_entered_changed_and_taken_back(wishing: tuple[Desk, str]) -> None:
    desk, period = wishing
    assert desk.place
    first, _ = desk.place.span(period)
    date = first + dt.timedelta(days=2)
    page = desk.open("/staff/wishes")
    expect(page.get_by_text(desk.say("web.wishes.left", left=3, most=3))).to_be_visible()
    wish(desk, date, "off", strength=3)
    expect(page.get_by_text(desk.say("web.wishes.left", left=2, most=3))).to_be_visible()
    expect(page.locator(".wish-row")).to_contain_text(desk.say("web.wish.off"))
    expect(page.locator(".outbox-note")).to_be_empty()
    assert mine(desk, period)[str(date)]["strength"] == 3
    wish(desk, date, "want", strength=1)
    expect(page.locator(".wish-row")).to_contain_text(desk.say("web.wish.any"))
    expect(page.locator(".outbox-note")).to_be_empty()
    assert mine(desk, period)[str(date)]["kind"] == "want"
    day_of(page, date).tap()
    page.get_by_role("dialog").get_by_role("button", name=desk.say("web.wish.remove")).tap()
    expect(page.get_by_text(desk.say("web.wishes.empty"))).to_be_visible()
    expect(page.locator(".outbox-note")).to_be_empty()
    assert mine(desk, period) == {}


def test_what_the_quota_refuses_is_told_and_kept(wishing: tuple[Desk, str], desks: Desks) -> None:
    desk, period = wishing
    assert desk.place
    desks.watch.expect(r"409: PUT .*/wishes/mine/")
    first, _ = desk.place.span(period)
    page = desk.open("/staff/wishes")
    wish(desk, first, "off", strength=3)
    wish(desk, first + dt.timedelta(days=1), "off", strength=3)
    refusal = page.locator(".outbox-note")
    expect(refusal).to_contain_text(desk.say("error.wish.strong", count=1))
    assert list(mine(desk, period)) == [str(first)]
    refusal.get_by_role("button", name=desk.say("web.outbox.drop")).tap()
    expect(refusal).to_be_empty()
    expect(page.locator(".wish-row")).to_have_count(1)


def test_a_whole_own_proposal(wishing: tuple[Desk, str]) -> None:
    desk, period = wishing
    assert desk.place
    first, _ = desk.place.span(period)
    dates = [first + dt.timedelta(days=day) for day in (0, 1, 3)]
    page = desk.open("/staff/wishes/line")
    for date in dates:
        show_month(desk, date)
        day_of(page, date).tap()
    expect(page.get_by_text(desk.say("web.line.duties", count=3))).to_be_visible()
    hours = page.get_by_text(desk.say.like("web.line.hours"))
    expect(hours).to_contain_text(re.compile(r"^2[12]"))  # three days of seven hours and more
    desk.button("web.line.send").tap()
    expect(page.get_by_text(desk.say("web.line.sent"))).to_be_visible()
    expect(page.locator(".outbox-note")).to_be_empty()
    assert list(mine(desk, period)) == [str(date) for date in dates]


def test_a_recurring_wish_awaits_the_manager(wishing: tuple[Desk, str]) -> None:
    desk, _ = wishing
    page = desk.open("/staff/wishes/recurring")
    desk.button("web.recurring.add").tap()
    expect(page.get_by_text(desk.say("web.recurring.weekdays.needed"))).to_be_visible()
    page.get_by_label("torsdag", exact=True).check()
    page.get_by_label(desk.say("web.recurring.every")).select_option("2")
    desk.button("web.recurring.add").tap()
    row = page.locator(".wish-row")
    expect(row).to_contain_text(desk.say("web.recurring.every.2", weekdays="torsdag"))
    expect(row).to_contain_text(desk.say("web.recurring.state.kept"))
    row.get_by_role("button").tap()
    expect(page.get_by_text(desk.say("web.recurring.none"))).to_be_visible()


def test_the_draft_that_is_shown_and_a_comment_on_it(nurse: Desk, stages: Place) -> None:
    page = nurse.open("/staff/preview")
    period = f"/periods/{stages.periods['preview']}"
    told = stages.hand("employee").ask(f"{period}/preview/mine")
    name = stages.hand("employee").ask(period)["name"]
    title = nurse.say("web.preview.title", name=name, number=told["number"])
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.locator(".facts")).to_contain_text(
        nurse.say("web.preview.of", value=told["granted"], whole=told["wishes"])
    )
    page.get_by_label(nurse.say("web.comments.new")).fill("Fint med fri på bursdagen.")
    nurse.button("web.comments.send").tap()
    expect(page.get_by_text(nurse.say("web.comments.sent"))).to_be_visible()
    expect(page.locator(".comment").last).to_contain_text("Fint med fri på bursdagen.")


def test_a_calendar_link_works_until_it_is_revoked(nurse: Desk) -> None:
    page = nurse.open("/staff/shifts")
    page.get_by_text(nurse.say("web.feed.title")).tap()
    nurse.button("web.feed.make").tap()
    address = page.get_by_label(nurse.say("web.feed.address")).input_value()
    feed = nurse.context.request.get(address)
    assert feed.ok
    assert "BEGIN:VEVENT" in feed.text()
    nurse.button("web.feed.revoke").tap()
    expect(nurse.button("web.feed.revoke")).to_have_count(0)
    assert nurse.context.request.get(address).status == 404


def test_the_first_page_says_what_one_is_asked_for(nurse: Desk, stages: Place) -> None:
    for what, stage in (("wishes", "wishing"), ("preview", "preview")):
        page = nurse.open("/staff/shifts")
        page.get_by_role("link", name=nurse.say.like(f"web.shifts.invited.{what}")).tap()
        expect(page).to_have_url(f"{nurse.address}/staff/{what}?period={stages.periods[stage]}")
