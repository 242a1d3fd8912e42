"""What Prometheus is told: answers by route and status, searches by state, nothing personal."""

from collections.abc import Iterator

from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from tests.api.world import World, ok


def told(here: World) -> Iterator[Sample]:
    """Return what the service tells Prometheus."""
    answer = here.client("nobody").get("/metrics")
    assert answer.status_code == 200
    for family in text_string_to_metric_families(answer.text):
        yield from family.samples


def searches(here: World) -> dict[str, float]:
    return {s.labels["state"]: s.value for s in told(here) if s.name == "turnus_searches"}


def test_answers_are_counted_by_their_routes_pattern(here: World) -> None:
    unknown = "no-such-period"
    here.client("manager").get(f"/api/periods/{unknown}")
    labels = {"method": "GET", "route": "/api/periods/{period}", "status": "404"}
    samples = [s for s in told(here) if s.name == "turnus_answer_seconds_count"]
    assert any(s.labels == labels and s.value >= 1 for s in samples)
    assert not any(unknown in s.labels["route"] for s in samples)


def test_what_is_not_the_interface_is_counted_together(here: World) -> None:
    here.client("nobody").get("/wp-login.php")
    routes = {s.labels["route"] for s in told(here) if s.name == "turnus_answer_seconds_count"}
    assert "/{path:path}" in routes
    assert not any("wp-login" in route for route in routes)


def test_searches_are_counted_by_state(here: World) -> None:
    assert set(searches(here).values()) == {0}
    period = here.period()["id"]
    job = ok(here.client("manager").post(f"/api/periods/{period}/jobs", json={"seconds": 2}), 201)
    assert searches(here)["waiting"] == 1
    waited = next(s for s in told(here) if s.name == "turnus_search_waiting_seconds")
    assert waited.value > 0
    ok(here.client("manager").post(f"/api/jobs/{job['id']}/wanted", json={"wanted": "cancel"}))
    here.run_jobs()
    assert searches(here)["cancelled"] == 1
