"""A fitting request for every route: who may do it must not be told by a body that is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.api.world import World, ok


@dataclass(frozen=True)
class Sample:
    """What a route is asked with; ``tag`` is sent as If-Match."""

    json: object = None
    tag: str = ""
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


_CELL = {"person": "{person}", "date": "{date}", "duties": []}
_PERIOD = {"name": "Annen", "start": "2027-01-11", "days": 14}
_RECURRING = {"first": "2027-01-11", "weekdays": [1], "kind": "avoid"}
_RECORD = {"held": "2027-01-02T12:00:00+01:00"}
_AWAY = {"person": "{person}", "first": "{date}"}
_OPEN = {"date": "{date}", "shift": "D", "person": "{person}"}
_CALL = {"kind": "volunteer", "first": "2027-01-11", "last": "2027-01-12"}
_ONE = '"1"'
_SIGNED = {"person": "nobody", "task": "care", "last": "2030-01-01"}
_SIGNED |= {"signed_by": "Leder", "signed_on": "2026-01-05"}
_SCENARIO = {"name": "A", "changes": [], "fill": 0.8, "load": 0.9, "slide": 60, "demand": "keep"}
_GIVEN = {
    "person": "{person}",
    "gives": {"date": "{date}", "shift": "D"},
    "takes": {"person": "nobody", "date": "{date}", "shift": "D"},
}

SAMPLES: dict[tuple[str, str], Sample] = {
    ("POST", "/api/session"): Sample({"login": "x1", "password": "y"}),
    ("PATCH", "/api/session"): Sample({"language": "nn"}),
    ("PUT", "/api/session/password"): Sample({"old": "x", "new": "x" * 12}),
    ("POST", "/api/accounts"): Sample({"login": "ny", "name": "Ny"}),
    ("PUT", "/api/accounts/{account_id}"): Sample(
        {"name": "N", "language": "nb", "active": True, "grants": []}, _ONE
    ),
    ("POST", "/api/erasures"): Sample({"unit": "{unit}", "person": "nobody"}),
    ("POST", "/api/units"): Sample({"name": "Ny enhet"}),
    ("PUT", "/api/units/{unit}/ward"): Sample("{ward}", _ONE),
    ("PUT", "/api/units/{unit}/ward/workbook"): Sample(tag=_ONE, content=b"PK"),
    ("POST", "/api/units/{unit}/periods"): Sample(_PERIOD),
    ("POST", "/api/units/{unit}/recurring-wishes/mine"): Sample(_RECURRING),
    ("PUT", "/api/units/{unit}/recurring-wishes/{wish}/approval"): Sample({"approved": True}, _ONE),
    ("PUT", "/api/periods/{period}"): Sample(_PERIOD, _ONE),
    ("POST", "/api/periods/{period}/stage"): Sample({"stage": "wishing"}, _ONE),
    ("PUT", "/api/periods/{period}/wishes/mine"): Sample({"duties": []}),
    ("PUT", "/api/periods/{period}/wishes/mine/{date}"): Sample({"kind": "avoid"}),
    ("POST", "/api/periods/{period}/proposal"): Sample({"duties": []}),
    ("POST", "/api/periods/{period}/jobs"): Sample({"seconds": 2}),
    ("POST", "/api/drafts/{draft}/stress"): Sample({"seconds": 2}),
    ("POST", "/api/periods/{period}/stress"): Sample({"seconds": 2}),
    ("POST", "/api/periods/{period}/choice"): Sample({"seconds": 5}),
    ("POST", "/api/jobs/{job}/options/{favours}/draft"): Sample({"name": "Valgt"}),
    ("POST", "/api/periods/{period}/why"): Sample({"seconds": 5}),
    ("POST", "/api/drafts/{draft}/receipts"): Sample({"seconds": 2}),
    ("POST", "/api/jobs/{job}/ways/{number}/draft"): Sample(),
    ("POST", "/api/jobs/{job}/wanted"): Sample({"wanted": "stop"}),
    ("POST", "/api/periods/{period}/drafts"): Sample({"name": "Nytt"}),
    ("POST", "/api/periods/{period}/drafts/file"): Sample(content=b"{}"),
    ("PATCH", "/api/drafts/{draft}"): Sample({"name": "Nytt"}, '"0"'),
    ("DELETE", "/api/drafts/{draft}"): Sample(tag='"0"'),
    ("POST", "/api/drafts/{draft}/judge"): Sample({"cells": [_CELL]}),
    ("PUT", "/api/drafts/{draft}/cells"): Sample({"cells": [_CELL]}, '"0"'),
    ("POST", "/api/periods/{period}/preview"): Sample({"draft": "{draft}"}, '"0"'),
    ("POST", "/api/periods/{period}/comments"): Sample({"text": "Hei"}),
    ("PUT", "/api/periods/{period}/comments/{comment_id}/answer"): Sample({"answer": "Takk"}),
    ("PUT", "/api/periods/{period}/protocol"): Sample(_RECORD, '"0"'),
    ("POST", "/api/periods/{period}/protocol/signature"): Sample(tag=_ONE),
    ("POST", "/api/periods/{period}/publications"): Sample({"draft": "{draft}"}, '"0"'),
    ("POST", "/api/periods/{period}/repairs"): Sample({"away": [_AWAY]}),
    ("POST", "/api/repairs/{repair_id}/take"): Sample({"place": 0}),
    ("POST", "/api/periods/{period}/stand-ins"): Sample(_OPEN),
    ("POST", "/api/periods/{period}/offers"): Sample({"open": _OPEN, "people": ["{person}"]}),
    ("POST", "/api/offers/{offer}/confirmation"): Sample({}),
    ("POST", "/api/offers/{offer}/withdrawal"): Sample(),
    ("PUT", "/api/offers/{offer}/answer"): Sample({"yes": True}),
    ("POST", "/api/units/{unit}/swaps"): Sample({"handovers": [_GIVEN, _GIVEN]}),
    ("POST", "/api/swaps/{swap}/answer"): Sample({"accept": True}),
    ("POST", "/api/swaps/{swap}/withdrawal"): Sample(),
    ("POST", "/api/swaps/{swap}/decision"): Sample({"approve": False, "publication": 1}),
    ("PUT", "/api/units/{unit}/swap-rules"): Sample({"hours": 12}),
    ("PUT", "/api/periods/{period}/ledger/corrections/{person}/{burden}"): Sample(
        {"points": 1, "reason": "Feil"}
    ),
    ("PUT", "/api/units/{unit}/names-agreement/proposal"): Sample(),
    ("PUT", "/api/units/{unit}/names-agreement/confirmation"): Sample(),
    ("POST", "/api/units/{unit}/absence-counts/file"): Sample(content=b"unit"),
    ("POST", "/api/units/{unit}/forecast"): Sample(),
    ("POST", "/api/units/{unit}/forecast/stop"): Sample(),
    ("POST", "/api/periods/{period}/reserve/suggestion"): Sample({}),
    ("PUT", "/api/periods/{period}/reserve"): Sample({"rows": []}),
    ("POST", "/api/units/{unit}/task-approvals"): Sample({"task": "laundry"}),
    ("POST", "/api/units/{unit}/task-approvals/{approval}/approval"): Sample(),
    ("POST", "/api/units/{unit}/task-approvals/{approval}/withdrawal"): Sample(),
    ("POST", "/api/units/{unit}/task-delegations"): Sample(_SIGNED),
    ("POST", "/api/units/{unit}/task-delegations/{delegation}/end"): Sample(),
    ("POST", "/api/units/{unit}/task-book/file"): Sample(content=b"Oppgave"),
    ("POST", "/api/units/{unit}/task-book/invented"): Sample(),
    ("POST", "/api/bridge"): Sample({}),
    ("POST", "/api/bridge/report/{ending}"): Sample({}),
    ("POST", "/api/bridge/units"): Sample(content=b"Enhet"),
    ("POST", "/api/periods/{period}/scenarios"): Sample({"name": "Vertar"}),
    ("POST", "/api/periods/{period}/scenarios/file"): Sample(content=b"x"),
    ("PUT", "/api/scenarios/{scenario}"): Sample(_SCENARIO, _ONE),
    ("POST", "/api/scenarios/{scenario}/copy"): Sample({"name": "Kopi"}),
    ("POST", "/api/periods/{period}/comparisons"): Sample({"scenarios": ["{scenario}"]}),
    ("POST", "/api/comparisons/{comparison}/wanted"): Sample({"wanted": "stop"}),
    ("PUT", "/api/comparisons/{comparison}/gains/{alternative}"): Sample(
        {"gains": [], "records": []}, '"0"'
    ),
    ("POST", "/api/units/{unit}/call-choices/mine"): Sample(_CALL),
    ("POST", "/api/units/{unit}/call-choices"): Sample({**_CALL, "person": "{person}"}),
    ("POST", "/api/notices/seen"): Sample({"latest": "none"}),
    ("PUT", "/api/notices/contacts/{channel}"): Sample({"address": "", "choice": "all"}),
    ("POST", "/api/notices/contacts/{channel}/code"): Sample(),
    ("POST", "/api/notices/contacts/{channel}/confirmation"): Sample({"code": "000000"}),
    ("POST", "/api/calendar-links"): Sample({"unit": "{unit}"}),
}


def sample(method: str, path: str) -> Sample:
    """Return a route's request; sections of a ward are sent as they were read."""
    if (method, path) in SAMPLES:
        return SAMPLES[method, path]
    if method == "PUT" and path.startswith("/api/units/{unit}/ward/"):
        return Sample("{section}", _ONE)
    if method in {"GET", "DELETE"}:
        return Sample()
    raise KeyError(f"{method} {path} has no sample request")


def filled(value: object, facts: dict[str, Any]) -> object:
    """Return a sample with the world's ids in place of their names."""
    if isinstance(value, str):
        whole = facts.get(value.strip("{}")) if value.startswith("{") else None
        return whole if whole is not None else value
    if isinstance(value, dict):
        return {name: filled(part, facts) for name, part in value.items()}
    return [filled(part, facts) for part in value] if isinstance(value, list) else value


def facts_of(world: World) -> dict[str, Any]:
    """Make one of each thing in the unit and return their ids."""
    manager, employee = world.client("manager"), world.client("employee")
    period = world.period()["id"]
    day = str(world.problem.horizon.start)
    recurring = {"first": day, "weekdays": [1], "kind": "avoid"}
    path = f"/api/units/{world.unit}/recurring-wishes/mine"
    wish = ok(employee.post(path, json=recurring), 201)["id"]
    world.stage(period, "drafting")
    draft = ok(manager.post(f"/api/periods/{period}/drafts", json={"name": "U"}), 201)["id"]
    job = ok(manager.post(f"/api/periods/{period}/jobs", json={"seconds": 2}), 201)["id"]
    manager.post(f"/api/jobs/{job}/wanted", json={"wanted": "cancel"})
    path = f"/api/periods/{period}/scenarios"
    scenario = ok(world.client("hr").post(path, json={"name": "Verter"}), 201)["id"]
    return {
        "unit": world.unit,
        "period": period,
        "draft": draft,
        "other": draft,
        "job": job,
        "wish": wish,
        "scenario": scenario,
        "comparison": "none",
        "alternative": "none",
        "comment_id": "none",
        "link": "none",
        "repair_id": "none",
        "offer": "none",
        "channel": "email",
        "account_id": "none",
        "secret": "none",
        "swap": "none",
        "number": "1",
        "favours": "own",
        "date": day,
        "person": world.person,
        "burden": "night",
        "choice": "none",
        "approval": "none",
        "delegation": "none",
        "ending": "json",
        "ward": world.problem.model_dump(mode="json"),
    }
