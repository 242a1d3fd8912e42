"""A sick call before dawn, and a shift that somebody is asked to take on the phone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.desks import Desk, Desks
from tests.browser.hands import Hand, Told
from tests.browser.town import Place, Town

MOST_CLICKS = 5
WHO = {"t01": "employee", "t02": "colleague"}  # those of the ward who have an account


def published(place: Place) -> str:
    """Publish a roster of the coming weeks."""
    period = place.period("Vår", weeks_from_now=1)
    manager = place.hand("manager")
    manager.lead(period, "drafting")
    draft = manager.search(period)
    manager.show(period, draft)
    manager.publish(period, draft, "Alle er enige.")
    return period


def duties(manager: Hand, period: str) -> list[Told]:
    """Return the duties of the roster that holds."""
    number = manager.ask_all(f"/periods/{period}/publications")[0]["number"]
    found = manager.ask(f"/periods/{period}/publications/{number}/roster")["assignments"]
    return sorted(found, key=lambda duty: (duty["date"], duty["person"]))


def replaceable(manager: Hand, period: str) -> tuple[Told, Told, Told]:
    """Return a duty, a way out that gives somebody with an account a shift, and that change."""
    for duty in duties(manager, period):
        away = {"person": duty["person"], "first": duty["date"]}
        for option in manager.post(f"/periods/{period}/repairs", {"away": [away]})["options"]:
            for change in option["changes"]:
                more = change["person"] in WHO and change["after"] and not change["before"]
                mine = [one for one in option["changes"] if one["person"] == change["person"]]
                if more and mine == [change]:  # no day off in return
                    return duty, option, change
    raise AssertionError("nobody with an account can take any shift")


def offered(manager: Hand, period: str) -> tuple[Told, str]:
    """Leave a shift open that somebody with an account may take; return it and who."""
    for duty in duties(manager, period):
        asked = {key: duty[key] for key in ("date", "shift", "unit", "person")}
        found = manager.post(f"/periods/{period}/stand-ins", asked)["offered"]
        fit = next((one["person"] for one in found if one["person"] in WHO), None)
        away = {"person": duty["person"], "first": duty["date"]}
        if fit is not None:
            repair = manager.post(f"/periods/{period}/repairs", {"away": [away]})
            if repair["openings"]:
                manager.post(f"/repairs/{repair['id']}/take", {"place": 0})
                return duty, fit
    raise AssertionError("nobody with an account can take any shift")


class Clicks:
    """Counts what a manager clicks."""

    def __init__(self) -> None:
        self.count = 0

    def on(self, what: Locator) -> None:
        what.click()
        self.count += 1


def sees_shift(nurse: Desk, date: str, count: int) -> None:
    """Look a day up on the phone."""
    page = nurse.open("/staff/shifts")
    expect(page.locator(".shift-days .shift")).to_have_count(count)
    day = dt.date.fromisoformat(date)
    days = page.locator(".shift-day").filter(has=page.locator(".shift"))
    expect(days.filter(has_text=f"{day.day}.").first).to_be_visible()


def same(one: Told, other: Told) -> bool:
    return all(one[key] == other[key] for key in ("date", "shift", "unit"))


def my_shifts(place: Place, who: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = place.hand(who).ask(f"/units/{place.unit}/my-shifts")["shifts"]
    return found


def test_a_sick_call_is_repaired_and_an_open_shift_given_away(desks: Desks, town: Town) -> None:
    place = town.settle()
    period = published(place)
    hand = place.hand("manager")
    duty, option, change = replaceable(hand, period)
    who = WHO[change["person"]]
    before = len(my_shifts(place, who))
    manager, nurse = desks.sit(place, "manager"), desks.sit(place, who, phone=True)
    repaired(manager, hand, period, duty, option)
    assert len(my_shifts(place, who)) == before + 1
    sees_shift(nurse, change["date"], before + 1)
    given_away(desks, place, manager, period)


def repaired(manager: Desk, hand: Hand, period: str, duty: Told, option: Told) -> None:
    """Report the absence from the first page on, and take the option in few clicks."""
    clicks = Clicks()
    known = hand.ask(f"/periods/{period}/on-duty")["people"]
    name = next(one["name"] for one in known if one["person"] == duty["person"])
    page = manager.open("/manager")
    clicks.on(page.get_by_role("link", name=manager.say("web.manager.next.away.do")))
    page.get_by_label(manager.say("web.manager.repair.search")).fill(name)
    clicks.on(page.locator(".who-list button").filter(has_text=name))
    page.get_by_label(manager.say("web.manager.repair.last")).fill(duty["date"])
    page.get_by_label(manager.say("web.manager.repair.first")).fill(duty["date"])
    clicks.on(manager.button("web.manager.repair.find"))
    clicks.on(manager.button("web.manager.repair.choose", number=option["place"]))
    clicks.on(manager.button("web.manager.repair.confirm"))
    expect(page.get_by_text(manager.say("web.manager.repair.done"))).to_be_visible()
    assert clicks.count <= MOST_CLICKS
    page.get_by_role("link", name=manager.say("web.manager.repair.done.see")).click()
    expect(page.get_by_text(manager.say("web.office.source.repair")).first).to_be_visible()
    expect(page.locator(".change-list")).to_contain_text(name)


def given_away(desks: Desks, place: Place, manager: Desk, period: str) -> None:
    """Ask somebody for an open shift; a yes on the phone comes in by itself and is confirmed."""
    duty, person = offered(place.hand("manager"), period)
    who = WHO[person]
    before = len(my_shifts(place, who))
    page = manager.open(f"/manager/periods/{period}/open")
    shifts = place.hand("manager").ask_all(f"/periods/{period}/open-shifts")
    wanted = next(n for n, one in enumerate(shifts) if same(one, duty))
    item = page.locator(".open-shift").nth(wanted)
    expect(page.locator(".open-shift")).to_have_count(len(shifts))
    if len(shifts) > 1:  # the list of the only one is open already
        item.get_by_role("button").first.click()
    name = next(
        one["name"]
        for one in place.hand("manager").ask(f"/periods/{period}/on-duty")["people"]
        if one["person"] == person
    )
    item.locator(".stand-in").filter(has_text=name).get_by_role("checkbox").check()
    manager.button("web.manager.open.ask", count=1).click()
    nurse = desks.sit(place, who, phone=True)
    phone = nurse.open("/staff/shifts")
    expect(phone.get_by_text(nurse.say("web.offers.title"))).to_be_visible()
    nurse.button("web.offers.yes").tap()
    expect(phone.get_by_text(nurse.say("web.offers.said.yes"))).to_be_visible()
    manager.button("web.manager.open.confirm", person=name).click(timeout=30_000)
    expect(page.get_by_text(manager.say("web.manager.open.given", person=name))).to_be_visible()
    assert duty["date"] in {one["date"] for one in my_shifts(place, who)}
    sees_shift(nurse, duty["date"], before + 1)
    expect(phone.get_by_text(nurse.say("web.offers.ended.confirmed"))).to_be_visible()
