"""How long answers take, by route: numbers for Prometheus, none of them personal."""

from __future__ import annotations

from time import perf_counter

from prometheus_client import Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BOUNDS = (0.005, 0.01, 0.03, 0.1, 0.2, 0.3, 1.0, 3.0, 10.0)  # seconds
NO_ROUTE = "none"
ANSWERS = Histogram(
    "turnus_answer_seconds",
    "Seconds from a request's arrival to the first byte of its answer.",
    ("method", "route", "status"),
    buckets=BOUNDS,
)


class Measured:
    """Measures each answer under the route's own pattern, so that no id becomes a label.

    An answer is measured when it begins: news of a search go on for minutes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and measure its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = perf_counter()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                labels = (scope["method"], _route(scope), str(message["status"]))
                ANSWERS.labels(*labels).observe(perf_counter() - begun)
            await send(message)

        await self.app(scope, receive, sending)


def _route(scope: Scope) -> str:
    """Return the pattern of the route that answered, if any did."""
    path: str = getattr(scope.get("route"), "path", NO_ROUTE)
    return path
