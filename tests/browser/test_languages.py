"""Bokmål, nynorsk and English: chosen by the browser, the account, or by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desks import Desks, Language
from tests.browser.pages import NOWHERE, PAGES
from tests.browser.town import Place, Town
from tests.browser.words import Words

KEY = re.compile(r"\b(web|error|rule|term|unit)\.[a-z_]+\.[a-z_.]+\b")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_browsers_language_before_anybody_came_in(
    desks: Desks, town: Town, language: Language
) -> None:
    desks.watch.expect(r"401: GET .*/api/session$")
    desk = desks.stranger(town.address, language=language)
    page = desk.open("/")
    expect(page.get_by_role("heading", level=1)).to_have_text(desk.say("web.signin.title"))
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_no_page_shows_a_key_or_a_gap(desks: Desks, stages: Place, language: Language) -> None:
    desks.watch.expect(r"404: GET .*/protocol$")  # where none has been written
    found = []
    for who in ("employee", "manager", "representative", "hr", "administrator"):
        desk = desks.sit(stages, who, language=language)
        desk.open("/")
        for shown in PAGES:
            if shown.who == who and shown.act is None:
                go = shown.open if shown.path == NOWHERE else shown.turn
                text = go(desk, stages).locator("body").inner_text()
                found += [f"{shown.name}: {key[0]}" for key in KEY.finditer(text)]
                found += [f"{shown.name}: {gap}" for gap in re.findall(r"\{\w+\}", text)]
        stages.hand(who).patch("/session", {"language": "nb"})
    assert found == []


def test_a_chosen_language_stays_with_the_account(desks: Desks, place: Place) -> None:
    desk = desks.sit(place, "employee")
    page = desk.open("/staff/shifts")
    page.locator("header .account summary, header .account [slot=summary]").first.click()
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.get_by_label(desk.say("web.header.language")).select_option("nn")
    nynorsk = Words("nn")
    expect(page.get_by_role("heading", level=1)).to_have_text(nynorsk("web.staff.shifts"))
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    assert place.hand("employee").ask("/session")["language"] == "nn"
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
