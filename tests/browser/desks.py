"""Browser windows of people who are signed in, all watched for what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypedDict

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize
from typing_extensions import Unpack

from tests.browser.chrome import PATIENCE
from tests.browser.town import Place
from tests.browser.watching import Watch
from tests.browser.words import Words

Language = Literal["nb", "nn", "en"]
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1366, height=900)


class How(TypedDict, total=False):
    """What a browser is like, where it is not a desktop in bokmål and in light colours."""

    phone: bool
    language: Language
    service_workers: Literal["allow", "block"]
    scheme: Literal["light", "dark"]
    scale: float


@dataclass
class Desk:
    """One person's browser, with the place where the person works."""

    place: Place | None
    who: str
    page: Page
    context: BrowserContext
    watch: Watch
    say: Words
    address: str

    def open(self, path: str) -> Page:
        """Go to an address of the screens and wait for its heading."""
        self.page.goto(f"{self.address}{path}")
        self.page.locator("h1").first.wait_for()
        return self.page

    def button(self, key: str, **values: object) -> Locator:
        """Return the button that says a text."""
        return self.page.get_by_role("button", name=self.say(key, **values), exact=True)


@dataclass
class Desks:
    """Opens browsers for people and closes them all."""

    browser: Browser
    watch: Watch = field(default_factory=Watch)
    contexts: list[BrowserContext] = field(default_factory=list)

    def sit(
        self,
        place: Place,
        who: str,
        **how: Unpack[How],
    ) -> Desk:
        """Give somebody a browser of one's own, signed in."""
        place.hand(who).patch("/session", {"language": how.get("language", "nb")})
        desk = self.stranger(place.address, **how)
        desk.context.add_cookies(
            [
                {
                    "name": "turnus",
                    "value": place.sessions[who].secret,
                    "url": place.address,
                    "httpOnly": True,
                    "sameSite": "Lax",
                }
            ]
        )
        # an empty page, before any address is opened, has no storage
        chosen = f"try {{ localStorage.setItem('helseturnus.unit', '{place.unit}') }} catch {{}}"
        desk.context.add_init_script(chosen)  # who has several units looks at this one
        desk.place, desk.who = place, who
        return desk

    def stranger(self, address: str, **how: Unpack[How]) -> Desk:
        """Give a browser to somebody who is not signed in."""
        phone, language = how.get("phone", False), how.get("language", "nb")
        context = self.browser.new_context(
            viewport=PHONE if phone else DESKTOP,
            has_touch=phone,
            is_mobile=phone,
            locale=f"{language}-NO" if language != "en" else "en-GB",
            timezone_id="Europe/Oslo",
            reduced_motion="reduce",
            service_workers=how.get("service_workers", "block"),
            color_scheme=how.get("scheme", "light"),
            device_scale_factor=how.get("scale", 1),
        )
        context.set_default_timeout(PATIENCE)
        context.on("page", self.watch.over)
        self.contexts.append(context)
        page = context.new_page()
        return Desk(None, "", page, context, self.watch, Words(language), address)

    def close(self) -> None:
        """Close all browsers."""
        for context in self.contexts:
            context.close()


@dataclass
class Seats:
    """A browser for each of a place's people, kept from test to test: for those that only look.

    A window that is new has nothing kept: it costs two seconds of the processor where the next page
    in the same one costs half a second.
    """

    desks: Desks
    place: Place
    taken: dict[str, Desk] = field(default_factory=dict)

    def take(self, who: str) -> Desk:
        """Give somebody's browser, wide and light as a new one; without a name, a stranger's."""
        if who not in self.taken:
            address = self.place.address
            self.taken[who] = (
                self.desks.sit(self.place, who) if who else self.desks.stranger(address)
            )
        page = self.taken[who].page
        page.set_viewport_size(DESKTOP)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        return self.taken[who]
