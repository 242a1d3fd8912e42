"""Somebody who uses the API directly: to prepare, and to look behind the screens."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import httpx2

Told = dict[str, Any]
"""A JSON object."""
LONGEST = 180.0  # seconds until a roster is found on a busy machine


@dataclass
class Hand:
    """A signed-in client of the service."""

    client: httpx2.Client

    @classmethod
    def holding(cls, address: str, secret: str, csrf: str) -> Hand:
        """Return the hand of a session that has begun."""
        headers, cookies = {"X-CSRF-Token": csrf}, {"turnus": secret}
        client = httpx2.Client(base_url=address, headers=headers, cookies=cookies, timeout=60)
        return cls(client)

    @classmethod
    def coming_in(cls, address: str, login: str, password: str) -> Hand:
        """Come in by name and password."""
        with httpx2.Client(base_url=address, timeout=60) as client:
            answer = client.post("/api/session", json={"login": login, "password": password})
        assert answer.is_success, answer.text
        return cls.holding(address, answer.cookies["turnus"], answer.json()["csrf"])

    def ask(self, path: str, **params: str) -> Told:
        """Return the object at an address."""
        return self._told(self.client.get(f"/api{path}", params=params))

    def ask_all(self, path: str) -> list[Told]:
        """Return the list at an address."""
        found: list[Told] = self._answered(self.client.get(f"/api{path}")).json()
        return found

    def post(self, path: str, body: object = None, seen: str = "") -> Told:
        """Post something; ``seen`` names what the entity tag is asked of."""
        return self._told(self.client.post(f"/api{path}", json=body, headers=self._tag(seen)))

    def put(self, path: str, body: object, seen: str = "", tag: str = "") -> Told:
        """Put something in its place; ``tag`` is that of what has never been there."""
        headers = {"If-Match": tag} if tag else self._tag(seen)
        return self._told(self.client.put(f"/api{path}", json=body, headers=headers))

    def send(self, path: str, content: bytes) -> Told:
        """Post a file."""
        return self._told(self.client.post(f"/api{path}", content=content))

    def patch(self, path: str, body: object) -> Told:
        """Change something."""
        return self._told(self.client.patch(f"/api{path}", json=body))

    def close(self) -> None:
        """Let go of the connection."""
        self.client.close()

    def _tag(self, seen: str) -> dict[str, str]:
        return {"If-Match": self.client.get(f"/api{seen}").headers["ETag"]} if seen else {}

    @classmethod
    def _told(cls, answer: httpx2.Response) -> Told:
        content = cls._answered(answer).content
        found: Told = answer.json() if content else {}
        return found

    @staticmethod
    def _answered(answer: httpx2.Response) -> httpx2.Response:
        assert answer.is_success, f"{answer.status_code}: {answer.request.url}: {answer.text}"
        return answer

    # what a manager does
    def lead(self, period: str, stage: str) -> None:
        """Lead a period on to another stage."""
        self.post(f"/periods/{period}/stage", {"stage": stage}, seen=f"/periods/{period}")

    def search(self, period: str, least: float = 0) -> str:
        """Search for a roster until there is one, and keep it; return the draft."""
        job = self.post(f"/periods/{period}/jobs", {"seconds": LONGEST})["id"]
        begun = time.monotonic()
        end = begun + LONGEST + 60
        while time.monotonic() < end:
            found = self.ask(f"/jobs/{job}")
            if found["ended"]:
                assert found["draft"], found
                return str(found["draft"])
            enough = found["objective"] is not None and time.monotonic() > begun + least
            if enough and found["wanted"] == "go":
                self.post(f"/jobs/{job}/wanted", {"wanted": "stop"})
            time.sleep(0.2)
        raise AssertionError(f"job {job} has not ended")

    def answered(self, path: str, question: Told) -> str:
        """Ask a long question and wait until it has ended; return its job."""
        job = str(self.post(path, question)["id"])
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if self.ask(f"/jobs/{job}")["ended"]:
                return job
            time.sleep(0.2)
        raise AssertionError(f"job {job} has not ended")

    def show(self, period: str, draft: str, comments_to: str | None = None) -> None:
        """Show a draft to everybody."""
        body = {"draft": draft, "comments_to": comments_to}
        self.post(f"/periods/{period}/preview", body, seen=f"/periods/{period}")

    def publish(self, period: str, draft: str, reason: str) -> None:
        """Publish the draft that was shown."""
        body = {"draft": draft, "reason": reason}
        self.post(f"/periods/{period}/publications", body, seen=f"/periods/{period}")
