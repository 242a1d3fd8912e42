"""A lost signal while wishes are entered: the phone keeps them and sends them later."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from tests.browser.desks import Desk, Desks
from tests.browser.test_staff import day_of, mine, wish
from tests.browser.town import Place

CUT = r"net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_|NETWORK_CHANGED|TIMED_OUT)"


@pytest.fixture
def nurse(desks: Desks, place: Place) -> Desk:
    """A nurse on a phone that keeps the screens, in an open wish round."""
    period = place.period("Vår")
    place.hand("manager").lead(period, "wishing")
    place.periods["wishing"] = period
    desks.watch.expect(CUT)
    desk = desks.sit(place, "employee", phone=True, service_workers="allow")
    desk.open("/staff/wishes")
    expect(desk.page.locator("button.month-day").first).to_be_visible()
    return desk


def dates_of(desk: Desk) -> list[dt.date]:
    """Return the first dates of the period."""
    assert desk.place
    first, _ = desk.place.span(desk.place.periods["wishing"])
    return [first + dt.timedelta(days=day) for day in range(4)]


def test_wishes_wait_for_the_signal(nurse: Desk, place: Place) -> None:
    period, dates = place.periods["wishing"], dates_of(nurse)
    wish(nurse, dates[0], "off")
    expect(nurse.page.locator(".outbox-note")).to_be_empty()
    nurse.context.set_offline(True)
    wish(nurse, dates[1], "off", strength=3)
    wish(nurse, dates[2], "want")
    note = nurse.page.locator(".outbox-note")
    expect(note).to_contain_text(nurse.say("web.outbox.waiting", count=2))
    expect(nurse.page.locator(".wish-row")).to_have_count(3)
    assert list(mine(nurse, period)) == [str(dates[0])]
    nurse.context.set_offline(False)
    expect(note).to_be_empty()
    assert list(mine(nurse, period)) == [str(date) for date in dates[:3]]


def test_wishes_outlive_a_closed_tab_without_a_signal(nurse: Desk, place: Place) -> None:
    period, dates = place.periods["wishing"], dates_of(nurse)
    nurse.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    nurse.page.wait_for_function("() => localStorage.getItem('helseturnus.snapshot.1')")
    nurse.context.set_offline(True)
    wish(nurse, dates[0], "off", strength=3)
    expect(nurse.page.locator(".outbox-note")).to_contain_text(
        nurse.say("web.outbox.waiting", count=1)
    )
    nurse.page.close()
    nurse.page = nurse.context.new_page()
    nurse.open("/staff/wishes")  # from what the phone has kept
    expect(nurse.page.locator(".wish-row")).to_contain_text(nurse.say("web.wish.state.waiting"))
    expect(day_of(nurse.page, dates[0])).to_contain_text(nurse.say("web.wish.mark.off"))
    assert mine(nurse, period) == {}
    nurse.context.set_offline(False)
    expect(nurse.page.locator(".outbox-note")).to_be_empty()
    assert mine(nurse, period)[str(dates[0])]["strength"] == 3


def test_the_last_of_several_changes_is_what_is_kept(nurse: Desk, place: Place) -> None:
    period, dates = place.periods["wishing"], dates_of(nurse)
    nurse.context.set_offline(True)
    wish(nurse, dates[0], "off")
    wish(nurse, dates[0], "want", strength=1)
    expect(nurse.page.locator(".outbox-note")).to_contain_text(
        nurse.say("web.outbox.waiting", count=1)
    )
    nurse.context.set_offline(False)
    expect(nurse.page.locator(".outbox-note")).to_be_empty()
    assert mine(nurse, period)[str(dates[0])]["kind"] == "want"
