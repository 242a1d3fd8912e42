"""Searches as durable jobs, in real processes: finished once, stopped, cancelled, taken over."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Client

from fixtures import ward
from tests.api.conftest import new_postgresql, new_sqlite
from tests.api.processes import Running, browser
from tests.api.world import Seed, ok

ON_SQLITE = pytest.mark.parametrize("place", ["sqlite"], indirect=True)
"""What no database makes a difference to; taking over and going on are tried on both."""


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Seed]:
    """A database that is filled, by its URL."""
    if request.param == "sqlite":
        path, seeded = request.getfixturevalue("sqlite_template")
        return new_sqlite(path, tmp_path), seeded
    full, seeded = request.getfixturevalue("postgresql_template")
    name = full.partition("?")[0].rpartition("/")[2]
    return new_postgresql(request.getfixturevalue("postgresql_server"), name), seeded


@pytest.fixture
def running(place: tuple[str, Seed], tmp_path: Path) -> Iterator[tuple[Running, Seed]]:
    with Running(tmp_path, place[0], ("serve",)) as found:
        yield found, place[1]


@pytest.fixture
def manager(running: tuple[Running, Seed]) -> Iterator[Client]:
    with browser(running[0], running[1].begun["manager"]) as client:
        yield client


def drafting(client: Client, seeded: Seed, name: str = "small") -> str:
    """Give the unit a ward that takes longer than a moment, and set up a period."""
    ward_json = ward(name).model_dump(mode="json")
    path = f"/api/units/{seeded.unit}/ward"
    ok(client.put(path, json=ward_json, headers={"If-Match": '"1"'}))
    facts = {"name": "Vår", **{key: ward_json["horizon"][key] for key in ("start", "days")}}
    period = ok(client.post(f"/api/units/{seeded.unit}/periods", json=facts), 201)["id"]
    answer = client.post(
        f"/api/periods/{period}/stage", json={"stage": "drafting"}, headers={"If-Match": '"1"'}
    )
    ok(answer)
    return str(period)


def begin(client: Client, period: str, seconds: float) -> str:
    return str(ok(client.post(f"/api/periods/{period}/jobs", json={"seconds": seconds}), 201)["id"])


def ended(client: Client, job: str, within: float = 60) -> dict[str, Any]:
    end = time.monotonic() + within
    while time.monotonic() < end:
        found: dict[str, Any] = ok(client.get(f"/api/jobs/{job}"))
        if found["state"] in {"done", "cancelled", "failed"}:
            return found
        time.sleep(0.2)
    raise AssertionError(f"not ended after {within} s: {found}")


def running_with_a_roster(client: Client, job: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = ok(client.get(f"/api/jobs/{job}"))
        if found["state"] == "running" and found["objective"] is not None:
            return
        time.sleep(0.1)
    raise AssertionError(found)


def news(client: Client, job: str, after: str = "") -> list[dict[str, Any]]:
    """Follow a search to its end."""
    headers = {"Last-Event-ID": after} if after else {}
    with client.stream("GET", f"/api/jobs/{job}/news", headers=headers) as stream:
        lines = [line for line in stream.iter_lines() if line.startswith("data: ")]
    return [json.loads(line.removeprefix("data: ")) for line in lines]


@ON_SQLITE
def test_a_search_ends_in_one_draft_and_its_news_can_be_resumed(
    running: tuple[Running, Seed], manager: Client
) -> None:
    (process, seeded), client = running, manager
    period = drafting(client, seeded, "tiny")
    job = begin(client, period, 120)
    told = news(client, job)  # to the proof that nothing is better
    assert told[-1]["state"] == "done"
    numbers = [one["number"] for one in told[:-1]]
    assert numbers == list(range(1, len(numbers) + 1))
    again = news(client, job, str(numbers[-2]))
    assert [one.get("number") for one in again] == [numbers[-1], None]
    assert len(ok(client.get(f"/api/periods/{period}/drafts"))) == 1
    assert process.stop() == 0


@ON_SQLITE
def test_a_stop_keeps_the_best_so_far_and_a_cancel_keeps_nothing(
    running: tuple[Running, Seed], manager: Client
) -> None:
    seeded, client = running[1], manager
    period = drafting(client, seeded)
    job = begin(client, period, 300)
    running_with_a_roster(client, job)
    ok(client.post(f"/api/jobs/{job}/wanted", json={"wanted": "stop"}))
    done = ended(client, job)
    assert done["state"] == "done"
    assert ok(client.get(f"/api/drafts/{done['draft']}"))["verdict"]["hard"] == 0
    job = begin(client, period, 300)
    running_with_a_roster(client, job)
    ok(client.post(f"/api/jobs/{job}/wanted", json={"wanted": "cancel"}))
    assert ended(client, job)["state"] == "cancelled"
    assert len(ok(client.get(f"/api/periods/{period}/drafts"))) == 1


def test_after_a_power_cut_the_search_goes_on_and_ends_once(
    running: tuple[Running, Seed], manager: Client
) -> None:
    (process, seeded), client = running, manager
    period = drafting(client, seeded)
    job = begin(client, period, 300)
    running_with_a_roster(client, job)
    process.kill()
    process.start()
    ok(client.post(f"/api/jobs/{job}/wanted", json={"wanted": "stop"}))
    done = ended(client, job)
    assert done["state"] == "done"
    time.sleep(2)
    assert len(ok(client.get(f"/api/periods/{period}/drafts"))) == 1


def test_another_worker_takes_over_from_a_dead_one(
    place: tuple[str, Seed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, seeded = place
    monkeypatch.setenv("TURNUS_SILENT_S", "3")
    with (
        Running(tmp_path, url, ("serve", "--no-worker"), "api") as api,
        Running(tmp_path, url, ("work",), "first") as first,
        browser(api, seeded.begun["manager"]) as client,
    ):
        period = drafting(client, seeded)
        job = begin(client, period, 300)
        running_with_a_roster(client, job)
        first.kill()
        with Running(tmp_path, url, ("work",), "second"):
            ok(client.post(f"/api/jobs/{job}/wanted", json={"wanted": "stop"}))
            assert ended(client, job)["state"] == "done"
        assert len(ok(client.get(f"/api/periods/{period}/drafts"))) == 1
