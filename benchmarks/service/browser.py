"""The screens in a real Chromium: a grid of 60 x 84 opened, changed and scrolled; a phone's load.

Needs Playwright, a Chromium that the system has, and the screens as ``make web`` builds them.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benchmarks.service.figures import Row, times
from benchmarks.service.server import ADMINISTRATOR, PASSWORD, Refused, Server, got
from benchmarks.service.unit import UnitMade, make_account, make_unit
from benchmarks.service.wards import nursing_home, wide

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

OPEN_MS, MOVE_MS, TASK_MS, STAFF_KB = 1500.0, 100.0, 200.0, 200.0
DESKTOP: ViewportSize = {"width": 1366, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
OPENINGS, MOVES, SCROLLS = 7, 20, 60
PATIENCE = 120_000
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]

# Interactive: a cell is there, the frame with it has been painted, and nothing else is under way.
_OPENED = """
new MutationObserver((_, seen) => {
  if (!document.querySelector('.rg-cell')) return;
  seen.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.opened = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""
# Drawn: the first frame after the key has been painted.
_DRAWN = """
() => {
  window.drawn = [];
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    requestAnimationFrame(() => setTimeout(() => drawn.push(performance.now() - event.timeStamp)));
  }, true);
}
"""
_TASKS = """
() => {
  window.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: 'longtask' });
}
"""


def measure(server: Server) -> list[Row]:
    """Measure what a manager and an employee wait for."""
    from playwright.sync_api import sync_playwright

    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise Refused("there is no Chromium; on Debian: apt-get install chromium")
    unit = make_unit(server, "60 x 84", *wide(*nursing_home()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        rows = [*_grid(browser, server, unit), *_staff(browser, server, unit)]
        browser.close()
    return rows


def _signed_in(browser: Browser, server: Server, login: str, *, phone: bool = False) -> Page:
    context = browser.new_context(
        service_workers="block",
        locale="nb-NO",
        viewport=PHONE if phone else DESKTOP,
        is_mobile=phone,
        has_touch=phone,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    asked = {"login": login, "password": PASSWORD}
    answer = context.request.post(f"{server.address}/api/session", data=asked)
    if not answer.ok:
        raise Refused(answer.text())
    return page


def _grid(browser: Browser, server: Server, unit: UnitMade) -> Iterator[Row]:
    where = f"{unit.name}, Chromium"
    page = _signed_in(browser, server, f"leder {unit.name}")
    page.add_init_script(_OPENED)
    address = f"{server.address}/manager/periods/{unit.period}/drafts/{unit.draft}"
    yield from times("grid interactive after navigation", where, _openings(page, address), OPEN_MS)
    yield from times("a move drawn", where, _moves(page), MOVE_MS)
    longest = _longest_task(page)
    yield Row("longest task while scrolling", where, longest, TASK_MS, "ms", SCROLLS)


def _openings(page: Page, address: str) -> list[float]:
    found = []
    for _ in range(OPENINGS + 1):
        page.goto(address)
        page.wait_for_function("() => window.opened")
        found.append(float(page.evaluate("() => window.opened")) / 1000)
    return found[1:]  # the first one loads the programs too


def _moves(page: Page) -> list[float]:
    """Pick a shift up and lay it down a row below, by keys."""
    page.evaluate(_DRAWN)
    page.locator(".rg-cell.rg-day, .rg-cell.rg-evening, .rg-cell.rg-night").first.click()
    for number in range(MOVES):
        for key in ("m", "ArrowDown", "Enter"):
            page.keyboard.press(key)
        page.wait_for_function(f"() => drawn.length > {number}")
    return [float(one) / 1000 for one in page.evaluate("() => drawn")]


def _longest_task(page: Page) -> float:
    page.evaluate(_TASKS)
    page.get_by_role("grid").hover()
    for way in ((400, 0), (0, 200), (-400, 0), (0, -200)):
        for _ in range(SCROLLS // 4):
            page.mouse.wheel(*way)
            page.evaluate("() => new Promise(requestAnimationFrame)")
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    return float(page.evaluate("() => Math.max(0, ...tasks)"))


def _staff(browser: Browser, server: Server, unit: UnitMade) -> Iterator[Row]:
    grant = {"role": "employee", "unit": unit.unit, "person": unit.problem.people[0].id}
    make_account(server.sign_in(ADMINISTRATOR), "ansatt", grant)
    got(unit.manager.get("/api/session"))
    page = _signed_in(browser, server, "ansatt", phone=True)
    wire = page.context.new_cdp_session(page)
    loaded = _counted(wire)
    packed: list[int] = []
    page.on("response", lambda answer: packed.append(len(gzip.compress(answer.body(), 9))))
    page.goto(f"{server.address}/staff/wishes")
    page.locator("h1").wait_for()
    page.wait_for_load_state("networkidle")
    yield Row("a phone's first load", "staff", loaded() / 1000, STAFF_KB, "kB", len(packed))
    yield Row("the same, each answer packed", "staff", sum(packed) / 1000, None, "kB", len(packed))


def _counted(wire: CDPSession) -> Callable[[], float]:
    """Count the bytes that come over the wire."""
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    wire.send("Network.enable")
    return lambda: sum(sizes)
