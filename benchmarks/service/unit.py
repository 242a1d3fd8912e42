"""A unit set up over HTTP as its users would: accounts, ward, period, a roster from a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx2

from benchmarks.service.server import ADMINISTRATOR, PASSWORD, Server, got
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster


@dataclass(frozen=True)
class UnitMade:
    """A unit with a period; ``draft`` is its imported roster."""

    name: str
    unit: str
    period: str
    draft: str
    manager: httpx2.Client
    problem: Problem
    roster: Roster


def make_unit(server: Server, name: str, problem: Problem, roster: Roster) -> UnitMade:
    """Set a unit up with a manager, and take its roster in as a draft."""
    administrator = server.sign_in(ADMINISTRATOR)
    unit = got(administrator.post("/api/units", json={"name": name}))["id"]
    login = f"leder {name}".lower()
    make_account(administrator, login, {"role": "manager", "unit": unit})
    manager = server.sign_in(login)
    ward = problem.model_dump(mode="json")
    got(manager.put(f"/api/units/{unit}/ward", json=ward, headers={"If-Match": '"0"'}))
    start, days = ward["horizon"]["start"], ward["horizon"]["days"]
    facts = {"name": "Vår", "start": start, "days": days, "most_wishes": days}
    period = got(manager.post(f"/api/units/{unit}/periods", json=facts))["id"]
    stage(manager, period, "drafting")
    draft = got(
        manager.post(
            f"/api/periods/{period}/drafts/file",
            content=roster.model_dump_json().encode(),
            headers={"Content-Type": "application/octet-stream"},
        )
    )["id"]
    return UnitMade(name, unit, period, draft, manager, problem, roster)


def make_account(administrator: httpx2.Client, login: str, grant: dict[str, Any]) -> None:
    """Make an account with one role."""
    account = {"login": login, "name": login, "password": PASSWORD, "grants": [grant]}
    got(administrator.post("/api/accounts", json=account))


def stage(manager: httpx2.Client, period: str, wanted: str) -> None:
    """Lead a period on."""
    path = f"/api/periods/{period}"
    tag = manager.get(path).headers["ETag"]
    got(manager.post(f"{path}/stage", json={"stage": wanted}, headers={"If-Match": tag}))
