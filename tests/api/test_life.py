"""A roster's whole life over HTTP: wishes, search, preview, discussion, publication, calendar."""

from datetime import timedelta
from typing import Any

from tests.api.world import World, ok, refused


def test_from_wishes_to_a_published_roster_in_the_calendar(on: World) -> None:
    period = str(on.period()["id"])
    wished_in_time(on, period)
    draft = on.draft(period)
    refused(on.client("employee").get(f"/api/periods/{period}/preview/mine"), 409, "preview.none")
    on.show(period, draft)
    seen_and_commented(on, period)
    agreed_by_both(on, period)
    duties = published(on, period, draft)
    in_the_calendar_until_revoked(on, duties)
    everybody_was_told_once(on, period)
    assert ok(on.client("administrator").get("/api/audit/verification"))["breaks"] == []


def wished_in_time(on: World, period: str) -> None:
    employee, day = on.client("employee"), str(on.problem.horizon.start)
    path = f"/api/periods/{period}/wishes/mine/{day}"
    on.stage(period, "wishing")
    mine = ok(employee.put(path, json={"kind": "avoid", "strength": 3, "reason": "bursdag"}))
    assert (mine["used"], mine["strong"]) == (1, 1)
    on.stage(period, "drafting")
    refused(employee.delete(path), 409, "wishes.closed")


def seen_and_commented(on: World, period: str) -> None:
    employee = on.client("employee")
    line = ok(employee.get(f"/api/periods/{period}/preview/mine"))
    assert line["wishes"] == 1
    assert len(line["days"]) == on.problem.horizon.days
    ok(employee.post(f"/api/periods/{period}/comments", json={"text": "Takk."}), 201)


def agreed_by_both(on: World, period: str) -> None:
    manager, union = on.client("manager"), on.client("representative")
    record = {"held": "2027-01-02T12:00:00+01:00", "text": "Enige.", "agreed": True}
    path = f"/api/periods/{period}/protocol"
    ok(manager.put(path, json=record, headers={"If-Match": '"0"'}))
    ok(manager.post(f"{path}/signature", headers={"If-Match": '"1"'}))
    signed = ok(union.post(f"{path}/signature", headers={"If-Match": '"2"'}))
    assert signed["final"]
    refused(manager.put(path, json=record, headers={"If-Match": '"3"'}), 409, "protocol.final")


def published(on: World, period: str, draft: str) -> list[dict[str, Any]]:
    """Publish, and return the employee's duties as the employee sees them."""
    manager, employee = on.client("manager"), on.client("employee")
    tag = manager.get(f"/api/periods/{period}").headers["ETag"]
    body, path = {"draft": draft, "reason": "Alle er enige."}, f"/api/periods/{period}/publications"
    made = ok(manager.post(path, json=body, headers={"If-Match": tag}), 201)
    roster = ok(employee.get(f"{path}/{made['number']}/roster"))
    duties = [duty for duty in roster["assignments"] if duty["person"] == on.person]
    since = {"since": str(on.problem.horizon.start)}
    shifts = ok(employee.get(f"/api/units/{on.unit}/my-shifts", params=since))
    assert [s["date"] for s in shifts["shifts"]] == [duty["date"] for duty in duties]
    return duties


def in_the_calendar_until_revoked(on: World, duties: list[dict[str, Any]]) -> None:
    employee, nobody = on.client("employee"), on.client("nobody")
    link = ok(employee.post("/api/calendar-links", json={"unit": on.unit}), 201)
    feed = link["address"].removeprefix(on.service.settings.public_url)
    assert nobody.get(feed).text.count("BEGIN:VEVENT") >= len(duties)
    ok(employee.delete(f"/api/calendar-links/{link['id']}"))
    refused(nobody.get(feed), 404, "thing.unknown")


def everybody_was_told_once(on: World, period: str) -> None:
    manager, path = on.client("manager"), f"/api/periods/{period}/comments"
    (said,) = ok(manager.get(path))
    for answer in ("Takk selv.", "Takk selv.", ""):
        ok(manager.put(f"{path}/{said['id']}/answer", json={"answer": answer}))
    told = {
        who: [one["kind"] for one in ok(on.client(who).get("/api/notices"))]
        for who in ("employee", "colleague", "representative", "manager", "other employee")
    }
    assert told == {
        "employee": ["comment_answered", "roster_published", "preview_shown", "wishes_open"],
        "colleague": ["roster_published", "preview_shown", "wishes_open"],
        "representative": ["protocol_waits", "preview_shown"],
        "manager": [],
        "other employee": [],
    }


def test_nothing_is_published_that_staff_have_not_seen(here: World) -> None:
    period = here.period()["id"]
    here.stage(period, "drafting")
    shown, other = here.draft(period), here.draft(period)
    here.show(period, shown)
    manager = here.client("manager")
    tag = manager.get(f"/api/periods/{period}").headers["ETag"]
    answer = manager.post(
        f"/api/periods/{period}/publications", json={"draft": other}, headers={"If-Match": tag}
    )
    refused(answer, 409, "publish.unseen")


def test_a_draft_that_breaks_a_binding_rule_is_not_shown(here: World) -> None:
    period = here.period()["id"]
    here.stage(period, "drafting")
    manager = here.client("manager")
    empty = ok(manager.post(f"/api/periods/{period}/drafts", json={"name": "tomt"}), 201)
    tag = manager.get(f"/api/periods/{period}").headers["ETag"]
    answer = manager.post(
        f"/api/periods/{period}/preview", json={"draft": empty["id"]}, headers={"If-Match": tag}
    )
    refused(answer, 409, "preview.unlawful")


def test_absence_of_another_period_is_not_in_the_way(here: World) -> None:
    manager, start = here.client("manager"), here.problem.horizon.start
    away = {"person": here.person, "first": str(start - timedelta(days=40)), "kind": "vacation"}
    both = [{**away, "last": str(start - timedelta(days=30))}, {**away, "last": str(start)}]
    path = f"/api/units/{here.unit}/ward/absences"
    tag = manager.get(path).headers["ETag"]
    ok(manager.put(path, json=both, headers={"If-Match": tag}))
    period = here.period()["id"]
    here.stage(period, "drafting")
    grid = ok(manager.get(f"/api/drafts/{here.draft(period)}"))
    row = next(person for person in grid["people"] if person["id"] == here.person)
    assert row["codes"][str(start)] == "vacation"
    assert row["cells"][0] == ""
