"""What several people do at the same moment is done once, in either database, and nobody waits."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.accounts.routes import make
from api.accounts.sessions import begin, cookie_name
from api.accounts.shapes import GrantShape, NewAccount
from api.audit.chain import verify
from api.offers import routes
from api.offers.fitting import looked_for
from api.policy.roles import NOBODY, Role
from api.settings import Settings
from tests.api.swaps.conftest import Handed, handed
from tests.api.test_offers import ASKED, answer, ask, confirm, opened
from tests.api.test_repairs import duties, published
from tests.api.world import World, ok


def at_once(*acts: Callable[[], Response]) -> list[int]:
    """Do things in threads that begin together; return the statuses, none of them a fault."""
    begin = threading.Barrier(len(acts))

    def act(one: Callable[[], Response]) -> int:
        begin.wait()
        return one().status_code

    with ThreadPoolExecutor(len(acts)) as threads:
        found = list(threads.map(act, acts))
    assert all(status < 500 for status in found), found
    return found


@pytest.fixture
def period(on: World) -> Iterator[str]:
    yield published(on)
    with on.database.reading() as session:
        assert list(verify(session)) == []


def test_two_managers_who_ask_at_once_ask_each_person_once(
    on: World, period: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shift, fit = opened(on, period)
    ready = threading.Barrier(3)

    def then_together(*given: Any, **more: Any) -> Any:  # noqa: ANN401 - as the real one
        found = looked_for(*given, **more)
        ready.wait()  # all have looked before any has written
        return found

    with monkeypatch.context() as patched:
        patched.setattr(routes, "looked_for", then_together)
        body = {"open": shift, "people": fit}
        path = f"/api/periods/{period}/offers"
        assert at_once(*[lambda: on.client("manager").post(path, json=body)] * 3) == [201] * 3
    made = ok(on.client("manager").get(f"/api/periods/{period}/offers"))
    assert Counter(one["person"] for one in made) == dict.fromkeys(fit, 1)


def test_an_open_shift_is_given_away_once(on: World, period: str) -> None:
    shift, fit = opened(on, period, least=2)
    mine, theirs = (ask(on, period, shift, person)[0]["id"] for person in fit[:2])
    for offer, person in ((mine, fit[0]), (theirs, fit[1])):
        ok(answer(on, offer, ASKED[person], yes=True))
    manager = on.client("manager")
    statuses = at_once(
        lambda: confirm(on, mine),
        lambda: confirm(on, mine),
        lambda: confirm(on, theirs),
        lambda: answer(on, theirs, ASKED[fit[1]], yes=False),
        lambda: manager.post(f"/api/offers/{mine}/withdrawal"),
    )
    states = {one["id"]: one["state"] for one in ok(manager.get(f"/api/periods/{period}/offers"))}
    held = [
        one["person"]
        for one in duties(on, period)
        if (one["date"], one["shift"]) == (shift["date"], shift["shift"])
    ]
    given = [person for offer, person in ((mine, fit[0]), (theirs, fit[1])) if person in held]
    assert statuses[:3].count(200) <= 1
    assert given == [
        p for o, p in zip((mine, theirs), fit[:2], strict=True) if states[o] == "confirmed"
    ]
    assert len(ok(manager.get(f"/api/periods/{period}/publications"))) == 2 + len(given)


def third(here: World) -> TestClient:
    """Let the third nurse of the ward come in."""
    grant = GrantShape(role=Role.EMPLOYEE, unit=here.unit, person="t03")
    with here.database.writing() as session:
        account = make(session, NewAccount(login="third", name="Third", grants=[grant]), NOBODY)
        begun = begin(session, account, Settings())
    client = TestClient(here.client("nobody").app, headers={"X-CSRF-Token": begun.csrf})
    client.cookies.set(cookie_name(Settings()), begun.secret)
    return client


def possible(here: World, period: str, kind: str) -> Iterator[list[Handed]]:
    """Yield swaps of the employee, duty by duty."""
    for duty in duties(here, period):
        if duty["person"] == here.person:
            address = f"/api/units/{here.unit}/swaps/possible/{duty['date']}"
            more = {"shift": duty["shift"], "kind": kind}
            found = ok(here.client("employee").get(address, params=more))
            yield from (handed(one["parts"]) for one in found["swaps"])


def asked(here: World, parts: list[Handed]) -> str:
    """Ask for a swap; return its id."""
    address = f"/api/units/{here.unit}/swaps"
    made = here.client("employee").post(address, json={"handovers": parts})
    return str(ok(made, 201)["id"])


def accept(client: TestClient, swap: str) -> Response:
    return client.post(f"/api/swaps/{swap}/answer", json={"accept": True})


def decide(here: World, swap: str) -> Response:
    body = {"approve": True, "publication": 1}
    return here.client("manager").post(f"/api/swaps/{swap}/decision", json=body)


def test_swaps_are_accepted_and_approved_once(on: World, period: str) -> None:
    nurse, colleague = third(on), on.client("colleague")
    ring = next(possible(on, period, "three_way"))
    address, body = f"/api/units/{on.unit}/swaps", {"handovers": ring}
    employee = on.client("employee")
    twice = at_once(*[lambda: employee.post(address, json=body)] * 2)
    assert sorted(twice) == [201, 409]
    (swap,) = (one["id"] for one in ok(employee.get(f"{address}/mine")))
    assert at_once(lambda: accept(nurse, swap), lambda: accept(colleague, swap)) == [200, 200]
    assert [one["state"] for one in ok(employee.get(f"{address}/mine"))] == ["agreed"]
    mine = next(one["gives"] for one in ring if one["person"] == on.person)
    pairs = [parts for parts in possible(on, period, "two_way") if parts[0]["gives"] == mine]
    others = [asked(on, parts) for parts in pairs[:3]]
    for other in others:
        accept(nurse, other), accept(colleague, other)
    statuses = at_once(
        *(lambda one=one: decide(on, one) for one in (swap, swap, *others)),
        lambda: employee.post(f"/api/swaps/{others[0]}/withdrawal"),
    )
    assert statuses[:-1].count(200) == 1
    states = Counter(one["state"] for one in ok(employee.get(f"{address}/mine")))
    assert states["approved"] == 1
    assert states["approved"] + states["void"] + states["withdrawn"] == len(others) + 1
    assert len(ok(on.client("manager").get(f"/api/periods/{period}/publications"))) == 2
