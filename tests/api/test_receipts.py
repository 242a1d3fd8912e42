"""Receipts: begun when a roster is shown, names for the manager, none for the person."""

from __future__ import annotations

from tests.api.world import World, ok


def test_receipts_follow_a_preview_and_tell_each_what_each_may_know(here: World) -> None:
    manager, employee = here.client("manager"), here.client("employee")
    period = str(here.period()["id"])
    mine = f"/api/periods/{period}/receipts/mine"
    assert ok(employee.get(mine)) == {"state": "none", "stale": False, "mine": None}
    here.stage(period, "drafting")
    draft = here.draft(period, 30)
    assert ok(manager.get(f"/api/drafts/{draft}/receipts"))["job"] is None
    here.show(period, draft)
    assert ok(employee.get(mine))["state"] == "working"
    here.run_jobs()
    page = ok(manager.get(f"/api/drafts/{draft}/receipts"))
    assert (page["job"]["state"], page["stale"]) == ("done", False)
    people = {one["person"]: one for one in page["told"]["people"]}
    wishing = {wish.person for wish in here.problem.wishes}
    assert set(people) == wishing
    found = ok(employee.get(mine))
    assert (found["state"], found["stale"]) == ("done", False)
    assert found["mine"]["person"] == here.person
    own = found["mine"]["receipts"]
    theirs = people.get(here.person, {"receipts": []})["receipts"]
    assert [one["date"] for one in own] == [one["date"] for one in theirs]
    others = [one.name for one in here.problem.people if one.id != here.person]
    assert not [name for name in others if name in str(found)]
    for path in (f"/api/drafts/{draft}/receipts",):
        assert employee.get(path).status_code == 403
