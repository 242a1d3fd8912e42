"""What goes wrong behind a page: errors in the console, requests that fail."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, Response

_MEANT = (
    "Failed to load resource",  # of an answer that is noted with its address anyway
    "Service Worker registration blocked by Playwright",
)
# requests that a page gives up when it is left
_GIVEN_UP = "net::ERR_ABORTED"


@dataclass
class Watch:
    """Notes what goes wrong on pages; a test names what it provokes."""

    noted: list[str] = field(default_factory=list)
    provoked: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Take faults of a kind as meant."""
        self.provoked.append(re.compile(pattern))

    @property
    def faults(self) -> list[str]:
        """What went wrong and was not meant to."""
        return [n for n in self.noted if not any(known.search(n) for known in self.provoked)]

    def over(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.noted.append(f"thrown: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_MEANT):
            self.noted.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        if (request.failure or "") != _GIVEN_UP:
            self.noted.append(f"failed: {request.method} {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            asked = response.request
            self.noted.append(f"{response.status}: {asked.method} {response.url}")
