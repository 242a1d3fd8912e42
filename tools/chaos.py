"""Kill the service again and again and see what is lost: ``python -m tools.chaos --rounds 50``.

Each round does one kind of work over HTTP, ends API and worker by SIGKILL at a random moment of it,
starts them again and counts: what was acknowledged must be there, a search must end exactly once.
All of it happens on a loopback port, in a folder of its own, with bounded rounds and times.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import httpx2

from api.db.engine import Database
from api.db.migrate import migrate
from fixtures import ward
from tests.api.processes import Running, browser
from tests.api.world import Seed, ok, seed

log = logging.getLogger("chaos")
ROUND_S = 90.0  # seconds after which a search that has not ended counts as lost


@dataclass
class Tally:
    """What was done and what was lost."""

    rounds: int = 0
    faults: int = 0
    losses: list[str] = field(default_factory=list)


class Chaos:
    """A service under fire."""

    def __init__(self, folder: Path, url: str, seeded: Seed, random_seed: int) -> None:
        self.running = Running(folder, url, ("serve",))
        self.seeded, self.random, self.tally = seeded, random.Random(random_seed), Tally()
        self.number = 0
        self.kinds: tuple[Callable[[httpx2.Client, httpx2.Client], None], ...] = (
            self.wishes,
            self.search,
            self.publication,
        )

    def play(self, rounds: int) -> Tally:
        """Do some rounds, each kind in turn."""
        with self.running:
            self._with_clients(self._prepare)
            for number in range(rounds):
                self._with_clients(self.kinds[number % len(self.kinds)])
                self.tally.rounds += 1
                log.info("round %s of %s, losses %s", number + 1, rounds, len(self.tally.losses))
        return self.tally

    def _with_clients(self, do: Callable[[httpx2.Client, httpx2.Client], None]) -> None:
        begun = self.seeded.begun
        with (
            browser(self.running, begun["manager"]) as manager,
            browser(self.running, begun["employee"]) as employee,
        ):
            do(manager, employee)

    def _prepare(self, manager: httpx2.Client, _: httpx2.Client) -> None:
        content = ward("small").model_dump(mode="json")
        path = f"/api/units/{self.seeded.unit}/ward"
        ok(manager.put(path, json=content, headers={"If-Match": '"1"'}))
        self.start, self.days = date.fromisoformat(content["horizon"]["start"]), 28

    def _period(self, manager: httpx2.Client, stage: str) -> str:
        self.number += 1
        facts = {"name": f"P{self.number}", "start": str(self.start), "days": self.days}
        facts |= {"most_wishes": 28}
        made = ok(manager.post(f"/api/units/{self.seeded.unit}/periods", json=facts), 201)
        tag = {"If-Match": '"1"'}
        ok(manager.post(f"/api/periods/{made['id']}/stage", json={"stage": stage}, headers=tag))
        return str(made["id"])

    def _strike(self, after: float) -> threading.Thread:
        """Kill everything a moment later, and start it again."""

        def fall() -> None:
            time.sleep(after)
            self.running.kill()
            self.tally.faults += 1

        thread = threading.Thread(target=fall)
        thread.start()
        return thread

    def wishes(self, manager: httpx2.Client, employee: httpx2.Client) -> None:
        """Enter wishes until the service falls; those acknowledged must be there afterwards."""
        period, known = self._period(manager, "wishing"), {}
        strike = self._strike(self.random.uniform(0.01, 0.4))
        try:
            for number in range(self.days):
                day = str(self.start + timedelta(days=number))
                wish = {"kind": "avoid", "strength": 1 + number % 2}
                ok(employee.put(f"/api/periods/{period}/wishes/mine/{day}", json=wish))
                known[day] = wish["strength"]
        except httpx2.TransportError:
            pass
        strike.join()
        self.running.start()
        found = ok(employee.get(f"/api/periods/{period}/wishes/mine"))["wishes"]
        there = {wish["date"]: wish["strength"] for wish in found}
        self._lost(f"wish {day}" for day in known if there.get(day) != known[day])

    def search(self, manager: httpx2.Client, _: httpx2.Client) -> None:
        """Begin a search, let the service fall during it; it must end once, in one draft."""
        period = self._period(manager, "drafting")
        job = ok(manager.post(f"/api/periods/{period}/jobs", json={"seconds": 6}), 201)["id"]
        self._strike(self.random.uniform(0.0, 6.0)).join()
        self.running.start()
        end = time.monotonic() + ROUND_S
        state = ""
        while time.monotonic() < end and state not in {"done", "failed", "cancelled"}:
            state = ok(manager.get(f"/api/jobs/{job}"))["state"]
            time.sleep(0.2)
        drafts = len(ok(manager.get(f"/api/periods/{period}/drafts")))
        if state != "done" or drafts != 1:
            self._lost([f"search {job}: {state}, {drafts} drafts"])

    def publication(self, manager: httpx2.Client, _: httpx2.Client) -> None:
        """Publish while the service falls: it is published once and wholly, or not at all."""
        period = self._period(manager, "drafting")
        job = ok(manager.post(f"/api/periods/{period}/jobs", json={"seconds": 3}), 201)["id"]
        while (found := ok(manager.get(f"/api/jobs/{job}")))["state"] != "done":
            time.sleep(0.2)
        draft = found["draft"]
        shown = manager.post(
            f"/api/periods/{period}/preview",
            json={"draft": draft},
            headers={"If-Match": manager.get(f"/api/periods/{period}").headers["ETag"]},
        )
        ok(shown)
        strike = self._strike(self.random.uniform(0.0, 0.05))
        acknowledged = False
        try:
            answer = manager.post(
                f"/api/periods/{period}/publications",
                json={"draft": draft, "reason": "x"},
                headers={"If-Match": shown.headers["ETag"]},
            )
            acknowledged = answer.status_code == 201
        except httpx2.TransportError:
            pass
        strike.join()
        self.running.start()
        made = ok(manager.get(f"/api/periods/{period}/publications"))
        stage = ok(manager.get(f"/api/periods/{period}"))["stage"]
        whole = (len(made), stage) in {(1, "published"), (0, "preview")}
        if not whole or (acknowledged and not made):
            self._lost([f"publication of {period}: {len(made)}, {stage}"])

    def _lost(self, what: Iterable[str]) -> None:
        self.tally.losses += what


def main(argv: Sequence[str] | None = None) -> int:
    """Play; the last line says rounds, faults and losses. Return 1 when something was lost."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(prog="python -m tools.chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        url = f"sqlite:///{Path(name) / 'turnus.db'}"
        database = Database(url)
        migrate(database)
        database.close()
        tally = Chaos(Path(name), url, seed(url), asked.seed).play(asked.rounds)
    for loss in tally.losses:
        log.info("LOST %s", loss)
    log.info("rounds %s, faults %s, losses %s", tally.rounds, tally.faults, len(tally.losses))
    return 1 if tally.losses else 0


if __name__ == "__main__":
    sys.exit(main())
