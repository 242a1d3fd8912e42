"""SMS through any gateway that is asked over HTTP: address, headers and body come from settings."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, quote

from httpx2 import Client, HTTPError, InvalidURL

from api.notices.channels.port import Message, NotSent
from api.settings import SmsGateway

PATIENCE_S = 15.0  # seconds for the gateway's answer
REFUSED = frozenset({400, 410, 413, 422})
"""Answers about this very message, so that trying again is of no use. Others, such as 401 or 404,
may be about the settings, which somebody can mend meanwhile."""


class Gateway:
    """The channel ``sms``."""

    def __init__(self, settings: SmsGateway) -> None:
        self._settings = settings

    def send(self, message: Message) -> None:
        """Send a message; a gateway that is sent the same again can know it by its key."""
        known = self._settings
        given = {"to": message.to, "text": message.text}
        address = filled(known.url, {name: quote(value, safe="") for name, value in given.items()})
        headers = {"Idempotency-Key": message.id, **known.headers}
        try:
            with Client(timeout=PATIENCE_S) as client:
                answer = client.request(known.method, address, headers=headers, **self._body(given))
        except (HTTPError, InvalidURL) as error:
            raise NotSent(type(error).__name__) from None
        if not answer.is_success:
            raise NotSent(f"http.{answer.status_code}", final=answer.status_code in REFUSED)

    def _body(self, given: dict[str, str]) -> dict[str, Any]:
        known = self._settings
        if known.method == "GET":
            return {}
        if known.encoding == "json":
            return {"json": filled_json(json.loads(known.body), given)}
        pairs = parse_qsl(known.body, keep_blank_values=True)
        return {"data": {name: filled(value, given) for name, value in pairs}}


def filled(template: str, given: dict[str, str]) -> str:
    """Return a template with its gaps filled; what fills one is never searched for others."""
    before, gap, after = template.partition("{to}")
    if gap:
        return filled(before, given) + given["to"] + filled(after, given)
    return given["text"].join(template.split("{text}"))


def filled_json(template: object, given: dict[str, str]) -> object:
    """Return a JSON value with the gaps in its texts filled."""
    if isinstance(template, str):
        return filled(template, given)
    if isinstance(template, dict):
        return {name: filled_json(value, given) for name, value in template.items()}
    if isinstance(template, list):
        return [filled_json(value, given) for value in template]
    return template
