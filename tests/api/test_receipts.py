"""Receipts: begun when a roster is shown, names for the manager, none for the person."""

from __future__ import annotations

import datetime as dt

from api.questions.receipts import FEW, nameable
from tests.api.world import World, ok


def wished(here: World, period: str) -> None:
    """Have the employee wish for a week off: nobody can have that, some of it is refused."""
    here.stage(period, "wishing")
    first = here.problem.horizon.start
    for day in range(7):
        path = f"/api/periods/{period}/wishes/mine/{first + dt.timedelta(days=day)}"
        ok(here.client("employee").put(path, json={"kind": "avoid"}))


def test_receipts_follow_a_preview_and_tell_each_what_each_may_know(here: World) -> None:
    manager, employee = here.client("manager"), here.client("employee")
    period = str(here.period()["id"])
    mine = f"/api/periods/{period}/receipts/mine"
    assert ok(employee.get(mine)) == {"state": "none", "stale": False, "mine": None}
    wished(here, period)
    here.stage(period, "drafting")
    draft = here.draft(period, 30)
    assert ok(manager.get(f"/api/drafts/{draft}/receipts"))["job"] is None
    here.show(period, draft)
    assert ok(employee.get(mine))["state"] == "working"
    here.run_jobs()
    page = ok(manager.get(f"/api/drafts/{draft}/receipts"))
    assert (page["job"]["state"], page["stale"]) == ("done", False)
    people = {one["person"]: one for one in page["told"]["people"]}
    assert set(people) == {here.person}
    states = {one["state"] for one in people[here.person]["receipts"]}
    assert states & {"granted", "refused"}
    found = ok(employee.get(mine))
    assert (found["state"], found["stale"]) == ("done", False)
    assert found["mine"]["person"] == here.person
    assert len(found["mine"]["receipts"]) == len(people[here.person]["receipts"]) == 7
    others = [one.name for one in here.problem.people if one.id != here.person]
    assert not [name for name in others if name in str(found)]
    assert employee.get(f"/api/drafts/{draft}/receipts").status_code == 403


def test_groups_are_named_only_where_that_does_not_tell_who_is_left() -> None:
    many = ["nurses"] * 10
    assert nameable([*many, *["aides"] * FEW]) == {"nurses", "aides"}
    assert nameable([*many, *["aides"] * (FEW + 1), "doctor"]) == {"nurses"}
    assert nameable([*many, "doctor"]) == set(), "a colleague of no named group is the doctor"
    assert nameable([*many, ""]) == set()
