"""A roster's whole life over HTTP: wishes, search, preview, discussion, publication, calendar."""

from datetime import timedelta

from tests.api.world import World, ok, refused


def test_from_wishes_to_a_published_roster_in_the_calendar(on: World) -> None:  # noqa: PLR0915 - one life, told in order
    manager, employee, union = (on.client(w) for w in ("manager", "employee", "representative"))
    period = on.period()["id"]
    on.stage(period, "wishing")
    day = str(on.problem.horizon.start)
    wish = {"kind": "avoid", "strength": 3, "reason": "bursdag"}
    mine = ok(employee.put(f"/api/periods/{period}/wishes/mine/{day}", json=wish))
    assert (mine["used"], mine["strong"]) == (1, 1)
    on.stage(period, "drafting")
    refused(employee.delete(f"/api/periods/{period}/wishes/mine/{day}"), 409, "wishes.closed")

    draft = on.draft(period)
    refused(employee.get(f"/api/periods/{period}/preview/mine"), 409, "preview.none")
    on.show(period, draft)
    line = ok(employee.get(f"/api/periods/{period}/preview/mine"))
    assert line["wishes"] == 1
    assert len(line["days"]) == on.problem.horizon.days
    ok(employee.post(f"/api/periods/{period}/comments", json={"text": "Takk."}), 201)

    record = {"held": "2027-01-02T12:00:00+01:00", "text": "Enige.", "agreed": True}
    path = f"/api/periods/{period}/protocol"
    ok(manager.put(path, json=record, headers={"If-Match": '"0"'}))
    ok(manager.post(f"{path}/signature", headers={"If-Match": '"1"'}))
    signed = ok(union.post(f"{path}/signature", headers={"If-Match": '"2"'}))
    assert signed["final"]
    refused(manager.put(path, json=record, headers={"If-Match": '"3"'}), 409, "protocol.final")

    tag = manager.get(f"/api/periods/{period}").headers["ETag"]
    body = {"draft": draft, "reason": "Alle er enige."}
    made = ok(
        manager.post(f"/api/periods/{period}/publications", json=body, headers={"If-Match": tag}),
        201,
    )
    roster = ok(employee.get(f"/api/periods/{period}/publications/{made['number']}/roster"))
    duties = [duty for duty in roster["assignments"] if duty["person"] == on.person]
    shifts = ok(employee.get(f"/api/units/{on.unit}/my-shifts", params={"since": day}))
    assert [s["date"] for s in shifts["shifts"]] == [duty["date"] for duty in duties]

    link = ok(employee.post("/api/calendar-links", json={"unit": on.unit}), 201)
    feed = link["address"].removeprefix(on.service.settings.public_url)
    assert on.client("nobody").get(feed).text.count("BEGIN:VEVENT") >= len(duties)
    ok(employee.delete(f"/api/calendar-links/{link['id']}"))
    refused(on.client("nobody").get(feed), 404, "thing.unknown")
    assert ok(on.client("administrator").get("/api/audit/verification"))["breaks"] == []


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
