"""The three kinds of rounds: what goes on while the service falls, and what must be there after."""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx2

from fixtures import ward
from tests.api.contract.lived import lawful
from tests.api.processes import browser
from tests.api.world import WARD, Seed, ok
from tools.chaos.fleet import PATIENCE, VICTIMS, Fleet, Strike, insist
from tools.chaos.tally import Tally

SEARCH_S = 4
LONGER = "small"  # a ward whose search takes longer than a moment
FILE = "application/octet-stream"
ENDED = {"done", "failed", "cancelled"}


@dataclass
class Writer:
    """Somebody who wishes on and on; ``known`` was acknowledged, ``asked`` perhaps not."""

    client: httpx2.Client
    path: str
    days: list[str]
    known: dict[str, int] = field(default_factory=dict)
    asked: tuple[str, int] = ("", 0)

    def write(self, until: threading.Event) -> None:
        """Wish day after day, round and round, until the service falls."""
        number = 0
        while not until.is_set():
            day, strength = self.days[number % len(self.days)], 1 + number // len(self.days) % 2
            self.asked = (day, strength)
            try:
                ok(
                    self.client.put(
                        f"{self.path}/{day}", json={"kind": "avoid", **_weight(strength)}
                    )
                )
            except httpx2.TransportError:
                return
            self.known[day] = strength
            number += 1

    def lost(self) -> list[str]:
        """Return the acknowledged wishes that are not there."""
        found = ok(insist(lambda: self.client.get(self.path)))["wishes"]
        there = {wish["date"]: wish["strength"] for wish in found}
        return [
            f"wish {self.path} {day}: {there.get(day)} in place of {strength}"
            for day, strength in self.known.items()
            if there.get(day) != strength and (day, there.get(day)) != self.asked
        ]


def _weight(strength: int) -> dict[str, int]:
    return {"strength": strength}


class Rounds:
    """Plays rounds against a fleet."""

    def __init__(self, fleet: Fleet, seeded: Seed, tally: Tally) -> None:
        self.fleet, self.seeded, self.tally = fleet, seeded, tally
        self.random = random.Random(tally.seed)
        self.number = 0
        self.searched: dict[str, int] = {}
        self.victims: dict[str, list[str]] = {}
        problem = ward(WARD)
        self.start, self.days = problem.horizon.start, problem.horizon.days
        self.kinds: tuple[Callable[[str], None], ...] = (self.wishes, self.search, self.publication)

    def prepare(self) -> None:
        """Give the second unit a ward for searches."""
        with self._as("other manager") as manager:
            content = ward(LONGER).model_dump(mode="json")
            path = f"/api/units/{self.seeded.other}/ward"
            ok(manager.put(path, json=content, headers={"If-Match": '"1"'}))
            self.later = content["horizon"]

    def play(self, rounds: int, told: Callable[[str], None]) -> None:
        """Play some rounds, each kind in turn."""
        for number in range(rounds):
            kind = self.kinds[number % len(self.kinds)]
            victim = self._victim(kind.__name__)
            kind(victim)
            self._whole()
            self.tally.rounds += 1
            losses = len(self.tally.losses)
            told(f"round {number + 1} of {rounds}: {kind.__name__}, {victim}; losses {losses}")
        self._searches_still_single()
        if not self.fleet.settled():
            self._lost([f"{len(self.fleet.left_behind())} processes outlived their parent"])

    def _victim(self, kind: str) -> str:
        """Return who is to fall: everybody in turn for each kind of work, in an order by chance."""
        waiting = self.victims.setdefault(kind, [])
        if not waiting:
            waiting += self.random.sample(VICTIMS, len(VICTIMS))
        return waiting.pop()

    def wishes(self, victim: str) -> None:
        """Two people wish all the time; what was acknowledged must be there afterwards."""
        period = self._period("wishing")
        path = f"/api/periods/{period}/wishes/mine"
        days = [str(self.start + timedelta(days=number)) for number in range(self.days)]
        with self._as("employee") as first, self._as("colleague") as second:
            writers = [Writer(client, path, days) for client in (first, second)]
            strike = self._strike("wishes", victim, self.random.uniform(0.05, 1.0))
            threads = [threading.Thread(target=w.write, args=(strike.fallen,)) for w in writers]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            strike.over()
            for writer in writers:
                self.tally.checked["acknowledged wishes"] += len(writer.known)
                self._lost(writer.lost())

    def search(self, victim: str) -> None:
        """A search is asked for once and again; it ends once, in one draft."""
        with self._as("other manager") as manager:
            period = self._made(manager, self.seeded.other, self.later)
            start = self._draft(manager, period, LONGER)
            key = {"Idempotency-Key": uuid.uuid4().hex}
            strike = self._strike("search", victim, self.random.uniform(0.0, SEARCH_S + 1.0))
            path, asked = f"/api/periods/{period}/jobs", {"seconds": SEARCH_S, "start": start}
            job = ok(insist(lambda: manager.post(path, json=asked, headers=key)), 201)["id"]
            strike.over()
            told = self._ended(manager, job)
            jobs = ok(insist(lambda: manager.get(path)))
            slow = (told["state"], told["trouble"]) == ("failed", "unknown")  # none found in time
            if not (told["state"] == "done" or slow) or len(jobs) != 1:
                self._lost([f"search {job}: {told['state']}, {len(jobs)} searches"])
            self.tally.checked["searches too short for a roster" if slow else "searches"] += 1
            self.searched[period] = 0 if slow else 1
            self._single(manager, period)
            self._noted(job, told["state"])

    def publication(self, victim: str) -> None:
        """A roster is published while the service falls: once and wholly, in the end."""
        period = self._period("drafting")
        with self._as("manager") as manager:
            path = f"/api/periods/{period}"
            draft = self._draft(manager, period, WARD)
            shown = manager.post(
                f"{path}/preview", json={"draft": draft}, headers=self._tag(manager, path)
            )
            ok(shown)
            strike = self._strike("publication", victim, self.random.uniform(0.0, 0.15))
            acknowledged = self._publish(manager, path, draft, shown.headers["ETag"])
            strike.over()
            self._published(manager, path, draft, acknowledged=acknowledged)

    def _publish(self, manager: httpx2.Client, path: str, draft: str, tag: str) -> bool:
        asked = {"draft": draft, "reason": "x"}
        try:
            answer = manager.post(f"{path}/publications", json=asked, headers={"If-Match": tag})
        except httpx2.TransportError:
            return False
        ok(answer, 201)
        return True

    def _published(
        self, manager: httpx2.Client, path: str, draft: str, *, acknowledged: bool
    ) -> None:
        """See that it is published wholly or not at all; then it can be, once."""
        self.tally.checked["publications"] += 1
        found = ok(insist(lambda: manager.get(path)))
        made = ok(insist(lambda: manager.get(f"{path}/publications")))
        if (len(made), found["stage"]) not in {(1, "published"), (0, "preview")}:
            self._lost([f"publication of {path}: {len(made)} in stage {found['stage']}"])
        if acknowledged and not made:
            self._lost([f"acknowledged publication of {path}"])
        if not made and not self._publish(manager, path, draft, f'"{found["revision"]}"'):
            self._lost([f"publication of {path} cannot be made"])

    # ------------------------------------------------------------------ what all rounds share

    def _as(self, who: str) -> AbstractContextManager[httpx2.Client]:
        return browser(self.fleet.api, self.seeded.begun[who])

    def _strike(self, kind: str, victim: str, after: float) -> Strike:
        self.tally.faults[f"{victim} killed during {kind}"] += 1
        return self.fleet.strike(victim, after)

    def _period(self, stage: str) -> str:
        with self._as("manager") as manager:
            facts = {"start": str(self.start), "days": self.days}
            period = self._made(manager, self.seeded.unit, facts)
            path = f"/api/periods/{period}"
            tag = self._tag(manager, path)
            ok(manager.post(f"{path}/stage", json={"stage": stage}, headers=tag))
        return period

    def _made(self, manager: httpx2.Client, unit: str, facts: dict[str, Any]) -> str:
        self.number += 1
        told = {"name": f"P{self.number}", "start": facts["start"], "days": facts["days"]}
        told |= {"most_wishes": facts["days"]}
        return str(ok(manager.post(f"/api/units/{unit}/periods", json=told), 201)["id"])

    def _draft(self, manager: httpx2.Client, period: str, name: str) -> str:
        """Take a lawful roster in: nothing then depends on how quick the machine is."""
        path, file = f"/api/periods/{period}/drafts/file", {"Content-Type": FILE}
        return str(ok(manager.post(path, content=lawful(name), headers=file), 201)["id"])

    def _tag(self, client: httpx2.Client, path: str) -> dict[str, str]:
        return {"If-Match": client.get(path).headers["ETag"]}

    def _ended(self, manager: httpx2.Client, job: str) -> dict[str, Any]:
        end, told = time.monotonic() + PATIENCE, {"state": ""}
        while time.monotonic() < end and told["state"] not in ENDED:
            time.sleep(0.1)
            told = ok(insist(lambda: manager.get(f"/api/jobs/{job}")))
        return told

    def _single(self, manager: httpx2.Client, period: str) -> None:
        drafts = ok(insist(lambda: manager.get(f"/api/periods/{period}/drafts")))
        found = [draft for draft in drafts if draft["source"] == "generated"]
        if len(found) != self.searched[period]:
            self._lost([f"search of {period}: {len(found)} drafts"])

    def _noted(self, job: str, state: str) -> None:
        with self._as("administrator") as client:
            path = f"/api/audit?about=job:{job}"
            found = ok(insist(lambda: client.get(path)))["items"]
        ends = [entry["action"] for entry in found if entry["action"] != "job.start"]
        if ends != [f"job.{state}"]:
            self._lost([f"search {job} ended by {ends}"])

    def _searches_still_single(self) -> None:
        """See that nothing has finished a search a second time in the meanwhile."""
        with self._as("other manager") as manager:
            for period in self.searched:
                self._single(manager, period)

    def _whole(self) -> None:
        """See that no act was noted by half: the chain of the audit log holds."""
        with self._as("administrator") as client:
            breaks = ok(insist(lambda: client.get("/api/audit/verification")))["breaks"]
        self._lost(f"audit {one}" for one in breaks)

    def _lost(self, what: Iterable[str]) -> None:
        self.tally.losses += what
