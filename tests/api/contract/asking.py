"""From a generated case to a request that gets somewhere: ids, tags and bodies of this world.

What schemathesis makes of a schema alone ends at the first id that does not exist. So most of what
names something is filled in with what there is, and wards are changed in one place at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response
from schemathesis import Case

from tests.api.contract.lived import Lived

OFTEN = 0.8
_TAGS = (
    ("/api/units/{unit}/ward", "/api/units/{unit}/ward", "manager"),
    ("/api/periods/{period}/protocol", "/api/periods/{period}/protocol", "manager"),
    ("/api/periods/{period}", "/api/periods/{period}", "manager"),
    ("/api/drafts/{draft}", "/api/drafts/{draft}", "manager"),
    ("/api/accounts/{account_id}", "/api/accounts/{account_id}", "administrator"),
)


class Asking:
    """Sends cases as one of the world's users."""

    def __init__(self, lived: Lived, random: Random) -> None:
        self.lived, self.random = lived, random

    def place(self, case: Case) -> None:
        """Fill in what a path names."""
        for name in case.path_parameters or {}:
            if name in self.lived.known and self._often():
                case.path_parameters[name] = self._one(name)

    def season(self, case: Case) -> None:
        """Fill in the tag, the query and the body too."""
        if "If-Match" in (case.headers or {}) and self._often():
            case.headers["If-Match"] = self._tag(case)
        for name in case.query or {}:
            if name in self.lived.known and self._often():
                case.query[name] = self._one(name)
        if isinstance(case.body, dict | list):
            case.body = self._body(case)

    def send(self, case: Case, who: str) -> Response:
        """Send a case and return its answer."""
        told = case.as_transport_kwargs(base_url="http://testserver")
        headers = {name: value.encode("latin-1") for name, value in told["headers"].items()}
        client: TestClient = self.lived.world.client(who)
        return client.request(
            told["method"],
            told["url"],
            params=told.get("params"),
            headers=headers,
            content=_bytes(told.get("data")),
            json=told.get("json"),
        )

    def _often(self) -> bool:
        return self.random.random() < OFTEN

    def _one(self, name: str) -> object:
        return self.random.choice(self.lived.known[name])

    def _tag(self, case: Case) -> str:
        for begins, path, who in _TAGS:
            if case.path.startswith(begins):
                answer = self.lived.world.client(who).get(path.format(**case.path_parameters))
                return str(answer.headers.get("ETag", '"0"'))
        return '"1"'

    def _body(self, case: Case) -> object:
        ward = "/api/units/{unit}/ward"
        if not case.path.startswith(ward) or not self._often():
            return self._filled(case.body)
        whole = deepcopy(self.lived.known["ward"][0])
        section = case.path.removeprefix(ward).strip("/")
        return self._grafted(whole[section] if section else whole, case.body)

    def _filled(self, value: object) -> object:
        if isinstance(value, list):
            return [self._filled(part) for part in value]
        if not isinstance(value, dict):
            return value
        return {
            name: self._one(name)
            if name in self.lived.known and self._often()
            else self._filled(part)
            for name, part in value.items()
        }

    def _grafted(self, real: object, made: object) -> object:
        """Return what is real with one field of it as generated."""
        fresh: dict[str, list[Any]] = {}
        for holder, name in _fields(made):
            fresh.setdefault(name, []).append(holder[name])
        places = [(holder, name) for holder, name in _fields(real) if name in fresh]
        if not places:
            return made
        holder, name = self.random.choice(places)
        holder[name] = self.random.choice(fresh[name])
        return real


def _fields(value: object) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every field in a document with the object that holds it."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield value, name
            yield from _fields(part)
    if isinstance(value, list):
        for part in value:
            yield from _fields(part)


def _bytes(data: object) -> bytes | None:
    if data is None or isinstance(data, bytes):
        return data
    return str(data).encode()
