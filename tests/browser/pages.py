"""All pages of the screens, in one table: axe looks at each, and each has its picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.desks import Desk
from tests.browser.town import Place

STAFF, MANAGER, UNION = "employee", "manager", "representative"


NOWHERE = "/nowhere"
_GO = """path => {
  history.pushState({}, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}"""


def _settled(page: Page) -> None:
    """Wait until nothing is being fetched any more."""
    page.locator("h1").first.wait_for()
    page.locator(".waiting, [aria-busy=true]").first.wait_for(state="detached")


@dataclass(frozen=True)
class Shown:
    """One page: whose it is, its address, and what is done there before it is looked at.

    In the address ``{wishing}`` stands for the period in that stage, ``{drafting.draft}`` for what
    was made in it.
    """

    name: str
    who: str
    path: str
    act: Callable[[Desk], None] | None = None

    def address(self, place: Place) -> str:
        """Return where the page is in a place."""
        path = self.path
        for stage, period in place.periods.items():
            path = path.replace(f"{{{stage}}}", period)
        for name, made in place.made.items():
            path = path.replace(f"{{{name}}}", made)
        return path

    def open(self, desk: Desk, place: Place) -> Page:
        """Go there and wait until it stands."""
        desk.page.goto(desk.address + self.address(place))
        _settled(desk.page)
        if self.act:
            self.act(desk)
        return desk.page

    def turn(self, desk: Desk, place: Place) -> Page:
        """Go there from another page as a link does; nothing is done there.

        It costs a third of opening the address. Through an address that has no page, so that what
        stands afterwards is new.
        """
        page, between = desk.page, desk.say("web.notfound.title")
        page.evaluate(_GO, NOWHERE)
        page.locator("h1").filter(has_text=between).first.wait_for()
        page.evaluate(_GO, self.address(place))
        page.locator("h1").filter(has_not_text=between).first.wait_for()
        _settled(page)
        return page


def _month(desk: Desk) -> None:
    desk.page.get_by_text(desk.say("web.shifts.month"), exact=True).click()
    desk.page.locator("table.month").wait_for()


def _wish(desk: Desk) -> None:
    desk.page.locator("button.month-day").nth(3).click()
    desk.page.get_by_role("dialog").wait_for()


def _sources(desk: Desk) -> None:
    desk.page.get_by_text(desk.say("web.lights.sources"), exact=True).click()
    desk.page.evaluate("() => scrollTo(0, 0)")


def _account_menu(desk: Desk) -> None:
    desk.page.locator(".account summary, .account [slot=summary]").first.click()


def _grid(desk: Desk) -> None:
    desk.page.get_by_role("grid").wait_for()
    desk.page.locator(".rg-cell").first.wait_for()


def _grid_menu(desk: Desk) -> None:
    _grid(desk)
    desk.page.locator(".rg-cell").nth(2).click()
    desk.page.keyboard.press("F2")
    desk.page.get_by_role("menu").or_(desk.page.get_by_role("listbox")).first.wait_for()


def _grid_help(desk: Desk) -> None:
    _grid(desk)
    desk.page.locator(".rg-cell").nth(2).click()
    desk.page.keyboard.press("?")
    desk.page.get_by_role("dialog").wait_for()


def _options(desk: Desk) -> None:
    desk.page.locator(".who-list button").first.click()
    desk.button("web.manager.repair.find").click()
    desk.page.locator("#options").wait_for()


def _whole_roster(desk: Desk) -> None:
    desk.button("web.manager.holding.show").click()
    _grid(desk)


def _forecast(desk: Desk) -> None:
    desk.page.locator(".forecast-figure").wait_for()


def _change(desk: Desk) -> None:
    desk.button("web.sharing.scenario.add.move").click()
    desk.page.get_by_role("dialog").wait_for()


def _propose(desk: Desk) -> None:
    desk.page.get_by_role("button", name=desk.say("web.sharing.catalogue.change.hr")).first.click()
    desk.page.get_by_role("dialog").wait_for()


def _delegate(desk: Desk) -> None:
    desk.page.get_by_text(desk.say("web.sharing.delegations.new"), exact=True).click()
    desk.button("web.sharing.delegations.add").wait_for()


def _hours(desk: Desk) -> None:
    desk.page.locator(".sharing-figure").wait_for()
    desk.page.get_by_text(desk.say("web.sharing.log.numbers"), exact=True).click()


def _bridge(desk: Desk) -> None:
    desk.page.locator(".sharing-figure").wait_for()


_PERIOD = "/manager/periods"
_HEARING = "/representative/periods/{preview}"
_SCENARIOS = "/hr/sharing/scenarios/{drafting}"
_HR = "/hr/unit/periods/{preview}"

PAGES = (
    Shown("sign-in", "", "/"),
    Shown("not-found", STAFF, NOWHERE),
    # an employee
    Shown("staff-shifts", STAFF, "/staff/shifts"),
    Shown("staff-shifts-month", STAFF, "/staff/shifts", _month),
    Shown("staff-account", STAFF, "/staff/shifts", _account_menu),
    Shown("staff-wishes", STAFF, "/staff/wishes"),
    Shown("staff-wish", STAFF, "/staff/wishes", _wish),
    Shown("staff-line", STAFF, "/staff/wishes/line"),
    Shown("staff-recurring", STAFF, "/staff/wishes/recurring"),
    Shown("staff-extra-shifts", STAFF, "/staff/wishes/extra"),
    Shown("staff-preview", STAFF, "/staff/preview"),
    Shown("staff-burdens", STAFF, "/staff/burdens", _sources),
    Shown("staff-notices", STAFF, "/notices"),
    Shown("staff-notice-ways", STAFF, "/notices/ways"),
    Shown("staff-swaps", STAFF, "/staff/swaps"),
    Shown("staff-swap", STAFF, "/staff/swaps/{swap.date}"),
    Shown("staff-receipts", STAFF, "/staff/preview/{preview}/receipts"),
    # a manager: the unit
    Shown("manager-next", MANAGER, "/manager"),
    Shown("manager-swaps", MANAGER, "/manager/swaps"),
    Shown("manager-staff", MANAGER, "/manager/unit/staff"),
    Shown("manager-absences", MANAGER, "/manager/unit/absences"),
    Shown("manager-forecast", MANAGER, "/manager/unit/forecast", _forecast),
    Shown("manager-model-card", MANAGER, "/manager/unit/forecast/card"),
    Shown("manager-recurring", MANAGER, "/manager/unit/recurring"),
    Shown("manager-extra-shifts", MANAGER, "/manager/unit/calls"),
    Shown("manager-demand", MANAGER, "/manager/unit/demand"),
    Shown("manager-shift-codes", MANAGER, "/manager/unit/shifts"),
    Shown("manager-competences", MANAGER, "/manager/unit/competences"),
    Shown("manager-rules", MANAGER, "/manager/unit/rules"),
    Shown("manager-agreements", MANAGER, "/manager/unit/agreements"),
    Shown("manager-sharing", MANAGER, "/manager/unit/sharing"),
    Shown("manager-task-catalogue", MANAGER, "/manager/unit/sharing/catalogue"),
    Shown("manager-workbook", MANAGER, "/manager/unit/workbook"),
    # a manager: a period
    Shown("manager-periods", MANAGER, _PERIOD),
    Shown("manager-new-period", MANAGER, f"{_PERIOD}/new"),
    Shown("manager-setup", MANAGER, f"{_PERIOD}/{{setup}}/setup"),
    Shown("manager-wishes", MANAGER, f"{_PERIOD}/{{wishing}}/wishes"),
    Shown("manager-reserve", MANAGER, f"{_PERIOD}/{{drafting}}/reserve"),
    Shown("manager-drafts", MANAGER, f"{_PERIOD}/{{drafting}}/drafts"),
    Shown("manager-search", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/search"),
    Shown("manager-searched", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/search/{{drafting.job}}"),
    Shown("manager-grid", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}", _grid),
    Shown(
        "manager-grid-menu",
        MANAGER,
        f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}",
        _grid_menu,
    ),
    Shown(
        "manager-grid-help",
        MANAGER,
        f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}",
        _grid_help,
    ),
    Shown("manager-why", MANAGER, f"{_PERIOD}/{{drafting}}/why"),
    Shown(
        "manager-receipts",
        MANAGER,
        f"{_PERIOD}/{{preview}}/drafts/{{preview.draft}}/receipts",
    ),
    Shown("manager-card", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}/card"),
    Shown(
        "manager-difference",
        MANAGER,
        f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}/against/{{drafting.other}}",
    ),
    Shown(
        "manager-draft-burdens",
        MANAGER,
        f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}/burdens",
    ),
    Shown("manager-burdens", MANAGER, f"{_PERIOD}/{{published}}/burdens"),
    Shown("manager-stress", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/{{drafting.draft}}/stress"),
    Shown(
        "manager-stressed", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/questions/{{drafting.stress}}"
    ),
    Shown("manager-choice", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/choice"),
    Shown(
        "manager-chosen", MANAGER, f"{_PERIOD}/{{drafting}}/drafts/questions/{{drafting.choice}}"
    ),
    Shown("manager-hearing", MANAGER, f"{_PERIOD}/{{preview}}/hearing"),
    Shown("manager-publish", MANAGER, f"{_PERIOD}/{{preview}}/publish"),
    Shown("manager-published", MANAGER, f"{_PERIOD}/{{published}}/publish"),
    Shown("manager-holding", MANAGER, f"{_PERIOD}/{{published}}/publish", _whole_roster),
    Shown("manager-repair", MANAGER, f"{_PERIOD}/{{published}}/repair"),
    Shown("manager-repair-options", MANAGER, f"{_PERIOD}/{{published}}/repair", _options),
    Shown("manager-open-shifts", MANAGER, f"{_PERIOD}/{{published}}/open"),
    # a representative
    Shown("union-periods", UNION, "/representative"),
    Shown("union-forecast", UNION, "/representative/forecast", _forecast),
    Shown("union-figures", UNION, _HEARING),
    Shown("union-roster", UNION, f"{_HEARING}/roster"),
    Shown("union-burdens", UNION, f"{_HEARING}/burdens"),
    Shown("union-rules", UNION, f"{_HEARING}/rules"),
    Shown("union-comments", UNION, f"{_HEARING}/comments"),
    Shown("union-protocol", UNION, f"{_HEARING}/protocol"),
    # HR
    Shown("hr-units", "hr", "/hr"),
    Shown("hr-unit", "hr", "/hr/unit"),
    Shown("hr-forecast", "hr", "/hr/unit/forecast", _forecast),
    Shown("hr-sharing", "hr", "/hr/sharing"),
    Shown("hr-task-catalogue", "hr", "/hr/sharing/catalogue"),
    Shown("hr-task-proposal", "hr", "/hr/sharing/catalogue", _propose),
    Shown("hr-delegations", "hr", "/hr/sharing/delegations", _delegate),
    Shown("hr-time-log", "hr", "/hr/sharing/log", _hours),
    Shown("hr-scenarios", "hr", _SCENARIOS),
    Shown("hr-scenario", "hr", f"{_SCENARIOS}/one/{{scenario}}"),
    Shown("hr-scenario-faulty", "hr", f"{_SCENARIOS}/one/{{scenario.faulty}}"),
    Shown("hr-scenario-change", "hr", f"{_SCENARIOS}/one/{{scenario}}", _change),
    Shown("hr-compare", "hr", f"{_SCENARIOS}/compare"),
    Shown("hr-comparison", "hr", f"{_SCENARIOS}/comparisons/{{comparison}}"),
    Shown("hr-bridge", "hr", "/hr/sharing/bridge", _bridge),
    Shown("hr-figures", "hr", _HR),
    Shown("hr-roster", "hr", f"{_HR}/roster"),
    Shown("hr-drafts", "hr", f"{_HR}/drafts"),
    Shown("hr-burdens", "hr", f"{_HR}/burdens"),
    Shown("hr-rules", "hr", f"{_HR}/rules"),
    Shown("hr-protocol", "hr", f"{_HR}/protocol"),
    # an administrator
    Shown("admin-accounts", "administrator", "/admin"),
    Shown("admin-account", "administrator", "/admin/accounts/{account}"),
    Shown("admin-new-account", "administrator", "/admin/accounts/new"),
    Shown("admin-units", "administrator", "/admin/units"),
    Shown("admin-log", "administrator", "/admin/log"),
    Shown("admin-notices", "administrator", "/admin/notices"),
    Shown("admin-erasing", "administrator", "/admin/erasing"),
)
