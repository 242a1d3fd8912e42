"""What axe finds on a page, in light and dark, on a desktop and a phone; and what does not fit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, ViewportSize

from tests.browser.desks import DESKTOP, PHONE

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """only => axe.run(document, {resultTypes: ['violations'], ...only})
  .then(found => found.violations)"""
_ALL: dict[str, object] = {}
# all of axe's usual rules that another scheme can break
_COLOURS: dict[str, object] = {"runOnly": ["color-contrast", "link-in-text-block"]}
_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# colours change by transitions, one within the other; what is half-way is not what somebody reads
_STILL = """async () => {
  const moving = () => document.getAnimations().filter(one => one instanceof CSSTransition);
  for (let round = 0; round < 20; round++) {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    if (moving().length === 0) return;
    moving().forEach(one => one.finish());
  }
}"""
MODES: tuple[tuple[ViewportSize, Literal["light", "dark"], dict[str, object]], ...] = (
    (DESKTOP, "light", _ALL),
    (DESKTOP, "dark", _COLOURS),
    (PHONE, "dark", _ALL),
    (PHONE, "light", _COLOURS),
)


@cache
def axe() -> str:
    """Return axe's source; the driver hands it to the page past the page's own policy."""
    return AXE.read_text("utf-8")


def found(page: Page) -> list[str]:
    """Return a line for each fault in any mode."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe())
    faults = []
    for size, scheme, only in MODES:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(_STILL)
        mode = f"{size['width']} px, {scheme}"
        for rule in page.evaluate(_RUN, only):
            for node in rule["nodes"][:3]:
                why = " ".join(node["failureSummary"].split())
                faults.append(f"{mode}: {rule['id']}: {node['target']}: {why}")
        if (over := page.evaluate(_WIDE)) > 1:
            faults.append(f"{mode}: the page is {over} px wider than the screen")
    return faults
