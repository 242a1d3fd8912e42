"""Answers of the interface are sent compressed; the screens' files see to that themselves."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

LEAST = 1000  # bytes; news of a search (text/event-stream) are never held back to be packed
EFFORT = 4  # of 9: a grid of 151 kB takes a millisecond or two


class PackedAnswers(GZipMiddleware):
    """Compresses what lies under ``/api``."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, minimum_size=LEAST, compresslevel=EFFORT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)
