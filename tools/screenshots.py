"""Take a picture of every page, from demonstration data: ``python -m tools.screenshots``.

Staff pages are taken as a phone shows them, the others as a desktop does, into
docs/pictures/screens; ``--all OUT`` takes each in all sizes and schemes, to be looked at.
Names choose pages.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import httpx2
from PIL import Image

from api.accounts.sessions import Begun
from tests.browser import chrome, screens
from tests.browser.desks import DESKTOP, PHONE, Desk, Desks, How
from tests.browser.hands import Hand
from tests.browser.pages import PAGES, STAFF, Shown
from tests.browser.town import Place, staged
from turnus.serve_demo import PASSWORD

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures" / "screens"
UNIT = "fjellheim"
LOGINS = {
    "employee": f"ansatt1.{UNIT}",
    "colleague": f"ansatt2.{UNIT}",
    "manager": f"leder.{UNIT}",
    "representative": f"tillitsvalgt.{UNIT}",
    "hr": "hr",
    "administrator": "admin",
}
SEARCHED = 20.0  # seconds at least, for a roster that is worth a picture
COLOURS = 128
PATIENCE = 180.0
Mode = tuple[bool, Literal["light", "dark"]]
"""Whether on a phone, and the colours."""
LONGEST = 2200  # pixels of a page that is taken whole


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run the demonstration in a folder; give its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    command = [sys.executable, "-m", "turnus", "serve", "--demo", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            _await(address := f"http://127.0.0.1:{port}")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _await(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(httpx2.TransportError):
            if httpx2.get(f"{address}/health", timeout=2).is_success:
                return
        time.sleep(0.2)
    raise TimeoutError("the demonstration did not start")


def lived_in(address: str) -> Place:
    """Return a unit of the demonstration in which everything has happened once."""
    sessions, hands = {}, {}
    for who, login in LOGINS.items():
        hand = hands[who] = Hand.coming_in(address, login, PASSWORD)
        cookie, csrf = hand.client.cookies["turnus"], hand.client.headers["X-CSRF-Token"]
        sessions[who] = Begun(cookie, csrf)
    unit = hands["manager"].ask("/session")["units"][0]
    place = Place(address, unit["id"], unit["name"], sessions, hands=hands)
    (period,) = hands["manager"].ask(f"/units/{place.unit}/periods")["items"]
    place.periods["wishing"] = period["id"]
    staged(place, SEARCHED)
    return place


def packed(picture: bytes) -> bytes:
    """Return a picture with few colours, which a page of text is as good with."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    kept = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def take(desks: Desks, place: Place, shown: Shown, out: Path, mode: Mode) -> None:
    """Take one picture; a long page is cut off."""
    phone, scheme = mode
    how: How = {"phone": phone, "scheme": scheme, "scale": 2 if phone else 1}
    desk: Desk = (
        desks.sit(place, shown.who, **how) if shown.who else desks.stranger(place.address, **how)
    )
    page = shown.open(desk, place)
    size = PHONE if phone else DESKTOP
    tall = int(page.evaluate("() => document.documentElement.scrollHeight"))
    page.set_viewport_size(
        {"width": size["width"], "height": max(size["height"], min(tall, LONGEST))}
    )
    page.evaluate("() => document.fonts.ready.then(() => true)")
    out.write_bytes(packed(page.screenshot(animations="disabled")))
    desk.context.close()
    desks.contexts.remove(desk.context)
    print(f"{out.stat().st_size // 1024:5d} kB  {out.name}", flush=True)


def pictures(shown: Shown, everything: Path | None) -> Iterator[tuple[Path, Mode]]:
    """Yield where a page's pictures go, and how they are taken."""
    if everything is None:
        yield PICTURES / f"{shown.name}.png", (shown.who == STAFF, "light")
        return
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for phone in (False, True):
        for scheme in schemes:
            kind = "phone" if phone else "desktop"
            yield everything / f"{shown.name}-{kind}-{scheme}.png", (phone, scheme)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("names", nargs="*", help="pages; without any, all")
    parser.add_argument("--all", type=Path, metavar="OUT", help="all sizes and schemes, there")
    asked = parser.parse_args(arguments)
    wanted = [page for page in PAGES if not asked.names or page.name in asked.names]
    (asked.all or PICTURES).mkdir(parents=True, exist_ok=True)
    screens.build()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        chrome.browsing() as browser,
    ):
        place, desks = lived_in(address), Desks(browser)
        for shown in wanted:
            for out, mode in pictures(shown, asked.all):
                take(desks, place, shown, out, mode)
        place.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
