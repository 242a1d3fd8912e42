"""A service that has been lived in: a period in each stage, and the ids of all that is in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fixtures import ward
from rostering.solve import solve
from rostering.strategies.base import Budget, Progress
from tests.api.world import WARD, World, ok

PATIENCE = 120  # seconds; the first lawful roster ends the search
STAGES = ("setup", "wishing", "drafting", "preview", "published")


@dataclass(frozen=True)
class Lived:
    """The world, and values that fit: by the name of a parameter or a field."""

    world: World
    known: dict[str, list[Any]]


@lru_cache(maxsize=4)
def lawful(name: str = WARD) -> bytes:
    """Return a lawful roster of a bundled ward as a file: found once, taken into every period."""
    seen: list[Progress] = []
    budget = Budget(seconds=PATIENCE, workers=1, seed=1)
    found = solve(
        ward(name),
        budget,
        report=lambda news: seen.append(news) if news.roster else None,
        stop=lambda: bool(seen),
    ).roster
    assert found is not None
    return found.model_dump_json().encode()


def lived_in(world: World) -> Lived:
    """Lead a period to each stage and leave something of every kind behind."""
    periods = {stage: str(world.period(stage)["id"]) for stage in STAGES}
    drafts = {stage: _draft(world, periods[stage]) for stage in STAGES[2:]}
    world.stage(periods["wishing"], "wishing")
    employee, problem = world.client("employee"), world.problem
    days = [str(problem.horizon.start), str(problem.horizon.end)]
    for day in days:
        ok(employee.put(f"/api/periods/{periods['wishing']}/wishes/mine/{day}", json=_AVOID))
    comment = _hearing(world, periods["preview"], drafts["preview"])
    _publish(world, periods["published"], drafts["published"])
    link = ok(employee.post("/api/calendar-links", json={"unit": world.unit}), 201)
    swap = _swap(world, problem.people[0].id, problem.people[1].id)
    accounts = ok(world.client("administrator").get("/api/accounts"))["items"]
    ids = {account["login"]: account["id"] for account in accounts}
    units = [unit.id for unit in problem.units]
    people = [person.id for person in problem.people]
    known: dict[str, list[Any]] = {
        "unit": [world.unit, world.unit, world.unit, world.other, *units],
        "period": [*periods.values()],
        "draft": [*drafts.values()],
        "other": [*drafts.values()],
        "copy_of": [*drafts.values(), None],
        "job": [_job(world, periods["drafting"])],
        "wish": [_recurring(world, days[0])],
        "comment_id": [comment],
        "swap": [swap],
        "link": [link["id"]],
        "secret": [link["address"].rpartition("/")[2].removesuffix(".ics")],
        "account_id": [ids["other colleague"], ids["colleague"]],
        "account": [ids["other hr"]],
        "number": ["1"],
        "date": days,
        "first": days,
        "last": days,
        "since": days,
        "start": [*days, *drafts.values()],
        "person": people,
        "shift": [shift.code for shift in problem.shifts],
        "shifts": [[problem.shifts[0].code], []],
        "days": [problem.horizon.days],
        "repair_id": [_repair(world, periods["published"])],
        "choice": _calls(world, people[0], days),
        "offer": [_offer(world, periods["published"])],
        "approval": [_approval(world)],
        "delegation": [_delegation(world)],
        "task": ["laundry", "medication_round"],
        "row": [row.id for row in problem.demand],
        "ward": [problem.model_dump(mode="json")],
    }
    return Lived(world, known)


_AVOID = {"kind": "avoid"}


def _draft(world: World, period: str) -> str:
    world.stage(period, "drafting")
    answer = world.client("manager").post(
        f"/api/periods/{period}/drafts/file",
        content=lawful(),
        headers={"Content-Type": "application/octet-stream"},
    )
    return str(ok(answer, 201)["id"])


def _hearing(world: World, period: str, draft: str) -> str:
    world.show(period, draft)
    path = f"/api/periods/{period}"
    record = {"held": "2027-01-02T12:00:00+01:00", "text": "Drøftet"}
    manager = world.client("manager")
    ok(manager.put(f"{path}/protocol", json=record, headers={"If-Match": '"0"'}))
    made = world.client("employee").post(f"{path}/comments", json={"text": "Fin turnus"})
    return str(ok(made, 201)["id"])


def _publish(world: World, period: str, draft: str) -> None:
    world.show(period, draft)
    manager, path = world.client("manager"), f"/api/periods/{period}"
    tag = {"If-Match": manager.get(path).headers["ETag"]}
    facts = {"draft": draft, "reason": "Avtalt"}
    ok(manager.post(f"{path}/publications", json=facts, headers=tag), 201)


def _repair(world: World, period: str) -> str:
    """Ask for a repair, and take none."""
    away = {"person": world.person, "first": str(world.problem.horizon.start)}
    path = f"/api/periods/{period}/repairs"
    return str(ok(world.client("manager").post(path, json={"away": [away]}), 201)["id"])


def _offer(world: World, period: str) -> str:
    """Ask somebody to take a shift for another one."""
    manager, path = world.client("manager"), f"/api/periods/{period}"
    roster = ok(manager.get(f"{path}/publications/1/roster"))
    for duty in roster["assignments"]:
        asked = {key: duty[key] for key in ("date", "shift", "unit", "person")}
        offered = ok(manager.post(f"{path}/stand-ins", json=asked))["offered"]
        if offered:
            body = {"open": asked, "people": [offered[0]["person"]]}
            return str(ok(manager.post(f"{path}/offers", json=body), 201)[0]["id"])
    raise AssertionError("nobody can take any shift")


def _calls(world: World, person: str, days: list[str]) -> list[str]:
    """Have the employee say something about extra shifts, and the manager something for one."""
    said, address = {"kind": "volunteer"}, f"/api/units/{world.unit}/call-choices"
    said |= {"first": days[0], "last": days[1]}
    own = ok(world.client("employee").post(f"{address}/mine", json=said), 201)
    entered = {"person": person, **said}
    return [own["id"], ok(world.client("manager").post(address, json=entered), 201)["id"]]


def _approval(world: World) -> str:
    """Propose who may do a task."""
    address = f"/api/units/{world.unit}/task-approvals"
    return str(ok(world.client("hr").post(address, json={"task": "kitchen"}), 201)["id"])


def _delegation(world: World) -> str:
    """Delegate a task to whoever may have it."""
    address, manager = f"/api/units/{world.unit}/task-delegations", world.client("manager")
    person = ok(manager.get(address))["tasks"][0]["people"][0]
    signed = {"signed_by": "Leder", "signed_on": "2026-01-05", "last": "2099-12-31"}
    asked = {"person": person, "task": "medication_round", **signed}
    return str(ok(manager.post(address, json=asked), 201)["id"])


def _job(world: World, period: str) -> str:
    """Begin a search and cancel it: its news have an end."""
    manager = world.client("manager")
    job = ok(manager.post(f"/api/periods/{period}/jobs", json={"seconds": 2}), 201)["id"]
    ok(manager.post(f"/api/jobs/{job}/wanted", json={"wanted": "cancel"}))
    return str(job)


def _recurring(world: World, first: str) -> str:
    path = f"/api/units/{world.unit}/recurring-wishes/mine"
    asked = {"first": first, "weekdays": [1], **_AVOID}
    return str(ok(world.client("employee").post(path, json=asked), 201)["id"])


def _swap(world: World, person: str, other: str) -> str:
    """Ask a colleague for a swap; once the roster's days are past there is none to ask for."""
    employee, path = world.client("employee"), f"/api/units/{world.unit}/swaps"
    for shift in ok(employee.get(f"/api/units/{world.unit}/my-shifts"))["shifts"]:
        mine = {"date": shift["date"], "shift": shift["shift"]}
        found = employee.get(f"{path}/possible/{shift['date']}", params={"kind": "two_way"}).json()
        for part in (part for one in found.get("swaps", []) for part in one["parts"]):
            if part["mine"]:
                theirs = {"date": part["takes"]["date"], "shift": part["takes"]["shift"]}
                handovers = [
                    {"person": person, "gives": mine, "takes": {"person": other, **theirs}},
                    {"person": other, "gives": theirs, "takes": {"person": person, **mine}},
                ]
                return str(ok(employee.post(path, json={"handovers": handovers}), 201)["id"])
    return "none"
