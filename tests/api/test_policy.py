"""Every route, every role, in the own unit, in another and without signing in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute

from api.app import ROUTERS
from api.http.context import Guard
from api.policy.roles import EVERYWHERE, Role
from api.policy.table import ANYWHERE, OPEN, POLICY
from tests.api.samples import facts_of, filled, sample
from tests.api.world import ROLES, World

UNITLESS = {Role.HR, Role.ADMINISTRATOR}


def routes() -> Iterator[tuple[str, str, APIRoute]]:
    for router in ROUTERS:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            for method in route.methods:
                yield method, route.path, route


def action_of(route: APIRoute) -> str:
    """Return the action that guards a route; a route without a guard fails here."""
    guards = [d.dependency for d in route.dependencies if isinstance(d.dependency, Guard)]
    assert len(guards) == 1, f"{route.methods} {route.path} has {len(guards)} policies"
    return guards[0].action


def test_every_route_has_one_policy_and_every_policy_a_route() -> None:
    used = {action_of(route) for _, _, route in routes()} | {"document"}
    assert used == set(POLICY) | OPEN


def test_roles_everywhere_and_actions_anywhere_are_known() -> None:
    assert set(POLICY) >= ANYWHERE
    assert EVERYWHERE == UNITLESS
    assert all(roles for roles in POLICY.values())


def test_who_may_do_what(here: World) -> None:
    facts = facts_of(here)
    wrong = []
    for method, path, route in routes():
        action = action_of(route)
        if action in OPEN or action in {"self.write", "person.erase"}:
            continue  # open to all; signing out and erasing are walked below
        for who in (*ROLES, *(f"other {name}" for name in ROLES), "nobody"):
            status = _ask(here, who, method, path, facts)
            if not _right(status, action, who):
                wrong.append(f"{method} {path} as {who}: {status}")
    assert wrong == []


def _right(status: int, action: str, who: str) -> bool:
    role = None if who == "nobody" else ROLES[who.removeprefix("other ")]
    foreign = who.startswith("other ") and role not in UNITLESS
    if role is None:
        return status == 401
    outside = foreign and action not in ANYWHERE | {"calendar.own"}
    if role not in POLICY[action] or outside:
        return status in {403, 404}
    return status < 500 and status not in {401, 403}


def _ask(world: World, who: str, method: str, path: str, facts: dict[str, object]) -> int:
    asked = sample(method, path)
    client = world.client(who)
    address = path.format(**facts)
    given = dict(facts)
    if asked.json == "{section}":
        given["section"] = world.client("manager").get(address).json()
    headers = dict(asked.headers)
    if asked.tag:
        headers["If-Match"] = asked.tag
    body = None if asked.json is None else filled(asked.json, given)
    if asked.content is not None:
        answer = client.request(method, address, content=asked.content, headers=headers)
    else:
        answer = client.request(method, address, json=body, headers=headers)
    return answer.status_code


@pytest.mark.parametrize("who", ["manager", "employee", "hr", "representative", "nobody"])
def test_only_administrators_erase(here: World, who: str) -> None:
    body = {"unit": here.unit, "person": here.person}
    assert here.client(who).post("/api/erasures", json=body).status_code in {401, 403}


def test_a_foreign_link_does_not_tell_whose_it_is(here: World) -> None:
    made = here.client("employee").post("/api/calendar-links", json={"unit": here.unit}).json()
    answer = here.client("colleague").delete(f"/api/calendar-links/{made['id']}")
    assert answer.status_code == 404


def test_no_two_shapes_of_the_document_share_a_name(here: World) -> None:
    shapes = here.client("nobody").get("/api/openapi.json").json()["components"]["schemas"]
    assert [name for name in shapes if "__" in name] == [], "a module's name got into the screens"
