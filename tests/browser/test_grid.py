"""The roster grid: by keyboard alone, and two managers at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desks import Desk, Desks
from tests.browser.town import Place

A_CELL = "() => document.activeElement?.getAttribute('role') === 'gridcell'"


@pytest.fixture
def draft(place: Place) -> str:
    """An empty draft, its period at the stage where it is made."""
    period = place.period("Vår")
    place.hand("manager").lead(period, "drafting")
    place.periods["drafting"] = period
    asked = {"name": "Tomt"}
    return str(place.hand("manager").post(f"/periods/{period}/drafts", asked)["id"])


def sat_down(desks: Desks, place: Place, draft: str) -> Desk:
    """Return a manager who has the draft open."""
    desk = desks.sit(place, "manager")
    desk.open(f"/manager/periods/{place.periods['drafting']}/drafts/{draft}")
    expect(desk.page.get_by_role("grid")).to_be_visible()
    return desk


def cell(page: Page, row: int, day: int) -> Locator:
    """Return a cell of the grid."""
    return page.locator(f'.rg-row[data-row="{row}"] .rg-cell[data-day="{day}"]')


def kept(place: Place, draft: str) -> dict[tuple[int, int], str]:
    """Return what the service has in the draft's cells."""
    people = place.hand("manager").ask(f"/drafts/{draft}")["people"]
    told = {(r, d): code for r, p in enumerate(people) for d, code in enumerate(p["cells"])}
    return {spot: code for spot, code in told.items() if code}


def saved(desk: Desk) -> None:
    """Wait until all changes are kept."""
    expect(desk.page.get_by_text(desk.say("web.grid.saving.all"))).to_be_visible()


def tab_to_the_grid(desk: Desk) -> None:
    """Go to the grid as somebody does who has no mouse."""
    for _ in range(60):
        if desk.page.evaluate(A_CELL):
            return
        desk.page.keyboard.press("Tab")
    raise AssertionError("no cell of the grid can be reached by Tab")


def pressed(page: Page, *keys: str) -> None:
    """Press some keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def test_shifts_are_set_moved_and_undone_by_keyboard_alone(
    desks: Desks, place: Place, draft: str
) -> None:
    desk = sat_down(desks, place, draft)
    page = desk.page
    tab_to_the_grid(desk)
    pressed(page, "Control+Home", "Home")
    expect(cell(page, 0, 0)).to_be_focused()
    pressed(page, "d", "ArrowRight", "a")
    expect(cell(page, 0, 1)).to_have_text("A")
    pressed(page, "Control+z")
    expect(cell(page, 0, 1)).to_have_text("")
    pressed(page, "Control+y")
    expect(cell(page, 0, 1)).to_have_text("A")
    pressed(page, "m", "ArrowDown", "ArrowDown", "Enter")  # picked up, and laid down elsewhere
    expect(cell(page, 2, 1)).to_have_text("A")
    expect(cell(page, 0, 1)).to_have_text("")
    saved(desk)
    assert kept(place, draft) == {(0, 0): "D", (2, 1): "A"}


def test_the_menu_and_locks_by_keyboard_alone(desks: Desks, place: Place, draft: str) -> None:
    desk = sat_down(desks, place, draft)
    page, menu = desk.page, desk.page.get_by_role("menu")
    locked = re.compile(desk.say("web.grid.cell.locked"))
    tab_to_the_grid(desk)
    pressed(page, "Control+Home", "Home", "Enter")
    expect(menu).to_be_visible()
    pressed(page, "a", "Enter")
    expect(menu).to_be_hidden()
    expect(cell(page, 0, 0)).to_have_text("A")
    expect(cell(page, 0, 0)).to_be_focused()
    pressed(page, "Delete")
    expect(cell(page, 0, 0)).to_have_text("")
    pressed(page, "l")
    expect(cell(page, 0, 0)).to_have_accessible_name(locked)
    pressed(page, "d")  # a locked cell stays as it is, and says so
    expect(page.get_by_text(desk.say("web.grid.told.locked")).first).to_be_attached()
    saved(desk)
    assert kept(place, draft) == {}
    page.reload()
    expect(cell(page, 0, 0)).to_have_accessible_name(locked)


def test_breaches_are_told_while_one_edits(desks: Desks, place: Place, draft: str) -> None:
    desk = sat_down(desks, place, draft)
    page = desk.page
    cell(page, 0, 0).click()
    pressed(page, "Shift+End", "d")  # a shift every day: no weekly rest
    marked = page.get_by_role("gridcell", name=re.compile(desk.say("web.grid.cell.hard")))
    expect(marked.first).to_be_visible()
    saved(desk)
    told = place.hand("manager").ask(f"/drafts/{draft}")["verdict"]["breaches"]
    rest = next(b for b in told if b["hard"] and b["person"] and b["paragraph"])
    expect(page.get_by_text(rest["paragraph"]).first).to_be_attached()


def test_two_managers_edit_at_once_and_nothing_is_lost(
    desks: Desks, place: Place, draft: str
) -> None:
    desks.watch.expect(r"409: PUT .*/cells$")
    first, second = (sat_down(desks, place, draft) for _ in range(2))
    cell(first.page, 0, 0).click()
    first.page.keyboard.press("d")
    saved(first)
    assert kept(place, draft) == {(0, 0): "D"}
    cell(second.page, 1, 1).click()
    second.page.keyboard.press("a")
    notice = second.page.get_by_role("alert").filter(has_text=second.say("web.grid.stale"))
    expect(notice).to_contain_text("A")
    expect(cell(second.page, 0, 0)).to_have_text("D")  # the other's change is seen
    assert kept(place, draft) == {(0, 0): "D"}
    notice.get_by_role("button", name=second.say("web.grid.stale.send")).click()
    expect(notice).to_be_hidden()
    expect(cell(second.page, 1, 1)).to_have_text("A")
    saved(second)
    assert kept(place, draft) == {(0, 0): "D", (1, 1): "A"}


def test_changes_wait_while_the_service_is_not_reached(
    desks: Desks, place: Place, draft: str
) -> None:
    desks.watch.expect(r"net::ERR_")
    desk = sat_down(desks, place, draft)
    desk.context.set_offline(True)
    cell(desk.page, 0, 0).click()
    desk.page.keyboard.press("d")
    notice = desk.page.get_by_role("alert")
    expect(notice).to_contain_text(desk.say("web.grid.offline", count=1))
    desk.context.set_offline(False)
    notice.get_by_role("button", name=desk.say("web.grid.retry")).click()
    expect(notice).to_be_hidden()
    saved(desk)
    assert kept(place, draft) == {(0, 0): "D"}
