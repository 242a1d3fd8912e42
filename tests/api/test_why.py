"""Why there is no roster, over HTTP: arithmetic at once, the coach as a job, a way as a draft."""

from __future__ import annotations

from tests.api.world import World, ok, refused


def asks_too_much(here: World) -> str:
    """Set up a period of a ward that asks for one more on a shift than it has people."""
    manager, path = here.client("manager"), f"/api/units/{here.unit}/ward"
    ward = here.problem.model_dump(mode="json")
    more = len(ward["people"]) + 1
    ward["demand"][0] |= {"minimum": more, "target": more, "maximum": None}
    tag = manager.get(path).headers["ETag"]
    ok(manager.put(path, json=ward, headers={"If-Match": tag}))
    period = str(here.period()["id"])
    here.stage(period, "drafting")
    return period


def test_the_coach_tells_why_and_its_way_out_becomes_a_draft(here: World) -> None:
    manager, period = here.client("manager"), asks_too_much(here)
    base = f"/api/periods/{period}"
    short = ok(manager.get(f"{base}/shortfalls"))
    assert short
    assert short[0]["place"] == "demand"
    assert ok(manager.get(f"{base}/why")) == {"job": None, "told": None, "stale": False}
    older = ok(manager.post(f"{base}/why", json={"seconds": 20}), 201)
    job = ok(manager.post(f"{base}/why", json={"seconds": 20}), 201)
    assert ok(manager.get(f"/api/jobs/{older['id']}"))["state"] == "cancelled"
    here.run_jobs()
    page = ok(manager.get(f"{base}/why"))
    assert (page["job"]["id"], page["job"]["state"], page["stale"]) == (job["id"], "done", False)
    told = page["told"]
    assert told["status"] == "impossible"
    assert any(one["owner"] == "manager" for one in told["clashes"][0]["elements"])
    way = next(one for one in told["ways"] if one["lever"] == "lower")
    path = f"/api/jobs/{job['id']}/ways/{way['number']}/draft"
    draft = ok(manager.post(path), 201)
    grid = ok(manager.get(f"/api/drafts/{draft['id']}"))
    assert grid["verdict"]["hard"] == 0
    again = ok(manager.get(f"{base}/why"))["told"]["ways"][way["number"] - 1]
    assert again["draft"] == draft["id"]
    refused(manager.post(f"/api/jobs/{job['id']}/ways/99/draft"), 404, "thing.unknown")
