"""Burdens on a phone: own figures, names while the ward agrees, and extra shifts."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from api.db.engine import Database
from fixtures import ward
from tests.api.published import hold_in
from tests.browser.desks import Desk, Desks
from tests.browser.town import Place, Town, this_monday

NAMES = {person.id: person.name for person in ward("tiny").people}
WEEKS = [("t01", day, "D") for day in range(8)] + [("t02", 5, "A"), ("t02", 6, "A")]


@pytest.fixture
def published(town: Town, place: Place) -> Place:
    """A unit with a published roster, made by hand: no search is waited for."""
    period = place.period("Vår")
    database = Database(town.url)
    hold_in(database, period, WEEKS)
    database.close()
    place.periods["published"] = period
    return place


def test_own_figures_and_names_only_after_the_ward_has_agreed(
    desks: Desks, published: Place
) -> None:
    nurse = desks.sit(published, "employee", phone=True)
    page = nurse.open("/staff/burdens")
    weekend = page.get_by_role("listitem").filter(has_text=nurse.say("web.burdens.of.weekend"))
    expect(weekend).to_contain_text(nurse.say("web.burdens.points", count=2))
    name = nurse.say("health.measure.days_in_a_row")
    row = page.get_by_text(nurse.say("web.lights.measure", name=name, value=8), exact=True)
    run = page.locator(".burden").filter(has=row)
    expect(run).to_contain_text(nurse.say("web.lights.light.red"))
    expect(page.get_by_text(nurse.say("web.names.state.none"))).to_be_visible()
    expect(page.get_by_text(NAMES["t02"])).to_have_count(0)
    published.hand("manager").put(f"/units/{published.unit}/names-agreement/proposal", None)
    union = desks.sit(published, "representative")
    union.open("/representative")
    union.button("web.office.names.confirm.proposed").click()
    expect(union.button("web.office.names.withdraw.agreed")).to_be_visible()
    page.reload()
    page.get_by_text(nurse.say("web.burdens.colleagues", count=len(NAMES) - 1)).tap()
    expect(page.get_by_text(NAMES["t02"])).to_be_visible()


def test_who_is_not_to_be_called_says_so_on_the_phone(desks: Desks, published: Place) -> None:
    nurse = desks.sit(published, "employee", phone=True)
    page = nurse.open("/staff/wishes/extra")
    page.get_by_label(nurse.say("web.calls.what.do_not_call"), exact=True).check()
    nurse.button("web.calls.add").tap()
    expect(page.get_by_text(nurse.say("web.calls.last.wrong"))).to_be_visible()
    last = this_monday() + dt.timedelta(weeks=4)
    page.get_by_label(nurse.say("web.calls.last")).fill(str(last))
    page.get_by_label(nurse.say("web.calls.kinds.night"), exact=True).check()
    nurse.button("web.calls.add").tap()
    expect(page.get_by_text(nurse.say("web.calls.saved"))).to_be_visible()
    expect(page.locator(".wish-row")).to_contain_text(nurse.say("web.calls.short.do_not_call"))
    manager = desks.sit(published, "manager")
    entry = manager.open("/manager/unit/calls").locator(".entry")
    expect(entry).to_contain_text(NAMES["t01"])
    expect(entry).to_contain_text(nurse.say("web.calls.kinds.night"))
    by_manager = _enter(manager, last)
    rows = nurse.open("/staff/wishes/extra").locator(".wish-row")
    expect(rows.filter(has_text=by_manager)).to_have_count(1)


def _enter(manager: Desk, last: dt.date) -> str:
    """Enter something for the nurse as her manager; return the words that tell who did."""
    page = manager.page
    page.get_by_text(manager.say("web.manager.calls.new"), exact=True).click()
    page.get_by_label(manager.say("web.calls.last")).fill(str(last))
    manager.button("web.calls.add").click()
    expect(page.get_by_text(manager.say("web.manager.calls.person.needed"))).to_be_visible()
    page.get_by_label(manager.say("web.manager.calls.person"), exact=True).select_option("t01")
    manager.button("web.calls.add").click()
    expect(page.locator(".entry")).to_have_count(2)
    by_manager = manager.say("web.calls.by_name", name="").strip()
    expect(page.locator(".entry").filter(has_text=by_manager)).to_have_count(1)
    return by_manager


def test_a_manager_corrects_what_somebody_carries_on(desks: Desks, published: Place) -> None:
    manager = desks.sit(published, "manager")
    page = manager.open(f"/manager/periods/{published.periods['published']}/burdens")
    choice = page.get_by_role("combobox", name=manager.say("web.burdens.choose"))
    choice.select_option("weekend")
    opens = manager.say("web.manager.burdens.correct_of", name=NAMES["t02"])
    page.get_by_role("button", name=opens, exact=True).click()
    manager.button("web.manager.form.save").click()
    expect(page.get_by_text(manager.say("web.manager.burdens.points.wrong"))).to_be_visible()
    page.get_by_role("textbox", name=manager.say("web.manager.burdens.points")).fill("−2")
    page.get_by_role("textbox", name=manager.say("web.manager.burdens.reason")).fill(
        "Byttet på papir."
    )
    manager.button("web.manager.form.save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("section", has=page.locator("#corrections"))).to_contain_text("−2")
    coming = published.period("Neste", weeks_from_now=8)
    made = published.hand("manager")
    made.lead(coming, "drafting")
    draft = made.post(f"/periods/{coming}/drafts", {"name": "Tomt"})["id"]
    people = made.ask(f"/drafts/{draft}/ledger")["people"]
    entries = next(one["entries"] for one in people if one["person"] == "t02")
    assert [one["before"] for one in entries if one["burden"] == "weekend"] == [0]
